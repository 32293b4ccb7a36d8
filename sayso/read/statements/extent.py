"""How far phrases reach: sources as noun phrases, contents as clauses, without the punctuation at their ends."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from sayso.model import Span
from sayso.read.clauses import base
from sayso.read.language.parse import Parse, Token

_LOOSE: Final = frozenset({"parataxis", "discourse", "vocative", "list"})
_EDGE: Final = frozenset(",;:—–-―")
_CLOSERS: Final = frozenset("”\"’'»)]")


def clause(parse: Parse, head: int, *, without: Collection[int] = ()) -> list[int]:
    """Return the tokens of a clause or phrase below `head`, leaving out the subtrees of the tokens in `without`."""
    found, stack = [], [head]
    while stack:
        here = stack.pop()
        if here in without:
            continue
        found.append(here)
        stack.extend(parse.children[here])
    return sorted(found)


def spans_of(parse: Parse, tokens: list[int], *, gap: int = 0) -> list[Span]:
    """Return the runs of consecutive tokens as trimmed character spans; holes of up to `gap` tokens are bridged."""
    spans: list[Span] = []
    first = previous = -2
    for index in [*tokens, -1]:
        if index >= 0 and index - previous <= 1 + gap and first >= 0:
            previous = index
            continue
        if first >= 0:
            span = trimmed(parse, first, previous)
            if span is not None:
                spans.append(span)
        first = previous = index
    return spans


def trimmed(parse: Parse, first: int, last: int) -> Span | None:
    """Return the characters of a run without commas, dashes and the sentence's full stop at its ends."""
    tokens = parse.tokens
    while first <= last and (tokens[first].text in _EDGE or tokens[first].text in ".!?" or _lone_closer(tokens, first)):
        first += 1
    while last >= first and (tokens[last].text in _EDGE or _final_stop(tokens[last], last > first)):
        last -= 1
    return parse.span(first, last) if first <= last else None


def _lone_closer(tokens: tuple[Token, ...], index: int) -> bool:
    return tokens[index].text in "”»)]" and tokens[index].upos == "PUNCT"


def _final_stop(token: Token, more: bool) -> bool:  # noqa: FBT001
    return more and token.text in {".", "!", "?", "…"} and token.upos == "PUNCT"


def source_phrase(parse: Parse, head: int) -> Span:
    """Return the noun phrase of a source: titles, appositions and joined names, no relative clause behind a comma."""
    kept, stack = {head}, [head]
    while stack:
        here = stack.pop()
        for child in parse.children[here]:
            if _belongs(parse, parse.tokens[child], head):
                kept.add(child)
                stack.append(child)
    first = last = head
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept or _same_name(parse, head, last + 1):
        last += 1
    return trimmed(parse, first, last) or parse.span(head, head)


def _same_name(parse: Parse, head: int, index: int) -> bool:
    """Tell whether a proper noun that follows a title belongs to it although the parser split the two."""
    if index >= len(parse.tokens) or parse.tokens[index].upos != "PROPN" or parse.tokens[index - 1].upos != "PROPN":
        return False
    return parse.tokens[index].head == parse.tokens[head].head and base(parse.tokens[index].relation) in (
        "nsubj",
        "obj",
        "obl",
    )


def _belongs(parse: Parse, token: Token, head: int) -> bool:
    relation = base(token.relation)
    if relation in _LOOSE:
        return False
    if token.head == head:
        if relation in ("case", "cc", "mark", "cop", "aux", "advcl", "ccomp", "nsubj", "obj", "obl", "expl"):
            return False
        if relation == "advmod":
            return token.index < head
        if relation == "conj" and token.upos in ("VERB", "AUX"):
            return False
        if relation == "punct":
            return token.text not in ".!?:;"
    if token.relation == "acl:relcl" or (relation == "acl" and token.index > token.head):
        return not _behind_comma(parse, token)
    return True


def _behind_comma(parse: Parse, token: Token) -> bool:
    """Tell whether the clause that `token` heads opens with a comma or a dash."""
    first = min(clause(parse, token.index), default=token.index)
    before = [parse.tokens[i].text for i in (first, first - 1) if i >= 0]
    return any(text in {",", "—", "–", "-"} for text in before)
