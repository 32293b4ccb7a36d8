"""One linear look over markup before any parser touches it: size, depth, attributes and tags within bounds.

A parser that is quadratic in depth or attributes can be held for minutes by 2 MB of markup; this scanner reads each
character a bounded number of times and refuses what would hold the parsers that come after it. Where parsers disagree
(quotes that may hide a tag's end, stray end tags, CDATA in HTML) it counts for the worse.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from sayso.collect.elements import elements
from sayso.collect.limits import Limits
from sayso.errors import UnreadableInput

_NAME: Final = re.compile(r"[A-Za-z][^\s/>]{0,63}")
_ATTRIBUTE: Final = re.compile(r"""[\s/][^\s=>/]""")
_STOP: Final = re.compile(r""">|=\s{0,8}["']""")  # the tag's end, or a quoted value that may hide one
# Possessive, from the first blank of a run: a tag of 50,000 spaces took 16 s when each space began a scan of its own.
_WELL_FORMED: Final = re.compile(r"""(?<!\s)\s++[^\s=>"'/<]++(?:\s{0,8}=\s{0,8}(?:"[^"]*"|'[^']*'))?""")
_COMMENT_END: Final = re.compile(r"--!?>")


@dataclass(frozen=True, slots=True)
class _Markup:
    """Which elements have no content, hold no tags, and may be left unclosed; `cdata`: whether such sections exist."""

    void: frozenset[str] = frozenset()
    raw: frozenset[str] = frozenset()
    optional_end: frozenset[str] = frozenset()
    cdata: bool = False


_XML: Final = _Markup(cdata=True)
_HTML: Final = _Markup(elements("void"), elements("raw"), elements("optional"))


@dataclass(slots=True)
class _Open:
    """The elements that are open at one point of the scan. `weight`: sum of the depths of all that were opened."""

    names: list[str] = field(default_factory=list)
    weight: int = 0

    def push(self, name: str, markup: _Markup) -> None:
        if name in markup.optional_end and self.names and self.names[-1] == name:
            return
        self.names.append(name)
        self.weight += len(self.names)

    def close(self, name: str, markup: _Markup) -> None:
        """Close the nearest `name`; of those inside it only such as may be left unclosed are taken for closed."""
        while self.names and self.names[-1] != name and self.names[-1] in markup.optional_end and name in self.names:
            self.names.pop()
        for at in range(len(self.names) - 1, -1, -1):
            if self.names[at] == name:
                del self.names[at]
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
        if (after := _past_comment(text, at, markup)) is not None:
            at = text.find("<", after)
            continue
        closing = text.startswith("/", at + 1)
        match = _NAME.match(text, at + 1 + closing)
        if match is None:  # a bare "<" is text
            at = text.find("<", at + 1)
            continue
        _refuse_tag(text, match.end(), limits=limits)
        end = text.find(">", match.end())
        if end < 0:
            return
        tags += 1
        name = match.group().lower()
        if closing:
            opened.close(name, markup)
        elif name not in markup.void and not _is_self_closed(text, match.end(), end):
            opened.push(name, markup)
            if name in markup.raw:
                end = _raw_end(text, name, end)
        _refuse_tree(tags, opened, limits=limits, depth=depth)
        at = text.find("<", end)


def _refuse_size(size: int, limit: int) -> None:
    if size > limit:
        raise UnreadableInput(f"the page has {size:,} characters, more than the {limit:,} that are read")


def _refuse_tree(tags: int, opened: _Open, *, limits: Limits, depth: int) -> None:
    if tags > limits.tags:
        raise UnreadableInput(f"the page has more than {limits.tags:,} tags")
    if len(opened.names) > depth:
        raise UnreadableInput(f"the page nests more than {depth:,} elements deep")
    if opened.weight > limits.weight:
        raise UnreadableInput("the page nests too many elements too deep")


def _past_comment(text: str, at: int, markup: _Markup) -> int | None:
    """Return where the comment, CDATA section or declaration at `at` ends, None if there is none."""
    if not text.startswith(("<!", "<?"), at):
        return None
    if text.startswith(("<!-->", "<!--->"), at) and not markup.cdata:
        return at + 5
    if text.startswith("<!--", at):
        match = _COMMENT_END.search(text, at + 4)
        return len(text) if match is None else match.end()
    closing = "]]>" if markup.cdata and text.startswith("<![CDATA[", at) else ">"
    end = text.find(closing, at + 2)
    return len(text) if end < 0 else end + len(closing)


def _refuse_tag(text: str, at: int, *, limits: Limits) -> None:
    """Refuse the tag whose name ends at `at` for its length or attributes, quoted values understood."""
    bound, attributes = min(len(text), at + limits.tag), 0
    while (stop := _STOP.search(text, at, bound)) is not None:
        attributes += len(_ATTRIBUTE.findall(text, at, stop.start()))
        if stop.group() == ">":
            break
        closing = text.find(stop.group()[-1], stop.end(), bound)
        at = bound if closing < 0 else closing + 1
    if stop is None:
        attributes += len(_ATTRIBUTE.findall(text, at, bound))
    if attributes > limits.attributes:
        raise UnreadableInput(f"a tag has more than {limits.attributes} attributes")
    if stop is None and bound < len(text):
        raise UnreadableInput(f"a tag is longer than {limits.tag:,} characters")


def _is_self_closed(text: str, at: int, end: int) -> bool:
    """Tell whether the tag from `at` to `end` is closed by its own slash beyond doubt (`a=/>` is not)."""
    if text[end - 1] != "/":
        return False
    while (match := _WELL_FORMED.match(text, at, end)) is not None:
        at = match.end()
    return text[at:end].strip() == "/"


def _raw_end(text: str, name: str, at: int) -> int:
    """Return where the raw text element's closing tag begins; an unclosed one reaches to the end."""
    match = re.compile(f"</{name}", re.IGNORECASE).search(text, at)
    return len(text) if match is None else match.start()
