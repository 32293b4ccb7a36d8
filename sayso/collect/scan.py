"""One linear look over markup before any parser touches it: size, depth, attributes and tags within bounds.

A parser that is quadratic in depth or attributes can be held for minutes by 2 MB of markup; this scanner reads each
character a bounded number of times and refuses what would hold the parsers that come after it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from sayso.collect.elements import elements
from sayso.collect.limits import Limits
from sayso.errors import UnreadableInput

_NAME: Final = re.compile(r"[A-Za-z][^\s/>]{0,63}")
_ATTRIBUTE: Final = re.compile(r"""[\s/][^\s=>/]""")
_STOP: Final = re.compile(r""">|=\s{0,8}["']""")  # the tag's end, or a quoted value that may hide one


@dataclass(frozen=True, slots=True)
class _Markup:
    """Which elements have no content, hold no tags, and are closed by a start tag of their own name."""

    void: frozenset[str] = frozenset()
    raw: frozenset[str] = frozenset()
    closed_by_same: frozenset[str] = frozenset()


_XML: Final = _Markup()
_HTML: Final = _Markup(elements("void"), elements("raw"), elements("same"))


@dataclass(slots=True)
class _Open:
    """The elements that are open at one point of the scan, with a count by name so that strays cost nothing."""

    names: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def push(self, name: str) -> None:
        self.names.append(name)
        self.counts[name] += 1

    def pop_to(self, name: str) -> None:
        if not self.counts[name]:
            return
        while True:
            last = self.names.pop()
            self.counts[last] -= 1
            if last == name:
                return


def scan_page(html: str, *, limits: Limits) -> None:
    """Raise `UnreadableInput` where an HTML page goes beyond `limits`; takes time linear in its length."""
    _refuse_size(len(html), limits.page)
    _scan(html, limits=limits, depth=limits.depth, markup=_HTML)


def scan_feed(xml: str, *, limits: Limits) -> None:
    """Raise `UnreadableInput` where an XML feed goes beyond `limits` or declares entities (XML bombs, XXE)."""
    _refuse_size(len(xml), limits.feed)
    if re.search(r"<!ENTITY", xml, re.IGNORECASE):
        raise UnreadableInput("the XML declares entities, as XML bombs do; feeds need none")
    _scan(xml, limits=limits, depth=limits.feed_depth, markup=_XML)


def _scan(text: str, *, limits: Limits, depth: int, markup: _Markup) -> None:
    tags, at, opened = 0, text.find("<"), _Open()
    while at >= 0:
        if (after := _past_comment(text, at)) is not None:
            at = text.find("<", after)
            continue
        closing = text.startswith("/", at + 1)
        match = _NAME.match(text, at + 1 + closing)
        if match is None:  # a bare "<" is text
            at = text.find("<", at + 1)
            continue
        end = _tag_end(text, match.end(), limits=limits)
        tags += 1
        if tags > limits.tags:
            raise UnreadableInput(f"the page has more than {limits.tags:,} tags")
        name = match.group().lower()
        if closing:
            opened.pop_to(name)
        elif name not in markup.void and not text.startswith("/", end - 1):
            _open(opened, name, markup=markup, depth=depth)
            if name in markup.raw:
                end = _raw_end(text, name, end)
                opened.pop_to(name)
        at = text.find("<", end)


def _refuse_size(size: int, limit: int) -> None:
    if size > limit:
        raise UnreadableInput(f"the page has {size:,} characters, more than the {limit:,} that are read")


def _past_comment(text: str, at: int) -> int | None:
    """Return where the comment, CDATA section or declaration at `at` ends, None if there is none."""
    for opening, closing in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", ">")):
        if text.startswith(opening, at):
            end = text.find(closing, at + len(opening))
            return len(text) if end < 0 else end + len(closing)
    return None


def _tag_end(text: str, at: int, *, limits: Limits) -> int:
    """Return the offset of the tag's `>`, or of the text's end; quoted values may hold `>`."""
    bound, attributes = min(len(text), at + limits.tag), 0
    while (stop := _STOP.search(text, at, bound)) is not None:
        attributes += len(_ATTRIBUTE.findall(text, at, stop.start()))
        if stop.group() == ">":
            break
        closing = text.find(stop.group()[-1], stop.end(), bound)
        at = bound if closing < 0 else closing + 1
    if attributes > limits.attributes:
        raise UnreadableInput(f"a tag has more than {limits.attributes} attributes")
    if stop is not None:
        return stop.start()
    if bound < len(text):
        raise UnreadableInput(f"a tag is longer than {limits.tag:,} characters")
    return bound


def _open(opened: _Open, name: str, *, markup: _Markup, depth: int) -> None:
    if name in markup.closed_by_same and opened.names and opened.names[-1] == name:
        return
    opened.push(name)
    if len(opened.names) > depth:
        raise UnreadableInput(f"the page nests more than {depth:,} elements deep")


def _raw_end(text: str, name: str, at: int) -> int:
    """Return where the raw text element's closing tag begins; an unclosed one reaches to the end."""
    match = re.compile(f"</{name}", re.IGNORECASE).search(text, at)
    return len(text) if match is None else match.start()
