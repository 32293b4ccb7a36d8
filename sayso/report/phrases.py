"""Small phrases that reports share: clipped quotations, names of places and times, text made safe to look at."""

from __future__ import annotations

import unicodedata

from sayso.model import Place, When

_SHOWN = {"Cc", "Cf", "Co", "Cs"}


def visible(text: str, *, keep_lines: bool = False) -> str:
    """Return `text` with control, format and direction characters as visible code points.

    A right-to-left override or an escape sequence must never act on the reader's screen (Unicode TR36).
    """
    if text.isprintable():
        return text
    kept = {"\n", "\t"} if keep_lines else set()
    return "".join(
        c if c in kept else (" " if c in "\n\t" else f"⟨{ord(c):04X}⟩" if unicodedata.category(c) in _SHOWN else c)
        for c in text
    )


def clip(text: str, most: int) -> str:
    """Return `text` on one line, cut at a word with an ellipsis if it is longer than `most` characters."""
    line = visible(" ".join(text.split()))
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[most // 2 :] else cut) + "…"


def name_of(place: Place, text: str) -> str:
    """Return a place's name with its precision, so that nobody takes a country for a pin."""
    name = clip(place.name or place.span.of(text), 60)
    return f"{name} ({place.precision.value})" if place.precision is not None else name


def when_of(when: When | None) -> str | None:
    """Return a time as its day or as its first and last day; None if nothing is known."""
    if when is None or when.earliest is None or when.latest is None:
        return None
    if when.earliest == when.latest:
        return when.earliest.isoformat()
    return f"{when.earliest.isoformat()} to {when.latest.isoformat()}"
