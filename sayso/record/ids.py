"""Record ids: 16 hexadecimal digits of a SHA-256 over what makes a thing itself, so that storing twice changes nothing.

A document's id covers its text and all that its publisher stated; our own clock and what intake noticed are left out.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date

from sayso.model import Document


def document_key(document: Document) -> str:
    """Return the id of this version of the document: another text or another statement about it is another version."""
    return _key(
        "document",
        document.id,
        document.sha256,
        document.title,
        document.url,
        document.outlet,
        document.byline,
        _iso(document.published),
        _iso(document.published_at),
        _iso(document.modified),
        document.language,
        document.origin,
    )


def reading_key(document: str, reader: str) -> str:
    """Return the id of what `reader` (its version) made of the document with the id `document`."""
    return _key("reading", document, reader)


def fact_key(reading: str, fact: str) -> str:
    """Return the id of the fact that is called `fact` ("s1", "e4") within the reading with the id `reading`."""
    return _key("fact", reading, fact)


def failure_key(where: str, reason: str) -> str:
    """Return the id of a failure of intake."""
    return _key("failure", where, reason)


def _iso(moment: date | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _key(*parts: str | None) -> str:
    text = json.dumps(parts, ensure_ascii=True)  # keeps parts apart and None from ""; takes surrogates
    return hashlib.sha256(text.encode()).hexdigest()[:16]
