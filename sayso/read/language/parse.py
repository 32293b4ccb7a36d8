"""What the language step hands on: one `Parse` a text, tokens with their tree, sentences, names and learned tag layers.

Offsets are code points of the text that was parsed. Relations and tags follow Universal Dependencies (English EWT/GUM).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from sayso.model import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word. `head` is the index of its head in the same parse; a root is its own head."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    relation: str

    @property
    def lower(self) -> str:
        """Return the word in lower case."""
        return self.text.lower()

    @property
    def is_root(self) -> bool:
        """Tell whether the token is the root of its sentence."""
        return self.head == self.index


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity over tokens `first` to `last`, both inclusive; `label` is PER, ORG, LOC, NORP, FAC, WPN or EVT."""

    first: int
    last: int
    label: str


@dataclass(frozen=True)
class Parse:
    """A parsed text.

    `sentences`: half-open token ranges in order. `layers`: one tag a token for each learned layer that the model has
    ("source", "cue", "content": B/I/O; "event": O or B-/I-TYPE; "fact": O or a value); missing layers are absent keys.
    """

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    names: tuple[Name, ...] = ()
    layers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """Indices of each token's dependents, in text order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if not token.is_root:
                below[token.head].append(token.index)
        return tuple(map(tuple, below))

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """Index of each token's sentence."""
        return tuple(i for i, (first, end) in enumerate(self.sentences) for _ in range(first, end))

    def dependents(self, index: int, *relations: str) -> Iterator[Token]:
        """Yield the token's direct dependents whose relation, or its part before the colon, is one of `relations`."""
        for child in self.children[index]:
            token = self.tokens[child]
            if token.relation in relations or token.relation.partition(":")[0] in relations:
                yield token

    def ancestors(self, index: int) -> Iterator[Token]:
        """Yield the head, the head's head and so on up to the root."""
        token = self.tokens[index]
        while not token.is_root:
            token = self.tokens[token.head]
            yield token

    def span(self, first: int, last: int) -> Span:
        """Return the characters from token `first` to token `last`, both inclusive."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def token_at(self, offset: int) -> int | None:
        """Return the index of the token that covers or first follows the character `offset`; None behind the last."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self.tokens) else None


class LanguageModel(Protocol):
    """Anything that can parse texts; the default is `OnnxModel`, the extra `sayso[spacy]` brings `SpacyModel`."""

    @property
    def version(self) -> str:
        """Name and version, kept with every fact that came from this model."""
        ...

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """Parse texts; one result each, in order, the same whatever the batch.

        Paragraphs (set off by blank lines) never share a sentence.
        """
        ...
