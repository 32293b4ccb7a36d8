"""Small spaCy pipelines for the tests: sentences annotated by hand, put on any doc whose text has them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Annotated:
    """One sentence: word, tag, part of speech, head (own index for the root) and label each, and its names."""

    text: str
    words: tuple[tuple[str, str, str, int, str], ...]
    names: tuple[tuple[int, int, str], ...]


def sentences() -> dict[str, Annotated]:
    blocks = (Path(__file__).parent / "clear.txt").read_text(encoding="utf-8").split("text = ")[1:]
    return {sentence.text: sentence for sentence in map(_sentence, blocks)}


def _sentence(block: str) -> Annotated:
    text, *lines = block.strip().splitlines()
    words = []
    for index, line in enumerate(lines[:-1]):
        word, tag, part, head, label = line.split()
        words.append((word, tag, part, int(head) - 1 if head != "0" else index, label))
    names = []
    for mark in lines[-1].removeprefix("names =").split():
        place, _, label = mark.partition(":")
        first, last = place.split("-")
        names.append((int(first) - 1, int(last), label))
    return Annotated(text, tuple(words), tuple(names))


class Annotator:
    """A component that knows the written sentences and sets what a trained pipeline would."""

    def __init__(self, *, tree: bool = True, names: bool = True, tags: bool = True) -> None:
        self.tree, self.names, self.tags = tree, names, tags

    def __call__(self, doc: Any) -> Any:
        from spacy.tokens import Span

        known = {tuple(word[0] for word in s.words): s for s in sentences().values()}
        entities = []
        here = 0
        while here < len(doc):
            fit = [s for words, s in known.items() if tuple(t.text for t in doc[here : here + len(words)]) == words]
            if fit:
                self._annotate(doc, here, fit[0])
                entities += [Span(doc, here + a, here + b, label) for a, b, label in fit[0].names]
            here += len(fit[0].words) if fit else 1
        if self.names:
            doc.set_ents(entities)
        return doc

    def _annotate(self, doc: Any, here: int, sentence: Annotated) -> None:
        for index, (_, tag, part, head, label) in enumerate(sentence.words):
            token = doc[here + index]
            if self.tags:
                token.tag_, token.pos_ = tag, part
            if self.tree:
                token.head, token.dep_ = doc[here + head], label


def pipeline(*, tree: bool = True, names: bool = True, tags: bool = True) -> Any:
    """Return an English pipeline whose only component is an `Annotator`."""
    import spacy
    from spacy.language import Language

    name = f"annotator_{tree:d}{names:d}{tags:d}"
    if not Language.has_factory(name):
        Language.component(name, func=Annotator(tree=tree, names=names, tags=tags))
    nlp = spacy.blank("en")
    nlp.add_pipe(name)
    return nlp
