"""The annotated corpus: reading, checking, counting, exporting and comparing its files.

``load`` is the entry for training code; the markup is defined in ``corpus/GUIDE.md``.
"""

from __future__ import annotations

from training.corpus.load import load
from training.corpus.values import (
    Actor,
    AnnotatedDocument,
    Argument,
    CorpusError,
    Event,
    Name,
    Problem,
    Reference,
    Sentence,
    Span,
    Statement,
    Time,
)

__all__ = [
    "Actor",
    "AnnotatedDocument",
    "Argument",
    "CorpusError",
    "Event",
    "Name",
    "Problem",
    "Reference",
    "Sentence",
    "Span",
    "Statement",
    "Time",
    "load",
]
