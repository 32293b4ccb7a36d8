"""The local view: how certain the words around a trigger make it, up to the edge of the content that holds it.

Climbs from the trigger towards the root. At each word it applies the word's own operators (modals, negation, hedges,
conditions), at each link the operator that governs through it. A word that nothing lets pass leaves the act
uncommitted: doubt lowers certainty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from sayso.model import Factuality
from sayso.read import clauses
from sayso.read.factuality.scopes import Effect, Scope, applied, look_up
from sayso.read.language.parse import Parse, Token

Inside = Callable[[int], bool]
"""Tells whether a token belongs to the content within which the view is taken."""

_STEPS: Final = 24  # links climbed at most; deeper trees are parser accidents
_PRESUPPOSED: Final = frozenset(
    {"after", "since", "while", "when", "because", "as", "although", "though", "despite", "for", "over", "following",
     "until", "till", "where", "once", "amid", "given", "than", "in", "on", "upon", "at", "with", "during", "before"}
)  # fmt: skip
"""Clause openers whose finite clause is asserted whatever stands above it."""
_TRANSPARENT: Final = frozenset({"by", "through", "and", "then", "so"})
_NET: Final = 4  # words before a trigger in which a doubt that the tree ties elsewhere still counts
_NET_EDGES: Final = frozenset(
    {"after", "when", "because", "since", "who", "which", "that", "while", "as", "and", "but", "until", "before", "over", "for"}
)
_NET_GROUPS: Final = frozenset(
    {"intention", "commitment", "attempt", "fear", "warning", "prevention", "cancellation", "failure", "denial", "readiness", "supposition"}
)
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "DET"})
_INDEFINITE: Final = frozenset({"a", "an", "any", "another", "some", "further", "more", "new", "such"})
_COPULAR: Final = frozenset({"remain", "seem", "appear", "look", "become", "be"})
_COUNTER: Final = frozenset({"should", "ought", "might", "could"})
"""Modals that with "have" tell what did not happen; "might" and "could" only beside a condition."""
_CONDITIONS: Final = frozenset({"if", "unless", "provided", "lest", "supposing", "assuming"})


@dataclass(frozen=True, slots=True)
class LocalView:
    """What the words say: a value and the operators met, nearest first.

    `future`: rests on plain future. `infinitive`: an infinitive at the edge of a content, whose force is the cue's own
    ("expects | to leave", "said | to have left"); `perfect` if it looks back. `indefinite`: a noun that points to no act
    known to the hearer ("opposes | an invasion").
    """

    value: Factuality
    future: bool = False
    infinitive: bool = False
    perfect: bool = False
    indefinite: bool = False
    reasons: tuple[str, ...] = ()

    @property
    def presupposed(self) -> bool:
        """Tell whether the words take the act for granted rather than say it."""
        return any(r.startswith("presupposed") for r in self.reasons)


class _Climb:
    """One climb from a trigger; keeps the value and what was met."""

    def __init__(self, parse: Parse, inside: Inside) -> None:
        self.parse = parse
        self.inside = inside
        self.value = Factuality.CERTAIN
        self.future = False
        self.infinitive = False
        self.perfect = False
        self.below = -1
        self.finite = False
        self.hedge: str | None = None
        self.negations = 0
        self.reasons: list[str] = []

    def apply(self, effect: Effect, reason: str) -> None:
        if effect is Effect.FUTURE:
            self.future = True
        self.negations += effect is Effect.NEGATE
        self.value = applied(effect, self.value)
        self.reasons.append(f"{reason}:{effect.value}")


def local_view(parse: Parse, index: int, *, inside: Inside | None = None) -> LocalView:
    """Return how the words around token `index` present what it names.

    `inside` bounds the view to the content of a statement; without it the whole sentence counts.
    """
    climb = _Climb(parse, inside or (lambda _: True))
    here = parse.tokens[index]
    shared = False
    for _ in range(_STEPS):
        if not shared:
            _own_operators(climb, here)
        if here.is_root or not climb.inside(here.head):
            _at_edge(climb, here)
            break
        above = parse.tokens[here.head]
        shared = clauses.base(here.relation) == "conj"
        if shared:
            _joined(climb, here, above)
        elif not _pass_link(climb, here, above):
            break
        climb.below = here.index
        here = above
    return _view(climb, index)


def _unread_doubt(climb: _Climb, start: int) -> bool:
    """Tell whether a word of doubt stands right before the trigger although the tree ties it elsewhere.

    A safety net under parser errors: measured on our corpus it costs few certain values and lowers wrong ones.
    """
    tokens = climb.parse.tokens
    for index in range(start - 1, max(-1, start - 1 - _NET), -1):
        token = tokens[index]
        if token.upos == "PUNCT" or token.lower in _NET_EDGES or climb.parse.sentence_of[index] != climb.parse.sentence_of[start]:
            return False
        if not climb.inside(index):
            return False
        if _doubtful(token) or (token.lower == "than" and index and tokens[index - 1].lower == "rather"):
            climb.reasons.append(f"{token.lower}:unread doubt")
            return True
    return False


def _doubtful(token: Token) -> bool:
    """Tell whether a word, wherever the tree ties it, makes what follows it less than certain."""
    word = token.lower
    scope = look_up((word,), "aux", ("local",)) or look_up((word,), "adv", ("local",)) or look_up((word,), "det", ("local",))
    if scope is not None:
        return scope.effect is not Effect.KEEP
    if word in _CONDITIONS or word in ("whether", "without"):
        return True
    if token.upos not in ("VERB", "NOUN") or token.lemma in ("have", "order", "mission", "agreement", "deal", "move"):
        return False
    pos = "v" if token.upos == "VERB" else "n"
    scope = look_up((token.lemma.lower(), word), pos, ("xcomp", "acl", "ccomp", "of", "obj.nominal"))
    return scope is not None and scope.group in _NET_GROUPS


def _view(climb: _Climb, start: int) -> LocalView:
    """Close a climb; what two negations seem to affirm stays open."""
    trigger = climb.parse.tokens[start]
    if climb.value is Factuality.CERTAIN and any(t.lower == "any" for t in climb.parse.dependents(start, "det")):
        climb.apply(Effect.UNCOMMIT, "any")
    if climb.hedge is not None and climb.value.polarity == "+":
        climb.apply(Effect.UNCOMMIT, climb.hedge)
    value = climb.value
    if value is Factuality.CERTAIN and (climb.negations > 1 or _unread_doubt(climb, start)):
        value = Factuality.UNCOMMITTED
    return LocalView(
        value=value,
        future=climb.future,
        infinitive=climb.infinitive,
        perfect=climb.perfect,
        indefinite=trigger.upos in _NOMINAL and not _definite(climb.parse, trigger),
        reasons=tuple(climb.reasons),
    )


def _is_clause(parse: Parse, token: Token) -> bool:
    return token.upos in clauses.VERBAL or any(True for _ in parse.dependents(token.index, "cop"))


def _own_operators(climb: _Climb, here: Token) -> None:
    """Apply negation first, then hedges and modals, then conditions: "may not attack" is a possible no."""
    parse = climb.parse
    below = _below(parse, here)
    for effect, reason in _negations(climb, here, below):
        climb.apply(effect, reason)
    for word in below:
        if word.relation in ("advmod", "advcl", "obl", "amod") or word.relation == "det":
            scope = look_up((word.lower,), "adv", ("local",)) if word.relation != "amod" else None
            scope = scope or (look_up((word.lower, word.lemma), "adj", ("amod",)) if word.relation == "amod" else None)
            if scope and scope.pos == "adj" and scope.effect is Effect.UNCOMMIT:
                climb.hedge = word.lower
            elif scope and scope.group not in ("negator", "near miss"):
                climb.apply(scope.effect, word.lower)
    if _is_clause(parse, here):
        _modals(climb, here)
        _conditions(climb, here, below)
    for mark in clauses.case_words(parse, here.index):
        pos = "noun-prep" if here.upos in _NOMINAL else "prep"
        scope = look_up((mark,), "mark", (pos, "prep") if pos == "noun-prep" else ("prep", "noun-prep"))
        if scope:
            climb.apply(scope.effect, mark)


def _negations(climb: _Climb, here: Token, below: list[Token]) -> Iterator[tuple[Effect, str]]:
    for word in below:
        if word.relation == "det" and (scope := look_up((word.lower,), "det", ("local",))):
            yield scope.effect, word.lower
        elif clauses.base(word.relation) in ("advmod", "cc", "aux") and _negator(word):
            yield Effect.NEGATE, word.lower
        elif word.index == climb.below:
            continue
        elif word.relation in ("nsubj", "nsubj:pass", "obj", "iobj", "obl") and _empty(climb.parse, word):
            yield Effect.NEGATE, word.lower
            return
    if _no_longer(below):
        yield Effect.NEGATE, "no longer"


def _negator(word: Token) -> bool:
    scope = look_up((word.lower,), "adv", ("local",))
    return scope is not None and scope.group in ("negator", "near miss")


def _no_longer(below: list[Token]) -> bool:
    words = [w.lower for w in below]
    return "longer" in words or "anymore" in words and "n't" not in words


def _empty(parse: Parse, word: Token) -> bool:
    if look_up((word.lower,), "pron", ("subj",)):
        return True
    return any(look_up((d.lower,), "det", ("local",)) for d in parse.dependents(word.index, "det", "cc"))


def _modals(climb: _Climb, here: Token) -> None:
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
        elif word in _COUNTER and "have" in words and (word in ("should", "ought") or _has_condition(climb.parse, _below(climb.parse, here))):
            climb.apply(Effect.NEGATE, f"{word} have")
        elif scope.effect is Effect.FUTURE and negated:
            climb.reasons.append(f"{word}:refused")
        else:
            climb.apply(scope.effect, word)
    if _have_yet(climb.parse, here):
        climb.apply(Effect.NEGATE, "have yet to")
    if any(t.lower == "to" for t in climb.parse.dependents(here.index, "mark")):
        _be_to(climb, here, words)


def _be_to(climb: _Climb, here: Token, words: list[str]) -> None:
    """Read "is to be signed" as scheduled, "was to be signed" and "the plan is to attack" as open."""
    parse = climb.parse
    aims = [t for t in parse.dependents(here.index, "nsubj") if look_up((t.lemma.lower(),), "n", ("acl",))]
    if aims or {"was", "were"} & set(words):
        climb.apply(Effect.UNCOMMIT, "was to")
    elif {"is", "are", "'s", "’s"} & set(words):
        climb.apply(Effect.PROBABLE, "is to")
    elif here.is_root:
        climb.apply(Effect.UNCOMMIT, "to")


def _have_yet(parse: Parse, here: Token) -> bool:
    above = parse.tokens[here.head]
    return (
        here.relation == "xcomp" and above.lemma == "have" and any(t.lower == "yet" for t in parse.dependents(above.index, "advmod"))
    )


def _would(climb: _Climb, words: list[str]) -> None:
    """Read "would have done" as not done; a bare "would" is the future of the past or a supposition."""
    if "have" in words or "'ve" in words or "’ve" in words:
        climb.apply(Effect.UNCOMMIT if climb.value.polarity == "-" else Effect.NEGATE, "would have")
    elif climb.value.polarity == "+":
        climb.apply(Effect.FUTURE, "would")


def _conditions(climb: _Climb, here: Token, below: list[Token]) -> None:
    parse = climb.parse
    marks = clauses.case_words(parse, here.index) | {w.lower for w in below if w.relation == "advmod" and w.lower == "if"}
    if "if" in marks and _past_perfect(parse, here) and _would_have_above(parse, here):
        climb.apply(Effect.NEGATE if climb.value.polarity == "+" else Effect.UNCOMMIT, "if had")
        return
    for mark in marks:
        scope = look_up((mark,), "mark", ("local",))
        if scope and climb.inside(here.index):
            climb.apply(scope.effect, mark)
    if _inverted(parse, here, below):
        climb.apply(Effect.NEGATE if below[0].lower == "had" else Effect.UNCOMMIT, "inverted condition")
    if climb.value.polarity == "+" and _has_condition(parse, below) and not (_plain_past(here) or _speaks(parse, here)):
        climb.apply(Effect.UNCOMMIT, "conditional")


def _past_perfect(parse: Parse, here: Token) -> bool:
    return here.xpos in ("VBN", "VBD") and any(t.lower in ("had", "'d", "’d") for t in clauses.auxiliaries(parse, here.index))


def _would_have_above(parse: Parse, here: Token) -> bool:
    words = [t.lower for t in clauses.auxiliaries(parse, here.head)]
    return "would" in words or "could" in words or "might" in words


def _inverted(parse: Parse, here: Token, below: list[Token]) -> bool:
    """Tell whether the clause opens with "had", "should" or "were" before its subject."""
    if not below or below[0].lower not in ("had", "should", "were") or _asks(parse, here):
        return False
    return below[0].relation.startswith(("aux", "cop")) and any(
        w.relation.startswith("nsubj") and w.index > below[0].index for w in below
    )


def _has_condition(parse: Parse, below: list[Token]) -> bool:
    for word in below:
        marks = clauses.case_words(parse, word.index)
        if word.relation == "advcl" and (marks & _CONDITIONS or _inverted(parse, word, _below(parse, word))):
            return True
        if word.relation == "obl" and marks & {"in case of", "in the event of"}:
            return True
        if word.relation == "obl" and marks == {"in"} and word.lower == "case":
            return True
    return False


def _below(parse: Parse, token: Token) -> list[Token]:
    return [parse.tokens[c] for c in parse.children[token.index]]


def _speaks(parse: Parse, here: Token) -> bool:
    """Tell whether a condition belongs to what is said rather than to the saying ("threatens to leave if ...")."""
    scope = look_up((here.lemma.lower(),), "v", ("xcomp", "ccomp"))
    said = scope is not None and scope.group in ("saying", "commitment", "demand", "warning", "denial")
    return said and not clauses.auxiliaries(parse, here.index)


def _plain_past(here: Token) -> bool:
    return here.xpos == "VBD"


def _joined(climb: _Climb, here: Token, above: Token) -> None:
    """Give a second conjunct the negation and hedges of the first that stand before both."""
    parse = climb.parse
    climb.finite = climb.finite or bool(clauses.direct(parse, here.index, "aux", "nsubj"))
    if here.upos in clauses.VERBAL and not clauses.direct(parse, here.index, "nsubj"):
        bare = here.xpos in ("VB", "VBG", "VBN")
        for word in parse.dependents(above.index, "advmod"):
            if bare and word.index < above.index and _negator(word) and _or_between(parse, here):
                climb.apply(Effect.NEGATE, word.lower)
    elif here.upos in _NOMINAL:
        for word in parse.dependents(above.index, "det", "amod"):
            scope = look_up((word.lower,), "det", ("local",)) or look_up((word.lower,), "adj", ("amod",))
            if scope and word.index < above.index:
                climb.apply(scope.effect, word.lower)


def _or_between(parse: Parse, here: Token) -> bool:
    return all(t.lower != "but" for t in parse.dependents(here.index, "cc"))


def _at_edge(climb: _Climb, here: Token) -> None:
    """At the root or at the edge of the content: questions, and infinitives that nothing has explained."""
    parse = climb.parse
    if here.is_root and _asks(parse, here):
        climb.apply(Effect.UNCOMMIT, "?")
    marks = {t.lower for t in parse.dependents(here.index, "mark")}
    if not here.is_root and "to" in marks and here.upos in clauses.VERBAL and here.xpos in ("VB", "VBN"):
        climb.infinitive = True
        climb.perfect = any(t.lower == "have" for t in clauses.auxiliaries(parse, here.index))
        climb.reasons.append("to:open")
    elif not here.is_root and "whether" in marks:
        climb.apply(Effect.UNCOMMIT, "whether")
    elif _imperative(parse, here):
        climb.apply(Effect.UNCOMMIT, "imperative")
    elif _subjunctive(parse, here):
        climb.apply(Effect.UNCOMMIT, "subjunctive")
    elif here.xpos == "VB" and not climb.finite and not here.lower.endswith("ing") and not clauses.auxiliaries(parse, here.index) and "to" not in marks and not _perfect(here):
        climb.apply(Effect.UNCOMMIT, "bare verb")


def _imperative(parse: Parse, here: Token) -> bool:
    bare = here.xpos in ("VB", "VBP") and here.upos in clauses.VERBAL and not clauses.auxiliaries(parse, here.index)
    return bare and here.is_root and not clauses.direct(parse, here.index, "nsubj", "expl", "csubj")


def _subjunctive(parse: Parse, here: Token) -> bool:
    """Tell whether a bare verb follows a singular subject: "insists that the minister resign"."""
    if here.xpos not in ("VB", "VBP") or here.is_root or clauses.auxiliaries(parse, here.index):
        return False
    return any(t.xpos in ("NN", "NNP") for t in parse.dependents(here.index, "nsubj")) and not any(
        True for t in parse.dependents(here.index, "nsubj") for _ in parse.dependents(t.index, "conj")
    ) and here.lower not in ("have", "do", "are")


def _perfect(here: Token) -> bool:
    return here.xpos in ("VBD", "VBN", "VBZ", "VBP", "VBG")


def _asks(parse: Parse, root: Token) -> bool:
    first, end = parse.sentences[parse.sentence_of[root.index]]
    return any(parse.tokens[i].text == "?" for i in range(max(first, end - 3), end))


def _links(parse: Parse, here: Token, above: Token) -> list[str]:
    """Name the link from a word to its governor in the words of the `via` column, most specific first."""
    relation = clauses.base(here.relation)
    marks = clauses.case_words(parse, here.index)
    words = sorted(marks - {"to"} if relation in ("advcl", "acl") and here.xpos == "VB" else marks)
    if here.relation == "nsubj:pass" or (relation == "nsubj" and clauses.is_passive(parse, above.index)):
        return ["obj", "obj.nominal", "obj.light", "subj.pass"]
    if relation == "obj":
        return ["obj", *(["obj.nominal", "obj.light"] if here.upos in _NOMINAL else [])]
    if relation == "nsubj":
        return ["subj"]
    if relation in ("obl", "nmod", "advcl", "acl"):
        return [*words, *([relation] if relation != "obl" else [])]
    if relation == "parataxis":
        said = look_up((here.lemma.lower(),), "v", ("parataxis",))
        return ["parataxis", *(["ccomp"] if here.index > above.index and said is None else [])]
    gerund = ["gerund"] if here.xpos == "VBG" and relation in ("xcomp", "obj", "ccomp") else []
    return [*gerund, relation, *words]


def _governor(parse: Parse, here: Token, above: Token) -> Scope | None:
    pos = "v" if above.upos in clauses.VERBAL else "n" if above.upos in _NOMINAL else "a"
    particles = [t.lower for t in parse.dependents(above.index, "compound:prt", "advmod") if t.index > above.index]
    words = [f"{above.lemma.lower()} {p}" for p in particles] + [above.lemma.lower(), above.lower]
    links = _links(parse, here, above)
    scope = look_up(words, pos, links)
    if scope is None and pos == "n" and links[:1] == ["obj"]:
        scope = look_up(words, "v", links)
    if scope is None and pos == "v" and above.xpos == "VBN":
        scope = look_up([above.lower], "a", links)
    if scope is None and pos == "n" and any(True for _ in parse.dependents(above.index, "cop")):
        scope = look_up([above.lower], "a", links)
    return scope


def _negated_itself(parse: Parse, token: Token) -> bool:
    below = list(parse.dependents(token.index, "advmod", "det", "aux", "nsubj"))
    if any(_negator(w) for w in below if w.relation != "det"):
        return True
    if any(w.relation == "det" and look_up((w.lower,), "det", ("local",)) for w in below):
        return True
    return any(w.relation.startswith("nsubj") and _empty(parse, w) for w in below)


def _pass_link(climb: _Climb, here: Token, above: Token) -> bool:
    """Apply what governs through this link; return whether anything further above can still matter."""
    parse = climb.parse
    if _have_yet(parse, here):
        return False
    if clauses.base(here.relation) == "ccomp" and here.upos in clauses.VERBAL and _who(parse, here):
        climb.reasons.append("presupposed:who")
        return False
    scope = _governor(parse, here, above)
    if scope is not None and not (scope.group == "light" and here.upos not in _NOMINAL):
        return _govern(climb, scope, above)
    if here.upos in _NOMINAL and not _is_clause(parse, here):
        return _nominal_link(climb, here, above)
    return _clausal_link(climb, here, above)


def _govern(climb: _Climb, scope: Scope, above: Token) -> bool:
    if scope.effect is Effect.KEEP:
        climb.reasons.append(f"{scope.words}:keep")
        return True
    negated = _negated_itself(climb.parse, above)
    before = climb.value
    climb.apply(scope.negated if negated else scope.effect, ("not " if negated else "") + scope.words)
    if negated and scope.negated is Effect.KEEP:
        climb.value = before
    return False if negated else scope.effect in (Effect.NEGATE,) and climb.value.polarity == "-" and above.xpos not in ("VBD",)


def _nominal_link(climb: _Climb, here: Token, above: Token) -> bool:
    """Pass a named act on to what holds it: a definite one stands for itself, an indefinite one shares the doubt."""
    parse = climb.parse
    relation = clauses.base(here.relation)
    if relation in ("appos", "parataxis", "vocative", "dislocated"):
        return False
    if relation in ("compound", "flat", "nmod") and above.upos in _NOMINAL:
        return relation == "compound" or not _definite(parse, here)
    if _definite(parse, here):
        climb.reasons.append("presupposed:definite")
        return False
    if above.upos == "ADJ" or (relation == "nsubj" and (above.upos != "VERB" or above.lemma in _COPULAR)):
        climb.apply(Effect.UNCOMMIT, f"indefinite with {above.lower}")
        return False
    upper = local_view(parse, above.index, inside=climb.inside) if len(climb.reasons) < _STEPS else None
    if upper is not None and upper.value is not Factuality.CERTAIN:
        climb.apply(Effect.UNCOMMIT, f"indefinite under {above.lower}")
    return False


def _definite(parse: Parse, here: Token) -> bool:
    below = [parse.tokens[c] for c in parse.children[here.index]]
    if any(w.relation == "det" and w.lower in _INDEFINITE for w in below):
        return False
    if any(w.relation == "amod" and w.lower in _INDEFINITE for w in below):
        return False
    return any(w.relation in ("det", "nmod:poss", "acl:relcl") or w.relation in ("nmod", "acl") for w in below)


def _clausal_link(climb: _Climb, here: Token, above: Token) -> bool:
    """Pass a clause on to what holds it."""
    parse = climb.parse
    relation = clauses.base(here.relation)
    marks = clauses.case_words(parse, here.index)
    finite = here.xpos in ("VBD", "VBZ", "VBP") or bool(clauses.auxiliaries(parse, here.index))
    if relation == "advcl":
        return _adverbial(climb, here, marks, finite=finite)
    if relation == "acl":
        if here.relation == "acl:relcl" and (finite or "to" not in marks):
            climb.reasons.append("presupposed:relative")
            return False
        if "to" in marks:
            climb.apply(Effect.UNCOMMIT, f"{above.lower} to")
        return False
    if relation in ("ccomp", "csubj", "parataxis"):
        if relation == "parataxis":
            return False
        if relation == "ccomp" and _who(parse, here):
            climb.reasons.append("presupposed:who")
            return False
        climb.apply(Effect.UNCOMMIT, f"under {above.lower}")
        return False
    if relation == "xcomp" and (here.xpos == "VB" or here.xpos == "VBG"):
        climb.apply(Effect.UNCOMMIT, f"under {above.lower}")
        return False
    return True


def _who(parse: Parse, here: Token) -> bool:
    """Tell whether a clause asks who, what or how, and so takes for granted that it happened."""
    asked = {"who", "whom", "what", "which", "whose", "how", "why", "where", "when"}
    return any(t.lower in asked and t.index < here.index for t in parse.dependents(here.index, "nsubj", "obj", "advmod", "obl")) or any(
        d.lower in asked for t in parse.dependents(here.index, "nsubj", "obj") for d in parse.dependents(t.index, "det")
    )


def _adverbial(climb: _Climb, here: Token, marks: set[str], *, finite: bool) -> bool:
    if finite:
        if marks & {"that", "so", "so that"} or not marks & (_PRESUPPOSED | _CONDITIONS):
            return True
        climb.reasons.append("presupposed:clause")
        return False
    if marks & {"after", "since", "before", "for", "over", "despite", "while", "following"} and here.xpos == "VBG":
        climb.reasons.append("presupposed:clause")
        return False
    if marks & _TRANSPARENT or not marks:
        return True
    if "to" in marks:
        climb.apply(Effect.UNCOMMIT, "in order to")
        return False
    return not marks & _PRESUPPOSED
