"""Attribution gold as JSON lines: `text`, and `attributions` whose source, cue and content are lists of ranges.

Where a corpus marks some kinds of attribution only (the discourse relations of GUM), words outside the marked
stretches teach nothing: an unmarked "he said" would otherwise count as no attribution.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from sayso.read.language.windows import paragraphs
from training.corpus import Span
from training.example import Example, Tags
from training.sources.own import Words, layer, within

_ROLES: Final = ("source", "cue", "content")


def read_attributions(path: Path, *, corpus: str, whole: bool) -> Iterator[Example]:
    """Yield the paragraphs of documents that may be used commercially, where the file says.

    `whole`: the corpus marks every attribution, so unmarked words are known to be outside.
    """
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row.get("commercial_ok", True):
                yield from _examples(row, corpus=corpus, whole=whole)


def _examples(row: dict[str, Any], *, corpus: str, whole: bool) -> Iterator[Example]:
    text: str = row["text"]
    spans = {role: [Span(*span) for a in row["attributions"] for span in a.get(role) or []] for role in _ROLES}
    stretches = [
        Span(*span) for a in row["attributions"] for part in ("satellite", "content") for span in a.get(part) or []
    ]
    for words in paragraphs(text):
        tags = {role: layer(words, ((span, "") for span in spans[role])) for role in _ROLES}
        if not whole:
            known = {index for span in stretches for index in within(words, span)}
            tags = {role: _only(known, marks) for role, marks in tags.items()}
        yield Example(
            corpus=corpus,
            words=[text[start:end] for start, end in words],
            starts=_starts(words),
            tags=tags,
            sentences_known=False,
        )


def _only(known: Iterable[int], marks: Tags) -> Tags:
    kept = set(known)
    return [mark if index in kept else None for index, mark in enumerate(marks)]


def _starts(words: Words) -> list[bool]:
    return [index == 0 for index in range(len(words))]
