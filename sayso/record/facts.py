"""From rows to readings: one query a table for any number of readings, then the values put together as they were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Table, select

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
from sayso.record import schema

T = TypeVar("T")
_Found = dict[tuple[Any, ...], list[Row[Any]]]


class Facts:
    """The rows of some readings, grouped by table, reading and owner."""

    def __init__(self, connection: Connection, numbers: Sequence[int]) -> None:
        self._rows = {table: _fetch(connection, table, numbers) for table in schema.FACTS}

    def reading(self, n: int, document: Document) -> Reading:
        """Return the reading with the number `n`, exactly as it was stored."""
        places, times = self._all(schema.places, n, place_of), self._all(schema.times, n, time_of)
        return Reading(
            document=document,
            sentences=self._all(schema.sentences, n, _span_of),
            statements=tuple(self._statement(row, n, times) for row in self._of(schema.statements, n)),
            events=tuple(self._event(row, n, places, times) for row in self._of(schema.events, n)),
            actors=tuple(self._actor(row, n) for row in self._of(schema.actors, n)),
            places=places[: sum(row.listed for row in self._of(schema.places, n))],
            times=times[: sum(row.listed for row in self._of(schema.times, n))],
            problems=self._all(schema.problems, n, problem_of),
        )

    def _of(self, table: Table, *group: Any) -> list[Row[Any]]:
        return self._rows[table].get(group, [])

    def _all(self, table: Table, n: int, build: Callable[[Row[Any]], T], *owner: str) -> tuple[T, ...]:
        return tuple(build(row) for row in self._of(table, n, *owner))

    def _actor(self, row: Row[Any], n: int) -> Actor:
        return Actor(
            id=row.name,
            name=row.label,
            kind=ActorKind(row.kind),
            country=row.country,
            sector=row.sector,
            roles=self._all(schema.actor_roles, n, _role_of, row.name),
            mentions=self._all(schema.actor_mentions, n, _span_of, row.name, "mention"),
            variants=self._all(schema.actor_variants, n, _spelling_of, row.name),
            evidence=self._all(schema.actor_mentions, n, _span_of, row.name, "evidence"),
        )

    def _statement(self, row: Row[Any], n: int, times: tuple[When, ...]) -> Statement:
        sources = self._all(schema.statement_actors, n, _reference_of, row.name, "source")
        addressees = self._all(schema.statement_actors, n, _reference_of, row.name, "addressee")
        return Statement(
            id=row.name,
            source=next(iter(sources), None),
            cue=self._all(schema.statement_spans, n, _span_of, row.name, "cue"),
            content=self._all(schema.statement_spans, n, _span_of, row.name, "content"),
            kind=Kind(row.kind),
            quotation=Quotation(row.quotation),
            stance=Stance(row.stance),
            addressee=next(iter(addressees), None),
            via=self._all(schema.statement_actors, n, _reference_of, row.name, "via"),
            within=row.within,
            said=None if row.said is None else times[row.said],
            events=self._all(schema.statement_events, n, _event_name_of, row.name),
        )

    def _event(self, row: Row[Any], n: int, places: tuple[Place, ...], times: tuple[When, ...]) -> EventMention:
        return EventMention(
            id=row.name,
            type=EventType(row.type),
            trigger=self._all(schema.event_triggers, n, _span_of, row.name),
            modes=self._all(schema.event_tags, n, _tag_of, row.name, "mode"),
            contexts=self._all(schema.event_tags, n, _tag_of, row.name, "context"),
            actors=self._all(schema.event_participants, n, _participant_of, row.name, "actor"),
            recipients=self._all(schema.event_participants, n, _participant_of, row.name, "recipient"),
            place=None if row.place is None else places[row.place],
            place_basis=row.place_basis and PlaceBasis(row.place_basis),
            time=None if row.time is None else times[row.time],
            factuality=self._all(schema.event_factuality, n, _presented_of, row.name),
            tense=row.tense and Tense(row.tense),
        )


def _fetch(connection: Connection, table: Table, numbers: Sequence[int]) -> _Found:
    owner = [c.name for c in table.primary_key.columns if c.name not in {"reading", "position", "n"}]
    query = select(table).where(table.c.reading.in_(numbers)).order_by(table.c.reading, table.c.position)
    found: _Found = defaultdict(list)
    for row in connection.execute(query):
        found[(row.reading, *(getattr(row, name) for name in owner))].append(row)
    return found


def document_of(row: Row[Any], notes: tuple[Problem, ...]) -> Document:
    """Return the document of a row of `documents`."""
    return Document(
        id=row.name,
        text=row.text,
        title=row.title,
        url=row.url,
        outlet=row.outlet,
        byline=row.byline,
        published=row.published,
        published_at=row.published_at,
        modified=row.modified,
        fetched=row.fetched,
        language=row.language,
        origin=row.origin,
        noticed=notes,
    )


def problem_of(row: Row[Any]) -> Problem:
    """Return the problem of a row of `problems` or `document_notes`."""
    return Problem(kind=ProblemKind(row.kind), detail=row.detail, span=None if row.start is None else _span_of(row))


def place_of(row: Row[Any]) -> Place:
    """Return the place of a row of `places`."""
    return Place(
        span=_span_of(row),
        name=row.name,
        geonameid=row.geonameid,
        latitude=row.latitude,
        longitude=row.longitude,
        country=row.country,
        feature=row.feature,
        precision=row.precision and Precision(row.precision),
        candidates=row.candidates,
        radius_km=row.radius_km,
        reason=row.reason,
    )


def time_of(row: Row[Any]) -> When:
    """Return the time of a row of `times`."""
    return When(
        span=_span_of(row),
        type=TimeType(row.type),
        value=row.value,
        earliest=row.earliest,
        latest=row.latest,
        rule=row.rule,
    )


def _span_of(row: Row[Any]) -> Span:
    return Span(row.start, row.end)


def _role_of(row: Row[Any]) -> Role:
    return Role(title=row.title, of=row.of, span=_span_of(row))


def _reference_of(row: Row[Any]) -> Reference:
    return Reference(span=_span_of(row), actor=row.actor)


def _participant_of(row: Row[Any]) -> Participant:
    return Participant(span=_span_of(row), actor=row.actor, country=row.country, sector=row.sector)


def _presented_of(row: Row[Any]) -> Presented:
    return Presented(source=row.statement or AUTHOR, value=Factuality(row.value))


def _spelling_of(row: Row[Any]) -> str:
    return str(row.spelling)


def _tag_of(row: Row[Any]) -> str:
    return str(row.tag)


def _event_name_of(row: Row[Any]) -> str:
    return str(row.event)
