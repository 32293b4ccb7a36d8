"""JSON and JSONL to documents: one object a document, its text taken as it is so that given offsets stay true.

A JSONL file of any length is read line by line; a line that is too long, no JSON, or without a text is a failure of
that line alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO, Final, NoReturn

from sayso.collect.decode import storable
from sayso.collect.facts import Facts, language_tag
from sayso.collect.failure import InputFailure
from sayso.collect.limits import Limits
from sayso.collect.moments import Stated, stated
from sayso.errors import UnreadableInput
from sayso.model import Document

FIELDS: Final = ("id", "text", "title", "url", "outlet", "byline", "published", "modified", "language", "origin")
_JSON_FEED: Final = "https://jsonfeed.org/version/"
_ADVICE: Final = "mend the line; the other lines are read"


def read_lines(file: BinaryIO, *, where: str, limits: Limits) -> Iterator[Document | InputFailure]:
    """Yield a document or a failure for each line that is not blank."""
    blank = True
    for number, line in enumerate(_lines(file, limits=limits), 1):
        blank = blank and line is not None and not line.strip()
        place = f"{where}:{number}"
        if line is None:
            reason = f"the line is longer than {limits.line:,} bytes"
            yield InputFailure(
                where=place, reason=reason, advice="split it or raise the limit; the other lines are read"
            )
        elif line.strip():
            yield _guarded(line, where=place)
    if blank:
        yield InputFailure(where=where, reason="the file is empty", advice="the other inputs are read")


def read_json(data: bytes, *, where: str, limits: Limits) -> Iterator[Document | InputFailure]:
    """Yield the documents of a `.json` file: a JSON Feed, one object, or a list of objects."""
    value = parse_json(data)
    if isinstance(value, dict) and str(value.get("version", "")).startswith(_JSON_FEED):
        from sayso.collect.feeds import read_json_feed  # lxml, only for feeds

        yield from read_json_feed(value, where=where, limits=limits)
        return
    for number, item in enumerate(value if isinstance(value, list) else [value], 1):
        place = f"{where}:item {number}" if isinstance(value, list) else where
        try:
            yield document_of(item)
        except UnreadableInput as error:
            yield InputFailure(where=place, reason=str(error), advice="mend the object; the others are read")


def parse_json(data: bytes) -> Any:
    """Return the value of strict JSON in UTF-8; raises `UnreadableInput` with the place for anything else."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"not UTF-8 at byte {error.start}; JSON is UTF-8 (RFC 8259)") from error
    try:
        return json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        raise UnreadableInput(f"invalid JSON at column {error.colno}: {error.msg}") from error
    except RecursionError as error:
        raise UnreadableInput("the JSON nests too deep") from error
    except ValueError as error:  # a number of thousands of digits
        raise UnreadableInput(f"invalid JSON: {str(error)[:80]}") from error


def document_of(value: Any) -> Document:
    """Return the document that a JSON object describes; raises `UnreadableInput` naming the field that is wrong."""
    if not isinstance(value, dict):
        raise UnreadableInput(f"a JSON object is wanted, this is {_kind(value)}")
    if value.get("text") is None:
        raise UnreadableInput("the field 'text' is missing")
    fields = {name: _string(value, name) for name in FIELDS}
    text, replaced = storable(fields["text"] or "")
    facts = Facts(
        title=fields["title"],
        url=fields["url"],
        outlet=fields["outlet"],
        byline=fields["byline"],
        published=_moment(fields["published"], "published"),
        modified=_moment(fields["modified"], "modified"),
        language=language_tag(fields["language"]),
        origin=fields["origin"],
    )
    return facts.document(text, name=fields["id"], noticed=replaced)


def with_default_day(document: Document, published: Stated | None) -> Document:
    """Return `document` with the day `published` where it states none of its own."""
    if published is None or document.published is not None:
        return document
    return replace(document, published=published.day, published_at=published.moment)


def _guarded(line: bytes, *, where: str) -> Document | InputFailure:
    try:
        return document_of(parse_json(line.rstrip(b"\r\n")))
    except UnreadableInput as error:
        return InputFailure(where=where, reason=str(error), advice=_ADVICE)


def _lines(file: BinaryIO, *, limits: Limits) -> Iterator[bytes | None]:
    """Yield the lines, None for one beyond the limit, holding at most one line in memory."""
    while line := file.readline(limits.line + 1):
        if len(line) <= limits.line:
            yield line
            continue
        while not line.endswith(b"\n") and (line := file.readline(1_000_000)):
            pass
        yield None


def _refuse_constant(name: str) -> NoReturn:
    raise UnreadableInput(f"invalid JSON: {name} is no JSON value")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        if twice in FIELDS:
            raise UnreadableInput(f"the field {twice!r} stands twice; nobody can tell which one is meant")
    return found


def _string(value: dict[str, Any], name: str) -> str | None:
    found = value.get(name)
    if isinstance(found, int) and not isinstance(found, bool) and name == "id":
        return str(found)
    if found is None or (isinstance(found, str) and name == "text"):
        return found
    if not isinstance(found, str):
        raise UnreadableInput(f"the field {name!r} must be a string, not {_kind(found)}")
    return storable(found)[0].strip() or None


def _moment(value: str | None, name: str) -> Stated | None:
    found = stated(value)
    if value is not None and found is None:
        raise UnreadableInput(f"the field {name!r} is no date: {value[:40]!r}; write it as 2022-10-14")
    return found


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
