"""From a scanned tree of HTML to paragraphs of text, with what its readers never saw left out.

Works on the trees of lxml, be they HTML or what trafilatura makes of it (`head`, `item`, `row` and so on).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import html as lxml_html

from sayso.collect.decode import clean
from sayso.collect.elements import elements
from sayso.collect.limits import Limits
from sayso.collect.scan import scan_page
from sayso.errors import UnreadableInput

# trafilatura logs each doubtful page; without a handler of the caller's own, logging would print that on the terminal
for _name in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

_BLOCKS: Final = elements("block")
_CELLS: Final = elements("cell")
_BREAKS: Final = elements("break")
_UNSEEN: Final = elements("unseen")
_HIDING: Final = re.compile(
    r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden|font-size\s{0,4}:\s{0,4}[01](?:px|pt|em|;|$)"
    r"|opacity\s{0,4}:\s{0,4}0(?:\.0{1,4})?(?:;|\s|$)",
    re.IGNORECASE,
)
_SPACE: Final = re.compile(r"[ \t\n\r\f\v]+")


def parse_page(html: str, *, limits: Limits) -> Any:
    """Return the lxml tree of a page or fragment; `UnreadableInput` beyond the limits or where none comes out."""
    scan_page(html, limits=limits)
    # huge_tree: without it libxml2 silently drops what is nested deeper than 256; the scan has set our own bounds
    parser = lxml_html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        tree = lxml_html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (ValueError, AssertionError, lxml_html.etree.LxmlError) as error:
        raise UnreadableInput(f"the HTML cannot be parsed ({type(error).__name__})") from error
    if tree is None or tree.find("body") is None:
        raise UnreadableInput("the HTML has no body")
    return tree


def drop_unseen(tree: Any) -> None:
    """Take scripts, styles, drawings and formulas out of `tree`; trafilatura is quadratic in some of them."""
    lxml_html.etree.strip_elements(tree, *_UNSEEN - {"title"}, with_tail=False)


def drop_hidden(tree: Any) -> int:
    """Take out of `tree` what a browser would not show, and return how many characters of text that was.

    Known by `hidden`, inline styles (display, visibility, size 0 or 1, opacity 0) or one colour for text and
    background.
    Style sheets are not read: an accepted gap. A hidden `html` or `body` is a loading trick and stays.
    """
    body = tree.find("body")
    hidden = [e for e in body.iterdescendants() if isinstance(e.tag, str) and _is_hidden(e)]
    dropped = 0
    for element in hidden:
        if element.getparent() is None:
            continue
        if element.tag not in _UNSEEN:
            dropped += len(_SPACE.sub(" ", "".join(element.itertext())).strip())
        element.drop_tree()
    return dropped


def paragraphs(root: Any) -> list[str]:
    """Return the text of `root` block by block, white space collapsed; line breaks inside a block stay."""
    parts: list[str] = []
    found: list[str] = []
    for event in _pieces(root):
        if event is None:
            _finish(parts, found)
        else:
            parts.append(event)
    _finish(parts, found)
    return found


def fragment_text(fragment: str, *, limits: Limits) -> tuple[str, int]:
    """Return the text of an HTML fragment, paragraphs parted by an empty line, and the number of hidden characters."""
    if "<" not in fragment and "&" not in fragment:
        return "\n\n".join(filter(None, (_SPACE.sub(" ", p).strip() for p in fragment.split("\n\n")))), 0
    tree = parse_page(f"<html><body><div>{fragment}</div></body></html>", limits=limits)
    hidden = drop_hidden(tree)
    return "\n\n".join(paragraphs(tree.find("body"))), hidden


def line_text(fragment: str | None, *, limits: Limits, longest: int = 1_000) -> str | None:
    """Return a title or name from outside as one line of plain text, None where nothing is left or it is too long."""
    if not fragment or len(fragment) > 20 * longest:
        return None
    try:
        text, _ = fragment_text(fragment, limits=limits)
    except UnreadableInput:
        return None
    line = " ".join(clean(text)[0].split())
    return line if 0 < len(line) <= longest else None


def _pieces(root: Any) -> Iterator[str | None]:
    """Yield the text in order, None where a block begins or ends. The stack is its own: depth comes from outside."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, leaving = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        block = tag in _BLOCKS
        if leaving:
            if block:
                yield None
            if element is not root and element.tail:
                yield element.tail.replace("\n", " ")
            continue
        stack.append((element, True))
        if not tag or (tag in _UNSEEN and tag != "head"):
            continue
        if block:
            yield None
        yield from _opening(element, tag)
        stack.extend((child, False) for child in reversed(element))


def _opening(element: Any, tag: str) -> Iterator[str]:
    if tag in _BREAKS:
        yield "\n"
    if tag in _CELLS and element.getprevious() is not None:
        yield " | "
    if element.text:
        yield element.text.replace("\n", " ")


def _finish(parts: list[str], found: list[str]) -> None:
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(parts).split("\n"))
    text = "\n".join(filter(None, lines))
    if text:
        found.append(text)
    parts.clear()


def _is_hidden(element: Any) -> bool:
    if "hidden" in element.attrib and element.get("hidden") != "until-found":
        return True
    style = element.get("style")
    if not style or len(style) > 4_096:
        return False
    return _HIDING.search(style) is not None or _own_colour(style)


def _own_colour(style: str) -> bool:
    """Tell whether text and background have the same colour by name or code."""
    rules = dict(part.lower().split(":", 1) for part in style.split(";") if ":" in part)
    found = {name.strip(): value.strip() for name, value in rules.items()}
    colour = found.get("color")
    return bool(colour) and colour in {found.get("background"), found.get("background-color")}
