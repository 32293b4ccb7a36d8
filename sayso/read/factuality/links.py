"""Links: what a governing word does to the act below it, and when nothing above can matter any more."""

from __future__ import annotations

from typing import Final

from sayso.model import Factuality
from sayso.read import clauses
from sayso.read.factuality.climb import Climb
from sayso.read.factuality.scopes import Effect, Scope, look_up
from sayso.read.factuality.words import (
    CONDITIONS,
    NOMINAL,
    asks_who,
    below_of,
    is_clause,
    is_definite,
    is_inverted,
    is_negator,
    is_yet_to,
    negates_itself,
)
from sayso.read.language.parse import Parse, Token

_PRESUPPOSED: Final = frozenset(
    {"after", "since", "while", "when", "because", "as", "although", "though", "despite", "for", "over", "following",
     "until", "till", "where", "once", "amid", "given", "than", "in", "on", "upon", "at", "with", "during", "before"}
)  # fmt: skip
"""Clause openers whose finite clause is asserted whatever stands above it."""
_LOOKING_BACK: Final = frozenset({"after", "since", "before", "for", "over", "despite", "while", "following"})
_TRANSPARENT: Final = frozenset({"by", "through", "and", "then", "so"})
_HEDGES: Final = (Effect.POSSIBLE, Effect.PROBABLE, Effect.UNLIKELY)
"""Effects that what stands above may still lower: "is the army about to withdraw?"."""
_AIMS: Final = frozenset({"intention", "commitment"})
_COPULAR: Final = frozenset({"remain", "seem", "appear", "look", "become", "be"})
_LOOSE: Final = frozenset({"of", "for", "from", "about", "against", "on"})


def pass_link(climb: Climb, here: Token, above: Token) -> bool:
    """Apply what governs through this link; return whether anything further above can still matter."""
    parse = climb.parse
    if is_yet_to(parse, here):
        return False
    if clauses.base(here.relation) == "ccomp" and here.upos in clauses.VERBAL and asks_who(parse, here):
        climb.reasons.append("presupposed:who")
        return False
    scope = _governor(climb, here, above)
    if scope is not None and not (scope.group == "light" and here.upos not in NOMINAL):
        return _govern(climb, scope, here, above)
    if here.upos in NOMINAL and not is_clause(parse, here):
        return _nominal_link(climb, here, above)
    return _clausal_link(climb, here, above)


def _links(parse: Parse, here: Token, above: Token) -> list[str]:
    """Name the link from a word to its governor in the words of the `via` column, most specific first."""
    relation = clauses.base(here.relation)
    marks = clauses.case_words(parse, here.index)
    words = sorted(marks - {"to"} if relation in ("advcl", "acl") and here.xpos == "VB" else marks)
    if here.relation == "nsubj:pass" or (relation == "nsubj" and clauses.is_passive(parse, above.index)):
        return ["obj", "obj.nominal", "obj.light", "subj.pass"]
    if relation == "obj":
        return ["obj", *(["obj.nominal", "obj.light"] if here.upos in NOMINAL else [])]
    if relation == "nsubj":
        return ["subj"]
    if relation in ("obl", "nmod", "advcl", "acl"):
        return [*words, *([relation] if relation != "obl" and not _circumstance(here, marks) else [])]
    if relation == "parataxis":
        said = look_up((here.lemma.lower(),), "v", ("parataxis",))
        return ["parataxis", *(["ccomp"] if here.index > above.index and said is None else [])]
    gerund = ["gerund"] if here.xpos == "VBG" and relation in ("xcomp", "obj", "ccomp") else []
    return [*gerund, relation, *words]


def _circumstance(here: Token, marks: set[str]) -> bool:
    """Tell whether an adverbial clause says when or why rather than what for ("before it invaded", not "to invade")."""
    return clauses.base(here.relation) == "advcl" and bool(marks) and "to" not in marks


def _governor(climb: Climb, here: Token, above: Token) -> Scope | None:
    parse = climb.parse
    pos = "v" if above.upos in clauses.VERBAL else "n" if above.upos in NOMINAL else "a"
    beside = parse.dependents(above.index, "compound:prt", "advmod", "obj", "obl")
    particles = [t.lower for t in beside if t.index > above.index and t.index != here.index]
    words = [f"{above.lemma.lower()} {p}" for p in particles] + [above.lemma.lower(), above.lower]
    links = _links(parse, here, above)
    scope = look_up(words, pos, links)
    if scope is None and pos == "n" and links[:1] == ["obj"]:
        scope = look_up(words, "v", links)
    if scope is None and pos == "v" and above.xpos == "VBN":
        scope = look_up([above.lower], "a", links)
    if scope is None and pos == "n" and any(True for _ in parse.dependents(above.index, "cop")):
        scope = look_up([above.lower], "a", links)
    plain = scope is not None and scope.group == "occurrence" and " " not in scope.words
    if plain and clauses.direct(parse, above.index, "obj"):
        scope = None
    return scope or _beyond(climb, above, pos, links)


def _beyond(climb: Climb, above: Token, pos: str, links: list[str]) -> Scope | None:
    """Look one word further where the parser may have tied a phrase to the noun before it ("accused rebels of ...")."""
    loose = [p for p in links if p in _LOOSE]
    if pos != "n" or not loose or above.is_root or not climb.inside(above.head):
        return None
    if clauses.base(above.relation) not in ("obj", "obl", "nsubj"):
        return None
    verb = climb.parse.tokens[above.head]
    return look_up((verb.lemma.lower(), verb.lower), "v", loose) if verb.upos == "VERB" else None


