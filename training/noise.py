"""Noise: what careless copies do to a text, done to a share of the training windows.

Missing spaces need no noise of their own: the words are found before the model sees them and spacing is not among its
inputs; our corpus holds words that are glued for good.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from training.labels import BIO, SPOKEN
from training.windows import Window, kept

_STOPS: Final = frozenset(".!?")
_QUOTES: Final = frozenset({'"', "“", "”", "„", "«", "»", "``", "''", "‘", "’", "'"})

_BEGIN: Final = BIO.index("B")
_INSIDE: Final = BIO.index("I")

Spoiler = Callable[[Window, random.Random], Window]


def lower_case(window: Window, _: random.Random) -> Window:
    """Write everything in lower case."""
    return replace(window, words=[word.lower() for word in window.words])


def upper_case(window: Window, _: random.Random) -> Window:
    """Write everything in capitals."""
    return replace(window, words=[word.upper() for word in window.words])


def title_case(window: Window, _: random.Random) -> Window:
    """Write every longer word with a capital, as headlines do."""
    return replace(window, words=[word[:1].upper() + word[1:] if len(word) > 3 else word for word in window.words])


def without_stops(window: Window, _: random.Random) -> Window:
    """Drop the punctuation that ends sentences."""
    count = len(window.words)
    ends = {i for i in range(count) if window.words[i] in _STOPS and (i + 1 == count or window.starts[i + 1])}
    return _without(window, ends)


def without_quotes(window: Window, chance: random.Random) -> Window:
    """Drop all quotation marks, or one of them."""
    marks = [index for index, word in enumerate(window.words) if word in _QUOTES]
    if not marks:
        return window
    return _without(window, set(marks) if chance.random() < 0.5 else {chance.choice(marks)})


def misspelt(window: Window, chance: random.Random) -> Window:
    """Drop, double or swap a letter in one longer word of twelve."""
    words = [_misspell(word, chance) if len(word) > 4 and chance.random() < 1 / 12 else word for word in window.words]
    return replace(window, words=words)


def _misspell(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


def _without(window: Window, gone: set[int]) -> Window:
    """Leave words out unless another word hangs on them; a sentence or span that began with one begins behind it."""
    heads = window.heads or []
    gone = gone - {head for index, head in enumerate(heads) if head != index}
    count = len(window.words)
    if not gone or len(gone) == count:
        return window
    starts = list(window.starts)
    tags = {layer: list(rows) for layer, rows in window.tags.items()}
    for index in sorted(gone):
        if index + 1 < count:
            starts[index + 1] |= starts[index]
            for layer in SPOKEN:
                if layer in tags and tags[layer][index] == _BEGIN and tags[layer][index + 1] == _INSIDE:
                    tags[layer][index + 1] = _BEGIN
    if "sent" in tags:
        tags["sent"] = [int(flag) for flag in starts]
    return kept(replace(window, starts=starts, tags=tags), [index for index in range(count) if index not in gone])


SHARES: Final[tuple[tuple[float, Spoiler], ...]] = (
    (0.03, lower_case),
    (0.02, upper_case),
    (0.02, title_case),
    (0.04, without_stops),
    (0.04, without_quotes),
    (0.03, misspelt),
)
"""The share of windows that each kind of noise gets; together 18 %. Chosen, not tuned."""


def spoil(window: Window, chance: random.Random) -> Window:
    """Return the window, or for `SHARES` of the draws a spoilt copy."""
    draw = chance.random()
    for share, spoiler in SHARES:
        if draw < share:
            return spoiler(window, chance)
        draw -= share
    return window
