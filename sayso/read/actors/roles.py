"""Titles and roles in a noun phrase: "defence minister", "troops", "spokeswoman", with PLOVER sector and gender."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from sayso.read.language.parse import Parse
from sayso.resources.tables import table

_LONGEST: Final = 4


@dataclass(frozen=True, slots=True)
class RoleWord:
    """A row of `resources/roles.tsv`. `heads`: person, organisation or group; `sector`, `gender`: None where open."""

    word: str
    heads: str
    sector: str | None
    gender: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation known by name: its sector, and its country where the name alone tells."""

    sector: str
    country: str | None


def role_at(parse: Parse, head: int) -> tuple[RoleWord, int] | None:
    """Return the longest role that ends at token `head`, and its first token."""
    token = parse.tokens[head]
    last = token.lower
    lemma = token.lemma.lower()
    if last not in _endings() and lemma not in _endings():
        return None
    for length in range(_LONGEST, 0, -1):
        first = head - length + 1
        if first < 0:
            continue
        before = [parse.tokens[i].lower for i in range(first, head)]
        found = _roles().get(" ".join([*before, last])) or _plural(before, last, lemma)
        if found is not None:
            return found, first
    return None


def _plural(before: list[str], last: str, lemma: str) -> RoleWord | None:
    """Return the role of a plural: "ministers" is a group of what "minister" is."""
    if last == lemma:
        return None
    found = _roles().get(" ".join([*before, lemma]))
    if found is None or found.heads != "person":
        return found
    return RoleWord(found.word, "group", found.sector, found.gender)


def named_organisation(name: str) -> Named | None:
    """Return what is known of an organisation by its name."""
    return _organisations().get(name) or _organisations().get(name.removeprefix("the ").removeprefix("The "))


def gender_of_given(name: str) -> str | None:
    """Return m or f for a given name that nearly always goes with one."""
    return _genders().get(name.casefold())


@cache
def _genders() -> dict[str, str]:
    return {row["name"]: row["gender"] for row in table("given_genders")}


@cache
def _roles() -> dict[str, RoleWord]:
    return {row["word"]: RoleWord(row["word"], row["heads"], _open(row["sector"]), _open(row["gender"]))
            for row in table("roles")}  # fmt: skip


def _open(cell: str) -> str | None:
    return None if cell == "-" else cell


@cache
def _endings() -> frozenset[str]:
    return frozenset(word.split()[-1] for word in _roles())


@cache
def _organisations() -> dict[str, Named]:
    return {row["name"]: Named(row["sector"], row["country"] or None) for row in table("organisations")}
