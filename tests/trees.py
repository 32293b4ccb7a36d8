"""Parses written down in files (CoNLL-U with the text, names and what is expected as comments), for tests that must not
depend on the weights of the day."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sayso.read.language.parse import Name, Parse, Token


@dataclass(slots=True)
class Case:
    """One text with its parse and the values of its comments by key."""

    text: str
    parse: Parse
    comments: dict[str, list[str]] = field(default_factory=dict)


def cases_of(path: Path) -> list[Case]:
    """Return the cases of a file; a case begins at its `# text`, `\\n` in it is a line feed."""
    cases: list[Case] = []
    for block in path.read_text(encoding="utf-8").split("# text = ")[1:]:
        text, _, rest = block.partition("\n")
        cases.append(_case(text.replace("\\n", "\n"), rest.splitlines()))
    return cases


def _case(text: str, lines: list[str]) -> Case:
    comments: dict[str, list[str]] = {}
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    first = here = 0
    for line in lines:
        if line.startswith("# ") and " = " in line:
            key, _, value = line[2:].partition(" = ")
            comments.setdefault(key, []).append(value)
        elif line and line[0].isdigit():
            cells = line.split("\t")
            start = text.index(cells[1], here)
            here = start + len(cells[1])
            index = len(tokens)
            head = first + int(cells[5]) - 1 if cells[5] != "0" else index
            tokens.append(Token(index, start, here, cells[1], cells[2], cells[3], cells[4], head, cells[6]))
        elif tokens and first < len(tokens):
            sentences.append((first, len(tokens)))
            first = len(tokens)
    if first < len(tokens):
        sentences.append((first, len(tokens)))
    names = tuple(_name(mark) for line in comments.get("names", []) for mark in line.split())
    return Case(text, Parse(text=text, tokens=tuple(tokens), sentences=tuple(sentences), names=names), comments)


def _name(mark: str) -> Name:
    place, _, label = mark.partition(":")
    first, _, last = place.partition("-")
    return Name(int(first), int(last), label)
