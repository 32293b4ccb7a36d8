"""Quotation marks of a text, paired paragraph by paragraph: the first step of reading, on plain text.

One bad mark never reaches beyond its own paragraph: an opening mark without a partner is closed where a speech clause
clearly leaves the quotation ("... said in a statement."), at the latest at the paragraph's end, and is reported.
A paragraph that opens with a mark of the same kind carries on the quotation of the one before (Chicago Manual 13.30).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from sayso.model import Span
from sayso.resources.tables import table

_MARK: Final = re.compile("''|``|<<|>>|[\"“”„‟«»‹›‘’‚'‛＂]")
# Begins at the first blank of a run and never gives one back: 50,000 spaces cost one look each, not one scan each.
_PARAGRAPH: Final = re.compile(r"(?<![^\S\n])[^\S\n]*+\n[^\S\n]*+\n\s*+")
_SENTENCE_END: Final = re.compile(r"[.!?…][”\"’']?\s+(?=[A-Z])")
_WORD: Final = re.compile(r"\w+")

_DOUBLE: Final = frozenset('"“”„‟＂') | {"''", "``"}
_SINGLE: Final = frozenset("‘’‚'‛")
_OPENS_BY_SHAPE: Final = frozenset("“„«‹‘‚‟‛") | {"``", "<<"}
_CLOSES_BY_SHAPE: Final = frozenset("”»›’") | {">>"}
_LONGEST_SPEECH_CLAUSE: Final = 25
"""Words; a sentence with a speech verb near its end that is longer than this is more likely part of the quotation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """One quotation within one paragraph.

    `span` includes the marks, `inner` does not. `closed`: a closing mark was found. `continues`: the quotation carries
    on the one of the paragraph before. `depth`: 0 outermost.
    """

    span: Span
    inner: Span
    closed: bool = True
    continues: bool = False
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Quotations:
    """All quotations in text order (an outer one before its inner ones), and the marks that found no partner."""

    quoted: tuple[Quoted, ...] = ()
    unbalanced: tuple[Span, ...] = ()

    @property
    def outermost(self) -> tuple[Quoted, ...]:
        """Return the quotations that stand in no other."""
        return tuple(q for q in self.quoted if q.depth == 0)


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the stretches between blank lines that hold anything but white space."""
    found, start = [], 0
    for gap in _PARAGRAPH.finditer(text):
        if text[start : gap.start()].strip():
            found.append(_trimmed(text, start, gap.start()))
        start = gap.end()
    if text[start:].strip():
        found.append(_trimmed(text, start, len(text)))
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return the stretch without the white space at its ends."""
    inside = text[start:end]
    return Span(start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip()))


def find_quotations(text: str) -> Quotations:
    """Pair the quotation marks of `text`. Linear in its length; never raises."""
    quoted: list[Quoted] = []
    unbalanced: list[Span] = []
    waiting: _Open | None = None
    for paragraph in paragraphs(text):
        pairing = _Pairing(text, paragraph, waiting.family if waiting else None)
        pairing.run()
        if waiting is not None and not pairing.carries_on:
            unbalanced.append(Span(waiting.start, waiting.end))
        quoted += pairing.quoted
        unbalanced += pairing.unbalanced
        waiting = pairing.left_open
    if waiting is not None:
        unbalanced.append(Span(waiting.start, waiting.end))
    quoted.sort(key=lambda q: (q.span.start, -q.span.end))
    return Quotations(tuple(quoted), tuple(sorted(unbalanced)))


@dataclass(slots=True)
class _Open:
    """A mark that waits for its partner."""

    start: int
    end: int
    family: str
    continues: bool = False
    doubtful: bool = False


