"""Batches: windows of like length padded to tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from sayso.read.language.pieces import Pieces
from training.labels import Targets
from training.noise import spoil
from training.windows import NO_HEAD, Encoded, Window, chunks, encode

_POOL = 1500  # windows sorted by length at a time: little padding, yet mixed batches


@dataclass(slots=True)
class Batch:
    """Tensors of a batch: inputs (batch, pieces), gold (batch, words); -1 where nothing is known."""

    ids: Tensor
    case: Tensor
    mask: Tensor
    firsts: Tensor
    sentence: Tensor
    heads: Tensor
    tags: dict[str, Tensor]
    words: int


def collate(items: Sequence[Encoded], layers: Sequence[str]) -> Batch:
    """Pad encoded windows to one batch."""
    pieces = max(len(item.ids) for item in items)
    words = max(len(item.firsts) for item in items)

    def padded(rows: list[list[int]], length: int, filler: int) -> Tensor:
        return torch.tensor([row + [filler] * (length - len(row)) for row in rows])

    def gold(rows: list[list[int] | None]) -> Tensor:
        return padded([row if row is not None else [] for row in rows], words, -1)

    return Batch(
        ids=padded([item.ids for item in items], pieces, 0),
        case=padded([item.cases for item in items], pieces, 0),
        mask=padded([[1] * len(item.ids) for item in items], pieces, 0),
        firsts=padded([item.firsts for item in items], words, 0),
        sentence=padded([item.sentence for item in items], words, -1),
        heads=gold([item.window.heads for item in items]),
        tags={layer: gold([item.window.tags.get(layer) for item in items]) for layer in layers},
        words=sum(len(item.firsts) for item in items),
    )


def draw(
    windows: Sequence[Window], pieces: Pieces, chance: random.Random, *, most: int, noise: bool
) -> Iterator[list[Encoded]]:
    """Yield an epoch's batches of at most `most` padded pieces, in random order, a share of the windows spoilt."""
    encoded = [encode(spoil(window, chance) if noise else window, pieces) for window in windows]
    order = list(range(len(encoded)))
    chance.shuffle(order)
    batches: list[list[Encoded]] = []
    for start in range(0, len(order), _POOL):
        pool = sorted(order[start : start + _POOL], key=lambda index: len(encoded[index].ids))
        batches += chunks(encoded, pool, most)
    chance.shuffle(batches)
    yield from batches


def tables(targets: Mapping[str, Targets]) -> dict[str, Tensor]:
    """Return each layer's allowed classes, (rows, classes)."""
    return {layer: torch.tensor(target.rows) for layer, target in targets.items()}


assert NO_HEAD == -1
