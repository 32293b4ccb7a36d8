"""A paragraph with its gold layers, as every corpus reader hands it on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

Tags = list[str | None]


@dataclass(slots=True, kw_only=True)
class Example:
    """Words in order with what the corpus says of them.

    `starts`: whether a word opens a sentence. `heads`: index of each word's head in the paragraph, a root is its own;
    None where there are no trees. `tags`: one list a layer that the corpus has; None in a list = this word's tag is
    not known, "A|B" = either. The layer "sent" is added by the windows where `sentences_known`.
    """

    corpus: str
    words: list[str]
    starts: list[bool]
    heads: list[int] | None = None
    tags: dict[str, Tags] = field(default_factory=dict)
    sentences_known: bool = True

    def sentences(self) -> list[tuple[int, int]]:
        """Return the half-open word range of each sentence."""
        opening = [index for index, start in enumerate(self.starts) if start or index == 0]
        return list(zip(opening, [*opening[1:], len(self.words)], strict=True))


def write_examples(path: Path, examples: Iterable[Example]) -> None:
    """Write examples as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for example in examples:
            file.write(json.dumps(asdict(example), ensure_ascii=False) + "\n")


def read_examples(path: Path) -> Iterator[Example]:
    """Yield the examples of a JSON lines file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield Example(**json.loads(line))


def bio(ranges: Iterable[tuple[int, int, str]], length: int) -> Tags:
    """Return B-X/I-X tags (B/I for an empty label) for half-open word ranges; of two that overlap the earlier wins."""
    tags: Tags = ["O"] * length
    for start, end, label in ranges:
        if any(tags[index] != "O" for index in range(start, end)):
            continue
        for index in range(start, end):
            edge = "B" if index == start else "I"
            tags[index] = f"{edge}-{label}" if label else edge
    return tags
