"""Full-text search over documents and statements: what people type becomes a query that cannot be malformed.

Words are all wanted, a part in double quotes is a phrase, `word*` finds what begins so; everything else that FTS5
would read as its own language is text. Case and diacritics do not count.

>>> match_of('bridge "closed to" lorr*')
'"bridge" "closed to" "lorr"*'
"""

from __future__ import annotations

import re
import secrets
from typing import Final

from sqlalchemy import Connection, text

from sayso.model import Span

_PART: Final = re.compile(r'"([^"]*)"?(\*?)|([^\s"]+)')
_WINDOW: Final = 240
_LONGEST_QUERY: Final = 1_000


def match_of(words: str) -> str:
    """Return the FTS5 query for what a person typed, "" where it holds no word."""
    terms = []
    for phrase, star, word in _PART.findall(words[:_LONGEST_QUERY].replace("\x00", " ")):
        wanted = phrase or word.rstrip("*")
        if any(character.isalnum() for character in wanted):
            prefix = "*" if star or word.endswith("*") else ""
            terms.append(f'"{wanted}"{prefix}')
    return " ".join(terms)


def find_documents(connection: Connection, match: str, *, limit: int) -> list[tuple[int, str | None, str]]:
    """Return number, marked title and marked text of the best matches, for `marks_of`."""
    query = (
        "SELECT rowid, highlight(document_search, 0, :opening, :closing),"
        " highlight(document_search, 1, :opening, :closing)"
        " FROM document_search WHERE document_search MATCH :match"
        " ORDER BY bm25(document_search, 4.0, 1.0), rowid LIMIT :limit"
    )
    values = {"match": match, "limit": limit, "opening": _OPENING, "closing": _CLOSING}
    return [(row[0], row[1], row[2]) for row in connection.execute(text(query), values)]


def find_statements(connection: Connection, match: str, *, limit: int) -> list[int]:
    """Return the numbers of the best matching statements, each from the newest reading of its document version."""
    query = (
        "SELECT s.n FROM statement_search"
        " JOIN statements s ON s.n = statement_search.rowid JOIN readings r ON r.n = s.reading"
        " WHERE statement_search MATCH :match"
        " AND NOT EXISTS (SELECT 1 FROM readings later WHERE later.document = r.document AND later.n > r.n)"
        " ORDER BY bm25(statement_search), s.n LIMIT :limit"
    )
    return list(connection.execute(text(query), {"match": match, "limit": limit}).scalars())


def marks_of(marked: str | None) -> tuple[Span, ...]:
    """Return where the marks of a highlighted text stand in the text without them."""
    spans, at = [], 0
    for number, part in enumerate(re.split(f"{_OPENING}|{_CLOSING}", marked or "")):
        if number % 2 and part:
            spans.append(Span(at, at + len(part)))
        at += len(part)
    return tuple(spans)


def snippet_of(body: str, marks: tuple[Span, ...]) -> Span:
    """Return the part of `body` of some 240 characters that holds most marks, cut between words."""
    best = max(range(len(marks)), key=lambda n: (_held(marks, n), -n), default=None)
    start = 0 if best is None else max(0, marks[best].start - _WINDOW // 4)
    end = min(len(body), max(start + _WINDOW, 0 if best is None else marks[best].end))
    if start:
        blank = body.find(" ", start, marks[best].start if best is not None else end)
        start = start if blank < 0 else blank + 1
    if end < len(body):
        blank = body.rfind(" ", 0 if best is None else marks[best].end, end)
        end = end if blank < 0 else blank
    return Span(start, end)


def _held(marks: tuple[Span, ...], first: int) -> int:
    bound = marks[first].start + _WINDOW * 3 // 4
    return sum(1 for mark in marks[first : first + 50] if mark.end <= bound)


# unguessable, so that no stored text can hold them
_OPENING: Final = f"\x02{secrets.token_hex(8)}\x02"
_CLOSING: Final = f"\x03{secrets.token_hex(8)}\x03"
