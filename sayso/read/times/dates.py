"""Readers of calendar dates: days, months, quarters, seasons, years, decades, centuries, eras."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.model import TimeType
from sayso.read.times.moment import Mark, Moment, dated, timed
from sayso.read.times.numbers import number
from sayso.read.times.rules import words

Match = re.Match[str]


def month_number(text: str) -> int:
    """Return 1 to 12 for a month's name or abbreviation in any case, with or without a full stop."""
    name = text.rstrip(".")
    return int(words("month").get(name.title()) or words("month_short")[name.title()])


def year_step(text: str) -> int | None:
    """Return how many years "of last year" and its kind step; None where it refers back ("that year")."""
    form = text.lower()
    if "last" in form or "previous" in form:
        return -1
    if "next" in form or "following" in form:
        return 1
    return 0 if "this" in form else None


def year_of(month: int, day: int | None, moment: Moment) -> int | None:
    """Return the year of a month or day that is given without one; None where nothing dates the text.

    In a dated passage the nearest such month that lies at most six months back, since stories move forward; in
    current news the latest one that has begun, or the coming one where the words before speak of the future or it
    lies within the next weeks.
    """
    here = moment.here
    if here is None:
        return None
    if moment.anchor:
        return _nearest_year(month, here, whole_year=moment.anchor.first.month == 1 and moment.anchor.last.month == 12)
    gone = (here.year - month // 13) if (month, day or 1) <= (here.month, here.day) else here.year - 1
    behind = (here.year - gone) * 12 + here.month - month
    if moment.ahead and behind > 2:
        return gone + 1
    soon = month - here.month
    near = soon == 1 or (day is not None and (soon == 2 or (soon == 0 and day > here.day)))
    return here.year if near else gone


def _nearest_year(month: int, here: date, *, whole_year: bool) -> int:
    if whole_year:
        return here.year
    behind = (here.month - month) % 12
    back = here.year if month <= here.month else here.year - 1
    return back if behind <= 6 else back + 1


def iso(year: int, month: int, day: int) -> str:
    """Return a day's value; raises ValueError for a day that does not exist."""
    return date(year, month, day).isoformat()


def calendar_day(match: Match, moment: Moment) -> Mark | None:
    """Read "14 October 2022", "October 14", "Friday, Oct. 14"."""
    month, day = month_number(match["mon"]), int(match["day"])
    year = int(match["year"]) if match["year"] else year_of(month, day, moment)
    if year is None:
        date(2000, month, day)
        return dated(None)
    return dated(iso(year, month, day))


def part_of_calendar_day(match: Match, moment: Moment) -> Mark | None:
    """Read "the night of 20 June 1791"."""
    month = month_number(match["mon"] or match["mon2"])
    day, stated = int(match["day"] or match["day2"]), match["year"] or match["year2"]
    year = int(stated) if stated else year_of(month, day, moment)
    part = words("daypart")[match["part"].lower()]
    return timed(None if year is None else f"{iso(year, month, day)}T{part}")


def iso_day(match: Match, _: Moment) -> Mark | None:
    """Read "2022-10-14"."""
    return dated(iso(int(match["year"]), int(match["month"]), int(match["day"])))


def slashed_day(match: Match, _: Moment) -> Mark | None:
    """Read "10/14/2022" and "14.10.2022"; where both orders make a day with strokes, the value stays open.

    A dot with a year of two digits is left alone: it is as likely a version or a section number.
    """
    first, second, sign = int(match["first"]), int(match["second"]), match["sign"]
    if sign != "/" and len(match["year"]) == 2:
        return None
    year = int(match["year"])
    if len(match["year"]) == 2:
        year += 1900 if year > 40 else 2000
    if sign == "/" and max(first, second) <= 12 and first != second:
        return dated(None)
    month, day = (first, second) if second > 12 else (second, first)
    return dated(iso(year, month, day)) if year > 0 else None


def bare_day(match: Match, moment: Moment) -> Mark | None:
    """Read "on the 14th": of the month last named, in a dated text the latest such day."""
    here = moment.last.first if moment.last and moment.last.last - moment.last.first < timedelta(days=32) else None
    here = here or moment.here
    return dated(here.replace(day=int(match["day"])).isoformat() if here else None)


def calendar_month(match: Match, moment: Moment) -> Mark | None:
    """Read "October 2022", "last May", "early March of this year"."""
    groups = match.groupdict()
    month = month_number(match["mon"])
    if groups.get("year"):
        return dated(f"{int(match['year']):04d}-{month:02d}")
    asked = (groups.get("step") or "").lower()
    if asked in {"each", "every"}:
        return Mark(TimeType.SET, f"XXXX-{month:02d}")
    here, relative = moment.here, groups.get("rel")
    if here is None:
        return dated(None)
    if relative:
        by = year_step(relative)
        base = moment.last.first if by is None and moment.last else here
        return dated(f"{base.year + (by or 0):04d}-{month:02d}")
    year = _stepped_year(asked, month, here) if asked else year_of(month, None, moment)
    return dated(None if year is None else f"{year:04d}-{month:02d}")


def _stepped_year(asked: str, month: int, here: date) -> int:
    if asked in {"last", "past", "this past"}:
        return here.year if month < here.month else here.year - 1
    if asked == "next":
        return here.year if month > here.month else here.year + 1
    return here.year


def quarter(match: Match, moment: Moment) -> Mark | None:
    """Read "the third quarter of 2021", "the first half"."""
    nth = int(words("ordinal")[match["nth"].lower()])
    half = match["part"].lower() == "half"
    if half and nth > 2:
        return None
    stated = match["year"] or match["y1"]
    year = int(stated) if stated else _quarter_year(nth, half, match["rel"], moment)
    if half and not stated and not match["rel"]:
        return None
    return dated(None if year is None else f"{year:04d}-{'H' if half else 'Q'}{nth}")


def _quarter_year(nth: int, half: bool, relative: str | None, moment: Moment) -> int | None:  # noqa: FBT001
    here = moment.here
    if here is None:
        return None
    if relative:
        return here.year + (year_step(relative) or 0)
    begins = nth * 6 - 5 if half else nth * 3 - 2
    return here.year if begins <= here.month + 2 else here.year - 1


def near_quarter(match: Match, moment: Moment) -> Mark | None:
    """Read "the latest quarter" and "the year-earlier period", from the quarter last named if there is one."""
    asked = match["step"].lower()
    named = moment.last if moment.last and "-Q" in moment.last.value else None
    here = named.first if named else moment.here
    if here is None:
        return dated(None)
    now = (here.month - 1) // 3 + 1
    if asked in {"year-earlier", "year-ago"}:
        return dated(f"{here.year - 1:04d}-Q{now}")
    if asked == "previous":
        return dated(f"{here.year - (now == 1):04d}-Q{now - 1 or 4}")
    return dated(f"{here.year:04d}-Q{now}")


def season(match: Match, moment: Moment) -> Mark | None:
    """Read "the summer of 2014", "last winter"; "spring" and "fall" alone are mostly no season and left alone."""
    word, asked = match["season"].lower(), (match["step"] or "").lower()
    code = words("season")[word]
    dates_it = match["year"] or match["rel"] or asked in {"last", "next", "this"} or match["mod"]
    led = re.search(r"\b(?:in|during|by|since|until|of|over|through|throughout)\s$", moment.before)
    if not dates_it and (not led or (word in {"fall", "spring"} and asked != "the")):
        return None
    if asked in {"every", "each"}:
        return Mark(TimeType.SET, f"XXXX-{code}")
    if match["year"]:
        return dated(f"{int(match['year']):04d}-{code}")
    here = moment.here
    if here is None:
        return dated(None)
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    by = year_step(match["rel"] or "") or 0
    if asked == "last" and begins + 3 > here.month:
        by = -1
    elif asked == "next" and begins <= here.month:
        by = 1
    return dated(f"{here.year + by:04d}-{code}")


def year(match: Match, _: Moment) -> Mark | None:
    """Read "2022", "early 1943", "fiscal 1989"."""
    return dated(match["year"])


def second_year(match: Match, moment: Moment) -> Mark | None:
    """Read the second half of "1939-45"."""
    century = re.search(r"([12]\d)\d\d$", moment.before)
    return dated(century[1] + match["short"]) if century else None


def spoken_year(match: Match, _: Moment) -> Mark | None:
    """Read "nineteen ninety-six" and "the year two thousand"."""
    groups = match.groupdict()
    low = (groups.get("low") or "").lower().replace("oh", "")
    if groups.get("thousand"):
        high = 2000
    else:
        high = int(words("number")[match["high"].lower()]) * 100
        low = "" if low == "hundred" else low
    rest = number(low.strip(" -")) if low else 0
    return dated(f"{high + int(rest):04d}") if isinstance(rest, (int, float)) else None


def decade(match: Match, _: Moment) -> Mark | None:
    """Read "the 1990s", "the '80s", "the sixties" (of the twentieth century)."""
    groups = match.groupdict()
    ten = groups.get("ten") or words("decade")[match["word"].lower()]
    return dated(f"{groups.get('century') or '19'}{ten}")


def century(match: Match, _: Moment) -> Mark | None:
    """Read "the 19th century"."""
    number_of = int(match["n"])
    if not 1 <= number_of <= 21:
        return None
    era = "BC" if match["era"] else ""
    return dated(f"{era}{number_of - 1:02d}")


def era_year(match: Match, _: Moment) -> Mark | None:
    """Read "395 BC" and "AD 70"."""
    before = match["era"].replace(".", "").startswith("B")
    value = f"{int(match['n']):04d}"
    return dated(("BC" if before else "") + (value[:3] if match["tens"] else value))


def era_month(match: Match, _: Moment) -> Mark | None:
    """Read "April 480 BC"."""
    return dated(f"BC{int(match['n']):04d}-{month_number(match['mon']):02d}")
