"""Gold treebanks and names as raw text with character ranges."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from training.sources.treebank import Sentence, paragraphs, read_sentences, read_text

Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldWord:
    """A word's characters, tags, and its head's characters (None for a root)."""

    span: Range
    upos: str
    xpos: str
    head: Range | None
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Treebank:
    """A treebank as one text, its paragraphs set off by blank lines."""

    text: str
    words: tuple[GoldWord, ...]
    sentences: frozenset[Range]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedText:
    """A text and its names as (start, end, kind)."""

    text: str
    names: frozenset[tuple[int, int, str]]


def read_treebank(path: Path) -> Treebank:
    """Read a CoNLL-U file."""
    text, placed = _laid_out(path)
    words: list[GoldWord] = []
    for sentence, spans in placed:
        for row, span in zip(sentence.rows, spans, strict=True):
            head = None if row[6] == "0" else spans[int(row[6]) - 1]
            words.append(GoldWord(span=span, upos=row[3], xpos=row[4], head=head, relation=row[7]))
    return Treebank(text=text, words=tuple(words), sentences=frozenset((s[0][0], s[-1][1]) for _, s in placed))


def read_named(path: Path, treebank: Path) -> NamedText:
    """Read an IOB2 file over a treebank's sentences, matched by letters, for words may be cut otherwise."""
    tagged = _tagged(path)
    text, placed = _laid_out(treebank)
    names: set[tuple[int, int, str]] = set()
    for sentence, spans in placed:
        letters = [at for start, end in spans for at in range(start, end)]
        for start, end, kind in tagged.get(sentence.id, ()):
            names.add((letters[start], letters[end - 1] + 1, kind))
    return NamedText(text=text, names=frozenset(names))


def _laid_out(path: Path) -> tuple[str, list[tuple[Sentence, list[Range]]]]:
    """Return the whole text and every sentence with its words' characters."""
    parts: list[str] = []
    placed: list[tuple[Sentence, list[Range]]] = []
    at = 0
    for group in paragraphs(read_sentences(read_text(path))):
        for number, sentence in enumerate(group):
            spans: list[Range] = []
            for index, (word, space) in enumerate(zip(sentence.words, sentence.spaces, strict=True)):
                spans.append((at, at + len(word)))
                last = index + 1 == len(sentence.words) and number + 1 == len(group)
                parts.append(word + ("\n\n" if last else " " if space else ""))
                at += len(parts[-1])
            placed.append((sentence, spans))
    return "".join(parts), placed


def _tagged(path: Path) -> dict[str, list[tuple[int, int, str]]]:
    """Return each sentence's names as ranges of its letters, spaces not counted."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        identity = next((line.split("=", 1)[1].strip() for line in lines if line.startswith("# sent_id")), "")
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        at, names = 0, list[tuple[int, int, str]]()
        for row in rows:
            edge, _, kind = row[2].partition("-")
            end = at + len(row[1])
            if edge == "B":
                names.append((at, end, kind))
            elif edge == "I" and names:
                names[-1] = (names[-1][0], end, names[-1][2])
            at = end
        found[identity] = [name for name in names if name[2] in {"PER", "ORG", "LOC"}]
    return found
