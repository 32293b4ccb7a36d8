"""Places: a toponym in the text and the gazetteer's answer, or an honest blank."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.span import Span
from sayso.model.vocabulary import Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A toponym; an unresolved one keeps its span and has no coordinates.

    `latitude`, `longitude` in degrees (WGS 84).
    `country`: ISO 3166-1 alpha-3. `feature`: GeoNames class and code ("P.PPL").
    `candidates`: how many gazetteer entries bear the name. `radius_km`: uncertainty that comes with the precision.
    `reason`: why this candidate won.
    """

    span: Span
    name: str | None = None
    geonameid: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    feature: str | None = None
    precision: Precision | None = None
    candidates: int = 0
    radius_km: float | None = None
    reason: str | None = None
