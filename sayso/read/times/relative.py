"""Readers of times that hang on another day: weekdays, "last week", "two days later", "that year"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.model import TimeType
from sayso.read.times.calendar import add_months, length, step, unit_code
from sayso.read.times.moment import Anchor, Mark, Moment, dated, timed
from sayso.read.times.numbers import number
from sayso.read.times.rules import words

Match = re.Match[str]

_BACK = frozenset({"following", "previous", "preceding", "prior", "same", "that", "that same", "that very", "very next",
                   "ensuing"})  # fmt: skip
"""Steps that start from the time last spoken of, not from the publication day."""
_SHORT = frozenset({"TS", "TM", "TH"})


def weekday_number(text: str) -> int:
    """Return 0 (Monday) to 6 for a weekday's name or abbreviation."""
    name = text.rstrip(".").title()
    return int(words("weekday").get(name) or words("weekday_short")[name])


def weekday_day(asked: str, day: int, moment: Moment) -> date | None:
    """Return the day that a weekday means; None where nothing dates the text.

    Without more it is the latest such day, the publication day included; the coming one where the words before speak
    of the future; in a dated passage the first such day from the passage's day on.
    """
    if moment.anchor and moment.anchor.is_day and not asked:
        first = moment.anchor.first
        return first + timedelta(days=(day - first.weekday()) % 7)
    here = moment.published
    if here is None:
        return None
    behind = (here.weekday() - day) % 7
    if asked in {"last", "past", "this past"}:
        return here - timedelta(days=behind or 7)
    if asked in {"next", "coming", "this coming"}:
        return here + timedelta(days=(-behind % 7) or 7)
    if asked == "this":
        return here + timedelta(days=day - here.weekday())
    if behind > 1 and moment.ahead:
        return here + timedelta(days=7 - behind)
    return here - timedelta(days=behind)


def weekday(match: Match, moment: Moment) -> Mark | None:
    """Read "Monday", "next Friday night", "every Sunday", "Tuesdays"."""
    groups = match.groupdict()
    asked = (groups.get("step") or "").lower()
    day = weekday_number(match["wd"])
    part = words("daypart")[match["part"].lower()] if match["part"] else None
    if asked in {"every", "each"} or groups.get("plural") or groups.get("plural2"):
        return Mark(TimeType.SET, f"XXXX-WXX-{day + 1}" + (f"T{part}" if part else ""))
    found = weekday_day(asked, day, moment)
    week = {"last": -1, "next": 1, "this": 0}.get((groups.get("week") or "").lower())
    if week is not None and moment.published:
        monday = moment.published - timedelta(days=moment.published.weekday())
        found = monday + timedelta(days=day + 7 * week)
    value = found.isoformat() if found else None
    return timed(value and f"{value}T{part}") if part else dated(value)


def day_word(match: Match, moment: Moment) -> Mark | None:
    """Read "yesterday", "tonight", "tomorrow morning"; in spoken history they stay with the publication day."""
    word = match["word"].lower()
    away = {
        "the day before yesterday": -2,
        "yesterday": -1,
        "last night": -1,
        "tomorrow": 1,
        "the day after tomorrow": 2,
    }
    part = words("daypart")[match["part"].lower()] if match["part"] else None
    if word in {"tonight", "overnight", "last night"}:
        part = "NI"
    value = step(moment.published, away.get(word, 0), "D") if moment.published else None
    return timed(value and f"{value}T{part}") if part else dated(value)


def this_daypart(match: Match, moment: Moment) -> Mark | None:
    """Read "this morning"."""
    part = words("daypart")[match["part"].lower()]
    return timed(f"{moment.published.isoformat()}T{part}" if moment.published else None)


def weekend(_: Match, moment: Moment) -> Mark | None:
    """Read "over the weekend": the latest one, or the coming one where the words before speak of the future."""
    here = moment.published
    if here is None:
        return dated(None)
    ahead = moment.ahead or here.weekday() >= 5
    return dated(step(here, 0 if ahead else -1, "WE"))


def _base(asked: str, moment: Moment) -> date | None:
    """Return the day from which a step starts."""
    if asked in _BACK:
        named = moment.last or moment.anchor
        return named.first if named else moment.published
    if moment.narrative and moment.anchor:
        return moment.anchor.first
    return moment.published


