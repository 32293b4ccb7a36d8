"""Slots: place and time of an event, out of its own clause; for the place else the document's one clear focus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, TypeVar

from sayso.model import Place, PlaceBasis, Precision, Span, When
from sayso.read import clauses
from sayso.read.language.parse import Parse, Token

T = TypeVar("T", Place, When)

_PINS: Final = frozenset({Precision.SITE, Precision.SETTLEMENT, Precision.DISTRICT, Precision.REGION})
_FOCUS_SHARE: Final = 0.6  # of all placed mentions; below it a document has no one focus
LOCATIVE: Final = frozenset(
    {"in", "at", "near", "on", "outside", "inside", "around", "across", "off", "over", "from", "to", "into", "along",
     "of", "through", "toward", "towards", "within", "between", "beyond", "under", "behind", "above", "north", "onto"}
)  # fmt: skip
_STEPS: Final = 6


class Slots:
    """Places and times of one parse, by the trigger that they hang on."""

    def __init__(self, parse: Parse, places: Sequence[Place], times: Sequence[When]) -> None:
        self._parse = parse
        self._places = _by_sentence(parse, places)
        self._times = _by_sentence(parse, times)
        self._focus = _focus(places)

    def place(
        self, trigger: int, anchors: frozenset[int], *, barred: frozenset[int]
    ) -> tuple[Place | None, PlaceBasis | None]:
        """Return where the event took place and on what evidence, both None if nothing tells.

        `barred`: participants that a place name stands for as an actor ("blamed Kyiv").
        """
        here = [p for p in self._places.get(self._parse.sentence_of[trigger], ()) if p[0] not in barred]
        own = self._nearest(here, trigger, anchors, locative=True)
        if own is not None:
            return own, PlaceBasis.CLAUSE
        return (self._focus, PlaceBasis.FOCUS) if self._focus is not None else (None, None)

    def time(self, trigger: int, anchors: frozenset[int]) -> When | None:
        """Return when the event happened, as its clause says."""
        return self._nearest(self._times.get(self._parse.sentence_of[trigger], ()), trigger, anchors, locative=False)

    def _nearest(
        self, found: Sequence[tuple[int, T]], trigger: int, anchors: frozenset[int], *, locative: bool
    ) -> T | None:
        fitting = [(abs(at - trigger), at, item) for at, item in found if self._hangs(at, anchors, locative=locative)]
        return min(fitting, key=lambda f: f[:2])[2] if fitting else None

    def _hangs(self, at: int, anchors: frozenset[int], *, locative: bool) -> bool:
        """Tell whether a phrase depends on one of the anchors with no other clause between them."""
        here = self._parse.tokens[at]
        for step in range(_STEPS):
            if here.index in anchors:
                return step > 0
            if here.is_root or (step and here.upos in clauses.VERBAL):
                return False
            if locative and not self._leads_on(here):
                return False
            here = self._parse.tokens[here.head]
        return False

    def _leads_on(self, here: Token) -> bool:
        """Tell whether a word's own link can place what stands above it: "in Kolm", "shelled Kolm", not "told Kolm"."""
        relation = clauses.base(here.relation)
        if relation in ("obl", "nmod") and here.relation != "nmod:poss":
            cases = clauses.case_words(self._parse, here.index)
            return not cases or bool(cases & LOCATIVE)
        return here.relation not in ("nsubj", "nmod:poss", "appos", "iobj")


def _by_sentence(parse: Parse, items: Sequence[T]) -> dict[int, list[tuple[int, T]]]:
    found: dict[int, list[tuple[int, T]]] = {}
    for item in items:
        at = _head_of(parse, item.span)
        if at is not None:
            found.setdefault(parse.sentence_of[at], []).append((at, item))
    return found


def _head_of(parse: Parse, span: Span) -> int | None:
    """Return the token of a span whose head lies outside it."""
    index = parse.token_at(span.start)
    first = index
    while index is not None and index < len(parse.tokens) and parse.tokens[index].start < span.end:
        token = parse.tokens[index]
        head = parse.tokens[token.head]
        if token.is_root or not (span.start <= head.start < span.end):
            return index
        index += 1
    return first


def _focus(places: Sequence[Place]) -> Place | None:
    """Return the settlement, district or region that most placed mentions name, None without a clear one."""
    pins = [p for p in places if p.geonameid is not None and p.precision in _PINS]
    if not pins:
        return None
    ranked = Counter(p.geonameid for p in pins).most_common(1)
    best, count = ranked[0]
    if count < 2 or count < _FOCUS_SHARE * len(pins):
        return None
    return next(p for p in pins if p.geonameid == best)
