"""Pronouns to entities: the likeliest of those lately mentioned, by grammar, place and quotation.

Scores follow the usual order of salience (subject before object, recent before remote; Lappin and Leass 1994); the
numbers are ours, set by hand on invented text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sayso.model import ActorKind, Span
from sayso.read.actors.entity import Entity
from sayso.read.actors.scene import Scene
from sayso.read.clauses import base, grammatical_subject
from sayso.read.language.parse import Token

_PERSON: Final = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_PLURAL: Final = frozenset({"they", "them", "their", "themselves", "theirs"})
_NEUTER: Final = frozenset({"it", "its", "itself"})
_PLURAL_KINDS: Final = (ActorKind.GROUP, ActorKind.ORGANISATION)
_NEUTER_KINDS: Final = (ActorKind.COUNTRY, ActorKind.ORGANISATION, ActorKind.OUTLET)
_REACH: Final = 6
"""Sentences back; beyond them a name is repeated in nearly all newswriting."""
_KEPT: Final = 12
"""Mentions remembered; keeps the search constant for each pronoun."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One mention as a pronoun sees it."""

    entity: Entity
    index: int
    sentence: int
    subject: bool
    speaker: bool
    quote: int | None


def is_pronoun(token: Token) -> bool:
    """Tell whether a token is a pronoun that this step can resolve."""
    return token.upos in ("PRON", "DET") and (
        token.lower in _PERSON or token.lower in _PLURAL or token.lower in _NEUTER
    )


def trace_of(scene: Scene, entity: Entity, token: Token, *, speaks: bool) -> Trace:
    """Return a mention's place and grammar."""
    subject = base(token.relation) == "nsubj" or speaks
    return Trace(
        entity, token.index, scene.parse.sentence_of[token.index], subject, speaks, scene.quote_at(token.index)
    )


def resolve(scene: Scene, traces: list[Trace], token: Token, *, speaks: bool) -> Entity | None:
    """Return whom the pronoun stands for, entering the mention; None if nobody fits."""
    word = token.lower
    if word in _NEUTER and not (speaks or word == "its" or base(token.relation) == "nsubj"):
        return None
    if any(t.relation == "expl" for t in (token,)):
        return None
    best: tuple[float, Entity] | None = None
    for trace in traces[-_KEPT:]:
        if not _fits(trace.entity, word) or _clashes(scene, trace, token):
            continue
        score = _score(scene, trace, token, speaks=speaks)
        if score is not None and (best is None or score >= best[0]):
            best = (score, trace.entity)
    if best is None:
        return None
    entity = best[1]
    if word in _PERSON and entity.gender is None:
        entity.gender = _PERSON[word]
    scene.add(entity, token.index, Span(token.start, token.end))
    return entity


def _fits(entity: Entity, word: str) -> bool:
    if word in _PERSON:
        return entity.kind is ActorKind.PERSON and entity.gender in (None, _PERSON[word])
    return entity.kind in (_PLURAL_KINDS if word in _PLURAL else _NEUTER_KINDS)


def _clashes(scene: Scene, trace: Trace, token: Token) -> bool:
    """Tell whether grammar forbids it: subject and object of one verb are two people ("he met him")."""
    other = scene.parse.tokens[trace.index]
    if token.lower.endswith(("self", "selves")) or token.relation == "nmod:poss":
        return False
    if base(token.relation) in ("obj", "iobj", "obl") and other.index in grammatical_subject(scene.parse, token.head):
        return True
    return (
        other.head == token.head
        and other.index != token.index
        and base(other.relation) in ("nsubj", "obj", "obl", "iobj")
    )


def _score(scene: Scene, trace: Trace, token: Token, *, speaks: bool) -> float | None:
    sentence = scene.parse.sentence_of[token.index]
    back = sentence - trace.sentence
    if back > _REACH:
        return None
    wanted = _PERSON.get(token.lower)
    hint = trace.entity.hint if trace.entity.gender is None else None
    score = 0.0 if wanted is None or hint is None else 0.3 if hint == wanted else -2.5
    here = scene.quote_at(token.index)
    score += -1.0 * back + (1.0 if trace.subject else 0.0) + (0.5 if trace.speaker else 0.0)
    if speaks and back == 0 and not trace.speaker:
        score -= 3.0  # "... Ukraine, he said": the speaker is not one of those spoken of
    if here is None and trace.quote is not None:
        score -= 2.0
    if here is not None and trace.quote is None and trace.speaker:
        score -= 1.5  # inside his own words he is "I"
    if back == 0 and trace.subject and not speaks:
        score += 0.6 if not trace.speaker else -0.1
    return score + 0.01 * (trace.index - token.index) / (1 + abs(trace.index - token.index))
