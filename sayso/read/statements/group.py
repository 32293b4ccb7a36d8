"""Cue spans of verbs: the verb with its auxiliaries, negation, particle, and the verbs that lead up to it."""

from __future__ import annotations

from typing import Final

from sayso.read.clauses import base
from sayso.read.language.parse import Parse, Token
from sayso.read.statements.lexicon import senses

_NEGATION: Final = frozenset({"not", "n't", "n’t", "never", "nt"})
_MOST_LINKS: Final = 3
"""Verbs in a row ("went on to try to deny"); longer rows are parser slips."""


def chained(parse: Parse, token: Token) -> int:
    """Return the first verb of the row that ends in this cue ("refused" of "refused to confirm"), or the cue itself."""
    here = token
    for _ in range(_MOST_LINKS):
        if base(here.relation) != "xcomp" or here.is_root:
            break
        above = parse.tokens[here.head]
        if above.index > here.index or not senses(above.lemma.lower(), "CHAIN"):
            break
        objects = [o for o in parse.dependents(above.index, "obj") if above.index < o.index < here.index]
        if objects and not (_lets(above) and objects[0].lower == "it"):
            break
        if _lets(above) and here.lemma.lower() != "know":
            break
        here = above
    return here.index


def _lets(token: Token) -> bool:
    return any(c.polarity == "let" for c in senses(token.lemma.lower(), "CHAIN"))


def verb_group(parse: Parse, index: int, top: int) -> set[int]:
    """Return the tokens of the cue: from the first auxiliary of `top` to the verb at `index` and its particle."""
    group = {index} | _close(parse, index)
    if top == index:
        return group
    lead = {top} | _close(parse, top)
    between = {i for i in range(top, index) if parse.tokens[i].upos != "PUNCT"}
    return group | lead | between


def _close(parse: Parse, index: int) -> set[int]:
    """Return auxiliaries, negation, particle, infinitive mark and the adverbs directly before the verb."""
    kept = set()
    for child in parse.children[index]:
        token = parse.tokens[child]
        relation = base(token.relation)
        helps = relation in ("aux", "cop") and token.index < index
        particle = token.relation == "compound:prt"
        to = relation == "mark" and token.lower == "to"
        denies = relation == "advmod" and token.lower in _NEGATION
        if helps or particle or to or denies:
            kept.add(child)
    before = index - 1
    while before >= 0 and _adverb(parse, before, index):
        kept.add(before)
        before -= 1
        while before in kept:
            before -= 1
    return kept


def _adverb(parse: Parse, index: int, verb: int) -> bool:
    token = parse.tokens[index]
    return (
        token.head == verb and base(token.relation) == "advmod" and token.lower not in ("when", "where", "why", "how")
    )


def is_negated(parse: Parse, index: int) -> bool:
    """Tell whether the verb itself is negated."""
    return any(t.lower in _NEGATION for t in parse.dependents(index, "advmod")) or any(
        t.lower in _NEGATION for t in parse.dependents(index, "aux")
    )
