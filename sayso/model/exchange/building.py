"""Readings built back from plain JSON values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sayso.errors import InputError
from sayso.model.actor import Actor, Role
from sayso.model.document import Document
from sayso.model.event import EventMention, Participant, Presented
from sayso.model.exchange.writing import maybe
from sayso.model.place import Place
from sayso.model.problem import Problem
from sayso.model.span import Span
from sayso.model.statement import Reference, Statement
from sayso.model.vocabulary import (
    ActorKind,
    EventType,
    Factuality,
    Kind,
    PlaceBasis,
    Precision,
    ProblemKind,
    Quotation,
    Stance,
    Tense,
    TimeType,
)
from sayso.model.when import When


def document_in(value: Mapping[str, Any], text: str) -> Document:
    """Build the document whose stored text is `text`."""
    return Document(
        id=value["id"],
        text=text,
        title=value["title"],
        url=value["url"],
        outlet=value["outlet"],
        byline=value["byline"],
        published=maybe(value["published"], date.fromisoformat),
        published_at=maybe(value["published_at"], datetime.fromisoformat),
        modified=maybe(value["modified"], datetime.fromisoformat),
        language=value["language"],
        origin=value["origin"],
    )


class Builder:
    """Reads the parts of a reading back over one text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def span(self, value: Mapping[str, Any]) -> Span:
        span = Span(value["start"], value["end"])
        if span.of(self._text) != value["text"]:
            raise InputError(f"span {span.start}:{span.end} does not hold {value['text']!r} in the text")
        return span

    def spans(self, values: list[Mapping[str, Any]]) -> tuple[Span, ...]:
        return tuple(map(self.span, values))

    def reference(self, value: Mapping[str, Any]) -> Reference:
        return Reference(span=self.span(value), actor=value["actor"])

    def statement(self, value: Mapping[str, Any]) -> Statement:
        return Statement(
            id=value["id"],
            source=maybe(value["source"], self.reference),
            cue=self.spans(value["cue"]),
            content=self.spans(value["content"]),
            kind=Kind(value["kind"]),
            quotation=Quotation(value["quotation"]),
            stance=Stance(value["stance"]),
            addressee=maybe(value["addressee"], self.reference),
            via=tuple(map(self.reference, value["via"])),
            within=value["within"],
            said=maybe(value["said"], self.when),
            events=tuple(value["events"]),
        )

    def event(self, value: Mapping[str, Any]) -> EventMention:
        return EventMention(
            id=value["id"],
            type=EventType(value["type"]),
            modes=tuple(value["modes"]),
            contexts=tuple(value["contexts"]),
            trigger=self.spans(value["trigger"]),
            actors=tuple(map(self.participant, value["actors"])),
            recipients=tuple(map(self.participant, value["recipients"])),
            place=maybe(value["place"], self.place),
            place_basis=maybe(value["place_basis"], PlaceBasis),
            time=maybe(value["time"], self.when),
            factuality=tuple(Presented(source=p["source"], value=Factuality(p["value"])) for p in value["factuality"]),
            tense=maybe(value["tense"], Tense),
        )

    def participant(self, value: Mapping[str, Any]) -> Participant:
        return Participant(
            span=self.span(value), actor=value["actor"], country=value["country"], sector=value["sector"]
        )

    def actor(self, value: Mapping[str, Any]) -> Actor:
        return Actor(
            id=value["id"],
            name=value["name"],
            kind=ActorKind(value["kind"]),
            country=value["country"],
            sector=value["sector"],
            roles=tuple(Role(title=r["title"], of=r["of"], span=self.span(r["span"])) for r in value["roles"]),
            mentions=self.spans(value["mentions"]),
            variants=tuple(value["variants"]),
            evidence=self.spans(value["evidence"]),
        )

    def place(self, value: Mapping[str, Any]) -> Place:
        same = ("name", "geonameid", "latitude", "longitude", "country", "feature", "candidates", "radius_km", "reason")
        return Place(
            span=self.span(value),
            precision=maybe(value["precision"], Precision),
            **{key: value[key] for key in same},
        )

    def when(self, value: Mapping[str, Any]) -> When:
        return When(
            span=self.span(value),
            type=TimeType(value["type"]),
            value=value["value"],
            earliest=maybe(value["earliest"], date.fromisoformat),
            latest=maybe(value["latest"], date.fromisoformat),
            rule=value["rule"],
        )

    def problem(self, value: Mapping[str, Any]) -> Problem:
        return Problem(kind=ProblemKind(value["kind"]), detail=value["detail"], span=maybe(value["span"], self.span))
