"""A word's own operators: negation, hedges, modals and conditions that hang on the word itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sayso.read import clauses
from sayso.read.factuality.climb import Climb
from sayso.read.factuality.scopes import Effect, look_up
from sayso.read.factuality.words import (
    NOMINAL,
    below_of,
    has_condition,
    is_clause,
    is_empty,
    is_inverted,
    is_negator,
    is_yet_to,
)
from sayso.read.language.parse import Parse, Token

_UNTIL: Final = frozenset({"until", "till", "before", "once", "as soon as", "by the time"})
"""Openers of clauses whose present tense looks ahead ("until the president resigns")."""
_SUPPOSING: Final = frozenset({"would", "could", "might", "'d", "’d"})
_COUNTER: Final = frozenset({"should", "ought", "might", "could"})
"""Modals that with "have" tell what did not happen; "might" and "could" only beside a condition."""


def own_operators(climb: Climb, here: Token) -> None:
    """Apply negation first, then hedges and modals, then conditions: "may not attack" is a possible no."""
    parse = climb.parse
    below = below_of(parse, here)
    for effect, reason in _negations(climb, below):
        climb.apply(effect, reason)
    for word in below:
        if word.relation in ("advmod", "advcl", "obl", "amod") or word.relation == "det":
            scope = look_up((word.lower,), "adv", ("local",)) if word.relation != "amod" else None
            scope = scope or (look_up((word.lower, word.lemma), "adj", ("amod",)) if word.relation == "amod" else None)
            if scope and scope.pos == "adj" and scope.effect is Effect.UNCOMMIT:
                climb.hedge = word.lower
            elif scope and scope.group not in ("negator", "near miss"):
                climb.apply(scope.effect, word.lower)
    if is_clause(parse, here):
        _modals(climb, here)
        _conditions(climb, here, below)
    for mark in clauses.case_words(parse, here.index):
        pos = "noun-prep" if here.upos in NOMINAL else "prep"
        scope = look_up((mark,), "mark", (pos, "prep") if pos == "noun-prep" else ("prep", "noun-prep"))
        if scope:
            climb.apply(scope.effect, mark)


def _negations(climb: Climb, below: list[Token]) -> Iterator[tuple[Effect, str]]:
    for word in below:
        if word.relation == "det" and (scope := look_up((word.lower,), "det", ("local",))):
            yield scope.effect, word.lower
        elif clauses.base(word.relation) in ("advmod", "cc", "aux") and is_negator(word):
            yield Effect.NEGATE, word.lower
        elif word.index == climb.below:
            continue
        elif word.relation in ("nsubj", "nsubj:pass", "obj", "iobj", "obl") and is_empty(climb.parse, word):
            yield Effect.NEGATE, word.lower
            return
    if _no_longer(below):
        yield Effect.NEGATE, "no longer"


def _no_longer(below: list[Token]) -> bool:
    words = [w.lower for w in below]
    return "longer" in words or ("anymore" in words and "n't" not in words)


def _modals(climb: Climb, here: Token) -> None:
    words = [t.lower for t in clauses.auxiliaries(climb.parse, here.index)]
    negated = any(r.endswith(":negate") for r in climb.reasons[-3:])
    for word in words:
        scope = look_up((word,), "aux", ("local",))
        if scope is None:
            continue
        if word in ("can", "could") and negated:
            continue
        if scope.effect is Effect.WOULD:
            _would(climb, words)
        elif (
            word in _COUNTER
            and "have" in words
            and (word in ("should", "ought") or has_condition(climb.parse, below_of(climb.parse, here)))
        ):
            climb.apply(Effect.NEGATE, f"{word} have")
        elif scope.effect is Effect.FUTURE and negated:
            climb.reasons.append(f"{word}:refused")
        else:
            climb.apply(scope.effect, word)
    if is_yet_to(climb.parse, here):
        climb.apply(Effect.NEGATE, "have yet to")
    if any(t.lower == "to" for t in climb.parse.dependents(here.index, "mark")):
        _be_to(climb, here, words)


def _be_to(climb: Climb, here: Token, words: list[str]) -> None:
    """Read "is to be signed" as scheduled, "was to be signed" and "the plan is to attack" as open."""
    parse = climb.parse
    aims = [t for t in parse.dependents(here.index, "nsubj") if look_up((t.lemma.lower(),), "n", ("acl",))]
    if aims or {"was", "were"} & set(words):
        climb.apply(Effect.UNCOMMIT, "was to")
    elif {"is", "are", "'s", "’s"} & set(words):
        climb.apply(Effect.PROBABLE, "is to")
    elif here.is_root:
        climb.apply(Effect.UNCOMMIT, "to")


def _would(climb: Climb, words: list[str]) -> None:
    """Read "would have done" as not done; a bare "would" is the future of the past or a supposition."""
    if "have" in words or "'ve" in words or "’ve" in words:
        climb.apply(Effect.UNCOMMIT if climb.value.polarity == "-" else Effect.NEGATE, "would have")
    elif climb.value.polarity == "+":
        climb.apply(Effect.FUTURE, "would")


def _conditions(climb: Climb, here: Token, below: list[Token]) -> None:
    parse = climb.parse
    marks = clauses.case_words(parse, here.index) | {
        w.lower for w in below if w.relation == "advmod" and w.lower == "if"
    }
    if "if" in marks and _past_perfect(parse, here) and _supposes_in_sentence(parse, here):
        climb.apply(Effect.NEGATE if climb.value.polarity == "+" else Effect.UNCOMMIT, "if had")
        return
    words = {t.lower for t in clauses.auxiliaries(parse, here.index)}
    if marks & _UNTIL and here.xpos in ("VBZ", "VBP") and not words & {"has", "have"}:
        climb.apply(Effect.UNCOMMIT, "until it does")
    if "before" in marks and words & {"could", "can", "would"}:
        climb.apply(Effect.UNCOMMIT, "before it could")
    if "as" in marks and marks & {"though", "if"}:
        climb.apply(Effect.UNCOMMIT, "as though")
    for mark in marks:
        scope = look_up((mark,), "mark", ("local",))
        if scope and climb.inside(here.index):
            climb.apply(scope.effect, mark)
    if is_inverted(parse, here, below) and not any(r.startswith("would have") for r in climb.reasons):
        climb.apply(Effect.NEGATE if below[0].lower == "had" else Effect.UNCOMMIT, "inverted condition")
    if climb.value.polarity == "+" and has_condition(parse, below) and not (_plain_past(here) or _speaks(parse, here)):
        climb.apply(Effect.UNCOMMIT, "conditional")


def _past_perfect(parse: Parse, here: Token) -> bool:
    return here.xpos in ("VBN", "VBD") and any(
        t.lower in ("had", "'d", "’d") for t in clauses.auxiliaries(parse, here.index)
    )


def _supposes_in_sentence(parse: Parse, here: Token) -> bool:
    first, end = parse.sentences[parse.sentence_of[here.index]]
    return any(t.lower in _SUPPOSING for t in parse.tokens[first:end])


def _speaks(parse: Parse, here: Token) -> bool:
    """Tell whether a condition belongs to what is said rather than to the saying ("threatens to leave if ...")."""
    scope = look_up((here.lemma.lower(),), "v", ("xcomp", "ccomp"))
    said = scope is not None and scope.group in ("saying", "commitment", "demand", "warning", "denial")
    return said and not clauses.auxiliaries(parse, here.index)


def _plain_past(here: Token) -> bool:
    return here.xpos == "VBD"
