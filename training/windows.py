"""Windows: stretches of whole sentences as numbers, the unit that training draws, spoils and batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sayso.read.language.pieces import END, START, Pieces, case_of
from training.example import Example
from training.labels import Targets

LONGEST: Final = 150  # words, near the runtime's window
_MOST_PIECES: Final = 500
NO_HEAD: Final = -1


@dataclass(slots=True, kw_only=True)
class Window:
    """Words with gold rows: `tags[layer][i]` is a row of the layer's target table, -1 unknown.

    `heads`: index in the window, -1 unknown; None without trees. `weight`: factor of this window's loss.
    """

    words: list[str]
    starts: list[bool]
    heads: list[int] | None
    tags: dict[str, list[int]]


@dataclass(slots=True, kw_only=True)
class Encoded:
    """A window as the encoder's input: piece ids, case classes, the first piece of each word; and its gold."""

    ids: list[int]
    cases: list[int]
    firsts: list[int]
    sentence: list[int]
    window: Window


def windows_of(example: Example, targets: Mapping[str, Targets]) -> Iterator[Window]:
    """Cut an example between sentences into windows of at most `LONGEST` words; a longer sentence is cut off."""
    start = end = 0
    for first, stop in example.sentences():
        if stop - start > LONGEST and first > start:
            yield _cut(example, start, end, targets)
            start = first
        end = stop
    yield _cut(example, start, end, targets)


def _cut(example: Example, start: int, end: int, targets: Mapping[str, Targets]) -> Window:
    end = min(end, start + LONGEST)
    starts = [flag or index == 0 for index, flag in enumerate(example.starts[start:end])]
    tags = {layer: [targets[layer].row(tag) for tag in marks[start:end]] for layer, marks in example.tags.items()}
    if example.sentences_known:
        tags["sent"] = [int(flag) for flag in starts]
    heads = None
    if example.heads is not None:
        heads = [head - start if start <= head < end else NO_HEAD for head in example.heads[start:end]]
    return Window(words=example.words[start:end], starts=starts, heads=heads, tags=tags)


def encode(window: Window, pieces: Pieces) -> Encoded:
    """Return the encoder's input for a window; words beyond the encoder's positions are dropped."""
    ids, cases = [START], [0]
    firsts: list[int] = []
    for word in window.words:
        found = pieces.of(word)
        if len(ids) + len(found) > _MOST_PIECES:
            window = _shortened(window, len(firsts))
            break
        firsts.append(len(ids))
        ids.extend(found)
        cases.extend([case_of(word)] * len(found))
    number, sentence = -1, []
    for start in window.starts:
        number += start
        sentence.append(number)
    return Encoded(ids=[*ids, END], cases=[*cases, 0], firsts=firsts, sentence=sentence, window=window)


def _shortened(window: Window, count: int) -> Window:
    return kept(window, range(count))


def kept(window: Window, places: Iterable[int]) -> Window:
    """Return a window of only the words at `places` (ascending); heads are renumbered, a lost head is unknown."""
    chosen = list(places)
    now_at = {place: index for index, place in enumerate(chosen)}
    heads = window.heads
    return Window(
        words=[window.words[place] for place in chosen],
        starts=[window.starts[place] for place in chosen],
        heads=None if heads is None else [now_at.get(heads[place], NO_HEAD) for place in chosen],
        tags={layer: [rows[place] for place in chosen] for layer, rows in window.tags.items()},
    )


def chunks(encoded: list[Encoded], order: list[int], most: int) -> Iterator[list[Encoded]]:
    """Yield batches of at most `most` padded pieces from windows in the given order."""
    batch: list[Encoded] = []
    longest = 0
    for index in order:
        item = encoded[index]
        longest = max(longest, len(item.ids))
        if batch and longest * (len(batch) + 1) > most:
            yield batch
            batch, longest = [], len(item.ids)
        batch.append(item)
    if batch:
        yield batch
