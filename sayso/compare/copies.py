"""Copies: which documents take their text from which.

A wire text is cut, retitled and extended by its users, so that whole-text similarity misses most reproductions; what
counts is containment, the share of the shorter text's word shingles that the other holds (Broder 1997).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Final

from sayso.model import Document
from sayso.model.verdict import CopyOf

SHINGLE: Final = 4  # words; at 4, two independent reports of one event shared under 3 % of their shingles
ENOUGH: Final = 0.5  # containment from which a text counts as taken over
_LEAST: Final = 12  # shingles; shorter texts prove nothing
_WORD: Final = re.compile(r"\w+")


def shingles(text: str) -> frozenset[int]:
    """Return the hashed runs of `SHINGLE` words, case and punctuation aside."""
    words = _WORD.findall(text.casefold())
    return frozenset(hash(tuple(words[i : i + SHINGLE])) for i in range(len(words) - SHINGLE + 1))


def find_copies(documents: Iterable[Document]) -> tuple[CopyOf, ...]:
    """Return one row for each document that was taken from an earlier one, the best original first in time.

    Documents without a date count as later than dated ones; ties go by id, so arrival order does not matter.
    """
    ordered = sorted(documents, key=_age)
    holders: dict[int, list[int]] = defaultdict(list)
    sets: list[frozenset[int]] = []
    found = []
    for index, document in enumerate(ordered):
        mine = shingles(document.text)
        shared: dict[int, int] = defaultdict(int)
        for shingle in mine:
            for other in holders[shingle]:
                shared[other] += 1
            holders[shingle].append(index)
        sets.append(mine)
        best = max(
            ((count / max(1, min(len(mine), len(sets[o]))), -o) for o, count in shared.items()), default=(0.0, 0)
        )
        if best[0] >= ENOUGH and min(len(mine), len(sets[-best[1]])) >= _LEAST:
            original = ordered[-best[1]]
            found.append(_copy(document, original, best[0]))
    return tuple(found)


def _age(document: Document) -> tuple[date, bool, str, str]:
    at = document.published_at
    return document.published or date.max, at is None, str(at), document.id


def _copy(document: Document, original: Document, share: float) -> CopyOf:
    return CopyOf(
        document=document.id,
        original=original.id,
        share=round(share, 3),
        reason=f"{share:.0%} of the shorter text's {SHINGLE}-word runs stand in both",
    )
