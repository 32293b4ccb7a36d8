"""Rules that find time expressions: the packaged tables, compiled once, on first use."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from sayso.resources.tables import path, table

_MACRO: Final = re.compile(r"%(\w+)%")
_CONTEXT: Final = 30
"""Characters before and after a match that its conditions may look at; no condition of times.toml needs more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One pattern and what must or must not stand around its matches; `reader` names the function that values it."""

    id: str
    order: int
    pattern: re.Pattern[str]
    reader: str
    type: str | None = None
    value: str | None = None
    guard: str | None = None
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    not_before: re.Pattern[str] | None = None
    not_after: re.Pattern[str] | None = None

    def allows(self, text: str, start: int, end: int) -> bool:
        """Tell whether the surroundings of a match fulfil the rule's conditions."""
        left, right = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
        if self.before and not self.before.search(left):
            return False
        if self.after and not self.after.match(right):
            return False
        if self.not_before and self.not_before.search(left):
            return False
        return not (self.not_after and self.not_after.match(right))


@cache
def words(kind: str) -> dict[str, str]:
    """Return the words of one class of `time_words.tsv` with their values, as written there."""
    return {row["word"]: row["value"] for row in table("time_words") if row["class"] == kind}


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of `times.toml` in their order, compiled without regard to case."""
    raw = tomllib.loads(path("times.toml").read_text(encoding="utf-8"))
    macros: dict[str, str] = raw["macro"]
    return tuple(_compile(entry, order, macros) for order, entry in enumerate(raw["rule"]))


def _compile(entry: dict[str, Any], order: int, macros: dict[str, str]) -> Rule:
    """Return one entry as a rule; unknown keys are an error of the table and raise `TypeError`."""
    fields = dict(entry)
    for key in ("pattern", "before", "after", "not_before", "not_after"):
        if key in fields:
            fields[key] = re.compile(_expand(fields[key], macros), re.IGNORECASE)
    return Rule(order=order, **fields)


def _expand(pattern: str, macros: dict[str, str]) -> str:
    """Return the pattern with macros and word classes written out, longest word first."""
    while found := _MACRO.search(pattern):
        name = found.group(1)
        inner = macros.get(name) or _alternatives(name)
        pattern = pattern[: found.start()] + inner + pattern[found.end() :]
    return pattern


def _alternatives(kind: str) -> str:
    listed = words(kind)
    if not listed:
        raise KeyError(f"times.toml uses %{kind}%, which is neither a macro nor a class of time_words.tsv")
    return "(?:" + "|".join(re.escape(word) for word in sorted(listed, key=len, reverse=True)) + ")"
