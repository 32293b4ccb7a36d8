"""Slots of an event mention made comparable: who, to whom, where, when, as keys that two documents can share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from sayso.model import EventMention, Factuality, Participant, Reading
from sayso.model.verdict import FactRef
from sayso.resources.tables import table

_TOLD_WITHIN: Final = 3  # days; news without a date of its own tells of the last few


@dataclass(frozen=True, slots=True)
class Slots:
    """One mention's comparable side. Empty sets mean that the clause does not say."""

    ref: FactRef
    mention: EventMention
    actors: frozenset[str]
    recipients: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]
    earliest: date | None
    latest: date | None


def slots_of(reading: Reading, mention: EventMention) -> Slots:
    """Return the comparable slots of one mention of `reading`."""
    text = reading.document.text
    earliest, latest = _days(reading, mention)
    names = {actor.id: actor.name for actor in reading.actors}
    places = set()
    if mention.place is not None:
        places.add((mention.place.name or mention.place.span.of(text)).casefold())
    return Slots(
        ref=FactRef(reading.document.id, mention.id),
        mention=mention,
        actors=frozenset(k for p in mention.actors for k in _keys(p, text, names)),
        recipients=frozenset(k for p in mention.recipients for k in _keys(p, text, names)),
        places=frozenset(places),
        words=frozenset(w for span in mention.trigger for w in _words(span.of(text))),
        earliest=earliest,
        latest=latest,
    )


def _keys(who: Participant, text: str, names: dict[str, str]) -> frozenset[str]:
    """Name a participant by country, by the actor's name and by the words that the clause uses."""
    keys = set(_words(who.span.of(text)))
    if who.country is not None:
        keys.add(f"country:{who.country}")
    if who.actor is not None:
        keys |= _words(names.get(who.actor, ""))
    return frozenset(keys)


@cache
def _little() -> frozenset[str]:
    return frozenset(row["word"] for row in table("little_words"))


def _words(text: str) -> frozenset[str]:
    words = (w.strip("'’.,“”\"()").removesuffix("'s").removesuffix("’s") for w in text.casefold().split())
    return frozenset(words) - _little()


def _days(reading: Reading, mention: EventMention) -> tuple[date | None, date | None]:
    """Return the days that bound the mention: its own time, else what news usually tells of."""
    if mention.time is not None and mention.time.earliest is not None:
        return mention.time.earliest, mention.time.latest
    published = reading.document.published
    if published is None:
        return None, None
    ahead = mention.tense == "future" or any(
        p.value not in {Factuality.CERTAIN, Factuality.CERTAINLY_NOT}
        for p in mention.factuality
        if p.source != "author"
    )
    return published - timedelta(_TOLD_WITHIN), published + timedelta(30 if ahead else 0)


def near_in_time(one: Slots, other: Slots, *, slack: int = 1) -> bool:
    """Tell whether the two can be of the same day or days, give or take `slack` days."""
    if one.earliest is None or other.earliest is None or one.latest is None or other.latest is None:
        return True
    gap = timedelta(slack)
    return one.earliest <= other.latest + gap and other.earliest <= one.latest + gap
