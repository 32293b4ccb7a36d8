"""Universal Dependencies treebanks (CoNLL-U): words, tags, trees, sentence starts; GUM also names."""

from __future__ import annotations

import lzma
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.example import Example, Tags, bio


@dataclass(slots=True)
class Sentence:
    """A sentence's rows (ten cells each, syntactic words only), its identity and whether it opens a paragraph."""

    rows: list[list[str]] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    document: str = ""
    id: str = ""
    opens_document: bool = False
    opens_paragraph: bool = False

    @property
    def words(self) -> list[str]:
        """The words' forms."""
        return [row[1] for row in self.rows]


def read_text(path: Path) -> str:
    """Return a file's text, unpacked if it ends in .xz."""
    if path.suffix == ".xz":
        with lzma.open(path, "rt", encoding="utf-8") as file:
            return file.read()
    return path.read_text(encoding="utf-8")


def read_sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U text."""
    current, document, surface_end, surface_space = Sentence(), "", 0, True
    for line in text.splitlines():
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            document = value.strip() if key.strip() == "newdoc id" else document
            _comment(current, key.strip(), value.strip())
        elif not line.strip():
            if current.rows:
                current.document = document
                yield current
            current, surface_end = Sentence(), 0
        else:
            cells = line.split("\t")
            space = "SpaceAfter=No" not in cells[9]
            if "-" in cells[0]:
                surface_end, surface_space = int(cells[0].partition("-")[2]), space
            elif "." not in cells[0]:
                index = int(cells[0])
                current.rows.append(cells)
                current.spaces.append(
                    False if index < surface_end else surface_space if index == surface_end else space
                )
    if current.rows:
        current.document = document
        yield current


def _comment(sentence: Sentence, key: str, value: str) -> None:
    if key.startswith("newdoc"):
        sentence.opens_document = sentence.opens_paragraph = True
    elif key == "newpar" or key.startswith("newpar id"):
        sentence.opens_paragraph = True
    elif key == "sent_id":
        sentence.id = value


def paragraphs(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """Group sentences by the paragraph marks."""
    group: list[Sentence] = []
    for sentence in sentences:
        if group and sentence.opens_paragraph:
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


Namer = Callable[[Sentence], list[tuple[int, int, str]]]


def read_treebank(path: Path, *, corpus: str, names: Namer | None = None) -> Iterator[Example]:
    """Yield a treebank's paragraphs. `names`: finds the names of a sentence, where the treebank has any."""
    for group in paragraphs(read_sentences(read_text(path))):
        yield _example(group, corpus, names)


def _example(group: list[Sentence], corpus: str, names: Namer | None) -> Example:
    example = Example(corpus=corpus, words=[], starts=[], heads=[], tags={"upos": [], "xpos": [], "dep": []})
    found: Tags = []
    heads: list[int] = []
    for sentence in group:
        base = len(example.words)
        for index, row in enumerate(sentence.rows):
            head = int(row[6])
            heads.append(base + (index if head == 0 else head - 1))
            example.starts.append(index == 0)
        example.words += sentence.words
        for layer, cell in (("upos", 3), ("xpos", 4), ("dep", 7)):
            example.tags[layer] += [row[cell] for row in sentence.rows]
        if names is not None:
            found += bio(names(sentence), len(sentence.rows))
    example.heads = heads
    if names is not None:
        example.tags["ner"] = found
    return example
