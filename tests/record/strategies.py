"""Any reading that holds together, for property tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, timedelta, timezone
from typing import Any, TypeVar

from hypothesis import strategies as st

from sayso.model import (
    AUTHOR,
    Actor,
    ActorKind,
    Document,
    EventMention,
    EventType,
    Factuality,
    Kind,
    Participant,
    Place,
    PlaceBasis,
    Precision,
    Presented,
    Problem,
    ProblemKind,
    Quotation,
    Reading,
    Reference,
    Role,
    Span,
    Stance,
    Statement,
    Tense,
    TimeType,
    When,
)
from tests.record.readings import TEXT

T = TypeVar("T")
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
WORDS = st.text(CHARACTERS, max_size=12)
NAMES = st.text(CHARACTERS, min_size=1, max_size=8)
MAYBE_WORDS = st.none() | WORDS
ZONES = st.sampled_from([None, UTC, timezone(timedelta(hours=3)), timezone(-timedelta(hours=9, minutes=30))])
MOMENTS = st.datetimes(timezones=ZONES).map(lambda moment: moment.replace(fold=0))  # ISO 8601 has no fold
FLOATS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
COUNTRIES = st.none() | st.sampled_from(["RUS", "UKR", "BLR"])


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length))
    return Span(start, draw(st.integers(start, length)))


def documents() -> st.SearchStrategy[Document]:
    texts = st.text(CHARACTERS, max_size=40) | st.sampled_from([TEXT, "e\u0301\U0001f6e9 a\u202eb", "a\x02b", ""])
    return st.builds(
        Document,
        id=NAMES,
        text=texts,
        title=MAYBE_WORDS,
        url=MAYBE_WORDS,
        outlet=MAYBE_WORDS,
        byline=MAYBE_WORDS,
        published=st.none() | st.dates(),
        published_at=st.none() | MOMENTS,
        modified=st.none() | MOMENTS,
        fetched=st.none() | MOMENTS,
        language=st.none() | st.sampled_from(["en", "uk"]),
        origin=MAYBE_WORDS,
        noticed=st.lists(problems(10), max_size=2).map(tuple),
    )


def problems(length: int) -> st.SearchStrategy[Problem]:
    return st.builds(Problem, kind=st.sampled_from(ProblemKind), detail=WORDS, span=st.none() | spans(length))


def _many(values: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=most).map(tuple)


def _places(length: int) -> st.SearchStrategy[Place]:
    return st.builds(
        Place,
        span=spans(length),
        name=MAYBE_WORDS,
        geonameid=st.none() | st.integers(0, 2**31 - 1),
        latitude=FLOATS,
        longitude=FLOATS,
        country=COUNTRIES,
        feature=st.none() | st.just("P.PPL"),
        precision=st.none() | st.sampled_from(Precision),
        candidates=st.integers(0, 99),
        radius_km=FLOATS,
        reason=MAYBE_WORDS,
    )


def _times(length: int) -> st.SearchStrategy[When]:
    days = st.none() | st.dates()
    kinds = st.sampled_from(TimeType)
    return st.builds(
        When, span=spans(length), type=kinds, value=MAYBE_WORDS, earliest=days, latest=days, rule=MAYBE_WORDS
    )


def _actors(length: int, names: list[str]) -> list[st.SearchStrategy[Actor]]:
    roles = st.builds(Role, title=WORDS, of=MAYBE_WORDS, span=spans(length))
    return [
        st.builds(
            Actor,
            id=st.just(name),
            name=WORDS,
            kind=st.sampled_from(ActorKind),
            country=COUNTRIES,
            sector=st.none() | st.just("MIL"),
            roles=_many(roles),
            mentions=_many(spans(length)),
            variants=_many(WORDS),
            evidence=_many(spans(length)),
        )
        for name in names
    ]


@dataclass(frozen=True)
class _Parts:
    """What the facts of one reading may point at."""

    length: int
    names: dict[str, list[str]]
    times: tuple[When, ...]
    places: tuple[Place, ...]

    @property
    def actor(self) -> st.SearchStrategy[str | None]:
        return _maybe_one(self.names["a"])

    @property
    def when(self) -> st.SearchStrategy[When | None]:
        return _maybe_one(self.times) | _times(self.length)

    @property
    def where(self) -> st.SearchStrategy[Place | None]:
        return _maybe_one(self.places) | _places(self.length)


def _maybe_one(values: Sequence[T]) -> st.SearchStrategy[T | None]:
    return st.none() | st.sampled_from(values) if values else st.none()


def _statement(name: str, parts: _Parts) -> st.SearchStrategy[Statement]:
    reference = st.builds(Reference, span=spans(parts.length), actor=parts.actor)
    events = parts.names["e"]
    return st.builds(
        Statement,
        id=st.just(name),
        source=st.none() | reference,
        cue=_many(spans(parts.length)),
        content=_many(spans(parts.length)),
        kind=st.sampled_from(Kind),
        quotation=st.sampled_from(Quotation),
        stance=st.sampled_from(Stance),
        addressee=st.none() | reference,
        via=_many(reference),
        within=_maybe_one(parts.names["s"]),
        said=parts.when,
        events=_many(st.sampled_from(events)) if events else st.just(()),
    )


def _event(name: str, parts: _Parts) -> st.SearchStrategy[EventMention]:
    sectors = st.none() | st.just("GOV")
    participant = st.builds(Participant, span=spans(parts.length), actor=parts.actor, country=COUNTRIES, sector=sectors)
    sources = st.sampled_from([AUTHOR, *parts.names["s"]])
    return st.builds(
        EventMention,
        id=st.just(name),
        type=st.sampled_from(EventType),
        trigger=_many(spans(parts.length)),
        modes=_many(st.sampled_from(["troops", "arrest"])),
        contexts=_many(st.sampled_from(["military", "legal"])),
        actors=_many(participant),
        recipients=_many(participant),
        place=parts.where,
        place_basis=st.none() | st.sampled_from(PlaceBasis),
        time=parts.when,
        factuality=_many(st.builds(Presented, source=sources, value=st.sampled_from(Factuality))),
        tense=st.none() | st.sampled_from(Tense),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Draw a reading in which every fact that is pointed at exists."""
    document = draw(documents())
    length = len(document.text)
    parts = _Parts(
        length=length,
        names={kind: [f"{kind}{n}" for n in range(draw(st.integers(0, 3)))] for kind in "sea"},
        times=draw(_many(_times(length))),
        places=draw(_many(_places(length))),
    )
    return Reading(
        document=document,
        sentences=draw(_many(spans(length))),
        statements=tuple(draw(_statement(name, parts)) for name in parts.names["s"]),
        events=tuple(draw(_event(name, parts)) for name in parts.names["e"]),
        actors=tuple(draw(actor) for actor in _actors(length, parts.names["a"])),
        places=parts.places,
        times=parts.times,
        problems=draw(_many(problems(length))),
    )
