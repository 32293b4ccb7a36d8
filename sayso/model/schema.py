"""The JSON Schema (draft 2020-12) of a reading, made from the vocabularies so that the two cannot drift apart."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

from sayso.model.exchange import SCHEMA
from sayso.model.plover import CONTEXTS, SECTORS
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

Schema = dict[str, Any]

_TEXT: Final[Schema] = {"type": "string"}
_MAYBE_TEXT: Final[Schema] = {"type": ["string", "null"]}
_MAYBE_NUMBER: Final[Schema] = {"type": ["number", "null"]}
_MAYBE_DAY: Final[Schema] = {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_COUNTRY: Final[Schema] = {"type": ["string", "null"], "pattern": "^[A-Z]{3}$"}
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
_SPAN: Final[Schema] = {"start": _COUNT, "end": _COUNT, "text": _TEXT}


def _object(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _one_of(vocabulary: type[StrEnum]) -> Schema:
    return {"enum": [member.value for member in vocabulary]}


def _maybe_one_of(vocabulary: type[StrEnum]) -> Schema:
    return {"enum": [member.value for member in vocabulary] + [None]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _maybe(name: str) -> Schema:
    return {"anyOf": [_ref(name), {"type": "null"}]}


def _definitions() -> dict[str, Schema]:
    sector: Schema = {"enum": [*SECTORS, None]}
    return {
        "span": _object(**_SPAN),
        "reference": _object(**_SPAN, actor=_MAYBE_TEXT),
        "participant": _object(**_SPAN, actor=_MAYBE_TEXT, country=_COUNTRY, sector=sector),
        "document": _document(),
        "statement": _statement(),
        "event": _event(),
        "actor": _actor(sector),
        "place": _object(
            **_SPAN,
            name=_MAYBE_TEXT,
            geonameid={"type": ["integer", "null"]},
            latitude=_MAYBE_NUMBER | {"minimum": -90, "maximum": 90},
            longitude=_MAYBE_NUMBER | {"minimum": -180, "maximum": 180},
            country=_COUNTRY,
            feature=_MAYBE_TEXT,
            precision=_maybe_one_of(Precision),
            candidates=_COUNT,
            radius_km=_MAYBE_NUMBER,
            reason=_MAYBE_TEXT,
        ),
        "time": _object(
            **_SPAN,
            type=_one_of(TimeType),
            value=_MAYBE_TEXT,
            earliest=_MAYBE_DAY,
            latest=_MAYBE_DAY,
            rule=_MAYBE_TEXT,
        ),
        "problem": _object(kind=_one_of(ProblemKind), detail=_TEXT, span=_maybe("span")),
    }


def _document() -> Schema:
    return _object(
        id=_TEXT,
        sha256={"type": "string", "pattern": "^[0-9a-f]{64}$"},
        title=_MAYBE_TEXT,
        url=_MAYBE_TEXT,
        outlet=_MAYBE_TEXT,
        byline=_MAYBE_TEXT,
        published=_MAYBE_DAY,
        published_at=_MAYBE_TEXT,
        modified=_MAYBE_TEXT,
        language=_MAYBE_TEXT,
        origin=_MAYBE_TEXT,
        characters=_COUNT,
    )


def _actor(sector: Schema) -> Schema:
    return _object(
        id=_TEXT,
        name=_TEXT,
        kind=_one_of(ActorKind),
        country=_COUNTRY,
        sector=sector,
        roles=_list(_object(title=_TEXT, of=_MAYBE_TEXT, span=_ref("span"))),
        mentions=_list(_ref("span")),
        variants=_list(_TEXT),
        evidence=_list(_ref("span")),
    )


def _statement() -> Schema:
    return _object(
        id=_TEXT,
        source=_maybe("reference"),
        cue=_list(_ref("span")),
        content=_list(_ref("span")),
        kind=_one_of(Kind),
        quotation=_one_of(Quotation),
        stance=_one_of(Stance),
        addressee=_maybe("reference"),
        via=_list(_ref("reference")),
        within=_MAYBE_TEXT,
        said=_maybe("time"),
        events=_list(_TEXT),
    )


def _event() -> Schema:
    return _object(
        id=_TEXT,
        type=_one_of(EventType),
        modes=_list(_TEXT),
        contexts=_list({"enum": list(CONTEXTS)}),
        trigger=_list(_ref("span")),
        actors=_list(_ref("participant")),
        recipients=_list(_ref("participant")),
        place=_maybe("place"),
        place_basis=_maybe_one_of(PlaceBasis),
        time=_maybe("time"),
        factuality=_list(_object(source=_TEXT, value=_one_of(Factuality))),
        tense=_maybe_one_of(Tense),
        cameo_root={"type": "string", "pattern": r"^\d\d$"},
        quad={"enum": ["VC", "MC", "VX", "MX"]},
        score={"type": "number", "minimum": -10, "maximum": 10},
    )


def reading_schema() -> Schema:
    """Return the schema that every line of `sayso read --format jsonl` obeys."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": "What sayso read in one document",
        **_object(
            schema={"const": SCHEMA},
            document=_ref("document"),
            sentences=_list({"type": "array", "items": _COUNT, "minItems": 2, "maxItems": 2}),
            statements=_list(_ref("statement")),
            events=_list(_ref("event")),
            actors=_list(_ref("actor")),
            places=_list(_ref("place")),
            times=_list(_ref("time")),
            problems=_list(_ref("problem")),
        ),
        "$defs": _definitions(),
    }
