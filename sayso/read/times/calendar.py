"""Calendar arithmetic on TIMEX3 values: steps from a day, lengths, and the days that a value covers."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from sayso.read.times.rules import words

_DAY: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.{0,12})?$")
_MONTH: Final = re.compile(r"(\d{4})-(\d\d)$")
_WEEK: Final = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_PART: Final = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)$")
_YEARS: Final = re.compile(r"\d{2,4}$")
_PART_MONTHS: Final = {"H1": (1, 6), "H2": (7, 6), "SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3)}
"""First month and number of months; meteorological seasons of the northern hemisphere, as TempEval scorers count."""


def unit_code(unit: str) -> str:
    """Return the TIMEX3 code of a unit in any number and case: "weeks" gives "W", "hours" gives "TH"."""
    return words("unit")[unit.lower()]


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Return the year and month that lie `count` months from the given ones."""
    total = year * 12 + month - 1 + count
    return total // 12, total % 12 + 1


def step(day: date, count: int, code: str) -> str | None:
    """Return the value `count` units of `code` away from `day`, at the precision of the unit; None outside 1..9999."""
    try:
        return _step(day, count, code)
    except (OverflowError, ValueError):
        return None


def _step(day: date, count: int, code: str) -> str:
    if code in {"TS", "TM", "TH"}:
        return day.isoformat()
    if code == "D":
        return (day + timedelta(days=count)).isoformat()
    if code in {"W", "WE", "2W"}:
        year, week, _ = (day + timedelta(weeks=count * (2 if code == "2W" else 1))).isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if code == "WE" else "")
    if code in {"M", "Q"}:
        year, month = add_months(day.year, day.month, count * (3 if code == "Q" else 1))
        date(year, month, 1)
        return f"{year:04d}-{month:02d}" if code == "M" else f"{year:04d}-Q{(month - 1) // 3 + 1}"
    years = {"Y": 1, "DE": 10, "CE": 100, "1000Y": 1000}[code]
    year = date(day.year + count * years, 1, 1).year
    return f"{year:04d}" if years == 1 else f"{year:04d}"[:3] if years == 10 else f"{year:04d}"[:2]


def length(count: float | str, code: str) -> str:
    """Return a TIMEX3 length: 2 and "W" give P2W; a count of "X" stands for an unstated number."""
    if code in {"TS", "TM", "TH"}:
        return f"PT{_plain(count)}{code[1]}"
    if code == "2W":
        return f"P{_plain(count if isinstance(count, str) else count * 2)}W"
    if isinstance(count, str):
        return f"P{count}{'Y' if code == '1000Y' else code}"
    if code in {"DE", "CE", "1000Y"}:
        return f"P{_plain(count * {'DE': 10, 'CE': 100, '1000Y': 1000}[code])}Y"
    return f"P{_plain(count)}{code}"


def _plain(count: float | str) -> str:
    return count if isinstance(count, str) else str(int(count)) if count == int(count) else str(count)


def bounds(value: str | None) -> tuple[date, date] | None:
    """Return the first and last day of a DATE or TIME value; None where it is no interval of the calendar."""
    if not value:
        return None
    try:
        return _bounds(value)
    except ValueError:
        return None


def _bounds(value: str) -> tuple[date, date] | None:
    if found := _DAY.match(value):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return day, day
    if found := _MONTH.match(value):
        return _months(int(found[1]), int(found[2]), 1)
    if found := _WEEK.match(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return (monday + timedelta(days=5) if found[3] else monday), monday + timedelta(days=6)
    if found := _PART.match(value):
        part = found[2]
        first, count = _PART_MONTHS.get(part) or (3 * int(part[1]) - 2, 3)
        return _months(int(found[1]), first, count)
    if _YEARS.match(value):
        missing = 4 - len(value)
        return date(int(value + "0" * missing) or 1, 1, 1), date(int(value + "9" * missing), 12, 31)
    return None


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    first = date(year, month, 1)
    year, month = add_months(year, month, count - 1)
    last = date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)
    return first, last
