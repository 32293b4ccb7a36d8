"""Measures statements on PolNeAR (where its data lies) and on our own corpus: who says what, through whom, inside whom.

    python -m gates --data FOLDER --only attribution

FOLDER (or FOLDER/attribution) may hold `polnear.dev.jsonl` with `text` and `attributions` (`source`, `cue`, `content`,
`source_head`, `cue_class`). PolNeAR marks outermost attributions only, so only those are compared there.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from gates.matching import Sides, Words, f1, pairs_of, ranges, same
from sayso.model import Reference, Span, Statement
from sayso.read.actors import find_cast
from sayso.read.cast import Cast
from sayso.read.language.onnx import OnnxModel
from sayso.read.quotations import find_quotations
from sayso.read.statements import find_statements
from training.corpus import AnnotatedDocument, load
from training.corpus import Statement as Gold

_HEAD_END = re.compile(r",| (?:who|that|which|of|for|at|in|from|with|on|and) ")
_WORD = re.compile(r"\w+")
CORPUS = Path(__file__).parent.parent / "corpus"


def measure(data: Path | None) -> dict[str, float]:
    """Return the figures in percent; PolNeAR's are left out where there is no such file."""
    return measure_polnear(data) | measure_corpus("dev") | measure_corpus("test")


@cache
def _language() -> OnnxModel:
    return OnnxModel()


def _read(text: str) -> tuple[Cast, tuple[Statement, ...]]:
    parse = _language().parse([text])[0]
    quotations = find_quotations(text)
    cast = find_cast(parse, quotations=quotations)
    return cast, find_statements(parse, cast=cast, quotations=quotations)


def measure_polnear(data: Path | None) -> dict[str, float]:
    """Return relaxed and exact F1 and the recall of speech on PolNeAR's development articles."""
    places = [] if data is None else [data / "polnear.dev.jsonl", data / "attribution" / "polnear.dev.jsonl"]
    file = next((place for place in places if place.exists()), None)
    if file is None:
        return {}
    counts: Counter[str] = Counter()
    for line in file.read_text(encoding="utf-8").splitlines():
        _count_article(json.loads(line), counts)
    return {
        "polnear_relaxed": f1(counts["relaxed"], counts["found"], counts["gold"]),
        "polnear_exact": f1(counts["exact"], counts["found"], counts["gold"]),
        "polnear_speech_recall": round(100 * counts["speech_right"] / max(1, counts["speech"]), 2),
    }


def _count_article(article: dict[str, Any], counts: Counter[str]) -> None:
    words = Words(article["text"])
    marked = article["attributions"]
    gold = [
        words.sides(a["source"], a["cue"], a["content"], [a["source_head"]] if a.get("source_head") else [])
        for a in marked
    ]
    found = [_sides(words, s) for s in _read(article["text"])[1] if s.within is None]
    pairs = pairs_of(gold, found)
    counts.update(gold=len(gold), found=len(found), relaxed=len(pairs), exact=same(gold, found))
    for number, attribution in enumerate(marked):
        if attribution["cue_class"] == "speech":
            counts.update(speech=1, speech_right=number in pairs)


def _sides(words: Words, statement: Statement) -> Sides:
    source = [] if statement.source is None else [statement.source.span]
    return words.sides(ranges(source), ranges(statement.cue), ranges(statement.content))


def measure_corpus(part: str) -> dict[str, float]:
    """Return the figures on one part of our own corpus."""
    if not any((CORPUS / part).rglob("*.txt")):
        return {}
    counts: Counter[str] = Counter()
    for document in load(CORPUS / part):
        _count_document(document, counts)
    figures = {
        "relaxed": f1(counts["relaxed"], counts["found"], counts["gold"]),
        "exact": f1(counts["exact"], counts["found"], counts["gold"]),
        "chains": f1(counts["links_right"], counts["links_found"], counts["links_gold"]),
        "speakers": round(100 * counts["speaker_right"] / max(1, counts["speaker"]), 2),
        "kinds": round(100 * counts["kind_right"] / max(1, counts["relaxed"]), 2),
        "stances": round(100 * counts["stance_right"] / max(1, counts["relaxed"]), 2),
    }
    return {f"{part}_{name}": value for name, value in figures.items()}


