"""Boilerplate: lines that an outlet prints under everything (editor's notes, calls to subscribe), learned and left out.

One editor's note alone made two unrelated articles look a third alike, so it has to go before texts are compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final
from zlib import crc32

from sayso.compare.credits import publisher_of
from sayso.compare.words import Word, words_of
from sayso.model import Document

_OFTEN: Final = 3  # texts of one outlet that hold the line


def stripped_words(documents: Sequence[Document]) -> dict[str, tuple[Word, ...]]:
    """Return the words of each document, without the lines that its outlet repeats; keys are document ids."""
    lines = {document.id: _lines(document.text) for document in documents}
    repeated = _repeated({d.id: publisher_of(d) for d in documents}, lines)
    return {name: _without(parts, repeated[name]) for name, parts in lines.items()}


def _lines(text: str) -> list[tuple[int, list[Word]]]:
    """Return the lines of a text: a hash of each, and its words."""
    lines: list[tuple[int, list[Word]]] = []
    words = iter(words_of(text))
    word = next(words, None)
    end = 0
    for line in text.split("\n"):
        end += len(line) + 1
        held: list[Word] = []
        while word is not None and word.end <= end:
            held.append(word)
            word = next(words, None)
        if held:
            lines.append((crc32(" ".join(w.form for w in held).encode()), held))
    return lines


def _repeated(
    publishers: Mapping[str, str], lines: Mapping[str, list[tuple[int, list[Word]]]]
) -> dict[str, frozenset[int]]:
    holders: dict[str, Counter[int]] = defaultdict(Counter)
    texts: dict[str, set[tuple[int, ...]]] = defaultdict(set)
    for name, parts in lines.items():
        whole = tuple(key for key, _ in parts)
        if whole not in texts[publishers[name]]:
            texts[publishers[name]].add(whole)
            holders[publishers[name]].update(set(whole))
    often = {p: frozenset(key for key, n in counts.items() if n >= _OFTEN) for p, counts in holders.items()}
    return {name: often[publisher] for name, publisher in publishers.items()}


def _without(parts: list[tuple[int, list[Word]]], repeated: frozenset[int]) -> tuple[Word, ...]:
    """Leave the repeated lines out, unless they are most lines: then it is one story that the outlet prints again."""
    kept = [line for key, line in parts if key not in repeated]
    lines = kept if 2 * len(kept) >= len(parts) else [line for _, line in parts]
    return tuple(word for line in lines for word in line)
