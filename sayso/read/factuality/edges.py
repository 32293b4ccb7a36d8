"""Edges: what the end of a climb tells, questions and bare verbs, and doubts that the tree ties elsewhere."""

from __future__ import annotations

from typing import Final

from sayso.read import clauses
from sayso.read.factuality.climb import Climb
from sayso.read.factuality.scopes import Effect, look_up
from sayso.read.factuality.words import CONDITIONS, PEOPLE, asks, asks_who
from sayso.read.language.parse import Parse, Token

_NET: Final = 4  # words before a trigger in which a doubt that the tree ties elsewhere still counts
_NET_EDGES: Final = frozenset(
    {"after", "when", "because", "since", "who", "which", "that", "while", "as", "and", "but", "until", "before",
     "over", "for"}
)  # fmt: skip
_NET_GROUPS: Final = frozenset(
    {"intention", "commitment", "fear", "warning", "prevention", "cancellation", "failure", "denial",
     "readiness", "supposition"}
)  # fmt: skip
_SAME_IN_PAST: Final = frozenset(
    {"beat", "hit", "cut", "shut", "put", "set", "hurt", "burst", "cast", "spread", "let", "quit", "shed", "split"}
)
"""Verbs whose past a tagger cannot tell from the bare form."""
_PASSING: Final = frozenset({"have", "order", "mission", "agreement", "deal", "move"})
"""Words of these groups that as often stand beside an act as over it."""


def close_at_edge(climb: Climb, here: Token) -> None:
    """At the root or at the edge of the content: questions, and infinitives that nothing has explained."""
    parse = climb.parse
    if here.is_root and asks(parse, here):
        climb.apply(Effect.UNCOMMIT, "?")
    if not here.is_root and here.upos in clauses.VERBAL and asks_who(parse, here, about=PEOPLE):
        climb.reasons.append("presupposed:who")
        return
    marks = {t.lower for t in parse.dependents(here.index, "mark")}
    if not here.is_root and "to" in marks and here.upos in clauses.VERBAL and here.xpos in ("VB", "VBN"):
        climb.infinitive = True
        climb.perfect = any(t.lower == "have" for t in clauses.auxiliaries(parse, here.index))
        climb.reasons.append("to:open")
    elif not here.is_root and "whether" in marks:
        climb.apply(Effect.UNCOMMIT, "whether")
    elif here.lower in _SAME_IN_PAST and clauses.direct(parse, here.index, "nsubj"):
        return
    elif not climb.finite and _imperative(parse, here):
        climb.apply(Effect.UNCOMMIT, "imperative")
    elif _subjunctive(parse, here) or (_be_done(parse, here) and "to" not in marks):
        climb.apply(Effect.UNCOMMIT, "subjunctive")
    elif (
        here.xpos == "VB"
        and not climb.finite
        and not here.lower.endswith("ing")
        and not clauses.auxiliaries(parse, here.index)
        and "to" not in marks
        and not _perfect(here)
    ):
        climb.apply(Effect.UNCOMMIT, "bare verb")


def _imperative(parse: Parse, here: Token) -> bool:
    bare = here.xpos in ("VB", "VBP") and here.upos in clauses.VERBAL and not clauses.auxiliaries(parse, here.index)
    edge = here.is_root or clauses.base(here.relation) in ("ccomp", "parataxis")
    return bare and edge and not clauses.direct(parse, here.index, "nsubj", "expl", "csubj")


def _be_done(parse: Parse, here: Token) -> bool:
    """Tell whether a passive has a bare "be": "demands that the guns be removed"."""
    words = clauses.auxiliaries(parse, here.index)
    return any(t.lower == "be" for t in words) and all(t.lower == "be" for t in words) and here.xpos == "VBN"


def _subjunctive(parse: Parse, here: Token) -> bool:
    """Tell whether a bare verb follows a singular subject: "insists that the minister resign"."""
    if here.xpos not in ("VB", "VBP") or here.is_root or clauses.auxiliaries(parse, here.index):
        return False
    return (
        any(t.xpos in ("NN", "NNP") for t in parse.dependents(here.index, "nsubj"))
        and not any(True for t in parse.dependents(here.index, "nsubj") for _ in parse.dependents(t.index, "conj"))
        and here.lower not in ("have", "do", "are")
    )


def _perfect(here: Token) -> bool:
    return here.xpos in ("VBD", "VBN", "VBZ", "VBP", "VBG")


def unread_doubt(climb: Climb, start: int) -> bool:
    """Tell whether a word of doubt stands right before the trigger although the tree ties it elsewhere.

    A safety net under parser errors: measured on our corpus it costs few certain values and lowers wrong ones.
    """
    tokens = climb.parse.tokens
    for index in range(start - 1, max(-1, start - 1 - _NET), -1):
        token = tokens[index]
        if (
            token.upos == "PUNCT"
            or token.lower in _NET_EDGES
            or climb.parse.sentence_of[index] != climb.parse.sentence_of[start]
        ):
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
    scope = (
        look_up((word,), "aux", ("local",))
        or look_up((word,), "adv", ("local",))
        or look_up((word,), "det", ("local",))
    )
    if scope is not None:
        return scope.effect is not Effect.KEEP
    if word in CONDITIONS or word in ("whether", "without", "close"):
        return True
    if token.upos not in ("VERB", "NOUN") or token.lemma in ("have", "order", "mission", "agreement", "deal", "move"):
        return False
    pos = "v" if token.upos == "VERB" else "n"
    scope = look_up((token.lemma.lower(), word), pos, ("xcomp", "acl", "ccomp", "of", "obj.nominal"))
    return scope is not None and scope.group in _NET_GROUPS
