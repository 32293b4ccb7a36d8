"""Finds time expressions and values them in text order, so that a dated passage can date what follows in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.model import Span, TimeType, When
from sayso.read.times import dates, lengths, relative
from sayso.read.times.calendar import bounds
from sayso.read.times.guards import GUARDS
from sayso.read.times.moment import Anchor, Mark, Moment
from sayso.read.times.rules import Rule, rules

_BLANK: Final = re.compile(r"\n{2,}")
_LEAD: Final = 45
"""Characters of the same sentence that tell past from future; the clause's verb is mostly within them."""
_OLD_YEARS: Final = 2
_NARRATIVE_DATES: Final = 4
_NARRATIVE_RATIO: Final = 2
"""A document tells history when it states at least four years that lie two or more back, and twice as many of them
as words that point to the day of writing. Chosen on WikiWars (history) against MEANTIME (news)."""
_BACKGROUND_DAYS: Final = 365
"""A day or month stated with its year that lies further back dates the rest of its paragraph."""
_PROBE: Final = Anchor(date(2000, 1, 1), date(2000, 1, 1), "2000-01-01")
"""Any day of a leap year: readers are asked with it whether the words can be a time at all."""
_DEICTIC: Final = frozenset({"day_word", "this_daypart", "weekday", "weekend", "ago", "stepped_unit"})
_READERS: Final[dict[str, Callable[[re.Match[str], Moment], Mark | None]]] = {
    name: reader
    for module in (dates, relative, lengths)
    for name, reader in vars(module).items()
    if callable(reader) and getattr(reader, "__module__", None) == module.__name__ and not name.startswith("_")
}


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A match that its rule's surroundings allow; `offset` is where the match's paragraph begins in the text."""

    rule: Rule
    match: re.Match[str]
    offset: int

    @property
    def year(self) -> int | None:
        """The year that the expression states."""
        stated = self.match.groupdict().get("year")
        return int(stated) if stated and len(stated) == 4 else None


def find_times(text: str, *, published: date | None) -> tuple[When, ...]:
    """Return the time expressions of a text in order, never overlapping.

    Without `published`, relative times keep the value None. Partial dates take the publication day's year, or, in a
    passage of background, that of the full date before them. Linear in the text.
    """
    passages = [_select(text[start:end], start) for start, end in _paragraphs(text)]
    narrative = _tells_history([c for passage in passages for c in passage], published)
    course = _Course(published=published, narrative=narrative)
    return tuple(when for passage in passages for when in course.read(passage))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _BLANK.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _select(passage: str, offset: int) -> list[_Candidate]:
    """Return the longest allowed matches of a paragraph, none overlapping; of equal ones the earlier rule's."""
    found = [c for rule in rules() for c in _matches(rule, passage, offset)]
    found.sort(key=lambda c: (c.match.start() - c.match.end(), c.rule.order))
    taken, kept = bytearray(len(passage)), []
    for candidate in found:
        start, end = candidate.match.span()
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.match.start())


def _matches(rule: Rule, passage: str, offset: int) -> Iterator[_Candidate]:
    guard = GUARDS.get(rule.guard or "")
    for match in rule.pattern.finditer(passage):
        if match.end() > match.start() and rule.allows(passage, *match.span()) and (not guard or guard(match, passage)):
            candidate = _Candidate(rule, match, offset)
            # A reader that refuses the words themselves must not shadow a shorter match, so it is asked here.
            if _read(candidate, _moment(candidate, _PROBE.first, _PROBE, _PROBE, narrative=False)) is not None:
                yield candidate


def _tells_history(found: list[_Candidate], published: date | None) -> bool:
    years = [c.year for c in found if c.year]
    old = sum(published is None or published.year - year >= _OLD_YEARS for year in years)
    pointing = sum(c.rule.reader in _DEICTIC for c in found)
    return old >= _NARRATIVE_DATES and old >= _NARRATIVE_RATIO * pointing


def _moment(
    candidate: _Candidate, published: date | None, anchor: Anchor | None, last: Anchor | None, *, narrative: bool
) -> Moment:
    start, passage = candidate.match.start(), candidate.match.string
    before = passage[max(0, start - _LEAD) : start].replace("\n", " ")
    before = before[before.rfind(". ") + 2 :] if ". " in before else before
    after = passage[candidate.match.end() : candidate.match.end() + _LEAD]
    return Moment(published=published, anchor=anchor, last=last, before=before, after=after, narrative=narrative)


def _read(candidate: _Candidate, moment: Moment) -> Mark | None:
    """Return the reader's answer; words that make no date ("30 February") are no time."""
    rule = candidate.rule
    if rule.reader == "fixed":
        return Mark(TimeType(rule.type or "DATE"), rule.value)
    try:
        return _READERS[rule.reader](candidate.match, moment)
    except (ValueError, OverflowError):
        return None


class _Course:
    """The run through one text: what it has dated so far."""

    def __init__(self, *, published: date | None, narrative: bool) -> None:
        self._published, self._narrative = published, narrative
        self._anchor: Anchor | None = None
        self._last: Anchor | None = None

    def read(self, passage: list[_Candidate]) -> Iterator[When]:
        """Yield the times of one paragraph."""
        if not self._narrative:
            self._anchor = None
        for candidate in passage:
            moment = _moment(candidate, self._published, self._anchor, self._last, narrative=self._narrative)
            mark = _read(candidate, moment)
            if mark is not None:
                within = bounds(mark.value) if mark.type in (TimeType.DATE, TimeType.TIME) else None
                self._note(candidate, mark, within)
                yield _when(candidate, mark, within)

    def _note(self, candidate: _Candidate, mark: Mark, within: tuple[date, date] | None) -> None:
        """Remember a calendar value, and let it date the passage or end the dated passage."""
        if within is None:
            return
        named = Anchor(*within, mark.value or "")
        self._last = named
        if self._narrative:
            if (named.last - named.first).days < 366:
                self._anchor = named
        elif candidate.year and "-" in named.value and self._is_background(named):
            self._anchor = named
        elif candidate.rule.reader in _DEICTIC and not (self._anchor and self._anchor.first <= named.first):
            self._anchor = None
        elif self._anchor and candidate.year is None:
            self._anchor = named

    def _is_background(self, named: Anchor) -> bool:
        return self._published is None or (self._published - named.last).days > _BACKGROUND_DAYS


def _when(candidate: _Candidate, mark: Mark, within: tuple[date, date] | None) -> When:
    start, end = candidate.match.span()
    end = start + len(candidate.match.string[start:end].rstrip("., \n\t\u00a0"))
    earliest, latest = within or (None, None)
    span = Span(candidate.offset + start, candidate.offset + end)
    return When(span=span, type=mark.type, value=mark.value, earliest=earliest, latest=latest, rule=candidate.rule.id)
