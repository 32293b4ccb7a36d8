"""Dates as publishers state them: ISO 8601 and RFC 5322 forms only, anything else is no date. Nothing is ever guessed.

>>> stated("2022-10-14T09:30:00+03:00").day
datetime.date(2022, 10, 14)
>>> stated("last Tuesday") is None
True
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Final

_DAY: Final = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})")
_LONGEST: Final = 64


@dataclass(frozen=True, slots=True)
class Stated:
    """A stated day, and the moment where a time of day came with it (with the offset that was stated, if any)."""

    day: date
    moment: datetime | None = None


def stated(text: str | None) -> Stated | None:
    """Return what `text` states, None where it is no date or leaves doubt (as 03/04/2022 does)."""
    value = (text or "").strip()
    if not value or len(value) > _LONGEST or not value.isascii():
        return None
    if (whole := _DAY.fullmatch(value)) is not None:
        return _day(whole)
    moment = _iso(value) or _rfc(value)
    return None if moment is None else Stated(moment.date(), moment)


def _day(match: re.Match[str]) -> Stated | None:
    try:
        return Stated(date(*map(int, match.groups())))
    except ValueError:
        return None


def _iso(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value.replace(" UTC", "Z").replace(" Z", "Z"))
    except ValueError:
        return None


def _rfc(value: str) -> datetime | None:
    if not any(letter.isalpha() for letter in value):  # the parser would read bare numbers as something
        return None
    try:
        return parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
