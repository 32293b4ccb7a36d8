"""From a parsed text to its cast: names first, then descriptions and pronouns in reading order."""

from __future__ import annotations

from sayso.read.actors.descriptions import Memory, describe
from sayso.read.actors.naming import enter_names
from sayso.read.actors.pronouns import Trace, is_pronoun, resolve, trace_of
from sayso.read.actors.scene import Scene, scene_of
from sayso.read.cast import Cast
from sayso.read.clauses import base
from sayso.read.language.parse import Parse, Token
from sayso.read.quotations import Quotations, find_quotations
from sayso.read.speech import CUEING, SPEAKING, speakers

_KEPT = 64


def find_cast(parse: Parse, *, quotations: Quotations | None = None) -> Cast:
    """Return the actors of a text and the head tokens that stand for them. Linear; never raises."""
    scene = scene_of(parse, quotations if quotations is not None else find_quotations(parse.text))
    enter_names(scene)
    _go_through(scene)
    scene.entities.sort(key=lambda e: min(e.mentions))
    ids = {id(entity): f"a{n}" for n, entity in enumerate(scene.entities, 1)}
    actors = tuple(entity.frozen(n) for n, entity in enumerate(scene.entities, 1))
    return Cast(actors=actors, by_head={head: ids[id(e)] for head, e in sorted(scene.by_head.items())})


def _go_through(scene: Scene) -> None:
    """Resolve descriptions and pronouns from left to right."""
    memory = Memory()
    speaking, holding = _subjects(scene.parse, SPEAKING), _subjects(scene.parse, CUEING)
    traces: list[Trace] = []
    for token in scene.parse.tokens:
        speaks = token.index in speaking
        holds = speaks or token.index in holding
        entity = scene.by_head.get(token.index)
        if entity is not None and not _heads(scene, token):
            continue
        if entity is None and is_pronoun(token):
            entity = resolve(scene, traces, token, speaks=speaks)
        elif entity is None:
            entity = describe(scene, memory, token, speaks=holds)
        if entity is not None:
            memory.note(entity, topical=_topical(scene.parse, token))
            traces.append(trace_of(scene, entity, token, speaks=speaks))
            if len(traces) > _KEPT:
                del traces[: _KEPT // 2]


def _heads(scene: Scene, token: Token) -> bool:
    """Tell whether the token heads its mention rather than standing inside the name."""
    return (
        token.head not in scene.by_head or scene.by_head[token.head] is not scene.by_head[token.index] or token.is_root
    )


def _subjects(parse: Parse, verbs: frozenset[str]) -> frozenset[int]:
    """Return the heads of all subjects of the verbs with these lemmas."""
    return frozenset(
        speaker
        for t in parse.tokens
        if t.upos == "VERB" and t.lemma.lower() in verbs and base(t.relation) not in ("xcomp", "acl")
        for speaker in speakers(parse, t.index)
    )


def _topical(parse: Parse, token: Token) -> bool:
    return base(token.relation) == "nsubj" and parse.tokens[token.head].is_root