def stepped_unit(match: Match, moment: Moment) -> Mark | None:
    """Read "last week", "the next day", "that year", "the past three months"."""
    asked = re.sub(r"^(?:the|these) ", "", re.sub(r"^the next$", "following", " ".join(match["step"].lower().split())))
    unit, groups = match["unit"].lower(), match.groupdict()
    code = unit_code(unit)
    if groups.get("n"):
        return Mark(TimeType.DURATION, length(number(groups["n"]), code))
    if unit.endswith("s") and unit != "hours":
        return None if asked in {"that", "same", "current", "these"} else Mark(TimeType.DURATION, length("X", code))
    if asked == "past" and unit not in {"weekend", "night"}:
        return Mark(TimeType.DURATION, length(1, code))
    if code in _SHORT or (asked in _BACK and moment.last is None and moment.anchor is None and code == "D"):
        return None
    named = moment.last or moment.anchor
    if asked in _BACK and named and not named.is_day and code in {"D", "W", "WE"}:
        return dated(None)
    return _one_step(int(words("step").get(asked, "0" if "that" in asked else "1")), unit, _base(asked, moment))


def _one_step(count: int, unit: str, here: date | None) -> Mark:
    part = words("daypart").get(unit)
    value = step(here, count, "D" if part else unit_code(unit)) if here else None
    return timed(value and f"{value}T{part}") if part else dated(value)


def edge_of_unit(match: Match, moment: Moment) -> Mark | None:
    """Read "later this year", "the end of the month"."""
    asked = match["step"].lower()
    here = _base("that" if asked == "that" else asked, moment)
    count = {"next": 1, "last": -1}.get(asked, 0)
    return dated(step(here, count, unit_code(match["unit"])) if here else None)


def unit_end(match: Match, moment: Moment) -> Mark | None:
    """Read "year-end"."""
    return dated(step(moment.published, 0, unit_code(match["unit"])) if moment.published else None)


def ago(match: Match, moment: Moment) -> Mark | None:
    """Read "three weeks ago" from the publication day and "three weeks later" from the time last spoken of."""
    way, code = match["way"].lower(), unit_code(match["unit"])
    back = way in {"ago", "earlier", "before", "previously", "prior"}
    count = number(match["n"])
    if isinstance(count, str):
        return dated("PAST_REF" if back else "FUTURE_REF" if way.startswith(("from", "hence")) else None)
    deictic = way == "ago" or way.startswith(("from", "hence"))
    named = None if deictic else moment.last or moment.anchor
    if count == 1 and code == "Y" and moment.last and "-Q" in moment.last.value and not moment.narrative:
        named = moment.last
    return _away(count, code, sign=-1 if back else 1, named=named, here=moment.published)


def _away(count: float, code: str, *, sign: int, named: Anchor | None, here: date | None) -> Mark:
    """Return the day so many units from the anchor, never more precise than the anchor itself."""
    base = named.first if named else here
    if base is None:
        return dated(None)
    whole = max(1, round(count)) * sign
    if named and not named.is_day:
        return dated(_coarse(named, whole, code))
    value = step(base, whole, code)
    return timed(value) if code in _SHORT else dated(value)


def _coarse(named: Anchor, count: int, code: str) -> str | None:
    """Return a step from a month, quarter or year; days and weeks from such an anchor are not to be had."""
    if code == "Y" and "-" in named.value:
        year, _, rest = named.value.partition("-")
        return f"{int(year) + count:04d}-{rest}" if year.isdigit() else None
    if code == "Y":
        return step(named.first, count, "Y")
    if code == "M" and re.fullmatch(r"\d{4}-\d\d", named.value):
        return "{:04d}-{:02d}".format(*add_months(named.first.year, named.first.month, count))
    return step(named.first, count, code) if code in {"DE", "CE"} else None


def following_day(match: Match, moment: Moment) -> Mark | None:
    """Read "the day before", "a week later": from the time last spoken of."""
    named = moment.last or moment.anchor
    if named is None:
        return None
    sign = -1 if match["way"].lower() in {"before", "earlier", "prior"} else 1
    return _away(1, unit_code(match["unit"]), sign=sign, named=named, here=None)
