"""Finds the places of a parsed text: spans first, then one gazetteer entry for each name of the document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sayso.model import Place, Precision, Span
from sayso.read.language.parse import Parse
from sayso.read.places.resolve import Answer, resolve
from sayso.read.places.toponyms import Toponym, find_toponyms, read_toponym
from sayso.resources.gazetteer import Gazetteer
from sayso.resources.place_keys import place_key

_PRECISIONS: Final = {
    "country": Precision.COUNTRY, "admin1": Precision.REGION, "admin2": Precision.DISTRICT,
    "city": Precision.SETTLEMENT, "village": Precision.SETTLEMENT, "sea": Precision.SEA, "strait": Precision.SEA,
    "lake": Precision.SEA, "region": Precision.REGION, "river": Precision.REGION, "island": Precision.REGION,
    "mountains": Precision.REGION,
}  # fmt: skip
"""Precision of each level; the other kinds of `regions.tsv` are sites."""


def find_places(parse: Parse, *, gazetteer: Gazetteer, outlet_country: str | None = None) -> tuple[Place, ...]:
    """Return the places that a text names, in order; a name that nothing explains keeps its span alone.

    `outlet_country`: alpha-3 of the publisher's home, one vote more for it. Names of people and organisations are
    never places. A text without toponyms never opens the gazetteer.
    """
    return _places(parse.text, find_toponyms(parse, gazetteer), gazetteer, outlet_country)


def resolve_spans(
    text: str, spans: Sequence[Span], *, gazetteer: Gazetteer, outlet_country: str | None = None
) -> tuple[Place, ...]:
    """Return the places at spans that are known to be toponyms, in their order."""
    toponyms = tuple(read_toponym(text, span) for span in spans)
    return _places(text, toponyms, gazetteer, outlet_country)


def _places(
    text: str, toponyms: tuple[Toponym, ...], gazetteer: Gazetteer, outlet_country: str | None
) -> tuple[Place, ...]:
    if not toponyms:
        return ()
    answers = resolve(text, toponyms, gazetteer=gazetteer, outlet_country=outlet_country)
    return tuple(_place(toponym.span, answers[place_key(toponym.form)]) for toponym in toponyms)


def _place(span: Span, answer: Answer) -> Place:
    found = answer.place
    if found is None:
        return Place(span=span, candidates=answer.candidates, reason=answer.reason)
    return Place(
        span=span,
        name=found.name,
        geonameid=found.geonameid,
        latitude=found.latitude,
        longitude=found.longitude,
        country=found.country,
        feature=found.feature,
        precision=_PRECISIONS.get(found.level, Precision.SITE),
        candidates=answer.candidates,
        radius_km=found.radius_km,
        reason=answer.reason,
    )
