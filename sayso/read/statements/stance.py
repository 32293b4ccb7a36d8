"""Stance and quotation type: does the sayer affirm, withhold or ask, and how much is in his own words."""

from __future__ import annotations

from typing import Final

from sayso.model import Kind, Quotation, Span, Stance
from sayso.read.language.parse import Parse
from sayso.read.statements.direct import Quotes
from sayso.read.statements.draft import Draft
from sayso.read.statements.group import is_negated
from sayso.read.statements.lexicon import senses
from sayso.resources.tables import table

_VERDICTS: Final = {row["word"]: Kind(row["kind"]) for row in table("dismissals")}
"""What it means to call a thing so."""

_OWN: Final = frozenset({"it", "he", "she", "they", "we", "i"})
_DONE: Final = frozenset({"did", "has", "had", "have", "was", "were", "never"})
_STATES: Final = frozenset({"know", "think", "want", "have", "need", "see", "understand", "believe", "remember", "be"})
"""Not to have known or wanted is no denial of a deed."""
_TELLING: Final = frozenset({"say", "reveal", "disclose", "specify", "comment", "tell", "acknowledge", "admit"})
"""Not to say is to confirm nothing."""


def stance_of(parse: Parse, draft: Draft) -> Stance:
    """Return DENY for a negated or withheld saying, QUESTION for one that is asked about."""
    if draft.anchor < 0:
        return Stance.AFFIRM
    if _is_neither(parse, draft):
        return Stance.DENY
    verbs = [i for i in sorted(draft.cue) if parse.tokens[i].upos in ("VERB", "ADJ", "AUX", "NOUN")]
    if draft.rule == "noun" and draft.kind is Kind.ANNOUNCE:
        return Stance.AFFIRM  # "has no intention of" denies, see `kind_of`
    negations = sum(is_negated(parse, i) for i in verbs) + sum(parse.tokens[i].lower == "no" for i in draft.cue)
    withheld = sum(_withholds(parse, i) for i in verbs if i != draft.anchor)
    if (negations + withheld) % 2:
        return Stance.DENY
    return Stance.QUESTION if _is_asked(parse, draft) else Stance.AFFIRM


def _is_neither(parse: Parse, draft: Draft) -> bool:
    first = any(t.lower == "neither" for t in parse.dependents(draft.head, "advmod", "cc", "det"))
    return first or any(t.lower == "nor" for t in parse.dependents(draft.anchor, "cc"))


def _withholds(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    return token.upos == "VERB" and any(c.polarity == "withhold" for c in senses(token.lemma.lower(), "CHAIN"))


def _is_asked(parse: Parse, draft: Draft) -> bool:
    """Tell whether the cue is the main verb of a question outside its own content."""
    _, end = parse.sentences[parse.sentence_of[draft.anchor]]
    mark = parse.tokens[end - 1]
    if mark.text != "?" or not parse.tokens[draft.head].is_root:
        return False
    return not any(span.start <= mark.start < span.end for span in draft.content) and _inverts(parse, draft)


def _inverts(parse: Parse, draft: Draft) -> bool:
    first = min(draft.cue)
    return draft.source is not None and first < draft.source < draft.anchor and parse.tokens[first].upos == "AUX"


def kind_of(parse: Parse, draft: Draft) -> Kind:
    """Return the kind; "called the claims baseless" is a denial whatever the verb."""
    if draft.rule in ("verb:pred", "verb:as") and draft.kind in (Kind.SAY, Kind.ASSESS) and draft.content:
        words = {w.strip("“”\"'‘’.,").lower() for span in draft.content for w in span.of(parse.text).split()}
        verdicts = {_VERDICTS[w] for w in words if w in _VERDICTS}
        if verdicts:
            return Kind.DENY if Kind.DENY in verdicts else Kind.ACCUSE
    if draft.rule == "noun" and draft.kind is Kind.ANNOUNCE and any(parse.tokens[i].lower == "no" for i in draft.cue):
        return Kind.DENY
    if draft.anchor >= 0 and any(_lets_known(parse, i) for i in draft.cue):
        return Kind.ANNOUNCE
    if draft.kind is Kind.SAY and _disowns(parse, draft):
        return Kind.DENY
    if (
        draft.anchor >= 0
        and parse.tokens[draft.anchor].lemma.lower() in _TELLING
        and stance_of(parse, draft) is Stance.DENY
    ):
        return Kind.CONFIRM
    return draft.kind


def _lets_known(parse: Parse, index: int) -> bool:
    return any(c.polarity == "let" for c in senses(parse.tokens[index].lemma.lower(), "CHAIN"))


def _disowns(parse: Parse, draft: Draft) -> bool:
    """Tell whether the content says that the sayer did not do something: "says it did not shell the village"."""
    if draft.rule not in ("verb:that", "verb:final") or not draft.content:
        return False
    first = parse.token_at(draft.content[0].start) or 0
    for token in parse.tokens[first : first + 4]:
        if token.lower in _OWN and token.relation.startswith("nsubj"):
            deed = parse.tokens[token.head]
            done = any(t.lower in _DONE for t in parse.dependents(deed.index, "aux", "advmod"))
            return done and is_negated(parse, deed.index) and deed.lemma.lower() not in _STATES
    return False


def quotation_of(text: str, content: tuple[Span, ...], quotes: Quotes, cue: Span | None) -> Quotation:
    """Return how much of the content stands in quotation marks that do not also hold the cue."""
    marks = [s for c in content for s in quotes.near(c) if not (cue and s.contains(cue)) and s.overlaps(c)]
    if not marks:
        return Quotation.INDIRECT
    rest = "".join(_outside(text, span, marks) for span in content)
    return Quotation.MIXED if any(c.isalnum() for c in rest) else Quotation.DIRECT


def _outside(text: str, span: Span, marks: list[Span]) -> str:
    kept, here = [], span.start
    for mark in sorted(marks):
        if mark.start > here and mark.start < span.end:
            kept.append(text[here : mark.start])
        here = max(here, mark.end)
    kept.append(text[here : span.end] if here < span.end else "")
    return " ".join(kept)
