"""Name corpora: Universal NER (IOB2), WikiGold (CoNLL, IO tags) and Re-DocRED (JSON)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from sayso.resources.tables import table
from training.example import Example, Tags
from training.labels import EVERYWHERE, PLACE_OR_FACILITY, UNMARKED
from training.sources.treebank import read_text
from training.sources.words import WORDS

_LONGEST: Final = 100  # words; sentences of one document are joined up to this, so that windows hold some context
_CREEDS: Final = WORDS["creeds"]
_QUOTES: Final = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}

Sentence = tuple[list[str], Tags]


def read_universal_ner(path: Path, *, corpus: str) -> Iterator[Example]:
    """Yield Universal NER's documents in stretches of some sentences."""
    sentences: list[Sentence] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        if any(line.startswith("# newdoc") for line in lines):
            yield from _stretches(sentences, corpus)
            sentences = []
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if rows:
            sentences.append(([row[1] for row in rows], [open_tag(row[2]) for row in rows]))
    yield from _stretches(sentences, corpus)


def read_wikigold(path: Path, *, corpus: str) -> Iterator[Example]:
    """Yield WikiGold's articles in stretches; its MISC names may be of the kinds that only our corpus marks."""
    sentences: list[Sentence] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.rsplit(" ", 1) for line in block.splitlines() if line]
        if rows and rows[0][0].startswith("-DOCSTART-"):
            yield from _stretches(sentences, corpus)
            sentences, rows = [], rows[1:]
        if rows:
            words = [_QUOTES.get(word, word) for word, _ in rows]
            sentences.append((words, [open_tag(tag) for tag in _from_io([row[1] for row in rows])]))
    yield from _stretches(sentences, corpus)


def read_docred(path: Path, *, corpus: str) -> Iterator[Example]:
    """Yield Re-DocRED's documents; articles before names go, peoples and creeds that it files under LOC and ORG too."""
    peoples = {row["word"] for row in table("demonyms")}
    for document in json.loads(read_text(path)):
        sentences: list[Sentence] = [(list(words), [UNMARKED] * len(words)) for words in document["sents"]]
        mentions = sorted(_mentions(document), key=lambda m: m[1] - m[2])
        for index, start, end, kind in mentions:
            _mark(sentences[index], start, end, kind, peoples)
        cleaned = [_without_blanks(sentence) for sentence in sentences]
        yield from _stretches([sentence for sentence in cleaned if sentence[0]], corpus)


def _mentions(document: dict[str, Any]) -> list[tuple[int, int, int, str]]:
    return [
        (int(mention["sent_id"]), int(mention["pos"][0]), int(mention["pos"][1]), str(mention["type"]))
        for vertex in document["vertexSet"]
        for mention in vertex
    ]


def _mark(sentence: Sentence, start: int, end: int, kind: str, peoples: set[str]) -> None:
    words, tags = sentence
    while start < end and words[start].lower() == "the":
        start += 1
    span = words[start:end]
    if kind not in EVERYWHERE or not span or any(tags[i] != UNMARKED for i in range(start, min(end, len(tags)))):
        return
    if kind == "LOC" and len(span) == 1 and span[0] in peoples:
        tags[start] = "B-NORP"
    elif not (len(span) == 1 and span[0].lower() in _CREEDS):
        for index in range(start, min(end, len(tags))):
            tags[index] = open_tag(f"{'B' if index == start else 'I'}-{kind}")


def open_tag(tag: str) -> str:
    """Return what a tag of a corpus with three kinds allows among ours.

    >>> open_tag("B-LOC"), open_tag("B-PER")
    ('B-LOC|B-FAC', 'B-PER')
    """
    edge, _, kind = tag.partition("-")
    if kind not in EVERYWHERE:
        return UNMARKED
    return PLACE_OR_FACILITY[edge] if kind == "LOC" else tag


def _from_io(tags: list[str]) -> list[str]:
    """Turn IO tags into BIO: a name begins where the kind changes."""
    turned, before = [], "O"
    for tag in tags:
        turned.append(tag if tag in {"O", before} else f"B{tag[1:]}")
        before = tag
    return turned


def _without_blanks(sentence: Sentence) -> Sentence:
    kept = [(word.strip(), tag) for word, tag in zip(*sentence, strict=True) if word.strip()]
    return [word for word, _ in kept], [tag for _, tag in kept]


def _stretches(sentences: Iterable[Sentence], corpus: str) -> Iterator[Example]:
    """Join sentences to examples of at most `_LONGEST` words, unless one sentence alone is longer."""
    words: list[str] = []
    starts: list[bool] = []
    tags: Tags = []
    for found, marks in sentences:
        if words and len(words) + len(found) > _LONGEST:
            yield Example(corpus=corpus, words=words, starts=starts, tags={"ner": tags}, sentences_known=False)
            words, starts, tags = [], [], []
        words = words + found
        starts = starts + [index == 0 for index in range(len(found))]
        tags = tags + marks
    if words:
        yield Example(corpus=corpus, words=words, starts=starts, tags={"ner": tags}, sentences_known=False)
