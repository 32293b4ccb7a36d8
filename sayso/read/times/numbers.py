"""Numbers in words and digits, as they stand before units of time."""

from __future__ import annotations

from typing import Final

from sayso.read.times.rules import words

_HALF: Final = " and a half"


def number(text: str) -> float | str:
    """Return the value of "12", "1,500", "twenty-one", "a", "two and a half"; "X" for "several" and its kind."""
    form = " ".join(text.lower().split())
    if form in words("vague") or form in words("vague_article"):
        return "X"
    if form in words("couple"):
        return 2
    half = 0.5 if form.endswith(_HALF) else 0
    form = form.removesuffix(_HALF)
    try:
        value = float(form.replace(",", ""))
    except ValueError:
        value = _in_words(form)
    return value + half


def _in_words(form: str) -> float:
    """Return the sum of the words, with "hundred" and "dozen" multiplying what stands before them."""
    known = words("number")
    total = 0.0
    for word in form.replace("-", " ").split():
        if word in {"a", "an"}:
            total += 1
        elif word in {"hundred", "dozen"}:
            total = max(total, 1) * int(known[word])
        else:
            total += int(known.get(word, "0"))
    return total
