"""Readings written as plain JSON values."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from sayso.model.actor import Actor
from sayso.model.document import Document
from sayso.model.event import EventMention, Participant
from sayso.model.place import Place
from sayso.model.problem import Problem
from sayso.model.span import Span
from sayso.model.statement import Reference, Statement
from sayso.model.when import When

Json = dict[str, Any]
_T = TypeVar("_T")


def maybe(value: Any, make: Callable[[Any], _T]) -> _T | None:
    """Return `make(value)`, or None for None: what was not stated stays not stated."""
    return None if value is None else make(value)


def _iso(value: date | None) -> str | None:
    return maybe(value, date.isoformat)


def document_out(document: Document) -> Json:
    """Write what is known of a document; its text stays outside."""
    return {
        "id": document.id,
        "sha256": document.sha256,
        "title": document.title,
        "url": document.url,
        "outlet": document.outlet,
        "byline": document.byline,
        "published": _iso(document.published),
        "published_at": _iso(document.published_at),
        "modified": _iso(document.modified),
        "language": document.language,
        "origin": document.origin,
        "characters": len(document.text),
    }


class Writer:
    """Writes the parts of a reading of one text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def span(self, span: Span) -> Json:
        return {"start": span.start, "end": span.end, "text": span.of(self._text)}

    def spans(self, spans: tuple[Span, ...]) -> list[Json]:
        return [self.span(s) for s in spans]

    def reference(self, reference: Reference) -> Json:
        return self.span(reference.span) | {"actor": reference.actor}

    def statement(self, statement: Statement) -> Json:
        return {
            "id": statement.id,
            "source": maybe(statement.source, self.reference),
            "cue": self.spans(statement.cue),
            "content": self.spans(statement.content),
            "kind": statement.kind.value,
            "quotation": statement.quotation.value,
            "stance": statement.stance.value,
            "addressee": maybe(statement.addressee, self.reference),
            "via": [self.reference(r) for r in statement.via],
            "within": statement.within,
            "said": maybe(statement.said, self.when),
            "events": list(statement.events),
        }

    def event(self, event: EventMention) -> Json:
        return {
            "id": event.id,
            "type": event.type.value,
            "modes": list(event.modes),
            "contexts": list(event.contexts),
            "trigger": self.spans(event.trigger),
            "actors": [self.participant(p) for p in event.actors],
            "recipients": [self.participant(p) for p in event.recipients],
            "place": maybe(event.place, self.place),
            "place_basis": maybe(event.place_basis, str),
            "time": maybe(event.time, self.when),
            "factuality": [{"source": p.source, "value": p.value.value} for p in event.factuality],
            "tense": maybe(event.tense, str),
            "cameo_root": event.cameo_root,
            "quad": event.quad,
            "score": event.score,
        }

    def participant(self, who: Participant) -> Json:
        return self.span(who.span) | {"actor": who.actor, "country": who.country, "sector": who.sector}

    def actor(self, actor: Actor) -> Json:
        return {
            "id": actor.id,
            "name": actor.name,
            "kind": actor.kind.value,
            "country": actor.country,
            "sector": actor.sector,
            "roles": [{"title": r.title, "of": r.of, "span": self.span(r.span)} for r in actor.roles],
            "mentions": self.spans(actor.mentions),
            "variants": list(actor.variants),
            "evidence": self.spans(actor.evidence),
        }

    def place(self, place: Place) -> Json:
        return self.span(place.span) | {
            "name": place.name,
            "geonameid": place.geonameid,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "country": place.country,
            "feature": place.feature,
            "precision": maybe(place.precision, str),
            "candidates": place.candidates,
            "radius_km": place.radius_km,
            "reason": place.reason,
        }

    def when(self, when: When) -> Json:
        return self.span(when.span) | {
            "type": when.type.value,
            "value": when.value,
            "earliest": _iso(when.earliest),
            "latest": _iso(when.latest),
            "rule": when.rule,
        }

    def problem(self, problem: Problem) -> Json:
        return {"kind": problem.kind.value, "detail": problem.detail, "span": maybe(problem.span, self.span)}