def _govern(climb: Climb, scope: Scope, here: Token, above: Token) -> bool:
    if scope.effect is Effect.KEEP:
        climb.reasons.append(f"{scope.words}:keep")
        return True
    if scope.group in _AIMS and (climb.value is Factuality.CERTAINLY_NOT or _aimed_in_vain(climb, scope, above)):
        climb.value = Factuality.CERTAINLY_NOT
        climb.reasons.append(f"{scope.words}:came to nothing")
        return False
    negated = negates_itself(climb.parse, above, but=here.index)
    before = climb.value
    climb.apply(scope.negated if negated else scope.effect, ("not " if negated else "") + scope.words)
    if negated and scope.negated is Effect.KEEP:
        climb.value = before
    if negated:
        return False
    if scope.effect is Effect.NEGATE:
        return climb.value.polarity == "-" and above.xpos != "VBD"
    return scope.effect in _HEDGES


def _aimed_in_vain(climb: Climb, scope: Scope, above: Token) -> bool:
    """Tell whether an aim lies before the story's past and so was not carried out: "had meant to attack"."""
    words = {t.lower for t in clauses.auxiliaries(climb.parse, above.index)}
    return scope.group == "intention" and scope.pos == "v" and "had" in words


def _nominal_link(climb: Climb, here: Token, above: Token) -> bool:
    """Pass a named act on to what holds it: a definite one stands for itself, an indefinite one shares the doubt."""
    parse = climb.parse
    relation = clauses.base(here.relation)
    if relation in ("appos", "parataxis", "vocative", "dislocated"):
        return False
    if relation in ("compound", "flat", "nmod") and above.upos in NOMINAL:
        return relation == "compound" or not is_definite(parse, here)
    if is_definite(parse, here):
        climb.reasons.append("presupposed:definite")
        return False
    if above.upos == "ADJ" or (relation == "nsubj" and (above.upos != "VERB" or above.lemma in _COPULAR)):
        climb.apply(Effect.UNCOMMIT, f"indefinite with {above.lower}")
        return False
    upper = climb.look(above.index)
    if upper is not None and upper.value is not Factuality.CERTAIN:
        hedged = relation in ("obj", "obl") and upper.value in (Factuality.POSSIBLE, Factuality.PROBABLE)
        effect = Effect.UNCOMMIT
        if hedged:
            effect = Effect.POSSIBLE if upper.value is Factuality.POSSIBLE else Effect.PROBABLE
        climb.apply(effect, f"indefinite under {above.lower}")
    return False


def _generic(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun stands for whoever it may be: "every fighter who hands in a weapon"."""
    if noun.lower in ("anyone", "everyone", "those", "whoever", "anybody", "everybody", "anything"):
        return True
    return any(t.lower in ("any", "every", "each", "all") for t in parse.dependents(noun.index, "det"))


def _clausal_link(climb: Climb, here: Token, above: Token) -> bool:
    """Pass a clause on to what holds it."""
    parse = climb.parse
    relation = clauses.base(here.relation)
    marks = clauses.case_words(parse, here.index)
    finite = here.xpos in ("VBD", "VBZ", "VBP") or bool(clauses.auxiliaries(parse, here.index))
    if relation == "advcl" and is_inverted(parse, here, below_of(parse, here)):
        return False
    if relation == "advcl":
        return _adverbial(climb, here, marks, finite=finite)
    if relation == "acl":
        if here.relation == "acl:relcl" and (finite or "to" not in marks):
            if here.xpos in ("VBZ", "VBP") and _generic(parse, above):
                climb.apply(Effect.UNCOMMIT, f"any {above.lower}")
            climb.reasons.append("presupposed:relative")
            return False
        if "to" in marks:
            climb.apply(Effect.UNCOMMIT, f"{above.lower} to")
        return False
    if relation in ("ccomp", "csubj", "parataxis"):
        if relation == "parataxis":
            return False
        if relation == "ccomp" and asks_who(parse, here):
            climb.reasons.append("presupposed:who")
            return False
        climb.apply(Effect.UNCOMMIT, f"under {above.lower}")
        return False
    if relation == "xcomp" and (here.xpos in ("VB", "VBG")):
        climb.apply(Effect.UNCOMMIT, f"under {above.lower}")
        return False
    return True


def _adverbial(climb: Climb, here: Token, marks: set[str], *, finite: bool) -> bool:
    if finite:
        if marks & {"that", "so", "so that"} or not marks & (_PRESUPPOSED | CONDITIONS):
            return True
        climb.reasons.append("presupposed:clause")
        return False
    if marks & _LOOKING_BACK and here.xpos == "VBG":
        climb.reasons.append("presupposed:clause")
        return False
    if marks & _TRANSPARENT or not marks:
        return True
    if "to" in marks:
        climb.apply(Effect.UNCOMMIT, "in order to")
        return False
    return not marks & _PRESUPPOSED


def join(climb: Climb, here: Token, above: Token) -> None:
    """Give a second conjunct the negation and hedges of the first that stand before both."""
    parse = climb.parse
    climb.finite = climb.finite or bool(clauses.direct(parse, here.index, "aux", "nsubj"))
    if here.upos in clauses.VERBAL and not clauses.direct(parse, here.index, "nsubj"):
        bare = here.xpos in ("VB", "VBG", "VBN")
        for word in parse.dependents(above.index, "advmod"):
            if bare and word.index < above.index and is_negator(word) and _or_between(parse, here):
                climb.apply(Effect.NEGATE, word.lower)
    elif here.upos in NOMINAL:
        for word in parse.dependents(above.index, "det", "amod"):
            scope = look_up((word.lower,), "det", ("local",)) or look_up((word.lower,), "adj", ("amod",))
            if scope and word.index < above.index:
                climb.apply(scope.effect, word.lower)


def _or_between(parse: Parse, here: Token) -> bool:
    return all(t.lower != "but" for t in parse.dependents(here.index, "cc"))
