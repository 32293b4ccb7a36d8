"""Slots of an event mention made comparable: who, to whom, where, when, in which words and among which others."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from sayso.compare.words import Word, content_forms, form, little_forms, words_of, words_within
from sayso.model import ActorKind, EventMention, Factuality, Participant, Place, Precision, Reading, Span, Statement
from sayso.model.verdict import FactRef
from sayso.resources.countries import find_countries
from sayso.resources.tables import table

_TOLD_WITHIN: Final = 3  # days; news without a date of its own tells of the last few
_AHEAD: Final = 30  # days; as far as an announced or feared event is looked for
_NAME: Final = re.compile(r"(?<=[a-z,;] )[A-ZÀ-Ž]\w+")
_OWN: Final = frozenset({"his", "her", "its", "their", "our", "my"})
_LARGE: Final = {Precision.COUNTRY, Precision.SEA, Precision.REGION}


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day that something can be of, None for an open bound; `stated` if the text says so itself."""

    first: date | None
    last: date | None
    stated: bool

    @property
    def one(self) -> date | None:
        """Return the day if the text states exactly one."""
        return self.first if self.stated and self.first == self.last else None

    def gap(self, other: Days) -> int:
        """Return how many days lie between the two, 0 if they touch or a bound is open."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return 0
        return max(0, (other.first - self.last).days, (self.first - other.last).days)


_OPEN: Final = Days(None, None, stated=False)


@dataclass(frozen=True, slots=True)
class Scene:
    """What surrounds all mentions of one document: its content words, and the names it uses."""

    words: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Slots:
    """One mention's comparable side. Empty sets mean that the clause does not say.

    `actors`, `recipients`: name forms; the `_countries` beside them alpha-3 codes. `places`: forms of the place, and
    only where it is smaller than a region. `point`: its latitude and longitude in degrees, if it was resolved.
    `sentence`: content words around the trigger.
    """

    ref: FactRef
    mention: EventMention
    actors: frozenset[str]
    recipients: frozenset[str]
    actor_countries: frozenset[str]
    recipient_countries: frozenset[str]
    places: frozenset[str]
    point: tuple[float, float] | None
    words: frozenset[str]
    sentence: frozenset[str]
    scene: Scene
    days: Days


def slots_in(reading: Reading) -> Iterator[Slots]:
    """Yield the comparable slots of each event mention of a reading, in order."""
    if not reading.events:
        return
    words = words_of(reading.document.text)
    scene = scene_of(reading, words)
    for mention in reading.events:
        yield _slots(reading, mention, words, scene)


def scene_of(reading: Reading, words: Iterable[Word]) -> Scene:
    """Return the words and names of a document; names are words written large inside a sentence."""
    names = frozenset(form(name) for name in _NAME.findall(reading.document.text))
    return Scene(content_forms(list(words)), names - little_forms())


def _slots(reading: Reading, mention: EventMention, words: Sequence[Word], scene: Scene) -> Slots:
    text = reading.document.text
    sentence = sentence_of(reading, mention.trigger[0])
    trigger = content_forms([w for span in mention.trigger for w in words_of(span.of(text))])
    around = content_forms(words_within(words, sentence.start, sentence.end))
    return Slots(
        ref=FactRef(reading.document.id, mention.id),
        mention=mention,
        actors=_names(reading, mention.actors),
        recipients=_names(reading, mention.recipients),
        actor_countries=_countries(reading, mention, mention.actors),
        recipient_countries=_countries(reading, mention, mention.recipients),
        places=_place_forms(mention.place, text),
        point=_point(mention.place),
        words=trigger,
        sentence=around - trigger,
        scene=scene,
        days=_days(reading, mention, sentence),
    )


def sentence_of(reading: Reading, span: Span) -> Span:
    """Return the sentence that holds a span, the span itself if none does."""
    place = bisect_right(reading.sentences, span.start, key=lambda s: s.start) - 1
    found = reading.sentences[place] if place >= 0 else span
    return found if found.contains(span) else span


def _names(reading: Reading, participants: Iterable[Participant]) -> frozenset[str]:
    """Return the forms of the words by which the clause and the cast name the participants; a person's last name only.

    Titles and first names would make one of Vladimir Putin and Volodymyr Zelensky, presidents both.
    """
    cast = {actor.id: actor for actor in reading.actors}
    spoken = []
    for participant in participants:
        actor = cast.get(participant.actor or "")
        if actor is not None and actor.kind is ActorKind.PERSON and actor.name[:1].isupper():
            spoken.append(actor.name.split()[-1])
        else:
            spoken += [participant.span.of(reading.document.text), actor.name if actor is not None else ""]
    return frozenset(f for f in content_forms(words_of(" ".join(spoken))) - _loose() if not f.isdigit())


@cache
def _loose() -> frozenset[str]:
    return frozenset(form(row["word"]) for row in table("loose_words"))


def _countries(reading: Reading, mention: EventMention, participants: Iterable[Participant]) -> frozenset[str]:
    """Return the countries of participants: as read, as their words say, or their speaker's ("his country")."""
    found: set[str | None] = set()
    for participant in participants:
        words = participant.span.of(reading.document.text)
        found.add(participant.country)
        if participant.country is None:
            found |= {m.answer.country for m in find_countries(words)}
            if not found - {None} and _is_own(words.casefold().split()):
                found.add(_speaker_country(reading, mention))
    return frozenset(code for code in found if code is not None)


