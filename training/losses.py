"""Losses: one a layer, each a mean over the words whose gold is known; what a corpus lacks costs nothing."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.network import NEVER, Network, Scores


def tag_loss(logits: Tensor, rows: Tensor, table: Tensor) -> Tensor | None:
    """Return the mean negative log probability of the allowed classes; None if no word is known.

    `logits`: (batch, words, classes); `rows`: (batch, words) into `table` (rows, classes), -1 unknown. Where several
    classes are allowed their probabilities add up (the partial-label loss of Jin and Ghahramani 2002).
    """
    known = rows >= 0
    if not bool(known.any()):
        return None
    chosen = logits[known].float()
    allowed = chosen.masked_fill(~table[rows[known]], float("-inf"))
    return (chosen.logsumexp(-1) - allowed.logsumexp(-1)).mean()


def tree_losses(network: Network, scores: Scores, batch: Batch, table: Tensor) -> dict[str, Tensor]:
    """Return the losses of arcs (over the words of the same sentence) and of relations (given the gold heads)."""
    rows = (batch.heads >= 0).any(1).nonzero()[:, 0]
    if not len(rows):
        return {}
    sentence, heads = batch.sentence[rows], batch.heads[rows]
    same = (sentence[:, :, None] == sentence[:, None, :]) & (sentence[:, :, None] >= 0)
    arc = scores.arc[rows].float().masked_fill(~same, NEVER)
    known = heads >= 0
    relation = network.heads.relation(scores.relation_head[rows], scores.relation_dependent[rows], heads.clamp(min=0))
    losses = {"arc": functional.cross_entropy(arc[known], heads[known])}
    dep = tag_loss(relation, torch.where(known, batch.tags["dep"][rows], -1), table)
    return losses if dep is None else losses | {"dep": dep}


def losses(network: Network, scores: Scores, batch: Batch, tables: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return every loss that this batch has, by layer."""
    found = tree_losses(network, scores, batch, tables["dep"])
    for layer, logits in scores.tags.items():
        loss = tag_loss(logits, batch.tags[layer], tables[layer])
        if loss is not None:
            found[layer] = loss
    return found
