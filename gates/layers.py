"""The learned layers against our corpus and attribution gold: sources, cues, contents, events, facts, names."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sayso.read.language.onnx import OnnxModel
from sayso.read.language.parse import Parse
from training.corpus import AnnotatedDocument, load

ROLES: Final = {"source": ("source",), "cue": ("cue",), "content": ("content", "content2")}
_WORD: Final = re.compile(r"\w+")

Range = tuple[int, int]
Counts = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Trigger:
    """An event mention's first trigger, type and value for the nearest sayer."""

    start: int
    end: int
    kind: str
    value: str


def attribution_figures(path: Path, model: OnnxModel) -> dict[str, float]:
    """Return F1 of words in sources, cues and contents on JSON lines with `text` and `attributions`."""
    counts: Counts = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold = {role: [tuple(span) for a in row["attributions"] for span in a.get(role) or []] for role in ROLES}
        _count_roles(row["text"], gold, model.parse([row["text"]])[0], counts)
    return _scores(counts, ROLES)


def corpus_figures(folder: Path, model: OnnxModel) -> dict[str, float]:
    """Return every layer's figures on documents of our corpus."""
    counts: Counts = Counter()
    for document in load(folder):
        parse = model.parse([document.text])[0]
        _count_roles(document.text, _roles(document), parse, counts)
        _count_names(document, parse, counts)
        _count_events(document, parse, counts)
        counts["documents", "all"] += 1
    figures = _scores(counts, (*ROLES, "names", "trigger", "event"))
    for name in ("fact", "polarity"):
        figures[name] = round(100 * counts[name, "both"] / max(1, counts[name, "all"]), 2)
    return figures | {"documents": counts["documents", "all"]}


def _roles(document: AnnotatedDocument) -> dict[str, list[Range]]:
    statements = document.statements
    return {
        "source": [(r.span.start, r.span.end) for s in statements for r in s.source],
        "cue": [(span.start, span.end) for s in statements for span in s.cue],
        "content": [(span.start, span.end) for s in statements for span in s.content],
    }


def _count_roles(text: str, gold: Mapping[str, list[Range]], parse: Parse, counts: Counts) -> None:
    words = [match.span() for match in _WORD.finditer(text)]
    for role, layers in ROLES.items():
        marked = [
            (token.start, token.end)
            for layer in layers
            for token, tag in zip(parse.tokens, parse.layers.get(layer, ()), strict=False)
            if tag != "O"
        ]
        _add(counts, role, _covered(words, gold[role]), _covered(words, marked))


def _covered(words: list[Range], spans: Iterable[Range]) -> set[Range]:
    letters = {at for start, end in spans for at in range(start, end)}
    return {(start, end) for start, end in words if any(at in letters for at in range(start, end))}


def _count_names(document: AnnotatedDocument, parse: Parse, counts: Counts) -> None:
    text = document.text
    gold = {
        (n.span.start, n.span.end - 2 * (text[n.span.start : n.span.end][-2:] in {"'s", "’s"}), n.kind)
        for n in document.names
    }
    spans = ((parse.span(name.first, name.last), name.label) for name in parse.names)
    _add(counts, "names", gold, {(span.start, span.end, label) for span, label in spans})


def _count_events(document: AnnotatedDocument, parse: Parse, counts: Counts) -> None:
    gold = [
        Trigger(e.trigger[0].start, e.trigger[0].end, e.type, e.values[e.nearest]) for e in document.events if e.trigger
    ]
    left = triggers_in(parse)
    counts["trigger", "gold"] += len(gold)
    counts["event", "gold"] += len(gold)
    counts["trigger", "guess"] += len(left)
    counts["event", "guess"] += len(left)
    for trigger in gold:
        found = next((t for t in left if t.start < trigger.end and trigger.start < t.end), None)
        if found is not None:
            left.remove(found)
            counts["trigger", "both"] += 1
            counts["event", "both"] += found.kind == trigger.kind
            counts["fact", "all"] += 1
            counts["fact", "both"] += found.value == trigger.value
            counts["polarity", "all"] += 1
            counts["polarity", "both"] += found.value[-1:] == trigger.value[-1:]


def triggers_in(parse: Parse) -> list[Trigger]:
    """Return the event mentions that the event and fact layers hold, in text order."""
    found: list[Trigger] = []
    before = "O"
    none = ("O",) * len(parse.tokens)
    events, facts = parse.layers.get("event", none), parse.layers.get("fact", none)
    for token, tag, fact in zip(parse.tokens, events, facts, strict=True):
        if tag != "O" and tag[0] == "I" and before[2:] == tag[2:]:
            last = found[-1]
            found[-1] = Trigger(last.start, token.end, last.kind, last.value)
        elif tag != "O":
            found.append(Trigger(token.start, token.end, tag[2:], fact))
        before = tag
    return found


def _add(counts: Counts, name: str, gold: set[Any], guess: set[Any]) -> None:
    counts[name, "both"] += len(gold & guess)
    counts[name, "gold"] += len(gold)
    counts[name, "guess"] += len(guess)


def _scores(counts: Counts, names: Iterable[str]) -> dict[str, float]:
    sums = {name: counts[name, "gold"] + counts[name, "guess"] for name in names}
    return {name: round(200 * counts[name, "both"] / total, 2) if total else 0.0 for name, total in sums.items()}
