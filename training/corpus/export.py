"""Documents in other tools' formats: JSONL, CoNLL-U Plus and brat standoff."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from training.corpus.tokens import Tokenizer, tokenize, tokens_in
from training.corpus.values import AnnotatedDocument, Reference, Span

COLUMNS = "ID FORM MISC SAYSO:NAME SAYSO:TIME SAYSO:SOURCE SAYSO:CUE SAYSO:CONTENT SAYSO:EVENT SAYSO:ARG"
Layer = list[tuple[str, tuple[Span, ...]]]


def jsonl(documents: Iterable[AnnotatedDocument]) -> Iterator[str]:
    """One JSON object a document; every span is ``[start, end]`` in ``text``."""
    for document in documents:
        yield json.dumps(as_json(document), ensure_ascii=False)


def as_json(document: AnnotatedDocument) -> dict[str, Any]:
    """A document as plain JSON values."""
    published = document.published.isoformat() if document.published else None
    return {
        "id": document.id,
        "split": document.split,
        "genre": document.genre,
        "title": document.title,
        "outlet": document.outlet,
        "byline": document.byline,
        "published": published,
        "text": document.text,
        "sentences": [{"span": _pair(s.span), "paragraph": s.paragraph, "glued": s.glued} for s in document.sentences],
        "actors": [
            {
                "id": a.id,
                "kind": a.kind,
                "country": a.country,
                "sector": a.sector,
                "name": a.name,
                "role": a.role,
            }
            for a in document.actors
        ],
        "statements": _statements(document),
        "events": _events(document),
        "names": [{"span": _pair(n.span), "kind": n.kind, "actor": n.actor} for n in document.names],
        "times": [{"span": _pair(t.span), "value": t.value} for t in document.times],
        "references": [_reference(r) for r in document.references],
    }


def _statements(document: AnnotatedDocument) -> list[dict[str, Any]]:
    return [
        {
            "number": s.number,
            "kind": s.kind,
            "stance": s.stance,
            "source": [_reference(r) for r in s.source],
            "cue": [_pair(span) for span in s.cue],
            "content": [_pair(span) for span in s.content],
            "via": [_reference(r) for r in s.via],
            "addressees": [_reference(r) for r in s.addressees],
            "within": s.within,
        }
        for s in document.statements
    ]


def _events(document: AnnotatedDocument) -> list[dict[str, Any]]:
    return [
        {
            "number": e.number,
            "type": e.type,
            "modes": list(e.modes),
            "trigger": [_pair(span) for span in e.trigger],
            "nearest": e.nearest,
            "values": e.values,
            "within": e.within,
            "arguments": [{"role": a.role, "span": _pair(a.span), "actor": a.actor} for a in e.arguments],
        }
        for e in document.events
    ]


def _reference(reference: Reference) -> dict[str, Any]:
    return {"span": _pair(reference.span), "actor": reference.actor}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def conllu(documents: Iterable[AnnotatedDocument], *, tokenizer: Tokenizer = tokenize) -> Iterator[str]:
    """Lines of CoNLL-U Plus; a layer holds ``B-label``/``I-label`` joined by ``|``, or ``_``."""
    yield f"# global.columns = {COLUMNS}"
    for document in documents:
        yield f"# newdoc id = {document.id}"
        layers = [_column(document, layer, tokenizer) for layer in _layers(document)]
        tokens = tokenizer(document.text)
        for number, sentence in enumerate(document.sentences, start=1):
            yield f"# sent_id = {document.id}-{number}"
            yield f"# text = {document.covered(sentence.span)}"
            inside = tokens_in(tokens, (sentence.span,))
            for position, at in enumerate(inside, start=1):
                yield _row(document, tokens, at, position, [column[at] for column in layers])
            yield ""


def _row(document: AnnotatedDocument, tokens: list[Span], at: int, position: int, cells: list[str]) -> str:
    here = tokens[at]
    spaced = document.text[here.end : here.end + 1].isspace() or here.end == len(document.text)
    misc = f"Start={here.start}" + ("" if spaced else "|SpaceAfter=No")
    return "\t".join([str(position), document.covered(here), misc, *cells])


def _layers(document: AnnotatedDocument) -> list[Layer]:
    statements, events = document.statements, document.events
    return [
        [(n.kind, (n.span,)) for n in document.names],
        [(t.value, (t.span,)) for t in document.times],
        [(str(s.number), tuple(r.span for r in s.source)) for s in statements],
        [(f"{s.number}.{s.kind}.{s.stance}", s.cue) for s in statements],
        [(str(s.number), s.content) for s in statements],
        [(f"{e.number}.{'.'.join((e.type, *e.modes))}={e.values[e.nearest]}", e.trigger) for e in events],
        [(f"{e.number}.{a.role}", (a.span,)) for e in events for a in e.arguments],
    ]


def _column(document: AnnotatedDocument, layer: Layer, tokenizer: Tokenizer) -> list[str]:
    tokens = tokenizer(document.text)
    cells: list[list[str]] = [[] for _ in tokens]
    for label, spans in layer:
        for at, index in enumerate(tokens_in(tokens, spans)):
            cells[index].append(f"{'I' if at else 'B'}-{label}")
    return ["|".join(cell) or "_" for cell in cells]


def write_brat(documents: Iterable[AnnotatedDocument], *, folder: Path) -> int:
    """Write ``id.txt`` and ``id.ann`` for each document; returns how many."""
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for document in documents:
        (folder / f"{document.id}.txt").write_text(document.text, encoding="utf-8")
        (folder / f"{document.id}.ann").write_text(brat(document), encoding="utf-8")
        written += 1
    return written


def brat(document: AnnotatedDocument) -> str:
    """The .ann file: text bounds (T), relations to cues and triggers (R), attributes (A)."""
    sheet = _Standoff(document)
    for name in document.names:
        sheet.bound(name.kind, (name.span,))
    for time in document.times:
        sheet.bound("Time", (time.span,), note=time.value)
    for statement in document.statements:
        anchor = sheet.bound("Cue", statement.cue) if statement.cue else None
        content = sheet.bound("Content", statement.content) if statement.content else None
        head = anchor or content
        if head is None:
            continue
        sheet.attribute("Kind", head, statement.kind)
        sheet.attribute("Stance", head, statement.stance)
        if anchor and content:
            sheet.relation("Says", anchor, content)
        for label, references in (
            ("Source", statement.source),
            ("Via", statement.via),
            ("Addressee", statement.addressees),
        ):
            for reference in references:
                sheet.relation(label, head, sheet.bound(label, (reference.span,)))
    for event in document.events:
        trigger = sheet.bound(event.type, event.trigger)
        sheet.attribute("Factuality", trigger, event.values[event.nearest])
        for argument in event.arguments:
            label = argument.role.capitalize()
            sheet.relation(label, trigger, sheet.bound(label, (argument.span,)))
    return "".join(f"{line}\n" for line in sheet.lines)


class _Standoff:
    """Lines of one .ann file with their running numbers."""

    def __init__(self, document: AnnotatedDocument) -> None:
        self._document = document
        self._next = {"T": 0, "R": 0, "A": 0, "#": 0}
        self.lines: list[str] = []

    def bound(self, label: str, spans: tuple[Span, ...], *, note: str | None = None) -> str:
        places = ";".join(f"{span.start} {span.end}" for span in spans)
        text = " ".join(self._document.covered(span) for span in spans)
        name = self._add("T", f"{label} {places}\t{text}")
        if note:
            self._add("#", f"AnnotatorNotes {name}\t{note}")
        return name

    def relation(self, label: str, one: str, two: str) -> None:
        self._add("R", f"{label} Arg1:{one} Arg2:{two}")

    def attribute(self, label: str, target: str, value: str) -> None:
        self._add("A", f"{label} {target} {value}")

    def _add(self, letter: str, rest: str) -> str:
        self._next[letter] += 1
        name = f"{letter}{self._next[letter]}"
        self.lines.append(f"{name}\t{rest}")
        return name
