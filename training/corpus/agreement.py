"""How far two annotations of the same texts agree: token F1 for each layer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from training.corpus.tokens import Tokenizer, tokenize, tokens_in
from training.corpus.values import AUTHOR, AnnotatedDocument, CorpusError, Span

LAYERS = ("source", "cue", "content", "kind", "trigger", "type", "factuality", "names")
Labels = dict[str, Counter[tuple[int, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Labelled tokens both gave, the first gave and the second gave."""

    both: int
    first: int
    second: int

    @property
    def f1(self) -> float:
        """2PR/(P+R); 1.0 where neither side has any label."""
        total = self.first + self.second
        return 2 * self.both / total if total else 1.0


def agree(
    first: Iterable[AnnotatedDocument],
    second: Iterable[AnnotatedDocument],
    *,
    tokenizer: Tokenizer = tokenize,
) -> dict[str, Agreement]:
    """Agreement by layer over the documents both hold; their texts must be equal.

    Raises CorpusError where a shared document's texts differ or no document is shared.
    """
    others = {document.id: document for document in second}
    pairs = [(document, others[document.id]) for document in first if document.id in others]
    if not pairs:
        raise CorpusError("the two annotations share no document id; compare the same documents")
    sums = {layer: Counter[str]() for layer in LAYERS}
    for one, two in pairs:
        _same_text(one, two)
        left, right = labels(one, tokenizer=tokenizer), labels(two, tokenizer=tokenizer)
        for layer, total in sums.items():
            total["both"] += (left[layer] & right[layer]).total()
            total["first"] += left[layer].total()
            total["second"] += right[layer].total()
    return {
        layer: Agreement(both=total["both"], first=total["first"], second=total["second"])
        for layer, total in sums.items()
    }


def table(agreements: dict[str, Agreement]) -> str:
    """The figures as text, one line a layer."""
    rows = [f"{'layer':<12}{'F1':>8}{'first':>8}{'second':>8}{'both':>8}"]
    rows += [f"{layer:<12}{a.f1:>8.3f}{a.first:>8}{a.second:>8}{a.both:>8}" for layer, a in agreements.items()]
    return "\n".join(rows)


def labels(document: AnnotatedDocument, *, tokenizer: Tokenizer = tokenize) -> Labels:
    """Labelled tokens of each layer; a token in two contents counts twice, so nesting shows."""
    tokens = tokenizer(document.text)
    found: Labels = {layer: Counter() for layer in LAYERS}
    for layer, label, spans in _labelled(document):
        found[layer].update((at, label) for at in tokens_in(tokens, spans))
    return found


def _labelled(document: AnnotatedDocument) -> Iterator[tuple[str, str, tuple[Span, ...]]]:
    for statement in document.statements:
        yield "source", "", tuple(reference.span for reference in statement.source)
        yield "cue", "", statement.cue
        yield "content", "", statement.content
        yield "kind", f"{statement.kind} {statement.stance}", statement.cue
    for event in document.events:
        yield "trigger", "", event.trigger
        yield "type", event.type, event.trigger
        yield "factuality", f"nearest {event.values[event.nearest]}", event.trigger
        yield "factuality", f"author {event.values[AUTHOR]}", event.trigger
    for name in document.names:
        yield "names", name.kind, (name.span,)


def _same_text(one: AnnotatedDocument, two: AnnotatedDocument) -> None:
    if one.text == two.text:
        return
    at = next(
        (i for i, (a, b) in enumerate(zip(one.text, two.text, strict=False)) if a != b),
        min(len(one.text), len(two.text)),
    )
    raise CorpusError(
        f"{two.path}:{two.line}: the text of {two.id} differs from {one.path} at character {at}; annotate the same text"
    )
