"""Guards: matches that look like times and are none ("May", "Sun", "Victory Day")."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from sayso.read.times.rules import words

_LED: Final = re.compile(
    r"(?:\b(?:in|of|since|until|till|last|by|from|during|and|for|to|through|between|before|after|or|next|this|on|"
    r"throughout|early|late|mid)\s|,\s|[(-]|[Mm]id-)$"
)
_GIFTS: Final = re.compile(
    r"['’]?s? (?:trees?|cards?|party|presents?|markets?|Island|speech|message|carols?|dinner|lights)\b", re.IGNORECASE
)
_DATES_IT: Final = ("year", "step", "rel")


def month(match: re.Match[str], text: str) -> bool:
    """Tell whether a bare month is one: "May" and "March" need a word that leads there, short ones a stop too."""
    groups = match.groupdict()
    if any(groups.get(name) for name in _DATES_IT):
        return True
    name = match["mon"]
    prefix = match.group()[: match.start("mon") - match.start()].strip().lower()
    led = prefix not in {"", "the"} or bool(_LED.search(text[max(0, match.start() - 25) : match.start()]))
    if name in {"May", "MAY", "March", "MARCH"} or name.isupper():
        return led
    return name.title() in words("month") or (led and name.endswith("."))


def weekday(match: re.Match[str], text: str) -> bool:
    """Tell whether a weekday is one: "Sun" and "Sat" need a full stop or a date behind them."""
    name = match["wd"]
    if len(name.rstrip(".")) > 5:
        return True
    if name[0].islower():
        return False
    return name.endswith(".") or bool(re.match(r",? \d", text[match.end() : match.end() + 3]))


def duration(match: re.Match[str], text: str) -> bool:
    """Tell whether a length is one: "one second" may be an ordinal's end, "no. 2 hours" and "24/7 days" are not."""
    return not re.search(r"(?:\d[./:,]|[$€£])$", text[max(0, match.start() - 2) : match.start()])


def holiday(match: re.Match[str], text: str) -> bool:
    """Tell whether a feast stands for its day and not for a thing ("Christmas tree")."""
    return not _GIFTS.match(text, match.end())


GUARDS: Final[dict[str, Callable[[re.Match[str], str], bool]]] = {
    "month": month,
    "weekday": weekday,
    "duration": duration,
    "holiday": holiday,
}
