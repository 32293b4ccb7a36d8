"""From a parsed text to its statements: drafts from cues, quotations settled, carriers, order, nesting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sayso.model import Reference, Span, Statement, When, cover
from sayso.read.cast import Cast
from sayso.read.language.parse import Parse
from sayso.read.outlets import glued_outlet
from sayso.read.quotations import Quotations
from sayso.read.statements.bounds import extend
from sayso.read.statements.carriers import Media, credit
from sayso.read.statements.direct import Quotes, settle, snap
from sayso.read.statements.draft import Draft
from sayso.read.statements.extent import source_phrase, spans_of
from sayso.read.statements.final import read_final
from sayso.read.statements.layers import Layers, correct_sources, fill_sources, propose, weigh
from sayso.read.statements.nesting import holders, ordered, without_inner_moods
from sayso.read.statements.nouns import read_nouns
from sayso.read.statements.phrases import read_phrases
from sayso.read.statements.repair import join_quoted_clauses, move, share
from sayso.read.statements.stance import kind_of, quotation_of, stance_of
from sayso.read.statements.verbs import read_verbs

_FIRST_PERSONS: Final = frozenset({"i", "we", "my", "our", "me", "us"})


def find_statements(
    parse: Parse, *, cast: Cast, quotations: Quotations, times: Sequence[When] = ()
) -> tuple[Statement, ...]:
    """Return the statements of a text in the order of their cues. Linear in the text's length; never raises."""
    drafts, quotes = draft_statements(parse, cast=cast, quotations=quotations)
    within = holders(parse, drafts)
    credit(Media.of(parse, cast), drafts, within)
    said = _times_of(parse, drafts, times)
    names = [f"s{n}" for n in range(1, len(drafts) + 1)]
    statements = [
        _statement(parse, cast, quotes, draft, name=names[n], within=None if h is None else names[h], said=said[n])
        for n, (draft, h) in enumerate(zip(drafts, within, strict=True))
    ]
    return tuple(_first_person(parse, statements, quotes))


def draft_statements(parse: Parse, *, cast: Cast, quotations: Quotations) -> tuple[list[Draft], Quotes]:
    """Return the drafts in order, with contents settled; `Draft.rule` says what made each (for `--explain`)."""
    nouns = list(read_nouns(parse))
    lent = {d.head for d in nouns if d.head != d.anchor}
    verbs = [d for d in read_verbs(parse) if d.anchor not in lent]
    swallowed = {d.head for d in verbs if d.head != d.anchor and d.content}
    share(parse, verbs)
    drafts = [d for d in (*verbs, *nouns, *read_phrases(parse)) if d.anchor not in swallowed]
    quotes, media = Quotes.of(parse, quotations), Media.of(parse, cast)
    move(parse, drafts, media)
    for draft in verbs:
        read_final(parse, draft, quotes)
    settle(drafts, quotes)
    join_quoted_clauses(parse, drafts, [q.span for n, q in enumerate(quotes.all) if n not in quotes.taken])
    layers = Layers.of(parse)
    found = weigh(layers, [d for d in drafts if d.content], {id(d) for d in quotes.taken.values()})
    added = propose(layers, [*found, *(d for d in drafts if d.rule == "according-to")])
    for draft in added:
        snap(quotes, draft)
    kept = without_inner_moods(parse, ordered(parse, [d for d in (*found, *added) if d.content]))
    fill_sources(layers, kept)
    correct_sources(layers, kept)
    extend(layers, kept, holders(parse, kept), quotes)
    for draft in kept:
        draft.stance = stance_of(parse, draft)
        if draft.addressee == draft.source:
            draft.addressee = None
        media.carry(draft)
    return kept, quotes


def _statement(
    parse: Parse, cast: Cast, quotes: Quotes, draft: Draft, *, name: str, within: str | None, said: When | None
) -> Statement:
    content = tuple(sorted(draft.content))
    cue = tuple(spans_of(parse, sorted(draft.cue))) or tuple(parse.span(i, i) for i in sorted(draft.cue))
    return Statement(
        id=name,
        source=_reference(parse, cast, draft.source, draft.source_span),
        cue=cue,
        content=content,
        kind=kind_of(parse, draft),
        quotation=quotation_of(parse.text, content, quotes, cover(cue) if cue else None),
        stance=draft.stance,
        addressee=_reference(parse, cast, draft.addressee),
        via=(
            *(_glued(parse, cast, i) for i in draft.glued),
            *(r for i in draft.via if (r := _reference(parse, cast, i)) is not None),
        ),
        within=within,
        said=said,
    )


def _first_person(parse: Parse, statements: list[Statement], quotes: Quotes) -> list[Statement]:
    """Let "I" and "we" inside a quotation be its speaker."""
    by_id = {s.id: n for n, s in enumerate(statements)}
    for number, statement in enumerate(statements):
        source = statement.source
        if source is None or source.actor is not None or source.span.of(parse.text).lower() not in _FIRST_PERSONS:
            continue
        outer = statement.within
        home = quotes.around(source.span.start)
        while outer is not None and home is not None:
            holder = statements[by_id[outer]]
            if quotes.around(holder.cue[0].start if holder.cue else source.span.start) != home:
                if holder.source is not None:
                    statements[number] = replace(statement, source=replace(source, actor=holder.source.actor))
                break
            outer = holder.within
    return statements


def _reference(parse: Parse, cast: Cast, head: int | None, span: Span | None = None) -> Reference | None:
    if head is None:
        return None
    phrase = span or source_phrase(parse, head)
    first = parse.token_at(phrase.start)
    opens = first is not None and parse.tokens[first].start == phrase.start
    lost = glued_outlet(parse.tokens[first].text) if first is not None and opens else 0
    return Reference(span=Span(phrase.start + lost, phrase.end), actor=cast.of_token(head))


def _glued(parse: Parse, cast: Cast, index: int) -> Reference:
    """Return the outlet whose name runs into the word behind it."""
    token = parse.tokens[index]
    span = Span(token.start, token.start + glued_outlet(token.text))
    return Reference(span=span, actor=next((a.id for a in cast.actors if span in a.mentions), None))


def _times_of(parse: Parse, drafts: list[Draft], times: Sequence[When]) -> list[When | None]:
    """Return for each draft the time that its cue's own clause names."""
    anchors = {i: n for n, d in enumerate(drafts) for i in (d.head, d.anchor) if i >= 0}
    found: list[When | None] = [None] * len(drafts)
    for when in times:
        number = _governor(parse, when, anchors)
        if number is None or found[number] is not None:
            continue
        if not any(span.overlaps(when.span) for span in drafts[number].content):
            found[number] = when
    return found


def _governor(parse: Parse, when: When, anchors: dict[int, int]) -> int | None:
    """Return the draft whose cue governs the time expression."""
    index = parse.token_at(when.span.start)
    for _ in range(6):
        if index is None:
            return None
        token = parse.tokens[index]
        if not when.span.start <= token.start < when.span.end:
            return anchors.get(index)
        if token.is_root:
            return None
        index = token.head
    return None
