"""What a reader of one time expression may know: the publication day, the passage's anchor, the words around."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.model import TimeType

_AHEAD: Final = re.compile(
    r"\b(?:will|shall|going to|scheduled|due|expected|expects?|plans?|planned|to (?:begin|start|meet|vote|hold|visit)|"
    r"upcoming|until|is to|are to|'ll|would)\b",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(r"(?<!be )(?<!been )\b(?:had|was|were|said|told|\w{2,16}ed)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A calendar value that the passage has named: its first and last day, and the value itself."""

    first: date
    last: date
    value: str

    @property
    def is_day(self) -> bool:
        """Tell whether the value is one day."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Mark:
    """A reader's answer; `value` None: a time all right, but not to be had from what the document states."""

    type: TimeType
    value: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The surroundings of one expression.

    `published`: the document's day. `anchor`: the dated passage that partial dates belong to, None in current news.
    `last`: the latest calendar value in the passage, for "the next day". `before`: up to 45 characters of the same
    sentence. `narrative`: the whole document tells history.
    """

    published: date | None
    anchor: Anchor | None
    last: Anchor | None
    before: str
    after: str
    narrative: bool = False

    @property
    def ahead(self) -> bool:
        """Tell whether the words before speak of what is to come, and no later word of what has been."""
        cues = [cue.end() for cue in _AHEAD.finditer(self.before)]
        return bool(cues) and not _BEHIND.search(self.before, cues[-1])

    @property
    def here(self) -> date | None:
        """The day that partial dates start from: the anchor's first day, else the publication day."""
        return self.anchor.first if self.anchor else self.published


def dated(value: str | None) -> Mark:
    """Return a DATE."""
    return Mark(TimeType.DATE, value)


def timed(value: str | None) -> Mark:
    """Return a TIME."""
    return Mark(TimeType.TIME, value)
