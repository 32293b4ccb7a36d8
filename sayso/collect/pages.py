"""HTML pages to documents: main text by trafilatura behind our own limits, metadata only as the page states it.

Hidden text is dropped before the main text is looked for and counted among what was noticed. A page that gives no text
is a failure, never an empty article.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from html import escape
from itertools import islice
from typing import Any, Final

from sayso.collect.decode import decode
from sayso.collect.elements import elements
from sayso.collect.facts import web_address
from sayso.collect.limits import Limits
from sayso.collect.markup import drop_hidden, drop_unseen, line_text, paragraphs, parse_page
from sayso.collect.stated import page_facts
from sayso.errors import UnreadableInput
from sayso.model import Document, Problem, ProblemKind

_CROWD: Final = 3_000  # blocks; news pages have some hundreds
_HEAD_BYTES: Final = 4_096  # WHATWG HTML 4.2.5.4 asks for the charset within the first 1,024; sites are not that neat


def read_page(
    data: bytes,
    *,
    url: str | None = None,
    charset: str | None = None,
    fetched: datetime | None = None,
    limits: Limits | None = None,
) -> Document:
    """Return the article of an HTML page. `charset`: what the transport declared. Raises `UnreadableInput`."""
    limits = limits or Limits()
    if len(data) > 4 * limits.page:
        raise UnreadableInput(f"the page has {len(data):,} bytes, more than are read")
    decoded = decode(data, declared=charset or declared_charset(data))
    tree = parse_page(decoded.text, limits=limits)
    facts = page_facts(tree, limits=limits)
    drop_unseen(tree)
    hidden = drop_hidden(tree)
    title = facts.title or _heading(tree, limits=limits)
    text = _main_text(tree, title=title)
    if not text:
        raise UnreadableInput(f"no article text was found in {len(decoded.text):,} characters of HTML")
    noticed = decoded.noticed + hidden_text(hidden)
    facts = replace(facts, title=title, url=facts.url or web_address(url))
    return facts.document(text, noticed=noticed, fetched=fetched)


def declared_charset(data: bytes) -> str | None:
    """Return the charset that an HTML page or an XML prologue declares in its first bytes, None if it declares none."""
    head = data[:_HEAD_BYTES].decode("latin-1").lower()
    for mark in ("charset=", "encoding="):
        at = head.find(mark)
        if at >= 0:
            label = head[at + len(mark) :].lstrip(" \"'")[:40]
            return (
                label[: next((n for n, c in enumerate(label) if not (c.isalnum() or c in "-_:.")), len(label))] or None
            )
    return None


def hidden_text(characters: int) -> tuple[Problem, ...]:
    """Return what there is to notice about `characters` of hidden text."""
    if not characters:
        return ()
    detail = f"{characters:,} characters that readers of the page do not see were left out"
    return (Problem(kind=ProblemKind.HIDDEN_TEXT, detail=detail),)


def _heading(tree: Any, *, limits: Limits) -> str | None:
    """Return the first heading that the page's `<title>` repeats (others may be a logo), else that, else a heading."""
    titles, headings = (
        [line for e in tree.iter(name) if (line := line_text(escape("".join(e.itertext())), limits=limits))]
        for name in ("title", "h1")
    )
    whole = titles[0].casefold() if titles else ""
    repeated = [heading for heading in headings if heading.casefold() in whole]
    return next(iter([*repeated, *titles, *headings]), None)


def _main_text(tree: Any, *, title: str | None) -> str:
    """Return the article's paragraphs, parted by empty lines, without the title at their head."""
    from trafilatura import bare_extraction  # 240 ms that only pages pay

    # justext, its second opinion, is quadratic in short blocks: 20,000 of them take 12 s
    crowded = sum(1 for _ in islice(tree.iter(*elements("block")), _CROWD)) == _CROWD
    try:
        found = bare_extraction(tree, fast=crowded, include_comments=False, with_metadata=False)
    except Exception as error:  # whatever a hostile page makes the library raise belongs to that page
        raise UnreadableInput(f"the page's text cannot be told from its frame ({type(error).__name__})") from error
    body = getattr(found, "body", None)
    blocks = [] if body is None else paragraphs(body)
    if blocks and title is not None and blocks[0].casefold() == title.casefold():
        blocks = blocks[1:]
    return "\n\n".join(blocks)
