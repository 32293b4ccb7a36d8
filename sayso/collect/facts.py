"""What is stated about a report, by page, feed or file, and the document that it makes with the text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from sayso.collect.moments import Stated
from sayso.model import Document, Problem

_LONGEST_ADDRESS: Final = 2_048


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What one report states about itself; None where it states nothing that can be used."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: Stated | None = None
    modified: Stated | None = None
    language: str | None = None
    origin: str | None = None

    def document(
        self,
        text: str,
        *,
        name: str | None = None,
        noticed: tuple[Problem, ...] = (),
        fetched: datetime | None = None,
    ) -> Document:
        """Return the document of these facts and `text`; its id is `name` if one was given, else a content hash."""
        published, modified = self.published, self.modified
        return Document(
            id=name or document_id(self.url or self.outlet, text),
            text=text,
            title=self.title,
            url=self.url,
            outlet=self.outlet,
            byline=self.byline,
            published=published.day if published else None,
            published_at=published.moment if published else None,
            modified=modified.moment or datetime.combine(modified.day, datetime.min.time()) if modified else None,
            fetched=fetched,
            language=self.language,
            origin=self.origin,
            noticed=noticed,
        )


def document_id(place: str | None, text: str) -> str:
    """Return 16 hexadecimal digits for a text at `place` (its address, else its outlet)."""
    key = f"{place or ''}\x00{text}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(key).hexdigest()[:16]


def web_address(value: str | None) -> str | None:
    """Return `value` if it is an http or https address that may be kept, else None (`javascript:` and the like)."""
    address = (value or "").strip()
    if not address or len(address) > _LONGEST_ADDRESS or not address.isprintable() or " " in address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme.lower() in {"http", "https"} and parts.hostname else None


def language_tag(value: str | None) -> str | None:
    """Return the primary subtag of a language tag (BCP 47: "en-GB" is "en"), None for anything else."""
    primary = (value or "").strip().replace("_", "-").split("-")[0].lower()
    return primary if primary.isascii() and primary.isalpha() and 2 <= len(primary) <= 3 else None