def _count_document(document: AnnotatedDocument, counts: Counter[str]) -> None:
    words = Words(document.text)
    cast, statements = _read(document.text)
    gold = [
        words.sides(ranges(r.span for r in s.source), ranges(s.cue), ranges(s.content), _heads(document.text, s.source))
        for s in document.statements
    ]
    found = [_sides(words, s) for s in statements]
    pairs = pairs_of(gold, found)
    counts.update(gold=len(gold), found=len(found), relaxed=len(pairs), exact=same(gold, found))
    _count_links(document, statements, pairs, counts)
    places = _places(document)
    for g, f in pairs.items():
        marked, read = document.statements[g], statements[f]
        counts["kind_right"] += marked.kind == read.kind
        counts["stance_right"] += marked.stance == read.stance
        if marked.source and marked.source[0].actor:
            counts["speaker"] += 1
            counts["speaker_right"] += _is_speaker(document, places, marked.source[0].actor, cast, read.source)


def _heads(text: str, source: tuple[Any, ...]) -> list[tuple[int, int]]:
    """Return the likely head of a marked source: its last word before a comma, a preposition or a relative pronoun."""
    if not source:
        return []
    span = source[0].span
    end = _HEAD_END.search(text, span.start + 1, span.end)
    words = list(_WORD.finditer(text, span.start, end.start() if end else span.end))
    words = [w for w in words if w.group() != "s"]
    return [words[-1].span()] if words else []


def _count_links(
    document: AnnotatedDocument, statements: tuple[Statement, ...], pairs: dict[int, int], counts: Counter[str]
) -> None:
    """Count nesting (a statement inside a statement) and carriers (through somebody) as one kind of link."""
    numbers = {s.number: n for n, s in enumerate(document.statements)}
    ids = {s.id: n for n, s in enumerate(statements)}
    counts["links_gold"] += sum((s.within is not None) + len(s.via) for s in document.statements)
    counts["links_found"] += sum((s.within is not None) + len(s.via) for s in statements)
    for g, f in pairs.items():
        marked, read = document.statements[g], statements[f]
        if marked.within is not None and read.within is not None:
            counts["links_right"] += pairs.get(numbers[marked.within]) == ids[read.within]
        counts["links_right"] += _carriers_right(marked, read)


def _carriers_right(marked: Gold, read: Statement) -> int:
    gold = [v.span for v in marked.via]
    return min(len(gold), sum(any(v.span.start < g.end and g.start < v.span.end for g in gold) for v in read.via))


def _places(document: AnnotatedDocument) -> dict[str, list[Span]]:
    """Return every marked span that stands for an actor, by actor."""
    places: dict[str, list[Span]] = {}
    for reference in _references(document):
        if reference.actor is not None:
            places.setdefault(reference.actor, []).append(Span(reference.span.start, reference.span.end))
    return places


def _references(document: AnnotatedDocument) -> Iterator[Any]:
    for statement in document.statements:
        yield from (*statement.source, *statement.via, *statement.addressees)
    yield from document.names


def _is_speaker(
    document: AnnotatedDocument, places: dict[str, list[Span]], actor: str, cast: Cast, source: Reference | None
) -> bool:
    """Tell whether the found actor is the marked one rather than another, and is known by name if the text names it."""
    if source is None or source.actor is None:
        return False
    mentions = cast.actor(source.actor).mentions
    shared = {name: sum(any(m.overlaps(s) for m in mentions) for s in spans) for name, spans in places.items()}
    if shared[actor] == 0 or shared[actor] < max(shared.values()):
        return False
    names = [Span(n.span.start, n.span.end) for n in document.names if n.kind in ("PER", "ORG", "LOC")]
    named = [n for n in names if any(s.contains(n) for s in places[actor])]
    return not named or any(m.overlaps(n) for n in named for m in mentions)
