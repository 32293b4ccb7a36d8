"""Credits: whom a report itself names as the hand it came from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from sayso.model import Document
from sayso.resources.tables import table

_NAME: Final = r"(?P<name>[^\W\d_a-z][^().;:\n]{1,58})"
_HEAD: Final = 120  # characters at the start of a paragraph that can hold a dateline
_HEADS: Final = 3  # paragraphs at the start that can hold one; a lead of the copier's own may stand above
_TAIL: Final = 3  # paragraphs at the end that can hold a credit
_CREDIT_LENGTH: Final = 200  # characters; a longer paragraph is prose


@dataclass(frozen=True, slots=True)
class Credit:
    """A name as the text or its page gives it; `whole` if the text is theirs, not only parts of it."""

    name: str
    whole: bool


def publisher_of(document: Document) -> str:
    """Return the label of who put a document out; see `publisher_name`."""
    return label(publisher_name(document)) or document.id


def publisher_name(document: Document) -> str:
    """Return who put a document out: the outlet that a feed's item names as its source, else outlet, else host."""
    if document.origin and "://" not in document.origin:
        return document.origin
    return document.outlet or _host(document.url) or document.id


def credits_of(document: Document) -> tuple[Credit, ...]:
    """Return the hands that a document names besides its own publisher, each once, in order of weight."""
    found = [Credit(_host(document.origin) or "", True)] if document.origin and "://" in document.origin else []
    found += _lines(document.text)
    own = publisher_of(document)
    named = {label(c.name): Credit(label(c.name), c.whole) for c in reversed(found) if label(c.name) not in {"", own}}
    return tuple(reversed(named.values()))


def label(name: str) -> str:
    """Return one spelling for an outlet's name: case, article, spaces and the ending of a host aside.

    >>> label("The Vistula Wire"), label("www.vistula-wire.example")
    ('vistulawire', 'vistulawire')
    """
    plain = name.casefold().strip()
    if "." in plain and " " not in plain:
        plain = plain.removeprefix("www.").rsplit(".", 1)[0]
    return "".join(c for c in plain.removeprefix("the ") if c.isalnum())


def _host(url: str | None) -> str | None:
    if not url:
        return None
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _lines(text: str) -> list[Credit]:
    paragraphs = [p.strip() for p in text.split("\n") if p.strip()]
    if not paragraphs:
        return []
    heads = [p[:_HEAD] for p in paragraphs[:_HEADS]]
    tails = [p for p in paragraphs[-_TAIL:] if len(p) <= _CREDIT_LENGTH]
    found = []
    for pattern, at, whole in _patterns():
        for part in heads if at == "head" else tails:
            match = pattern.search(part)
            if match is not None:
                found.append(Credit(_first_names(match["name"]), whole))
    return found


def _first_names(text: str) -> str:
    """Return the words up to the first that is written small, particles aside: "Vistula Wire in Warsaw" is cut."""
    kept: list[str] = []
    for word in text.replace(",", " ,").split():
        if not (word[0].isupper() or word[0].isdigit() or word in {"of", "the", "and", "&"}):
            break
        kept.append(word)
    while kept and not kept[-1][0].isalnum():
        kept.pop()
    return " ".join(kept)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, bool], ...]:
    return tuple(
        (re.compile(_expression(row["pattern"], row["at"])), row["at"], row["role"] == "source")
        for row in table("credit_lines")
    )


def _expression(pattern: str, at: str) -> str:
    before, after = pattern.split("{name}")
    return f"{re.escape(before) if at == 'head' else f'(?i:{re.escape(before)})'}{_NAME}{re.escape(after)}"
