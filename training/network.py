"""The network: the first layers of a small sentence encoder, a biaffine tree and one linear tagger a layer.

Encoder: BERT (Devlin et al. 2019) as in all-MiniLM-L6-v2 (Wang et al. 2020; Apache-2.0), its lower layers, plus an
embedding of each word's letter case, which the uncased vocabulary throws away. Tree: Dozat and Manning (2017). Words
are read at their first piece.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

import torch
from torch import Tensor, nn
from torch.nn import functional

NEVER: Final = -1e4


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Sizes of the network; the encoder's are those of all-MiniLM-L6-v2."""

    layers: int = 3
    hidden: int = 384
    heads: int = 12
    inner: int = 1536
    vocabulary: int = 30522
    positions: int = 512
    cases: int = 8
    arc: int = 160
    relation: int = 80
    dropout: float = 0.1
    head_dropout: float = 0.2

    def as_dict(self) -> dict[str, Any]:
        """Return the sizes by name."""
        return asdict(self)


class Layer(nn.Module):
    """One transformer layer, normalised after each half."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads, self.width, self.dropout = shape.heads, shape.hidden // shape.heads, shape.dropout
        self.qkv = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.mix = nn.Linear(shape.hidden, shape.hidden)
        self.mix_norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.up = nn.Linear(shape.hidden, shape.inner)
        self.down = nn.Linear(shape.inner, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """`x`: (batch, pieces, hidden); `bias`: 0 on pieces, very low on padding.

        Attention is spelt out: torch's fused one cost 34 % of a training step on a CPU, most of it on the way back.
        """
        batch, length, hidden = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, self.width).permute(2, 0, 3, 1, 4).unbind(0)
        scores = (q * (1 / math.sqrt(self.width))) @ k.transpose(-1, -2) + bias
        seen = scores.softmax(-1).to(v.dtype) @ v
        seen = self.mix(seen.transpose(1, 2).reshape(batch, length, hidden))
        x = self.mix_norm(x + functional.dropout(seen, self.dropout, self.training))
        inner = self.down(functional.gelu(self.up(x)))
        return self.norm(x + functional.dropout(inner, self.dropout, self.training))


class Encoder(nn.Module):
    """Pieces to vectors."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.dropout = shape.dropout
        self.word = nn.Embedding(shape.vocabulary, shape.hidden)
        self.position = nn.Embedding(shape.positions, shape.hidden)
        self.case = nn.Embedding(shape.cases, shape.hidden)
        self.kind = nn.Parameter(torch.zeros(shape.hidden))
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.layers = nn.ModuleList([Layer(shape) for _ in range(shape.layers)])
        nn.init.zeros_(self.case.weight)

    def forward(self, ids: Tensor, case: Tensor, mask: Tensor) -> Tensor:
        """All (batch, pieces); returns (batch, pieces, hidden)."""
        x = self.norm(self.word(ids) + self.position.weight[: ids.shape[1]] + self.kind + self.case(case))
        x = functional.dropout(x, self.dropout, self.training)
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * NEVER
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def start_from(self, weights: Mapping[str, Tensor]) -> None:
        """Copy the lower layers of a BERT checkpoint; the type embedding of a first sentence is folded into `kind`."""
        part = "embeddings."
        self.word.weight.data.copy_(weights[part + "word_embeddings.weight"])
        self.position.weight.data.copy_(weights[part + "position_embeddings.weight"])
        self.kind.data.copy_(weights[part + "token_type_embeddings.weight"][0])
        _copy(self.norm, weights, part + "LayerNorm")
        for index, layer in enumerate(self.layers):
            part = f"encoder.layer.{index}."
            for kind in ("weight", "bias"):
                parts = [weights[f"{part}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                getattr(layer.qkv, kind).data.copy_(torch.cat(parts))
            _copy(layer.mix, weights, part + "attention.output.dense")
            _copy(layer.mix_norm, weights, part + "attention.output.LayerNorm")
            _copy(layer.up, weights, part + "intermediate.dense")
            _copy(layer.down, weights, part + "output.dense")
            _copy(layer.norm, weights, part + "output.LayerNorm")


def _copy(module: nn.Module, weights: Mapping[str, Tensor], name: str) -> None:
    module.weight.data.copy_(weights[name + ".weight"])
    module.bias.data.copy_(weights[name + ".bias"])


@dataclass(slots=True)
class Scores:
    """What the heads say of each word: logits a tag layer, arc scores [dependent, head], vectors for relations."""

    tags: dict[str, Tensor]
    arc: Tensor
    relation_head: Tensor
    relation_dependent: Tensor


class Heads(nn.Module):
    """Word vectors to tags, arcs and relations."""

    def __init__(self, shape: Shape, labels: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self.layers = [layer for layer in labels if layer != "dep"]
        self.sizes = [len(labels[layer]) for layer in self.layers]
        self.relations, self.dropout = len(labels["dep"]), shape.head_dropout
        self.tag = nn.Linear(shape.hidden, sum(self.sizes))
        self.arc_head, self.arc_dependent = nn.Linear(shape.hidden, shape.arc), nn.Linear(shape.hidden, shape.arc)
        self.rel_head, self.rel_dependent = (
            nn.Linear(shape.hidden, shape.relation),
            nn.Linear(shape.hidden, shape.relation),
        )
        self.arc = nn.Parameter(torch.empty(shape.arc, shape.arc).normal_(std=0.05))
        self.arc_bias = nn.Parameter(torch.zeros(shape.arc))
        self.rel = nn.Parameter(torch.empty(shape.relation, self.relations * shape.relation).normal_(std=0.02))
        self.rel_by_head = nn.Linear(shape.relation, self.relations)
        self.rel_by_dependent = nn.Linear(shape.relation, self.relations)

    def forward(self, x: Tensor, firsts: Tensor) -> Scores:
        """`x`: (batch, pieces, hidden); `firsts`: (batch, words), each word's first piece."""
        words = torch.gather(x, 1, firsts[:, :, None].expand(-1, -1, x.shape[-1]))
        words = functional.dropout(words, self.dropout, self.training)
        logits = self.tag(words).split(self.sizes, -1)
        arc_head, arc_dependent = self._bent(self.arc_head(words)), self._bent(self.arc_dependent(words))
        arc = (arc_dependent @ self.arc) @ arc_head.transpose(1, 2) + (arc_head @ self.arc_bias)[:, None, :]
        return Scores(
            dict(zip(self.layers, logits, strict=True)),
            arc,
            self._bent(self.rel_head(words)),
            self._bent(self.rel_dependent(words)),
        )

    def _bent(self, x: Tensor) -> Tensor:
        return functional.dropout(functional.gelu(x), self.dropout, self.training)

    def relation(self, head: Tensor, dependent: Tensor, heads: Tensor) -> Tensor:
        """Return relation logits (batch, words, relations) of each word to the head chosen for it in `heads`."""
        chosen = torch.gather(head, 1, heads[:, :, None].expand(-1, -1, head.shape[-1]))
        batch, length, width = dependent.shape
        crossed = (dependent @ self.rel).view(batch, length, self.relations, width)
        return (
            (crossed @ chosen[:, :, :, None]).squeeze(-1) + self.rel_by_head(chosen) + self.rel_by_dependent(dependent)
        )


class Network(nn.Module):
    """Encoder and heads together."""

    def __init__(self, shape: Shape, labels: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self.shape, self.labels = shape, dict(labels)
        self.encoder = Encoder(shape)
        self.heads = Heads(shape, labels)
        self.encoder.word.weight.requires_grad_(False)
        self.encoder.position.weight.requires_grad_(False)

    def forward(self, ids: Tensor, case: Tensor, mask: Tensor, firsts: Tensor) -> Scores:
        """See `Encoder.forward` and `Heads.forward`."""
        return self.heads(self.encoder(ids, case, mask), firsts)
