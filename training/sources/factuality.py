"""Factuality judgements of Universal Decompositional Semantics on EWT predicates, as weak evidence for the fact layer.

The judges said whether the event happened, not which of the other values it has, so a low judgement only rules CT+ out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sayso.model import Factuality
from sayso.read.language.words import find_words
from training.corpus import Span
from training.example import Example, Tags
from training.sources.own import within

_SURE: Final = 0.5  # on the published -3..3 scale; judgements nearer to 0 are split and say nothing
_REST: Final = "|".join(value.value for value in Factuality if value is not Factuality.CERTAIN)


def read_factuality(path: Path, *, corpus: str) -> Iterator[Example]:
    """Yield the judged sentences, those of EWT's training part only."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            words = find_words(row["text"])
            if row["split"] != "train" or not words:
                continue
            tags: Tags = [None] * len(words)
            for predicate in row["predicates"]:
                judged = float(predicate["factuality"])
                if abs(judged) >= _SURE:
                    for index in within(words, Span(*predicate["span"])):
                        tags[index] = Factuality.CERTAIN.value if judged > 0 else _REST
            yield Example(
                corpus=corpus,
                words=[row["text"][start:end] for start, end in words],
                starts=[index == 0 for index in range(len(words))],
                tags={"fact": tags},
                sentences_known=False,
            )
