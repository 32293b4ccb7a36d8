"""Ends of contents: where the tagger sees a content go on behind the tree's end in the same sentence, it does.

Measured on invented copy that the tagger had not seen: 1.2 points of relaxed F1; cutting at the tagger's end instead
brought nothing, so an end is only ever moved outward.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from sayso.model import Span
from sayso.read.statements.direct import Quotes
from sayso.read.statements.draft import Draft
from sayso.read.statements.extent import trimmed
from sayso.read.statements.layers import Layers

_SAME_START: Final = 2
"""Tokens by which the starts of a tree's and a tagger's content may differ and still be one content."""
_QUOTING: Final = frozenset({"verb:quote", "verb:quoted-as"})


def extend(layers: Layers, drafts: list[Draft], holders: list[int | None], quotes: Quotes) -> None:
    """Move the ends of contents outward to the tagger's, in place; contents that end in a quotation stay."""
    if not layers.speak:
        return
    for draft, holder in zip(drafts, holders, strict=True):
        if len(draft.content) != 1 or not draft.rule.startswith("verb:") or draft.rule in _QUOTING:
            continue
        longer = _longer(layers, draft, quotes, outer=holder is None)
        if longer is not None:
            draft.content = [longer]


def _longer(layers: Layers, draft: Draft, quotes: Quotes, *, outer: bool) -> Span | None:
    """Return the content with the tagger's end, None where there is nothing to move."""
    parse, span = layers.parse, draft.content[0]
    first, last = parse.token_at(span.start), parse.token_at(span.end - 1)
    if first is None or last is None or any(quotes.all[n].span.end >= span.end - 1 for n in quotes.touching(span)):
        return None
    runs = layers.contents if outer else layers.inner
    place = bisect_left(runs, (first - _SAME_START, 0))
    end = next((b for a, b in runs[place : place + 2] if abs(a - first) <= _SAME_START), last)
    if end <= last or parse.sentence_of[end] != parse.sentence_of[last] or any(last < i <= end for i in draft.cue):
        return None
    return trimmed(parse, first, end)
