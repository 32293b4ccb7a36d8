"""Word pieces: the encoder's own small units (WordPiece, Wu et al. 2016; normalised as in Devlin et al. 2019).

Forty lines instead of the `tokenizers` package: that one brings 20 MB and a hub client that an offline product must
not have, and it was slower here because our words come one by one and repeat (a bounded cache answers most of them).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from importlib.resources.abc import Traversable

UNKNOWN, START, END = 100, 101, 102
_LONGEST = 100  # letters; longer words are unknown, as in BERT's reference vocabulary use
_CACHE = 100_000  # words; about 20 MB when full


def _is_mark(letter: str) -> bool:
    """Tell whether BERT cuts a word at this character: ASCII symbols, punctuation, CJK ideographs."""
    code = ord(letter)
    if code < 128:
        return not letter.isalnum()
    return unicodedata.category(letter)[0] == "P" or 0x4E00 <= code <= 0x9FFF


def _plain(word: str) -> str:
    """Lower the case and drop accents, control and format characters."""
    bare = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in bare if unicodedata.category(c) not in {"Mn", "Cc", "Cf"} and c != "�")


def _runs(word: str) -> Iterator[str]:
    run = ""
    for letter in _plain(word):
        if letter.isspace() or _is_mark(letter):
            if run:
                yield run
            if not letter.isspace():
                yield letter
            run = ""
        else:
            run += letter
    if run:
        yield run


class Pieces:
    """A vocabulary file (one piece a line, the line number is the id) and the cut of words into its pieces."""

    def __init__(self, vocabulary: Traversable) -> None:
        lines = vocabulary.read_text(encoding="utf-8").split("\n")
        self._ids = {piece: index for index, piece in enumerate(lines) if piece}
        self._cache: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """Return the ids of the word's pieces, at least one."""
        known = self._cache.get(word)
        if known is None:
            known = tuple(i for run in _runs(word) for i in self._cut(run)) or (UNKNOWN,)
            if len(self._cache) < _CACHE:
                self._cache[word] = known
        return known

    def _cut(self, run: str) -> list[int]:
        """Cut greedily, longest piece first; one missing piece makes the whole run unknown."""
        if len(run) > _LONGEST:
            return [UNKNOWN]
        found: list[int] = []
        start = 0
        while start < len(run):
            for end in range(len(run), start, -1):
                piece = self._ids.get(run[start:end] if start == 0 else "##" + run[start:end])
                if piece is not None:
                    break
            else:
                return [UNKNOWN]
            found.append(piece)
            start = end
        return found


def case_of(word: str) -> int:
    """Return the letter-case class that the encoder's case embedding knows, 0 to 7.

    0 no letters, 1 lower, 2 Title, 3 UPPER, 4 Mixed, 5 one capital, 6 with digits, 7 other with letters.
    """
    if word.islower():
        return 1
    if word[:1].isupper():
        if len(word) == 1:
            return 5
        if word.isupper():
            return 3
        return 2 if word[1:].islower() else 4
    if any(c.isdigit() for c in word):
        return 6
    return 7 if any(c.isalpha() for c in word) else 0
