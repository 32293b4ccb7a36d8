"""Documents: one report as it was fetched, with its three clocks kept apart."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from sayso.model.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report: stored text and what its publisher stated about it.

    `published` is the day that the publisher states, `published_at` the stated moment where a time of day was given,
    `modified` the stated change, `fetched` our own clock at intake; none of them is ever filled from another.
    `origin` is the publisher that a feed or page names as the text's source (RSS `<source>`, `isBasedOn`).
    `noticed` is what intake saw on the way from bytes to text (control characters removed, hidden text left out); the
    reader hands it on among its problems.
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: date | None = None
    published_at: datetime | None = None
    modified: datetime | None = None
    fetched: datetime | None = None
    language: str | None = None
    origin: str | None = None
    noticed: tuple[Problem, ...] = ()

    @property
    def sha256(self) -> str:
        """Return the hash of the stored text, UTF-8 encoded, lower-case hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
