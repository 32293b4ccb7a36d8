"""Readings as JSON, out and in, exactly as the reference page of the reading says (schema `sayso/reading/1`).

A span leaves as `{"start", "end", "text"}`; on the way back its text must equal the slice of the stored text, so a
reading can never be laid over another text by mistake.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from sayso.errors import InputError
from sayso.model.exchange.building import Builder, document_in
from sayso.model.exchange.writing import Json, Writer, document_out
from sayso.model.reading import Reading
from sayso.model.span import Span

SCHEMA: Final = "sayso/reading/1"

__all__ = ["SCHEMA", "Json", "from_json", "to_json", "to_line"]


def to_json(reading: Reading) -> Json:
    """Return the reading as plain JSON values."""
    out = Writer(reading.document.text)
    return {
        "schema": SCHEMA,
        "document": document_out(reading.document),
        "sentences": [[s.start, s.end] for s in reading.sentences],
        "statements": [out.statement(s) for s in reading.statements],
        "events": [out.event(e) for e in reading.events],
        "actors": [out.actor(a) for a in reading.actors],
        "places": [out.place(p) for p in reading.places],
        "times": [out.when(t) for t in reading.times],
        "problems": [out.problem(p) for p in reading.problems],
    }


def to_line(reading: Reading) -> str:
    """Return the reading as one line of JSON without the line feed; the same reading gives the same bytes.

    A reading with a lone surrogate, which UTF-8 cannot carry, leaves with all non-ASCII letters escaped.
    """
    value = to_json(reading)
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        line.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"))
    return line


def from_json(value: Mapping[str, Any], text: str) -> Reading:
    """Return the reading that `to_json` wrote, laid over `text`.

    Raises `InputError` if the schema is another one, if `text` is not the text that was read, or if a span does not
    fit.
    """
    if value.get("schema") != SCHEMA:
        raise InputError(f"schema {value.get('schema')!r} is not {SCHEMA!r}; read the document again with this version")
    document = document_in(value["document"], text)
    if document.sha256 != value["document"]["sha256"]:
        raise InputError(f"document {document.id}: the text is not the one that was read (SHA-256 differs)")
    build = Builder(text)
    return Reading(
        document=document,
        sentences=tuple(Span(a, b) for a, b in value["sentences"]),
        statements=tuple(map(build.statement, value["statements"])),
        events=tuple(map(build.event, value["events"])),
        actors=tuple(map(build.actor, value["actors"])),
        places=tuple(map(build.place, value["places"])),
        times=tuple(map(build.when, value["times"])),
        problems=tuple(map(build.problem, value["problems"])),
    )
