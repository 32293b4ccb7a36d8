"""The inline markup of one body line: braces and tags to plain text and marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from training.corpus.values import Mark, Span
from training.corpus.vocabulary import FACTUALITY, NAME_KINDS

_VALUE = "|".join(re.escape(value) for value in FACTUALITY)
_TAG = re.compile(
    r"(?:(?P<role>[scvdarpt])(?P<rnum>[1-9][0-9]*)"
    r"|q(?P<qnum>[1-9][0-9]*)(?P<kind>\.[a-z]+[-?]?)?"
    r"|e(?P<enum>[1-9][0-9]*)"
    rf"(?P<event>\.[A-Z]+(?:\.[a-z+-]+)?=(?:{_VALUE})(?:;(?:author|s[0-9]+)=(?:{_VALUE}))*)?"
    rf"|(?P<name>{'|'.join(sorted(NAME_KINDS))})"
    r"|T=(?P<time>[A-Za-z0-9:.+_-]+))"
    r"(?:@(?P<actor>[a-z][a-z0-9-]*))?"
)
_TAGS = re.compile(r"[^ {}]+(?= )")
_HINT = (
    "write s1, q1.kind, c1, v1, d1, e1.TYPE.mode=VALUE, a1, r1, p1, t1, "
    "PER ORG LOC NORP FAC WPN EVT or T=value, each with @id if it stands for an actor"
)


@dataclass(frozen=True, slots=True)
class LineProblem:
    """A fault in one line; column counts from 1."""

    column: int
    message: str


@dataclass(slots=True)
class _Open:
    marks: list[Mark]
    start: int
    column: int


def read_line(line: str, *, number: int, offset: int) -> tuple[str, list[Mark], list[LineProblem]]:
    """Plain text, marks and faults of a body line that begins at ``offset`` in the text."""
    scan = _Scan(line=line, number=number, offset=offset)
    scan.run()
    return "".join(scan.plain), sorted(scan.marks, key=_place), scan.problems


def _place(mark: Mark) -> tuple[int, int, int]:
    return mark.span.start, -mark.span.end, mark.column


class _Scan:
    """One pass over one line."""

    def __init__(self, *, line: str, number: int, offset: int) -> None:
        self.line, self.number, self.offset = line, number, offset
        self.plain: list[str] = []
        self.marks: list[Mark] = []
        self.problems: list[LineProblem] = []
        self._open: list[_Open] = []

    def run(self) -> None:
        at = 0
        while at < len(self.line):
            char = self.line[at]
            if char == "{":
                at = self._begin(at)
                continue
            if char == "}":
                self._end(at)
            else:
                self.plain.append(char)
            at += 1
        for frame in self._open:
            self._fault(frame.column, "this brace is never closed on its line; add the '}'")

    def _begin(self, at: int) -> int:
        found = _TAGS.match(self.line, at + 1)
        if found is None:
            self._fault(at + 1, "a brace must open with tags and one space, as in {s1 text}")
            self._open.append(_Open([], self._here(), at + 1))
            return at + 1
        marks = list(self._tags(found.group(), column=at + 1))
        self._open.append(_Open(marks, self._here(), at + 1))
        return found.end() + 1

    def _end(self, at: int) -> None:
        if not self._open:
            self._fault(at + 1, "a '}' with no open brace; remove it or add the '{'")
            return
        frame = self._open.pop()
        span = Span(frame.start, self._here())
        if span.start == span.end:
            self._fault(frame.column, "a mark without text; give it words or remove it")
        self.marks += [replace(mark, span=span) for mark in frame.marks]

    def _tags(self, written: str, *, column: int) -> Iterator[Mark]:
        parsed = [(tag, _TAG.fullmatch(tag)) for tag in written.split(",")]
        actors = {found["actor"] for _, found in parsed if found and found["actor"]}
        if len(actors) > 1:
            self._fault(column, f"one span cannot stand for two actors: {', '.join(actors)}")
        actor = min(actors, default=None)
        for tag, found in parsed:
            if found is None:
                self._fault(column, f"unknown tag {tag!r}; {_HINT}")
                continue
            yield self._mark(found, actor=actor, column=column)

    def _mark(self, found: re.Match[str], *, actor: str | None, column: int) -> Mark:
        letter, number, detail = _parts(found)
        return Mark(
            letter=letter,
            number=number,
            span=Span(0, 0),
            actor=actor,
            detail=detail,
            line=self.number,
            column=column,
        )

    def _here(self) -> int:
        return self.offset + len(self.plain)

    def _fault(self, column: int, message: str) -> None:
        self.problems.append(LineProblem(column, message))


def _parts(found: re.Match[str]) -> tuple[str, int, str]:
    """Letter, number (0 for names and times) and the rest of a tag."""
    if found["role"]:
        return found["role"], int(found["rnum"]), ""
    if found["qnum"]:
        return "q", int(found["qnum"]), (found["kind"] or "").removeprefix(".")
    if found["enum"]:
        return "e", int(found["enum"]), (found["event"] or "").removeprefix(".")
    if found["name"]:
        return "N", 0, found["name"]
    return "T", 0, found["time"]
