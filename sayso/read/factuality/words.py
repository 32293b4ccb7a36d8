"""Plain questions about words and clauses that the factuality step asks again and again."""

from __future__ import annotations

from typing import Final

from sayso.read import clauses
from sayso.read.factuality.scopes import look_up
from sayso.read.language.parse import Parse, Token

NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "DET"})
_GIVEN: Final = frozenset({"provided", "providing", "assuming", "supposing"})
CONDITIONS: Final = frozenset({"if", "unless", "provided", "lest", "supposing", "assuming"})
ANYTHING: Final = frozenset({"who", "whom", "what", "which", "whose", "how", "why", "where", "when"})
PEOPLE: Final = frozenset({"who", "whom", "whose", "which"})
_INDEFINITE: Final = frozenset({"a", "an", "any", "another", "some", "further", "more", "new", "such"})


def below_of(parse: Parse, token: Token) -> list[Token]:
    """Return the direct dependents of a word."""
    return [parse.tokens[c] for c in parse.children[token.index]]


def is_clause(parse: Parse, token: Token) -> bool:
    """Tell whether a word heads a clause: a verb, or a predicate with a copula."""
    return token.upos in clauses.VERBAL or any(True for _ in parse.dependents(token.index, "cop"))


def is_definite(parse: Parse, here: Token) -> bool:
    """Tell whether a noun points to a known act: by article, owner, number or a phrase that tells which."""
    below = [parse.tokens[c] for c in parse.children[here.index]]
    if any(w.relation == "det" and w.lower in _INDEFINITE for w in below):
        return False
    if any(w.relation == "amod" and w.lower in _INDEFINITE for w in below):
        return False
    if parse.tokens[here.index].xpos == "NNS" and not any(w.relation in ("det", "nmod:poss") for w in below):
        return False
    return any(w.relation in ("det", "nmod:poss", "acl:relcl") or w.relation in ("nmod", "acl") for w in below)


def is_negator(word: Token) -> bool:
    """Tell whether an adverb negates ("not", "never", "nearly")."""
    scope = look_up((word.lower,), "adv", ("local",))
    return scope is not None and scope.group in ("negator", "near miss")


def is_empty(parse: Parse, word: Token) -> bool:
    """Tell whether a participant is nobody or nothing."""
    if look_up((word.lower,), "pron", ("subj",)):
        return True
    before = [d.lower for d in parse.dependents(word.index, "det", "cc", "advmod") if d.index < word.index]
    return "not" in before or any(look_up((d,), "det", ("local",)) for d in before)


def negates_itself(parse: Parse, token: Token, *, but: int) -> bool:
    """Tell whether an operator is negated ("did not rule out", "no plan"); `but` is the word below it in question."""
    below = [t for t in parse.dependents(token.index, "advmod", "det", "aux", "nsubj") if t.index != but]
    if any(is_negator(w) for w in below if w.relation != "det"):
        return True
    if any(w.relation == "det" and look_up((w.lower,), "det", ("local",)) for w in below):
        return True
    return any(w.relation.startswith("nsubj") and is_empty(parse, w) for w in below)


def asks(parse: Parse, root: Token) -> bool:
    """Tell whether the sentence of a word ends in a question mark."""
    first, end = parse.sentences[parse.sentence_of[root.index]]
    return any(parse.tokens[i].text == "?" for i in range(max(first, end - 3), end))


def is_inverted(parse: Parse, here: Token, below: list[Token]) -> bool:
    """Tell whether the clause opens with "had", "should" or "were" before its subject."""
    if not below or below[0].lower not in ("had", "should", "were") or asks(parse, here):
        return False
    return below[0].relation.startswith(("aux", "cop")) and any(
        w.relation.startswith("nsubj") and w.index > below[0].index for w in below
    )


def has_condition(parse: Parse, below: list[Token]) -> bool:
    """Tell whether a predicate hangs on a condition."""
    for word in below:
        marks = clauses.case_words(parse, word.index)
        if word.relation == "advcl" and (marks & CONDITIONS or is_inverted(parse, word, below_of(parse, word))):
            return True
        if word.relation == "advcl" and word.lower in _GIVEN:
            return True
        if word.relation == "obl" and marks & {"in case of", "in the event of"}:
            return True
        if word.relation == "obl" and marks == {"in"} and word.lower == "case":
            return True
    return False


def is_yet_to(parse: Parse, here: Token) -> bool:
    """Tell whether an infinitive is one of "have yet to"."""
    above = parse.tokens[here.head]
    return (
        here.relation == "xcomp"
        and above.lemma == "have"
        and any(t.lower == "yet" for t in parse.dependents(above.index, "advmod"))
    )


def asks_who(parse: Parse, here: Token, *, about: frozenset[str] = ANYTHING) -> bool:
    """Tell whether a clause asks who, what or how, and so takes for granted that it happened."""
    below = list(parse.dependents(here.index, "nsubj", "obj", "advmod", "obl"))
    if any(t.lower in about and t.index < here.index for t in below):
        return True
    return any(d.lower in about for t in below for d in parse.dependents(t.index, "det"))
