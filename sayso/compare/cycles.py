"""Cycles: outlets that name each other as the source of one story, so that neither is a second origin of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import timedelta
from itertools import product
from typing import Final

from sayso.compare.clocks import stated
from sayso.compare.credits import Credit, label, publisher_of
from sayso.compare.slots import scene_of
from sayso.compare.words import Word
from sayso.model import Reading
from sayso.model.verdict import Note, NoteKind
from sayso.resources.tables import table

_SAME_STORY: Final = timedelta(days=3)
_NAME: Final = 4  # words of an outlet's name
_SHARED: Final = 2  # names that two reports of one story share
_MARKS: Final = '.,;:’”")'
_SHOWN: Final = 50  # documents of one publisher that a note looks at


def find_cycles(
    readings: Sequence[Reading], named: Mapping[str, Sequence[Credit]], words: Mapping[str, Sequence[Word]]
) -> Iterator[Note]:
    """Note pairs of publishers that name each other within a few days in texts on one story.

    An outlet is named by a credit line, or by its name in the text where words beside it make it the source.
    """
    by_id = {r.document.id: r for r in readings}
    publishers = {publisher_of(r.document) for r in readings}
    naming: dict[tuple[str, str], list[str]] = defaultdict(list)
    for reading in sorted(readings, key=lambda r: r.document.id):
        own = publisher_of(reading.document)
        cited = {credit.name for credit in named[reading.document.id]} | _cited_in(reading.document.text, publishers)
        for other in sorted(cited - {own}):
            naming[own, other].append(reading.document.id)
    for one, other in sorted(naming):
        if one < other and (other, one) in naming:
            pairs = product(naming[one, other][:_SHOWN], naming[other, one][:_SHOWN])
            story = {n for a, b in pairs if _same_story(by_id[a], by_id[b], words) for n in (a, b)}
            if story:
                detail = f"{one} and {other} name each other as the source"
                yield Note(kind=NoteKind.CREDIT_CYCLE, documents=tuple(sorted(story)), detail=detail)


def _cited_in(text: str, publishers: AbstractSet[str]) -> set[str]:
    """Return the labels of publishers that a text names as the source of what it tells."""
    words = text.split()
    found: set[str] = set()
    for place, word in enumerate(words):
        if not word[:1].islower():
            for length in range(1, _NAME + 1):
                name = label(" ".join(words[place : place + length]).rstrip(_MARKS))
                if name in publishers and _is_cited(words, place, place + length):
                    found.add(name)
    return found


def _is_cited(words: Sequence[str], start: int, end: int) -> bool:
    before = " ".join(words[max(0, start - 2) : start]).casefold()
    after = " ".join(words[end : end + 2]).casefold()
    return any(
        before.endswith(row["words"]) if row["at"] == "before" else after.startswith(row["words"])
        for row in table("citing_words")
    )


def _same_story(one: Reading, other: Reading, words: Mapping[str, Sequence[Word]]) -> bool:
    """Tell whether two reports are of a few days and share names; rewritten ones may share little else."""
    mine, theirs = stated(one.document), stated(other.document)
    if mine is not None and theirs is not None and abs(mine - theirs) > _SAME_STORY:
        return False
    names = [scene_of(reading, words[reading.document.id]).names for reading in (one, other)]
    return len(names[0] & names[1]) >= _SHARED
