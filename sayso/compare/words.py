"""Words made comparable: spelling differences of names and word endings aside, hashed the same on every machine."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final
from zlib import crc32

from sayso.resources.names import skeleton
from sayso.resources.tables import table

RUN: Final = 4
"""Words in a run. Over the demo and corpus texts 4 keeps copies with respelled names whole and independent reports of
one event under a tenth; see `gates/compare.py`."""
_WORD: Final = re.compile(r"\w+")
_ENDINGS: Final = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ed", "es", "s", "ly")
_BARE: Final = 4  # letters; shorter words keep their vowels, for "had" and "hid" are no spellings of each other
_CACHED: Final = 100_000


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: its comparable form and where it stands."""

    form: str
    start: int
    end: int


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text in order."""
    return tuple(Word(form(m.group()), m.start(), m.end()) for m in _WORD.finditer(text))


@lru_cache(maxsize=_CACHED)
def form(word: str) -> str:
    """Return a word without ending, marks and vowels: "Lukashenka" is "Lukashenko", "agreed" is "agree"."""
    low = word.casefold()
    if len(low) < _BARE or not low.isalpha():
        return low
    return skeleton(stem(low)) or low


@lru_cache(maxsize=_CACHED)
def stem(low: str) -> str:
    """Return a lower-case word without its first fitting ending; what is left has at least four letters."""
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _BARE:
            return low[: -len(ending)]
    return low


def words_within(words: Sequence[Word], start: int, end: int) -> Sequence[Word]:
    """Return the words that stand in a passage; time is logarithmic, for long texts have many passages."""
    return words[bisect_left(words, start, key=_start) : bisect_right(words, end, key=_end)]


def _start(word: Word) -> int:
    return word.start


def _end(word: Word) -> int:
    return word.end


def runs_of(words: Sequence[Word]) -> list[int]:
    """Return one hash for each run of `RUN` words, in order; the same words give the same numbers anywhere."""
    forms = [word.form for word in words]
    return [crc32(" ".join(forms[i : i + RUN]).encode()) for i in range(len(forms) - RUN + 1)]


def content_forms(words: Sequence[Word]) -> frozenset[str]:
    """Return the forms of the words that carry meaning."""
    return frozenset(word.form for word in words) - little_forms()


@cache
def little_forms() -> frozenset[str]:
    """Return the forms of words too common to tell anything apart."""
    return frozenset(form(row["word"]) for name in ("little_words", "function_words") for row in table(name))
