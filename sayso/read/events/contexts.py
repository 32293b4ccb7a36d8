"""Contexts: PLOVER's topics of a document, by keyword; what a report is about, not why something happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Final

from sayso.model.plover import CONTEXTS
from sayso.read.language.parse import Parse
from sayso.resources.tables import table

_IN_DOCUMENT: Final = 3  # hits in a document that make a topic of it; one in the event's own sentence is enough
_SHOWN: Final = 4  # topics kept for one event, strongest first


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in table("contexts"):
        for word in row["words"].split("; "):
            found.setdefault(word, []).append(row["context"])
    return {word: tuple(contexts) for word, contexts in found.items()}


class Contexts:
    """Topics of one parse, counted once."""

    def __init__(self, parse: Parse) -> None:
        self._by_sentence: list[Counter[str]] = []
        self._document: Counter[str] = Counter()
        for first, end in parse.sentences:
            counts = _count(parse, first, end)
            self._by_sentence.append(counts)
            self._document.update(counts)

    def of_sentence(self, sentence: int) -> tuple[str, ...]:
        """Return the topics of an event in this sentence, in PLOVER's order, at most four."""
        own = self._by_sentence[sentence]
        fitting = [c for c in CONTEXTS if own[c] or self._document[c] >= _IN_DOCUMENT]
        best = sorted(fitting, key=lambda c: (-2 * own[c] - self._document[c] / 4, CONTEXTS.index(c)))[:_SHOWN]
        return tuple(c for c in CONTEXTS if c in best)


def _count(parse: Parse, first: int, end: int) -> Counter[str]:
    counts: Counter[str] = Counter()
    previous = ""
    for token in parse.tokens[first:end]:
        lemma = token.lemma.lower()
        for word in (lemma, f"{previous} {lemma}"):
            counts.update(_words().get(word, ()))
        previous = lemma
    return counts
