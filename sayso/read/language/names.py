"""Name tags from scores: the best tag of each word where those make whole names, else the best sequence that does.

Words are tagged one by one, so a name may come out as "B-LOC I-ORG". Such a stretch is decoded again under the rule
that I-X follows B-X or I-X only (Viterbi 1967); stretches that are sound already, nearly all, cost nothing more.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
_NEVER: Final = np.float32(-1e9)
_OUTSIDE: Final = "O"


def name_tags(scores: Scores, labels: Sequence[str]) -> list[str]:
    """Return one tag a word. `scores`: (words, labels); `labels`: O and B-/I- of each kind."""
    best = [labels[index] for index in scores.argmax(axis=-1)]
    for start, end in _broken(best):
        best[start:end] = [labels[index] for index in _viterbi(scores[start:end], _steps(labels), labels)]
    return best


def _follows(tag: str, before: str) -> bool:
    return not tag.startswith("I-") or before[2:] == tag[2:]


def _broken(tags: Sequence[str]) -> list[tuple[int, int]]:
    """Return the stretches between outside words that hold an I- without its beginning."""
    found: list[tuple[int, int]] = []
    start, broken = 0, False
    for index, tag in enumerate([*tags, _OUTSIDE]):
        if tag == _OUTSIDE:
            if broken:
                found.append((start, index))
            start, broken = index + 1, False
        elif not _follows(tag, tags[index - 1] if index else _OUTSIDE):
            broken = True
    return found


def _steps(labels: Sequence[str]) -> Scores:
    """Return 0 where the second label may follow the first, very little where it may not."""
    return np.array([[0 if _follows(tag, before) else _NEVER for tag in labels] for before in labels], dtype=np.float32)


def _viterbi(scores: Scores, steps: Scores, labels: Sequence[str]) -> list[int]:
    logs = scores - np.logaddexp.reduce(scores, axis=-1, keepdims=True)
    total = logs[0] + steps[labels.index(_OUTSIDE)]
    back: list[npt.NDArray[np.intp]] = []
    for row in logs[1:]:
        ways = total[:, None] + steps
        back.append(ways.argmax(axis=0))
        total = ways.max(axis=0) + row
    path = [int(total.argmax())]
    for choice in reversed(back):
        path.append(int(choice[path[-1]]))
    return path[::-1]
