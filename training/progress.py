"""How good a network is on windows of the development parts, with gold words: a quick look after each epoch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import torch
from torch import Tensor

from sayso.read.language.pieces import Pieces
from training.batches import Batch, collate
from training.labels import GROWN, OUTSIDE
from training.network import NEVER, Network, Scores
from training.windows import Window, chunks, encode

_BATCH = 3000


def look(network: Network, windows: Sequence[Window], pieces: Pieces) -> dict[str, float]:
    """Return scores in per cent: accuracy of upos, xpos, fact; uas, las; F1 of sentence starts and of tagged words."""
    encoded = sorted((encode(window, pieces) for window in windows), key=lambda item: len(item.ids))
    counts: Counter[tuple[str, str]] = Counter()
    network.eval()
    with torch.no_grad():
        for items in chunks(encoded, list(range(len(encoded))), _BATCH):
            batch = collate(items, list(network.labels))
            _count(network, network(batch.ids, batch.case, batch.mask, batch.firsts), batch, counts)
    network.train()
    return _summary(counts)


def _count(network: Network, scores: Scores, batch: Batch, counts: Counter[tuple[str, str]]) -> None:
    for layer, logits in scores.tags.items():
        gold, guess = batch.tags[layer], logits.argmax(-1)
        known = gold >= 0
        if layer in {*GROWN, "fact"}:
            counts[layer, "right"] += int(((guess == gold) & known).sum())
            counts[layer, "all"] += int(known.sum())
        else:
            _count_words(
                layer, _merged(network.labels, layer, gold), _merged(network.labels, layer, guess), known, counts
            )
    same = (batch.sentence[:, :, None] == batch.sentence[:, None, :]) & (batch.sentence[:, :, None] >= 0)
    heads = scores.arc.masked_fill(~same, NEVER).argmax(-1)
    relations = network.heads.relation(scores.relation_head, scores.relation_dependent, heads).argmax(-1)
    known, right = batch.heads >= 0, heads == batch.heads
    counts["tree", "all"] += int(known.sum())
    counts["tree", "uas"] += int((right & known).sum())
    counts["tree", "las"] += int((right & known & (relations == batch.tags["dep"])).sum())


def _merged(labels: Mapping[str, tuple[str, ...]], layer: str, rows: Tensor) -> Tensor:
    """Count B- and I- of a kind as one: words are scored here, not spans. Rows of open choices count as unmarked."""
    if layer == "sent" or labels[layer][0] != OUTSIDE:
        return rows
    plain = [OUTSIDE if tag == OUTSIDE else tag[2:] for tag in labels[layer]]
    kinds = {kind: index for index, kind in enumerate(dict.fromkeys(plain))}
    number = torch.tensor([kinds[kind] for kind in plain])
    return torch.where((rows >= 0) & (rows < len(number)), number[rows.clamp(0, len(number) - 1)], 0)


def _count_words(layer: str, gold: Tensor, guess: Tensor, known: Tensor, counts: Counter[tuple[str, str]]) -> None:
    counts[layer, "both"] += int(((gold == guess) & (gold > 0) & known).sum())
    counts[layer, "gold"] += int(((gold > 0) & known).sum())
    counts[layer, "guess"] += int(((guess > 0) & known).sum())


def _summary(counts: Counter[tuple[str, str]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for layer in dict.fromkeys(layer for layer, _ in counts):
        total, gold = counts[layer, "all"], counts[layer, "gold"]
        if layer == "tree" and total:
            found |= {name: round(100 * counts["tree", name] / total, 2) for name in ("uas", "las")}
        elif total:
            found[layer] = round(100 * counts[layer, "right"] / total, 2)
        elif gold:
            found[layer] = round(200 * counts[layer, "both"] / (gold + counts[layer, "guess"]), 2)
    return found
