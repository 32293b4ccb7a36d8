"""The cue lexicon in memory: which words express a content, how they take it, and what sort of saying they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from sayso.model import Kind
from sayso.resources.tables import table

_SHAPES: Final = frozenset({"that", "wh", "quote", "obj", "inf", "oinf", "raise", "ing", "as", "pred", "-"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One sense of one word. Columns as in `resources/cues.tsv`.

    `frames`: shapes of the content; `prepositions`: those that may open it; `told`: prepositions whose noun is told to
    do something ("call on someone to stop"). `speech`: said rather than thought.
    """

    lemma: str
    kind: Kind
    speech: bool
    reports: bool
    frames: frozenset[str]
    prepositions: frozenset[str]
    told: frozenset[str]
    object: str
    polarity: str


def senses(lemma: str, word_class: str) -> tuple[Cue, ...]:
    """Return the senses of a word as VERB, NOUN, ADJ, PREP or CHAIN, in the order they are to be tried."""
    return _senses().get((lemma, word_class), ())


@cache
def _senses() -> dict[tuple[str, str], tuple[Cue, ...]]:
    found: dict[tuple[str, str], tuple[Cue, ...]] = {}
    for row in table("cues"):
        key = (row["lemma"], row["pos"])
        found[key] = (*found.get(key, ()), _cue(row))
    return found


def _cue(row: dict[str, str]) -> Cue:
    frames = row["frames"].split()
    return Cue(
        lemma=row["lemma"],
        kind=Kind(row["kind"]),
        speech=row["class"] == "speech",
        reports=row["class"] != "none",
        frames=frozenset(frames) & _SHAPES,
        prepositions=frozenset(f for f in frames if f not in _SHAPES and "+" not in f),
        told=frozenset(f.removesuffix("+oinf") for f in frames if f.endswith("+oinf")),
        object=row["object"],
        polarity=row["polarity"],
    )
