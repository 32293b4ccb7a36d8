"""A sheaf file to annotated documents and the problems met on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from training.corpus import group
from training.corpus.marks import read_line
from training.corpus.values import Actor, AnnotatedDocument, Mark, Problem, Sentence, Span

_OPENING = re.compile(r"=== ([a-z0-9][a-z0-9-]*)")
_FIELD = re.compile(r"([a-z]+):\s*(.*)")
_ACTOR = re.compile(r"@([a-z][a-z0-9-]*):\s*(.*)")
_FIELDS = ("title", "outlet", "byline", "published", "genre")


@dataclass(frozen=True, slots=True)
class Sheaf:
    """What one file holds."""

    documents: list[AnnotatedDocument]
    problems: list[Problem]


def parse(text: str, *, path: Path) -> Sheaf:
    """Documents of a sheaf; faulty parts are left out of them and reported as problems."""
    problems: list[Problem] = []
    documents = [_document(chunk, path, problems) for chunk in _chunks(text, path, problems)]
    return Sheaf(documents=documents, problems=problems)


@dataclass(slots=True)
class _Chunk:
    id: str
    line: int
    lines: list[str] = field(default_factory=list)


def _chunks(text: str, path: Path, problems: list[Problem]) -> list[_Chunk]:
    chunks: list[_Chunk] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        if line.startswith("==="):
            found = _OPENING.fullmatch(line)
            if found is None:
                message = "a document opens with '=== some-id' (lower case, digits, hyphens)"
                problems.append(Problem(str(path), number, 1, message))
            chunks.append(_Chunk(found[1] if found else f"line-{number}", number))
        elif chunks:
            chunks[-1].lines.append(line)
        elif line.strip():
            message = "text before the first '=== id' line; move it into a document"
            problems.append(Problem(str(path), number, 1, message))
    return chunks


def _document(chunk: _Chunk, path: Path, problems: list[Problem]) -> AnnotatedDocument:
    header = _Header(chunk=chunk, path=path, problems=problems)
    body = _Body(path=path, problems=problems)
    body.read(chunk.lines[header.length :], first=chunk.line + 1 + header.length)
    if not body.sentences:
        header.fault(chunk.line, "the document has no sentences; write them or remove it")
    marks = tuple(body.marks)
    return AnnotatedDocument(
        id=chunk.id,
        title=header.fields.get("title"),
        outlet=header.fields.get("outlet"),
        byline=header.fields.get("byline"),
        published=header.published(),
        genre=header.fields.get("genre", ""),
        actors=tuple(header.actors),
        text="".join(body.text),
        sentences=tuple(body.sentences),
        statements=group.statements(marks),
        events=group.events(marks),
        names=group.names(marks),
        times=group.times(marks),
        references=group.references(marks),
        path=path,
        line=chunk.line,
        marks=marks,
    )


class _Header:
    """The lines between '=== id' and the first blank line."""

    def __init__(self, *, chunk: _Chunk, path: Path, problems: list[Problem]) -> None:
        self._line, self._path, self._problems = chunk.line, path, problems
        self.fields: dict[str, str] = {}
        self.actors: list[Actor] = []
        self._published_line = chunk.line
        self.length = next((at for at, line in enumerate(chunk.lines) if not line.strip()), len(chunk.lines))
        for at, line in enumerate(chunk.lines[: self.length], start=chunk.line + 1):
            self._read(line.strip(), at)

    def fault(self, line: int, message: str) -> None:
        self._problems.append(Problem(str(self._path), line, 1, message))

    def published(self) -> date | None:
        written = self.fields.get("published")
        if written is None:
            return None
        try:
            return date.fromisoformat(written)
        except ValueError:
            self.fault(self._published_line, f"published: {written!r} is no date; write YYYY-MM-DD")
            return None

    def _read(self, line: str, number: int) -> None:
        if line.startswith("@"):
            self._actor(line, number)
            return
        found = _FIELD.fullmatch(line)
        if found is None or found[1] not in _FIELDS:
            self.fault(number, f"no such header line; keys are {', '.join(_FIELDS)} and @id")
            return
        if found[1] in self.fields:
            self.fault(number, f"the key {found[1]} stands twice; keep one")
        if found[1] == "published":
            self._published_line = number
        self.fields[found[1]] = found[2].strip()

    def _actor(self, line: str, number: int) -> None:
        found = _ACTOR.fullmatch(line)
        cells = [cell.strip() for cell in found[2].split(";")] if found else []
        if found is None or not 4 <= len(cells) <= 5:
            self.fault(number, "an actor is '@id: kind; country; sector; name; role'")
            return
        if found[1] in {actor.id for actor in self.actors}:
            self.fault(number, f"@{found[1]} stands twice in this header; rename one")
        kind, country, sector, name, role = (_stated(cell) for cell in [*cells, ""][:5])
        self.actors.append(
            Actor(
                id=found[1],
                kind=kind or "",
                country=country,
                sector=sector,
                name=name,
                role=role,
                line=number,
            )
        )


def _stated(cell: str) -> str | None:
    return None if cell in {"", "-"} else cell


class _Body:
    """The paragraphs of a document."""

    def __init__(self, *, path: Path, problems: list[Problem]) -> None:
        self._path, self._problems = path, problems
        self.text: list[str] = []
        self.sentences: list[Sentence] = []
        self.marks: list[Mark] = []
        self._length = 0

    def read(self, lines: list[str], *, first: int) -> None:
        paragraph, fresh, glue = -1, True, False
        for number, written in enumerate(lines, start=first):
            line = written.strip()
            if not line:
                if glue:
                    self._fault(number, "a glued line needs a next line in the same paragraph")
                fresh, glue = True, False
                continue
            paragraph += fresh
            self._join(fresh=fresh, glue=glue)
            glue, fresh = line.endswith("\\"), False
            self._sentence(line.removesuffix("\\"), number, paragraph=paragraph, glued=glue)
        if glue:
            self._fault(first + len(lines) - 1, "the last line of a document cannot be glued")

    def _join(self, *, fresh: bool, glue: bool) -> None:
        if self.sentences and not glue:
            self._add("\n\n" if fresh else " ")

    def _add(self, text: str) -> None:
        self.text.append(text)
        self._length += len(text)

    def _sentence(self, line: str, number: int, *, paragraph: int, glued: bool) -> None:
        plain, marks, faults = read_line(line, number=number, offset=self._length)
        self._problems += [Problem(str(self._path), number, fault.column, fault.message) for fault in faults]
        span = Span(self._length, self._length + len(plain))
        self._add(plain)
        self.marks += marks
        self.sentences.append(Sentence(span=span, paragraph=paragraph, glued=glued, line=number))

    def _fault(self, line: int, message: str) -> None:
        self._problems.append(Problem(str(self._path), line, 1, message))
