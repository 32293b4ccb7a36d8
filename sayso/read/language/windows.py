"""Windows: the stretches of words that the encoder sees at once.

A paragraph is one window, and so is a dateline ("KYIV, October 10 (Agency) -"), which belongs to no sentence. A
longer one is read in rounds: after each round the next window begins where the last sentence that was found in this
one begins, so no seam falls inside a sentence unless the sentence itself is longer than a window.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.read.language.words import find_words

LONGEST = 160  # words; training windows had up to 150, and attention costs grow with the square

_BREAK = re.compile(r"\n[^\S\n]*\n")
# A place in capitals, perhaps with its country, day and agency, up to a dash: as wire services open their reports.
# Every part is bounded, so the pattern is linear.
_DATELINE = re.compile(
    r"(?:\A|(?<=\n))[^\S\n]{0,8}[A-Z][A-Z.'’-]{2,30}(?: [A-Z][A-Z.'’-]{1,30}){0,3}(?:, ?[\w.,/ ]{1,40})?"
    r" ?(?:\([^()\n]{2,50}\) ?)?(?:—|–|--?) "
)


def paragraphs(text: str) -> Iterator[list[tuple[int, int]]]:
    """Yield the word ranges of each paragraph of `text` that has words; blank lines and datelines set them off."""
    start = 0
    ends = {match.end() for pattern in (_BREAK, _DATELINE) for match in pattern.finditer(text)}
    for stop in [*sorted(ends), len(text)]:
        words = [(start + a, start + b) for a, b in find_words(text[start:stop])]
        if words:
            yield words
        start = stop


def next_seam(starts: list[int], first: int, end: int, total: int) -> int:
    """Return where the window after `first:end` begins, `total` if the paragraph is done.

    `starts`: sentence starts found in the window, ascending. The last sentence is read again unless it fills over half.
    """
    if end >= total:
        return total
    seam = starts[-1] if starts else end
    return seam if seam - first > (end - first) // 2 else end
