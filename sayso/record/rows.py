"""From a reading to rows: each fact in its table, in order, spans as offsets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import Table

from sayso.model import AUTHOR, Actor, EventMention, Participant, Place, Reading, Reference, Span, Statement, When
from sayso.record import schema
from sayso.record.ids import fact_key

T = TypeVar("T")
Row = dict[str, Any]
Rows = dict[Table, list[Row]]


def rows_of(reading: Reading, *, n: int, key: str) -> Rows:
    """Return the rows of `reading` by table, in writing order; `n` and `key`: its number and id in the record."""
    rows: Rows = {table: [] for table in schema.FACTS}
    places = _numbered(reading.places, (event.place for event in reading.events))
    times = _numbered(reading.times, (*(s.said for s in reading.statements), *(event.time for event in reading.events)))
    rows[schema.sentences] += _spans(reading.sentences)
    rows[schema.places] += [_place_row(p, listed=at < len(reading.places)) for at, p in enumerate(places)]
    rows[schema.times] += [_time_row(t, listed=at < len(reading.times)) for at, t in enumerate(times)]
    rows[schema.problems] += [
        {"kind": problem.kind.value, "detail": problem.detail, **span_row(problem.span)} for problem in reading.problems
    ]
    for actor in reading.actors:
        _add_actor(rows, actor)
    for statement in reading.statements:
        _add_statement(rows, statement, times)
    for event in reading.events:
        _add_event(rows, event, places, times)
    for table, found in rows.items():
        _finish(table, found, n=n, key=key)
    return rows


def _numbered(listed: tuple[T, ...], others: Iterable[T | None]) -> list[T]:
    """Return the listed values, then those that only facts hold."""
    found = list(listed)
    known = set(listed)
    for value in others:
        if value is not None and value not in known:
            known.add(value)
            found.append(value)
    return found


def _finish(table: Table, rows: list[Row], *, n: int, key: str) -> None:
    """Give each row its reading and its position under its owner, and each fact its id."""
    owner = [c.name for c in table.primary_key.columns if c.name not in {"reading", "position", "n"}]
    counts: dict[tuple[Any, ...], int] = {}
    for row in rows:
        group = tuple(row[name] for name in owner)
        row["reading"], row["position"] = n, counts.get(group, 0)
        counts[group] = row["position"] + 1
        if "id" in table.c:
            row["id"] = fact_key(key, row["name"])


def span_row(span: Span | None) -> Row:
    """Return the columns of a span, empty for none; an empty span is not none."""
    return {"start": None if span is None else span.start, "end": None if span is None else span.end}


def _spans(spans: tuple[Span, ...], **owner: str) -> Iterator[Row]:
    return ({**owner, "start": span.start, "end": span.end} for span in spans)


def _plain(value: Any, *skip: str) -> Row:
    """Return the plain fields of a frozen value as columns; enums as their words."""
    names = (field.name for field in fields(value) if field.name not in skip)
    return {name: getattr(getattr(value, name), "value", getattr(value, name)) for name in names}


def _place_row(place: Place, *, listed: bool) -> Row:
    return {"listed": listed, **span_row(place.span), **_plain(place, "span")}


def _time_row(time: When, *, listed: bool) -> Row:
    # a When has a field of the name "value", so its enum cannot be told by that name
    own = {name: getattr(time, name) for name in ("value", "earliest", "latest", "rule")}
    return {"listed": listed, **span_row(time.span), "type": time.type.value, **own}


def _add_actor(rows: Rows, actor: Actor) -> None:
    owner = {"actor": actor.id}
    rows[schema.actors].append(
        {
            "name": actor.id,
            "label": actor.name,
            "kind": actor.kind.value,
            "country": actor.country,
            "sector": actor.sector,
        }
    )
    rows[schema.actor_roles] += [
        {**owner, "title": role.title, "of": role.of, **span_row(role.span)} for role in actor.roles
    ]
    rows[schema.actor_mentions] += _spans(actor.mentions, role="mention", **owner)
    rows[schema.actor_mentions] += _spans(actor.evidence, role="evidence", **owner)
    rows[schema.actor_variants] += [{**owner, "spelling": spelling} for spelling in actor.variants]


def _add_statement(rows: Rows, statement: Statement, times: list[When]) -> None:
    owner = {"statement": statement.id}
    rows[schema.statements].append(
        {
            "name": statement.id,
            "kind": statement.kind.value,
            "quotation": statement.quotation.value,
            "stance": statement.stance.value,
            "within": statement.within,
            "said": _index(times, statement.said),
        }
    )
    rows[schema.statement_spans] += _spans(statement.cue, role="cue", **owner)
    rows[schema.statement_spans] += _spans(statement.content, role="content", **owner)
    rows[schema.statement_actors] += _references("source", _some(statement.source), owner)
    rows[schema.statement_actors] += _references("addressee", _some(statement.addressee), owner)
    rows[schema.statement_actors] += _references("via", statement.via, owner)
    rows[schema.statement_events] += [{**owner, "event": event} for event in statement.events]


def _add_event(rows: Rows, event: EventMention, places: list[Place], times: list[When]) -> None:
    owner = {"event": event.id}
    rows[schema.events].append(
        {
            "name": event.id,
            "type": event.type.value,
            "place": _index(places, event.place),
            "place_basis": event.place_basis and event.place_basis.value,
            "time": _index(times, event.time),
            "tense": event.tense and event.tense.value,
        }
    )
    rows[schema.event_triggers] += _spans(event.trigger, **owner)
    rows[schema.event_tags] += [{**owner, "role": "mode", "tag": tag} for tag in event.modes]
    rows[schema.event_tags] += [{**owner, "role": "context", "tag": tag} for tag in event.contexts]
    rows[schema.event_participants] += _participants("actor", event.actors, owner)
    rows[schema.event_participants] += _participants("recipient", event.recipients, owner)
    rows[schema.event_factuality] += [
        {**owner, "statement": None if p.source == AUTHOR else p.source, "value": p.value.value}
        for p in event.factuality
    ]


def _index(values: list[T], value: T | None) -> int | None:
    return None if value is None else values.index(value)


def _some(reference: Reference | None) -> tuple[Reference, ...]:
    return () if reference is None else (reference,)


def _references(role: str, references: tuple[Reference, ...], owner: Row) -> Iterator[Row]:
    return ({**owner, "role": role, **span_row(r.span), "actor": r.actor} for r in references)


def _participants(role: str, participants: tuple[Participant, ...], owner: Row) -> Iterator[Row]:
    return ({**owner, "role": role, **span_row(p.span), **_plain(p, "span")} for p in participants)
