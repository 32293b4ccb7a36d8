"""Feeds to documents: RSS, Atom and JSON Feed, one document an item, with the item's full text or its summary.

Titles, names and addresses in feeds are hostile as anything else: all become plain text, and only http addresses are
kept. An item that cannot be read is a failure of that item.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from sayso.collect.decode import clean, decode
from sayso.collect.facts import Facts, language_tag, web_address
from sayso.collect.failure import InputFailure
from sayso.collect.limits import Limits
from sayso.collect.markup import fragment_text, line_text
from sayso.collect.moments import stated
from sayso.collect.pages import declared_charset, hidden_text
from sayso.collect.scan import scan_feed
from sayso.errors import UnreadableInput
from sayso.model import Document, Problem

_REFERENCE: Final = re.compile(r"&#(?:x([0-9a-f]{1,8})|([0-9]{1,10}));", re.IGNORECASE)
_PROLOGUE: Final = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_ADVICE: Final = "the other items are read"
Reads = Callable[..., Document]


def read_feed(data: bytes, *, where: str, limits: Limits) -> Iterator[Document | InputFailure]:
    """Yield a document or a failure for each item of an RSS or Atom feed. Raises `UnreadableInput` if it is no feed."""
    import feedparser  # type: ignore[import-untyped]  # 80 ms

    text = decode(data, declared=declared_charset(data)).text
    scan_feed(text, limits=limits)
    sound = '<?xml version="1.0" encoding="utf-8"?>' + _PROLOGUE.sub("", _REFERENCE.sub(_sound, text), count=1).lstrip()
    try:
        feed = feedparser.parse(
            sound.encode(),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,  # foreign HTML never reaches a browser: only its text is kept
            resolve_relative_uris=False,
        )
    except Exception as error:
        raise UnreadableInput(f"the feed cannot be parsed ({type(error).__name__})") from error
    if not feed.get("version"):
        raise UnreadableInput("this is no RSS or Atom feed; give the feed's own file, or a page as .html")
    for number, entry in enumerate(feed.entries, 1):
        yield _guarded(_entry, entry, feed.feed, where=f"{where}:item {number}", limits=limits)


def read_json_feed(feed: Mapping[str, Any], *, where: str, limits: Limits) -> Iterator[Document | InputFailure]:
    """Yield a document or a failure for each item of a JSON Feed (version 1 or 1.1)."""
    items = feed.get("items")
    for number, item in enumerate(items if isinstance(items, list) else [], 1):
        yield _guarded(_item, item, feed, where=f"{where}:item {number}", limits=limits)


def _guarded(read: Reads, item: Any, feed: Any, *, where: str, limits: Limits) -> Document | InputFailure:
    try:
        return read(item, feed, limits=limits)
    except UnreadableInput as error:
        return InputFailure(where=where, reason=str(error), advice=_ADVICE)
    except (AttributeError, TypeError, ValueError, KeyError) as error:  # a field of a kind that no feed has
        reason = f"the item is not as feeds are ({type(error).__name__})"
        return InputFailure(where=where, reason=reason, advice=_ADVICE)


def _sound(reference: re.Match[str]) -> str:
    """Return the reference, or U+FFFD for one to a character that XML forbids and that would cost the whole feed."""
    hexadecimal, decimal = reference.groups()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    allowed = code in {9, 10, 13} or 0x20 <= code < 0xD800 or 0xE000 <= code <= 0x10FFFF
    return reference.group() if allowed and code not in {0xFFFE, 0xFFFF} else "\ufffd"


def _entry(entry: Any, feed: Any, *, limits: Limits) -> Document:
    contents = [part.get("value") or "" for part in entry.get("content") or []]
    body = max([*contents, entry.get("summary") or ""], key=len)
    text, hidden = fragment_text(body, limits=limits)
    facts = Facts(
        title=_line(entry.get("title"), limits),
        url=web_address(entry.get("link")),
        outlet=_line(entry.get("publisher"), limits) or _line(feed.get("title"), limits),
        byline=_line(entry.get("author"), limits),
        published=stated(entry.get("published")),
        modified=stated(entry.get("updated") if "updated" in entry else None),  # asked blindly it gives `published`
        language=language_tag(feed.get("language") or entry.get("title_detail", {}).get("language")),
        origin=_line((entry.get("source") or {}).get("title"), limits),
    )
    return _document(facts, text, noticed=hidden_text(hidden))


def _item(item: Mapping[str, Any], feed: Mapping[str, Any], *, limits: Limits) -> Document:
    text, hidden = item.get("content_text"), 0
    if text is None:
        text, hidden = fragment_text(item.get("content_html") or item.get("summary") or "", limits=limits)
    authors = item.get("authors") or [item.get("author") or {}]
    facts = Facts(
        title=_line(item.get("title"), limits),
        url=web_address(item.get("url")),
        outlet=_line(feed.get("title"), limits),
        byline=_line(", ".join(author.get("name") or "" for author in authors), limits),
        published=stated(item.get("date_published")),
        modified=stated(item.get("date_modified")),
        language=language_tag(item.get("language") or feed.get("language")),
    )
    return _document(facts, text, noticed=hidden_text(hidden))


def _line(value: Any, limits: Limits) -> str | None:
    return line_text(value if isinstance(value, str) else None, limits=limits)


def _document(facts: Facts, text: str, *, noticed: tuple[Problem, ...]) -> Document:
    text, removed = clean(text)
    if not text.strip():
        raise UnreadableInput("the item has no text")
    return facts.document(text, noticed=removed + noticed)
