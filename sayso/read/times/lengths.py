"""Readers of lengths, repetitions, hours, feasts and fixed values."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.model import TimeType
from sayso.read.times.calendar import length, unit_code
from sayso.read.times.dates import iso, month_number, year_of
from sayso.read.times.moment import Mark, Moment, dated, timed
from sayso.read.times.numbers import number
from sayso.read.times.relative import weekday_day, weekday_number
from sayso.read.times.rules import words

Match = re.Match[str]

_RATE = re.compile(
    r"(?:\b(?:times|once|twice|percent|per cent|dollars?|million|billion|cents?|units?|barrels?|tons?|tonnes?|pounds?|"
    r"shares?|euros?|people|deaths|cases|trips|flights|[\d,.]{1,9})|%)\s$",
    re.IGNORECASE,
)
_FEASTS = {"christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "new year's eve": (12, 31),
           "new year's day": (1, 1), "new year's": (1, 1), "boxing day": (12, 26), "halloween": (10, 31),
           "valentine's day": (2, 14), "may day": (5, 1)}  # fmt: skip
"""Feasts with one day everywhere; Victory, Independence and Thanksgiving Days differ by country and stay open."""


def duration(match: Match, moment: Moment) -> Mark | None:
    """Read "three weeks", "a decade", "several days"; a price "a week" is a repetition."""
    count, unit = match["n"].lower(), match["unit"].lower()
    code = unit_code(unit)
    if count in {"a", "an"} and _RATE.search(moment.before):
        repeated = "time" in moment.before[-7:] or "ce " in moment.before[-4:]
        return Mark(TimeType.SET if repeated else TimeType.DURATION, length(1, code))
    if count == "some" and not unit.endswith("s"):
        return None
    if count in {"a", "an", "one"} and (unit in {"second", "quarter", "morning", "evening", "night", "afternoon"}):
        return None
    if unit in {"second", "quarter"} and _plural_wanted(count):
        return None
    if count == "recent":
        return dated("PAST_REF")
    value = number(count + (" and a half" if match["half"] and "half" not in count else ""))
    return None if value == 0 else Mark(TimeType.DURATION, length(value, code))


def _plural_wanted(count: str) -> bool:
    """Tell whether the count cannot stand before a singular, as in "1988 second": that is an ordinal, no length."""
    return count.isdigit() and count != "1"


def one_unit(match: Match, _: Moment) -> Mark | None:
    """Read "another week" and "twice a week"."""
    repeated = re.search(r"\b(?:once|twice|thrice|times)\b", match.group(), re.IGNORECASE)
    kind = TimeType.SET if repeated else TimeType.DURATION
    return Mark(kind, length(1, unit_code(match["unit"])))


def bare_units(match: Match, _: Moment) -> Mark | None:
    """Read "for months"."""
    unit = match["unit"].lower()
    return Mark(TimeType.DURATION, "PX" if unit == "generations" else length("X", unit_code(unit)))


def half_unit(match: Match, _: Moment) -> Mark | None:
    """Read "half an hour"."""
    unit = (match["unit"] or match["unit2"]).lower()
    halves = {"hour": "PT30M", "day": "PT12H", "year": "P6M", "century": "P50Y", "decade": "P5Y"}
    return Mark(TimeType.DURATION, halves[unit])


def each_unit(match: Match, _: Moment) -> Mark | None:
    """Read "every two weeks"."""
    count = (match["n"] or "one").lower()
    value = 2 if count == "other" else number(count)
    return Mark(TimeType.SET, length(value, unit_code(match["unit"])))


def frequency(match: Match, _: Moment) -> Mark | None:
    """Read "daily", "annual"."""
    word = match["word"].lower()
    values = {"d": "P1D", "w": "P1W", "m": "P1M", "q": "P1Q", "a": "P1Y", "y": "P1Y", "h": "PT1H", "n": "P1D",
              "b": "P2W", "f": "P2W"}  # fmt: skip
    return Mark(TimeType.SET, values[word[0]])


def clock(match: Match, moment: Moment) -> Mark | None:
    """Read "5 p.m. on Monday", "14:30 GMT", "midnight"."""
    hours = _hours(match)
    if hours is None:
        return None
    day = _clock_day(match, moment)
    zone = "Z" if match["zone"] else ""
    return timed(f"{day.isoformat()}T{hours}{zone}" if day else None)


def _hours(match: Match) -> str | None:
    if match["word"]:
        return "00:00" if match["word"].lower() == "midnight" else "12:00"
    hour = int(match["h"] or match["h24"] or match["h4"])
    minute = int(match["m"] or match["m24"] or match["m4"] or 0)
    half = (match["half"] or match["half24"] or "").lower().replace(".", "")
    if hour > 24 or minute > 59 or (half and hour > 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02d}:{minute:02d}"


def _clock_day(match: Match, moment: Moment) -> date | None:
    if match["wd"]:
        return weekday_day("", weekday_number(match["wd"]), moment)
    if match["mon"]:
        month, day = month_number(match["mon"]), int(match["day"])
        year = int(match["year"]) if match["year"] else year_of(month, day, moment)
        return None if year is None else date.fromisoformat(iso(year, month, day))
    away = {"yesterday": -1, "tomorrow": 1}.get((match["rel"] or "").lower(), 0)
    if not match["rel"] and moment.last and moment.last.is_day:
        return moment.last.first
    return moment.published + timedelta(days=away) if moment.published else None


def clock_hour(match: Match, moment: Moment) -> Mark | None:
    """Read "five o'clock in the morning"; without the part of the day the hour stays open."""
    hour = number(match["n"])
    if isinstance(hour, str) or not 1 <= hour <= 12:
        return None
    part = words("daypart").get((match["part"] or "").lower())
    here = moment.last.first if moment.last and moment.last.is_day else moment.published
    if part is None or here is None:
        return timed(None)
    return timed(f"{here.isoformat()}T{int(hour) % 12 + (0 if part == 'MO' else 12):02d}:00")


def holiday(match: Match, moment: Moment) -> Mark | None:
    """Read "Christmas Eve 2014"; feasts whose day differs by country keep no value."""
    feast = _FEASTS.get(match["name"].lower().replace("’", "'"))
    if feast is None:
        return dated(None)
    year = int(match["year"]) if match["year"] else year_of(*feast, moment)
    return dated(None if year is None else iso(year, *feast))
