"""Readings for tests of the record: one made by hand, and a strategy for any that hold together."""

from __future__ import annotations

from datetime import UTC, date, timedelta, timezone
from typing import Any

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

TEXT = "Belarus insists Russia deploys troops. The Crímea bridge 🛩 was closed to lorries on Monday, a guard said."


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def a_document(name: str = "d1", text: str = TEXT, **stated: Any) -> Document:
    facts: dict[str, Any] = {"title": "Bridge news", "published": date(2022, 10, 14), **stated}
    return Document(id=name, text=text, **facts)


def a_reading(document: Document | None = None) -> Reading:
    """Return a reading of `TEXT` as a careful person would make it."""
    monday = When(
        span=span("Monday"),
        type=TimeType.DATE,
        value="2022-10-10",
        earliest=date(2022, 10, 10),
        latest=date(2022, 10, 10),
    )
    bridge = Place(
        span=span("Crímea bridge"), name="Crimean Bridge", precision=Precision.SITE, latitude=45.3, candidates=2
    )
    return Reading(
        document=document or a_document(),
        sentences=(
            span("Belarus insists Russia deploys troops."),
            span("The Crímea bridge 🛩 was closed to lorries on Monday, a guard said."),
        ),
        statements=(
            Statement(
                id="s1",
                source=Reference(span=span("Belarus"), actor="a1"),
                cue=(span("insists"),),
                content=(span("Russia deploys troops"),),
                kind=Kind.CLAIM,
                quotation=Quotation.INDIRECT,
                stance=Stance.AFFIRM,
                events=("e1",),
            ),
            Statement(
                id="s2",
                source=Reference(span=span("a guard")),
                cue=(span("said"),),
                content=(span("The Crímea bridge 🛩 was closed to lorries on Monday"),),
                kind=Kind.SAY,
                quotation=Quotation.INDIRECT,
                stance=Stance.AFFIRM,
                events=("e2",),
            ),
        ),
        events=(
            EventMention(
                id="e1",
                type=EventType.MOBILIZE,
                modes=("troops",),
                contexts=("military",),
                trigger=(span("deploys"),),
                actors=(Participant(span=span("Russia"), actor="a2", country="RUS", sector="MIL"),),
                factuality=(
                    Presented(source="s1", value=Factuality.CERTAIN),
                    Presented(source=AUTHOR, value=Factuality.UNCOMMITTED),
                ),
                tense=Tense.PRESENT,
            ),
            EventMention(
                id="e2",
                type=EventType.COERCE,
                trigger=(span("closed"),),
                recipients=(Participant(span=span("lorries")),),
                place=bridge,
                place_basis=PlaceBasis.CLAUSE,
                time=monday,
                factuality=(Presented(source="s2", value=Factuality.CERTAIN),),
            ),
        ),
        actors=(
            Actor(id="a1", name="Belarus", kind=ActorKind.COUNTRY, country="BLR", mentions=(span("Belarus"),)),
            Actor(id="a2", name="Russia", kind=ActorKind.COUNTRY, country="RUS", mentions=(span("Russia"),)),
        ),
        places=(bridge,),
        times=(monday,),
        problems=(Problem(kind=ProblemKind.MISSING_DATE, detail="none"),),
    )


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


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Draw a reading in which every fact that is pointed at exists."""
    document = draw(documents())
    length = len(document.text)
    names = {kind: [f"{kind}{n}" for n in range(draw(st.integers(0, 3)))] for kind in "sea"}
    times, places = draw(_many(_times(length))), draw(_many(_places(length)))
    actor = st.none() | st.sampled_from(names["a"]) if names["a"] else st.none()
    when = st.none() | _times(length) | (st.sampled_from(times) if times else st.none())
    place = st.none() | _places(length) | (st.sampled_from(places) if places else st.none())
    reference = st.builds(Reference, span=spans(length), actor=actor)
    participant = st.builds(
        Participant, span=spans(length), actor=actor, country=COUNTRIES, sector=st.none() | st.just("GOV")
    )
    statements = [
        st.builds(
            Statement,
            id=st.just(name),
            source=st.none() | reference,
            cue=_many(spans(length)),
            content=_many(spans(length)),
            kind=st.sampled_from(Kind),
            quotation=st.sampled_from(Quotation),
            stance=st.sampled_from(Stance),
            addressee=st.none() | reference,
            via=_many(reference),
            within=st.none() | st.sampled_from(names["s"]),
            said=when,
            events=_many(st.sampled_from(names["e"])) if names["e"] else st.just(()),
        )
        for name in names["s"]
    ]
    presented = st.builds(Presented, source=st.sampled_from([AUTHOR, *names["s"]]), value=st.sampled_from(Factuality))
    events = [
        st.builds(
            EventMention,
            id=st.just(name),
            type=st.sampled_from(EventType),
            trigger=_many(spans(length)),
            modes=_many(st.sampled_from(["troops", "arrest"])),
            contexts=_many(st.sampled_from(["military", "legal"])),
            actors=_many(participant),
            recipients=_many(participant),
            place=place,
            place_basis=st.none() | st.sampled_from(PlaceBasis),
            time=when,
            factuality=_many(presented),
            tense=st.none() | st.sampled_from(Tense),
        )
        for name in names["e"]
    ]
    return Reading(
        document=document,
        sentences=draw(_many(spans(length))),
        statements=tuple(draw(s) for s in statements),
        events=tuple(draw(e) for e in events),
        actors=tuple(draw(a) for a in _actors(length, names["a"])),
        places=places,
        times=times,
        problems=draw(_many(problems(length))),
    )
