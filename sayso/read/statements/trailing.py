"""What stands behind a content and belongs to it although the tree hung it on the cue."""

from __future__ import annotations

from typing import Final

from sayso.model import Kind
from sayso.read.clauses import base
from sayso.read.language.parse import Parse, Token
from sayso.read.statements.extent import clause
from sayso.read.statements.frames import Content
from sayso.read.statements.lexicon import Cue
from sayso.read.statements.slots import Slots

_OPEN_ENDED: Final = frozenset(
    {Kind.PREDICT, Kind.BELIEVE, Kind.DEMAND, Kind.REQUEST, Kind.PROMISE, Kind.THREATEN, Kind.FEAR, Kind.PRAISE}
)
"""Kinds that look ahead: what stands behind their object tells when, where and on what condition."""
_CONDITIONS: Final = frozenset({"if", "unless", "until", "before", "after", "because", "once", "when", "since", "so"})


def trailing(parse: Parse, cue: Cue, slots: Slots, content: Content) -> list[int]:
    """Return what the parser hung on the cue but a reader counts to the content behind which it stands."""
    last = max(content.tokens, default=-1)
    if last < slots.index or content.name in ("parataxis", "bare", "seem"):
        return []
    found: list[int] = []
    for child in parse.children[slots.index]:
        if child > last and _trails(parse, cue, parse.tokens[child], content):
            more = clause(parse, child)
            if more[0] <= last + 2:
                found += more
                last = more[-1]
    return found


def _trails(parse: Parse, cue: Cue, token: Token, content: Content) -> bool:
    relation = base(token.relation)
    first = min(clause(parse, token.index))
    comma = any(parse.tokens[i].text in ",;" for i in (first, first - 1))
    marks = {t.lower for t in parse.dependents(token.index, "mark", "advmod", "case")}
    if relation == "conj":
        if "that" in marks:
            return True
        return content.name == "that" and not comma and any(parse.dependents(token.index, "nsubj", "expl"))
    if relation == "advcl":
        return bool(marks & _CONDITIONS) and (not comma or bool(marks & {"if", "unless"}))
    return relation == "obl" and not comma and cue.kind in _OPEN_ENDED and content.name in ("obj", "inf", "raise")
