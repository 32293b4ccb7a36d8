"""Our own corpus: every layer but trees, over the words that the product's tokenizer finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sayso.read.language.windows import paragraphs
from training.corpus import AnnotatedDocument, Span, Statement
from training.corpus.load import files, read
from training.example import Example, Tags

Words = Sequence[tuple[int, int]]


def read_own(folder: Path, *, corpus: str) -> Iterator[Example]:
    """Yield the paragraphs of every document below `folder`; a document with broken markup is named and left out."""
    for path in files(folder):
        sheaf = read(path)
        for problem in sheaf.problems:
            print(f"left out: {problem}", flush=True)
        for document in sheaf.documents:
            yield from document_examples(document, corpus=corpus)


def document_examples(document: AnnotatedDocument, *, corpus: str) -> Iterator[Example]:
    """Yield a document's paragraphs as examples."""
    opening = sorted(sentence.span.start for sentence in document.sentences)
    for words in paragraphs(document.text):
        yield Example(
            corpus=corpus,
            words=[document.text[start:end] for start, end in words],
            starts=_starts(words, opening),
            tags=_tags(document, words),
        )


def _starts(words: Words, opening: Sequence[int]) -> list[bool]:
    """Tell which words open a sentence: the first one that ends behind a sentence's first character."""
    starts = [index == 0 for index in range(len(words))]
    for offset in opening:
        index = next((i for i, (_, end) in enumerate(words) if end > offset), None)
        if index is not None and offset >= words[0][0]:
            starts[index] = True
    return starts


def _tags(document: AnnotatedDocument, words: Words) -> dict[str, Tags]:
    statements = document.statements
    outer = [statement for statement in statements if statement.within is None]
    inner = [statement for statement in statements if statement.within is not None]
    events = [
        (piece, event.type, event.values[event.nearest]) for event in document.events for piece in event.trigger[:1]
    ]
    return {
        "ner": layer(words, ((_bare(document, name.span), name.kind) for name in document.names)),
        "source": layer(words, ((s.span, "") for statement in statements for s in statement.source)),
        "cue": layer(words, ((span, "") for statement in statements for span in statement.cue)),
        "content": layer(words, _contents(outer)),
        "content2": layer(words, _contents(inner)),
        "event": layer(words, ((span, kind) for span, kind, _ in events)),
        "fact": _facts(words, [(span, value) for span, _, value in events]),
    }


def _bare(document: AnnotatedDocument, span: Span) -> Span:
    """Return a name's span without a possessive ending, which is a word of its own in Universal Dependencies."""
    ends = document.covered(span)[-2:] in {"'s", "’s"}
    return Span(span.start, span.end - 2) if ends else span


def _contents(statements: Iterable[Statement]) -> Iterator[tuple[Span, str]]:
    for statement in statements:
        for span in statement.content:
            yield span, ""


def layer(words: Words, spans: Iterable[tuple[Span, str]]) -> Tags:
    """Return BIO tags; a word belongs to a span that covers part of it, the longer of two that overlap wins."""
    tags: Tags = ["O"] * len(words)
    for span, label in sorted(spans, key=lambda pair: (pair[0].start - pair[0].end, pair[0].start)):
        covered = within(words, span)
        if any(tags[index] != "O" for index in covered):
            continue
        for index in covered:
            edge = "B" if index == covered[0] else "I"
            tags[index] = f"{edge}-{label}" if label else edge
    return tags


def within(words: Words, span: Span) -> list[int]:
    """Return the words that a span covers at least in part."""
    return [index for index, (start, end) in enumerate(words) if start < span.end and end > span.start]


def _facts(words: Words, events: Iterable[tuple[Span, str]]) -> Tags:
    """Return values on trigger words and None elsewhere: a word that is no trigger has no factuality to learn."""
    tags: Tags = [None] * len(words)
    for span, value in events:
        for index in within(words, span):
            tags[index] = value
    return tags
