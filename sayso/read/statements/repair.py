"""Repairs of contents after all cues are known: joined clauses that left their speaker, phrases that are no content."""

from __future__ import annotations

from bisect import bisect_left

from sayso.model import Span
from sayso.read.clauses import base
from sayso.read.language.parse import Parse, Token
from sayso.read.speech import SPEAKING
from sayso.read.statements.carriers import Media
from sayso.read.statements.draft import Draft
from sayso.read.statements.extent import clause, spans_of
from sayso.read.statements.slots import ASKING

_JOINED = 3
"""Tokens from one joined cue to the next; more means that the first had a content that was not found."""
_FINITE = ("VBD", "VBZ", "VBP")


def resumed(parse: Parse, cue: Token, head: int, inside: list[int]) -> list[int]:
    """Return verbs in a content that go on with the speaker's own clause ("denies that N did, and accuses ...").

    The parser hangs them on the inner verb; they share the cue's tense, have no subject and say something themselves.
    """
    found = []
    for index in inside:
        token = parse.tokens[index]
        if index == head or index < cue.index or base(token.relation) != "conj" or token.xpos not in _FINITE:
            continue
        if token.xpos != cue.xpos or any(parse.dependents(index, "nsubj", "expl")):
            continue
        inner = parse.tokens[token.head]
        if inner.xpos != token.xpos or (token.lemma.lower() in SPEAKING and _after_comma(parse, index)):
            found.append(index)
    return found


def lifted(parse: Parse, token: Token) -> int:
    """Return the verb whose subject a joined verb really shares: its own, or the outer one that it goes on with."""
    if base(token.relation) != "conj" or token.is_root:
        return token.index
    inner = parse.tokens[token.head]
    if inner.is_root or base(inner.relation) not in ("ccomp", "xcomp", "advcl", "acl"):
        return token.index
    outer = parse.tokens[inner.head]
    return outer.index if resumed(parse, outer, inner.index, [token.index]) else token.index


def _after_comma(parse: Parse, index: int) -> bool:
    before = [parse.tokens[i].text for i in range(max(0, index - 3), index)]
    return "," in before


def filled(parse: Parse, cue: Token, tokens: set[int], group: set[int]) -> list[int]:
    """Return a content behind its cue without holes: a clause is one stretch even where the parser split it."""
    behind = sorted(i for i in tokens if i > cue.index)
    if not behind or len(behind) < len(tokens):
        return sorted(tokens)
    first = behind[0]
    start = max(group) + 1
    if start < first and not any(parse.tokens[i].upos in ("PUNCT", "ADP", "ADV") for i in range(start, first)):
        between = [parse.tokens[i] for i in range(start, first)]
        if (
            any(t.head == cue.index and base(t.relation) == "obj" for t in between)
            and parse.tokens[first].lower != "that"
        ):
            first = start
    while first - 1 >= start and parse.tokens[first - 1].lower in ASKING:
        first -= 1
    return [i for i in range(first, behind[-1] + 1) if i not in group]


def share(parse: Parse, drafts: list[Draft]) -> None:
    """Give joined cues one content: "neither confirmed nor denied that ..."."""
    by_anchor = {d.anchor: d for d in drafts}
    for draft in drafts:
        token = parse.tokens[draft.anchor]
        first = by_anchor.get(token.head)
        if base(token.relation) != "conj" or first is None or first is draft or not draft.content:
            continue
        bare = first.rule == "verb:bare" and not first.content and token.index - token.head <= _JOINED
        if bare and not any(parse.dependents(token.index, "nsubj")):
            first.content = list(draft.content)
            first.rule = draft.rule


def move(parse: Parse, drafts: list[Draft], media: Media) -> None:
    """Take outlets' "according to" out of the contents that they carry, as carriers."""
    verbs = _by_sentence(parse, [d for d in drafts if d.rule.startswith("verb") and d.content])
    for draft in drafts:
        if draft.rule != "according-to" or draft.source is None or not media.is_outlet(draft.source):
            continue
        near = verbs.get(parse.sentence_of[draft.anchor], [])
        holders = [d for d in near if d.anchor < draft.anchor and _holds(parse, d, draft.anchor)]
        if holders:
            _cut(parse, holders, draft)


def _by_sentence(parse: Parse, drafts: list[Draft]) -> dict[int, list[Draft]]:
    """Return the drafts of each sentence in the order of their anchors."""
    found: dict[int, list[Draft]] = {}
    for draft in sorted(drafts, key=lambda d: d.anchor):
        found.setdefault(parse.sentence_of[draft.anchor], []).append(draft)
    return found


def _holds(parse: Parse, draft: Draft, index: int) -> bool:
    """Tell whether a token stands inside a content or between two pieces of it."""
    start = parse.tokens[index].start
    return min(s.start for s in draft.content) < start < max(s.end for s in draft.content)


def _cut(parse: Parse, holders: list[Draft], phrase: Draft) -> None:
    if phrase.source is None:
        return
    last = max([*phrase.cue, *clause(parse, phrase.source)])
    gone = parse.span(min(phrase.cue), last)
    for draft in holders:
        draft.content = [piece for span in draft.content for piece in _without(parse, span, gone)]
    holders[0].via.append(phrase.source)
    phrase.content.clear()


def _without(parse: Parse, span: Span, gone: Span) -> list[Span]:
    """Return what is left of a span, trimmed at word edges."""
    if not span.overlaps(gone):
        return [span]
    first = parse.token_at(span.start) or 0
    last = parse.token_at(span.end)
    kept = list(range(first, len(parse.tokens) if last is None else last))
    return spans_of(parse, [i for i in kept if not gone.contains(Span(parse.tokens[i].start, parse.tokens[i].end))])


def join_quoted_clauses(parse: Parse, drafts: list[Draft], quoted: list[Span]) -> None:
    """Give the speaker the joined clause in which a few words stand in quotation marks: they are his too."""
    spoken = _by_sentence(parse, [d for d in drafts if d.speech and d.anchor >= 0 and d.content])
    for near in spoken.values():
        for draft in near:
            if draft.rule.startswith("verb:that"):
                for other in parse.dependents(draft.anchor, "conj"):
                    _join(parse, draft, other, near, quoted)


def _join(parse: Parse, draft: Draft, other: Token, near: list[Draft], quoted: list[Span]) -> None:
    if other.lemma.lower() in SPEAKING or not any(parse.dependents(other.index, "nsubj")):
        return
    tokens = clause(parse, other.index)
    whole = parse.span(tokens[0], tokens[-1])
    first = bisect_left(quoted, Span(whole.start, whole.start))
    if first >= len(quoted) or quoted[first].start >= whole.end:
        return
    if any(whole.contains(c) for d in near for c in d.content if d is not draft):
        return
    for span in spans_of(parse, [i for i in tokens if i > draft.anchor]):
        draft.take(Span(span.start, max(span.end, quoted[first].end) if span.overlaps(quoted[first]) else span.end))
