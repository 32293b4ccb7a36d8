"""The document's own date, where its dateline or byline states one in full; used when the metadata lack it.

>>> find_document_date("KYIV, Oct 14, 2022 (Agency) - The minister left on Monday.")
datetime.date(2022, 10, 14)
>>> find_document_date("KYIV, Oct 14 (Agency) - The minister left.") is None
True
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final

from sayso.read.times.dates import iso, month_number
from sayso.read.times.rules import rules
from sayso.resources.tables import path

_LINES: Final = 12
_WIDTH: Final = 200
"""Lines and characters of a line that are looked at; datelines and bylines stand at the head of a text."""
_DATES: Final = ("month-day-year", "day-month-year", "iso-day")
_DATELINE: Final = re.compile(r"(?:[A-Z][\w.'’/-]{0,30}[ ,]{1,2}){1,6}(?:\([A-Za-z ]{2,30}\) ?)?[—–-]{0,2} ?$")
_OPENING: Final = re.compile(r"(?: ?\d\d:\d\d)?(?: ?\([^()]{1,40}\))? ?(?:[—–:]|--?|\. )")
_CLOCK: Final = re.compile(r"\b\d{1,2}[:.]\d\d\b(?: ?[ap]\.?m\.?)?|\b(?:GMT|UTC|EST|EDT|CET|MSK|at)\b", re.IGNORECASE)
_SEPARATORS: Final = " \t|,;:•·-–—()[]/"
_NAME: Final = re.compile(r"(?:[A-Z][\w.'’-]{0,30}(?:,? (?:and )?|$)){1,6}$")


def find_document_date(text: str) -> date | None:
    """Return the day that a dateline or byline at the head of the text states with its year; None otherwise.

    A first publication goes before an update. Days written with strokes, whose order is a guess, are not taken.
    """
    later: date | None = None
    for line in _head(text):
        day, rest_before, rest_after = _date_in(line)
        if day is None:
            continue
        label = rest_before.strip(_SEPARATORS).lower()
        if label in _labels("later_labels"):
            later = later or day
        elif _is_dateline(rest_before, rest_after) or _is_byline(rest_before, rest_after):
            return day
    return later


def _head(text: str) -> Iterator[str]:
    """Yield the first lines that are not blank, shortened."""
    start = seen = 0
    while start < len(text) and seen < _LINES:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start : min(end, start + _WIDTH)].strip()
        start = end + 1
        if line:
            seen += 1
            yield line


def _date_in(line: str) -> tuple[date | None, str, str]:
    """Return the first full date of a line with the line's parts before and after it."""
    for rule in rules():
        if rule.id not in _DATES:
            continue
        for match in rule.pattern.finditer(line):
            groups = match.groupdict()
            if groups.get("year"):
                month = month_number(groups["mon"]) if groups.get("mon") else int(groups["month"])
                try:
                    value = iso(int(groups["year"]), month, int(groups["day"]))
                except ValueError:
                    continue
                return date.fromisoformat(value), line[: match.start()], line[match.end() :]
    return None, line, ""


def _is_dateline(before: str, after: str) -> bool:
    """Tell whether a place in capitals stands before the date and a dash or agency behind it."""
    place = before.split(",", maxsplit=1)[0].strip()
    return place.isupper() and len(place) > 2 and bool(_DATELINE.search(before)) and bool(_OPENING.match(after))


def _is_byline(before: str, after: str) -> bool:
    """Tell whether the line holds nothing but the date, a label, a clock time and a name."""
    rest = _CLOCK.sub(" ", after).strip(_SEPARATORS)
    label = _CLOCK.sub(" ", before).strip(_SEPARATORS)
    if rest and not _NAME.match(rest):
        return False
    first = label.split(" ")[0].lower().strip(":")
    return not label or label.lower() in _labels("labels") or (first == "by" and bool(_NAME.match(label[3:])))


@cache
def _labels(kind: str) -> frozenset[str]:
    return frozenset(tomllib.loads(path("times.toml").read_text(encoding="utf-8"))["document_date"][kind])