def _is_own(words: Sequence[str]) -> bool:
    """Tell whether a phrase stands for the speaker's own side: "his country", "its armed forces"."""
    return len(words) > 1 and words[0] in _OWN and any(word in _own_nouns() for word in words[1:3])


@cache
def _own_nouns() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("own_nouns"))


def _speaker_country(reading: Reading, mention: EventMention) -> str | None:
    countries = {actor.id: actor.country for actor in reading.actors}
    for statement in reversed(holders_of(reading, mention)):
        if statement.source is not None and (code := countries.get(statement.source.actor or "")):
            return code
    return None


def holders_of(reading: Reading, mention: EventMention) -> list[Statement]:
    """Return the statements whose content holds a mention's trigger, innermost first."""
    trigger = mention.trigger[0]
    held = [s for s in reading.statements if any(part.contains(trigger) for part in s.content)]
    return sorted(held, key=lambda s: (sum(map(len, s.content)), s.id))


def _place_forms(place: Place | None, text: str) -> frozenset[str]:
    if place is None or place.precision in _LARGE:
        return frozenset()
    return content_forms(words_of(place.name or place.span.of(text)))


def _point(place: Place | None) -> tuple[float, float] | None:
    if place is None or place.precision in _LARGE or place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def _days(reading: Reading, mention: EventMention, sentence: Span) -> Days:
    """Return the days that bound the mention: its own, else its neighbours', else what news usually tells of."""
    if mention.time is not None:
        return Days(mention.time.earliest, mention.time.latest, stated=True) if mention.time.earliest else _OPEN
    beside = _days_beside(reading, sentence)
    if beside is not None:
        return beside
    published = reading.document.published
    if published is None:
        return _OPEN
    last = published + timedelta(_AHEAD if _is_ahead(mention) else 0)
    return Days(published - timedelta(_TOLD_WITHIN), last, stated=False)


def _days_beside(reading: Reading, sentence: Span) -> Days | None:
    """Return the days of another event in the same sentence, else in the one before it in the same paragraph."""
    place = bisect_left(reading.sentences, sentence.start, key=lambda s: s.start)
    before = reading.sentences[max(0, place - 1) : place]
    text = reading.document.text
    nearby = [sentence, *(s for s in before if "\n\n" not in text[s.end : sentence.start])]
    for where in nearby:
        for other in reading.events:
            time = other.time
            if time is not None and time.earliest is not None and where.contains(other.trigger[0]):
                return Days(time.earliest, time.latest, stated=True)
    return None


def _is_ahead(mention: EventMention) -> bool:
    settled = {Factuality.CERTAIN, Factuality.CERTAINLY_NOT}
    return mention.tense == "future" or all(p.value not in settled for p in mention.factuality)