@dataclass(slots=True)
class _Pairing:
    """The marks of one paragraph, read from left to right with at most two open at a time."""

    text: str
    paragraph: Span
    carried: str | None
    stack: list[_Open] = field(default_factory=list)
    quoted: list[Quoted] = field(default_factory=list)
    unbalanced: list[Span] = field(default_factory=list)
    left_open: _Open | None = None
    carries_on: bool = False

    def run(self) -> None:
        """Read all marks, then settle what stayed open."""
        for mark in _MARK.finditer(self.text, self.paragraph.start, self.paragraph.end):
            self._take(mark.group(), mark.start(), mark.end())
        while self.stack:
            self._give_up(self.stack[-1], self.paragraph.end, last=True)

    def _take(self, mark: str, start: int, end: int) -> None:
        family = _family(mark)
        before = self.text[start - 1] if start > self.paragraph.start else " "
        after = self.text[end] if end < self.paragraph.end else " "
        if family == "single" and _is_apostrophe(mark, before, after, self._is_open("single")):
            return
        role = _role(mark, before, after, open_=self._is_open(family))
        if role == "close":
            self._close(family, start, end)
        elif role == "open":
            self._open(_Open(start, end, family, doubtful=mark in _CLOSES_BY_SHAPE))

    def _is_open(self, family: str) -> bool:
        return any(o.family == family for o in self.stack)

    def _open(self, mark: _Open) -> None:
        while self._is_open(mark.family) or len(self.stack) > 1:
            self._give_up(self.stack[-1], mark.start, last=False)
        mark.continues = mark.start == self.paragraph.start and self.carried == mark.family
        self.carries_on = self.carries_on or mark.continues
        self.stack.append(mark)

    def _close(self, family: str, start: int, end: int) -> None:
        if not self._is_open(family):
            if family != "single":
                self.unbalanced.append(Span(start, end))
            return
        while self.stack[-1].family != family:
            self._give_up(self.stack[-1], start, last=False)
        self._keep(self.stack.pop(), start, end, closed=True)

    def _give_up(self, mark: _Open, limit: int, *, last: bool) -> None:
        """Close `mark` without a partner at or before `limit`."""
        self.stack.remove(mark)
        if mark.family == "single":
            return  # far more often an apostrophe than a quotation that nobody closed
        end = _leaves(self.text, mark.end, limit)
        if end is None and last and not mark.doubtful:
            self.left_open = mark
        else:
            self.unbalanced.append(Span(mark.start, mark.end))
        if mark.doubtful:
            return  # a closing mark in an opening's place that nothing answers is a stray
        stop = limit if end is None else end
        stop = mark.end + len(self.text[mark.end : stop].rstrip())
        self._keep(mark, stop, stop, closed=False)

    def _keep(self, mark: _Open, inner_end: int, end: int, *, closed: bool) -> None:
        quoted = Quoted(
            span=Span(mark.start, end),
            inner=Span(mark.end, inner_end),
            closed=closed,
            continues=mark.continues,
            depth=len(self.stack),
        )
        self.quoted.append(quoted)


def _family(mark: str) -> str:
    if mark in _DOUBLE:
        return "double"
    return "single" if mark in _SINGLE else "angle"


def _is_apostrophe(mark: str, before: str, after: str, open_: bool) -> bool:  # noqa: FBT001
    """Tell an apostrophe from a single quotation mark by what stands on its two sides."""
    if mark in "‘‚‛":
        return before.isalnum() and after.isalnum()
    if before.isalnum() and after.isalnum():
        return True
    if mark == "’" and not open_:
        return True
    if mark == "'" and not open_:
        return before.isalnum() or before in ".,!?)" or not after.isalnum()
    return before.isspace() and not after.isalnum()


def _role(mark: str, before: str, after: str, *, open_: bool) -> str:
    """Say whether a mark opens or closes: by its neighbours first, then by its shape, then by what is open."""
    left = before.isspace() or before in "([{—–-―/" or before in _OPENS_BY_SHAPE
    right = after.isspace() or after in ")]},.;:!?—–-―/" or after in _CLOSES_BY_SHAPE
    if mark in "«»‹›" and left == right:
        return _angle_role(mark, open_=open_)
    if mark in "«»‹›":
        return "open" if left else "close"
    if left and not right:
        return "open" if mark not in _CLOSES_BY_SHAPE or not open_ else "close"
    if right and not left:
        return _closing(mark, before, open_=open_)
    if mark in _OPENS_BY_SHAPE:
        return "close" if mark == "“" and open_ else "open"
    if mark in _CLOSES_BY_SHAPE:
        return "close" if open_ or not before.isspace() else "open"
    return "close" if open_ else "open"


def _angle_role(mark: str, *, open_: bool) -> str:
    """French «a» and German »a« both occur: what comes first opens."""
    return "close" if open_ else "open" if mark in "«‹" else "close"


def _closing(mark: str, before: str, *, open_: bool) -> str:
    """A mark that hugs what stands before it closes; behind a bare number it may be inches."""
    if not open_ and mark in {'"', "''"} and before.isdigit():
        return "none"
    return "close"


def _leaves(text: str, start: int, limit: int) -> int | None:
    """Return where the quotation is over if a later sentence before `limit` is plainly its speech clause."""
    for gap in _SENTENCE_END.finditer(text, start, limit):
        stop = _SENTENCE_END.search(text, gap.end(), limit)
        sentence = text[gap.end() : stop.start() if stop else limit]
        if _is_speech_clause(sentence):
            return gap.start() + len(gap.group().rstrip())
    return None


def _is_speech_clause(sentence: str) -> bool:
    """Tell whether a sentence only says who spoke: "Minister N said in a statement", "said N", "N told R"."""
    words = _WORD.findall(sentence[:400])
    if len(words) > _LONGEST_SPEECH_CLAUSE or {"I", "we", "We", "our", "my", "us"} & set(words):
        return False
    places = [i for i, word in enumerate(words) if word in _SPOKE]
    return bool(places) and places[0] > 0 and (len(words) == places[0] + 1 or words[places[0] + 1] in _AFTER)


_SPOKE: Final = frozenset(row["form"] for row in table("speech_clauses") if row["class"] == "verb")
_AFTER: Final = frozenset(row["form"] for row in table("speech_clauses") if row["class"] == "after")
