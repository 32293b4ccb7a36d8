"""One subject a verb: where the parser hangs parts of one noun phrase on a verb side by side, they are put together.

"Kelmar's defence minister, Anna Rusk, denied" now and then comes out with three subjects. English has one
(coordination is inside it), so neighbours are joined: a noun right before another is its compound, a name behind a
comma its apposition (Universal Dependencies guidelines for English: compound, appos). A verb has no `nmod:desc`: a
title that hangs on one is its subject, if it has no other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
_NAMING: Final = frozenset({"NOUN", "PROPN"})


def join_subjects(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Join the neighbouring subjects of each verb in place; all four sequences have one entry a word of one text."""
    subjects: dict[int, list[int]] = defaultdict(list)
    for index, relation in enumerate(relations):
        if relation in _SUBJECTS and upos[index] in _NAMING and index < heads[index]:
            subjects[heads[index]].append(index)
    for index, relation in enumerate(relations):
        above = heads[index]
        if relation == "nmod:desc" and upos[above] == "VERB" and index < above and above not in subjects:
            relations[index] = "nsubj"
    for group in subjects.values():
        if len(group) > 1:
            _join(group, words, heads, relations)


def _join(group: list[int], words: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Walk the subjects of one verb from left to right; the last noun of the first run stays the subject."""
    kept = group[0]
    for index in group[1:]:
        start, end = _extent(index, heads)[0], _extent(kept, heads)[1]
        if start == end + 1 and words[start] != ",":
            heads[kept], relations[kept] = index, "compound"
            kept = index
        elif words[start] == "," or (start == end + 2 and words[start - 1] == ","):
            heads[index], relations[index] = kept, "appos"
        else:
            return


def _extent(index: int, heads: Sequence[int]) -> tuple[int, int]:
    """Return first and last word of the unbroken stretch around `index` that hangs on it."""
    first = last = index
    while first > 0 and _hangs_on(first - 1, index, heads):
        first -= 1
    while last + 1 < len(heads) and _hangs_on(last + 1, index, heads):
        last += 1
    return first, last


def _hangs_on(word: int, above: int, heads: Sequence[int]) -> bool:
    while heads[word] != word:
        word = heads[word]
        if word == above:
            return True
    return False
