"""Toponyms: which spans of a parsed text may name a place, and the words around them that say which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from sayso.model import Span
from sayso.read.language.parse import Parse
from sayso.resources.gazetteer import Gazetteer
from sayso.resources.tables import table

_AROUND: Final = 40
"""Characters before and after a toponym that may say of which kind and where it is."""
_PLACE_LABELS: Final = frozenset({"LOC", "FAC"})
_SAFE_PEOPLE: Final = 50_000
"""A capitalised word that the tagger left alone counts as a place only behind a locative preposition and if the
gazetteer has a place of that many people for it."""
_WATER: Final = frozenset({"river", "lake", "island", "country"})
"""Kinds whose word belongs to the name: "Red River" is not "Red"."""
_LOCATIVE: Final = frozenset({"in", "near", "from", "outside", "around", "towards", "toward"})
_WORD: Final = re.compile(r"[^\W\d_][\w’'-]{0,40}")


@dataclass(frozen=True, slots=True)
class Toponym:
    """A span that may name a place. `form`: its words without article and kind word, as they are looked up.

    `kinds`: levels that a kind word beside it asks for ("region", "city of"), empty where none does.
    `before`, `after`: the text around.
    """

    span: Span
    form: str
    kinds: frozenset[str]
    before: str
    after: str


def find_toponyms(parse: Parse, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """Return the places named in a text, in order; names of people and organisations never count."""
    taken = [parse.span(name.first, name.last) for name in parse.names]
    spans = [parse.span(name.first, name.last) for name in parse.names if name.label in _PLACE_LABELS]
    spans += [span for span in _overlooked(parse, gazetteer) if not any(span.overlaps(other) for other in taken)]
    return tuple(read_toponym(parse.text, span) for span in sorted(spans))


def _overlooked(parse: Parse, gazetteer: Gazetteer) -> Iterator[Span]:
    """Yield proper nouns behind a locative preposition that the gazetteer knows as large places."""
    named = {i for name in parse.names for i in range(name.first, name.last + 1)}
    for token in parse.tokens[1:]:
        before = parse.tokens[token.index - 1]
        if token.index in named or token.upos != "PROPN" or before.lower not in _LOCATIVE:
            continue
        following = parse.tokens[token.index + 1] if token.index + 1 < len(parse.tokens) else None
        if not token.text.istitle() or (following is not None and following.upos == "PROPN"):
            continue
        if any(place.population >= _SAFE_PEOPLE for place in gazetteer.lookup(token.text)):
            yield Span(token.start, token.end)


def read_toponym(text: str, span: Span) -> Toponym:
    """Return the toponym at a span with what its surroundings say."""
    before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
    words = span.of(text).split()
    words = words[1:] if len(words) > 1 and words[0].lower() == "the" else words
    kinds: set[str] = set()
    if len(words) > 1 and words[-1].lower() in _kinds("behind"):
        kinds |= _kinds("behind")[words[-1].lower()]
    following = _WORD.match(after.lstrip(" -"))
    if following and following.group().lower() in _kinds("behind") and not after.startswith((",", ".")):
        kinds |= _kinds("behind")[following.group().lower()]
    kinds |= _kind_before(before)
    return Toponym(span, _form(words), frozenset(kinds), before, after)


def _kind_before(before: str) -> frozenset[str]:
    """Return the levels that "the city of" or "province" just before the name asks for."""
    words = [word.group().lower() for word in _WORD.finditer(before)][-3:]
    if not words or before.rstrip()[-1:] in {",", ".", ";", ":"}:
        return frozenset()
    if words[-1] == "of" and len(words) > 1:
        return _kinds("before").get(words[-2], frozenset())
    return _kinds("before").get(words[-1], frozenset())


def _form(words: list[str]) -> str:
    form = " ".join(words)
    for ending in ("'s", "’s", "'", "’"):
        form = form.removesuffix(ending)
    return form


def bare_form(form: str) -> str | None:
    """Return the form without kind word or direction ("Kherson region", "northern Syria"), None where it has none."""
    words = form.split()
    if len(words) > 1 and _kinds("behind").get(words[-1].lower(), _WATER) - _WATER:
        return " ".join(words[:-1])
    if len(words) > 1 and words[0].lower() in _kinds("direction"):
        return " ".join(words[1:])
    if len(words) > 2 and words[1].lower() == "of" and words[0].lower() in _kinds("before"):
        return " ".join(words[2:])
    return None


@cache
def _kinds(position: str) -> dict[str, frozenset[str]]:
    """Kind words that stand behind, before or as a direction at a name, with the levels they ask for."""
    return {
        row["word"]: frozenset(level for level in row["levels"].split("|") if level)
        for row in table("place_words")
        if position in row["position"].split("|")
    }
