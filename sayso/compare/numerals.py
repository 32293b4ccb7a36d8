"""Numerals: figures and number words of a sentence as values with bounds, where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from sayso.resources.tables import table

_TOKEN: Final = re.compile(r"\d[\d,.]*|[^\W\d]+|[^\w\s]")
_LARGEST: Final = 10**9  # more is no count of people
_BOUND_WORDS: Final = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A word, figure or mark with its place in the document; `low` in lower case."""

    low: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number phrase: tokens `first` to `last`, both inclusive, its bound included."""

    first: int
    last: int
    least: int | None
    most: int | None


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of a passage."""
    return [Token(m.group().casefold().rstrip(",."), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]


def numerals_in(tokens: Sequence[Token]) -> Iterator[Numeral]:
    """Yield the number phrases in order: "at least 11", "between 20 and 30", "two dozen", "dozens"."""
    place = 0
    while place < len(tokens):
        read = _value(tokens, place)
        if read is None:
            place += 1
            continue
        value, last = read
        second = _upper(tokens, place, last)
        if second is not None:
            yield Numeral(_before_between(tokens, place), second[1], value, second[0])
            place = second[1] + 1
            continue
        if not _is_date(tokens, place):
            yield _bounded(tokens, place, last, value)
        place = last + 1


def _is_date(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a figure is a year, a day of a month or an age ("in 1986", "October 10")."""
    return place > 0 and tokens[place].low.isdigit() and _bounds().get(tokens[place - 1].low) == "none"


def _value(tokens: Sequence[Token], place: int) -> tuple[int | None, int] | None:
    """Return a number's value, None for a vague word, and its last token; None where no number begins."""
    low = tokens[place].low
    kinds = _number_words()
    if low[:1].isdigit():
        figure = _figure(low)
        return None if figure is None else _scaled(tokens, place, figure)
    if low in {"a", "an"}:
        following = tokens[place + 1].low if place + 1 < len(tokens) else ""
        return _scaled(tokens, place, 1.0) if kinds.get(following, (0, ""))[1] == "scale" else None
    kind = kinds.get(low, (0, ""))[1]
    if kind == "vague":
        return None, place
    return _words(tokens, place) if kind in {"unit", "ten"} else None


def _words(tokens: Sequence[Token], place: int) -> tuple[int | None, int] | None:
    """Read "forty-three", "nineteen", "two hundred and six"."""
    kinds = _number_words()
    value, kind = kinds[tokens[place].low]
    last = place
    if kind == "ten":
        after = place + 2 if place + 1 < len(tokens) and tokens[place + 1].low == "-" else place + 1
        unit, next_kind = kinds.get(tokens[after].low, (0, "")) if after < len(tokens) else (0, "")
        if next_kind == "unit" and unit < 10:
            value, last = value + unit, after
    return _scaled(tokens, last, float(value))


def _scaled(tokens: Sequence[Token], last: int, value: float) -> tuple[int | None, int] | None:
    kinds = _number_words()
    while last + 1 < len(tokens) and kinds.get(tokens[last + 1].low, (0, ""))[1] == "scale":
        last += 1
        value *= kinds[tokens[last].low][0]
    return (round(value), last) if value < _LARGEST else None


def _figure(low: str) -> float | None:
    """Read "4,000", "4.000", "3.5"; None for what is no plain number."""
    groups = low.replace(".", ",").split(",")
    if not all(group.isdigit() and group.isascii() for group in groups) or sum(map(len, groups)) > 9:
        return None
    if len(groups) == 1 or all(len(group) == 3 for group in groups[1:]):
        return float("".join(groups))
    return float(low) if len(groups) == 2 and "." in low else None


def _upper(tokens: Sequence[Token], place: int, last: int) -> tuple[int, int] | None:
    """Return the upper value of "20 to 30", "20-30" and "between 20 and 30", and its last token."""
    if last + 2 >= len(tokens):
        return None
    joined = {"to", "-", "–", "or"} | ({"and"} if place and tokens[place - 1].low == "between" else set())
    if tokens[last + 1].low not in joined:
        return None
    second = _value(tokens, last + 2)
    return (second[0], second[1]) if second is not None and second[0] is not None else None


def _before_between(tokens: Sequence[Token], place: int) -> int:
    return place - 1 if place and tokens[place - 1].low in {"between", "from"} else place


def _bounded(tokens: Sequence[Token], place: int, last: int, value: int | None) -> Numeral:
    for count in range(min(place, _BOUND_WORDS), 0, -1):
        words = " ".join(token.low for token in tokens[place - count : place])
        side = _bounds().get(words)
        if side in {"low", "high", "both"}:
            least = value if side != "high" else None
            return Numeral(place - count, last, least, value if side != "low" else None)
    return Numeral(place, last, value, value)


@cache
def _number_words() -> dict[str, tuple[int, str]]:
    return {row["word"]: (int(row["value"]), row["kind"]) for row in table("number_words")}


@cache
def _bounds() -> dict[str, str]:
    return {row["words"]: row["side"] for row in table("number_bounds")}
