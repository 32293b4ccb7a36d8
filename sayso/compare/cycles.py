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
from sayso.compare.words import Word, content_forms
from sayso.model import Document, Reading
from sayso.model.verdict import Note, NoteKind

_SAME_STORY: Final = timedelta(days=3)
_NAME: Final = 4  # words of an outlet's name
_ALIKE: Final = 0.15  # Dice of content words; texts that share less tell of other things
_SHOWN: Final = 50  # documents of one publisher that a note looks at


def find_cycles(
    readings: Sequence[Reading], named: Mapping[str, Sequence[Credit]], words: Mapping[str, Sequence[Word]]
) -> Iterator[Note]:
    """Note pairs of publishers that name each other within a few days in texts on one story.

    An outlet is named by a credit line, or by its name in the text.
    """
    documents = {r.document.id: r.document for r in readings}
    publishers = {publisher_of(d) for d in documents.values()}
    naming: dict[tuple[str, str], list[str]] = defaultdict(list)
    for reading in sorted(readings, key=lambda r: r.document.id):
        own = publisher_of(reading.document)
        cited = {credit.name for credit in named[reading.document.id]} | _named_in(reading.document.text, publishers)
        for other in sorted(cited - {own}):
            naming[own, other].append(reading.document.id)
    for one, other in sorted(naming):
        if one < other and (other, one) in naming:
            pairs = product(naming[one, other][:_SHOWN], naming[other, one][:_SHOWN])
            story = {n for a, b in pairs if _same_story(documents[a], documents[b], words) for n in (a, b)}
            if story:
                detail = f"{one} and {other} name each other as the source"
                yield Note(kind=NoteKind.CREDIT_CYCLE, documents=tuple(sorted(story)), detail=detail)


def _named_in(text: str, publishers: AbstractSet[str]) -> set[str]:
    """Return the labels of publishers whose names stand in a text, in words written large."""
    words = text.split()
    found = set()
    for place, word in enumerate(words):
        if word[:1].isupper() or not word[:1].isalpha():
            names = (
                label(" ".join(words[place : place + length]).rstrip('.,;:’”")')) for length in range(1, _NAME + 1)
            )
            found |= publishers & set(names)
    return found


def _same_story(one: Document, other: Document, words: Mapping[str, Sequence[Word]]) -> bool:
    mine, theirs = stated(one), stated(other)
    if mine is not None and theirs is not None and abs(mine - theirs) > _SAME_STORY:
        return False
    a, b = content_forms(words[one.id]), content_forms(words[other.id])
    return 2 * len(a & b) >= _ALIKE * (len(a) + len(b))
