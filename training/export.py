"""Stage three: a checkpoint to an int8 ONNX graph and the JSON beside it, as `sayso.read.language.onnx` reads them.

Dynamic quantisation, one scale a channel, weights of 7 bits (`reduce_range`) so that processors without VNNI do not
overflow. The arc and relation products stay in float32: they are small, and their scores decide trees by small
differences.
"""

from __future__ import annotations

import json
import shutil
import warnings
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.labels import OUTSIDE, SPOKEN
from training.manifest import read_manifest
from training.network import NEVER, Network, Shape
from training.prepare import OWN
from training.recipe import Recipe

INPUTS: Final = ("ids", "case", "mask", "widx", "wmask")
OUTPUTS: Final = ("upos", "xpos", "ner", "sid", "head", "rel", "arc", "rh", "rd", *SPOKEN, "event", "fact")
_OPSET: Final = 17
_PRODUCTS: Final = ("/heads/MatMul",)
"""How the exporter names matrix products that are written with @ and are no linear layer."""


class Graph(nn.Module):
    """The network with its answers worked out: tags by number, sentence numbers, heads within sentences, relations."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, case: Tensor, mask: Tensor, widx: Tensor, wmask: Tensor) -> tuple[Tensor, ...]:
        """Inputs and outputs in the order of `INPUTS` and `OUTPUTS`; facts are 0 on words that trigger no event."""
        heads = self.network.heads
        scores = heads(self.network.encoder(ids, case, mask), widx)
        sentence = torch.cumsum(scores.tags["sent"].argmax(-1) * wmask, 1)
        same = (sentence[:, :, None] == sentence[:, None, :]) & (wmask[:, None, :] > 0)
        arc = torch.where(same, scores.arc, torch.full_like(scores.arc, NEVER))
        head = arc.argmax(-1)
        relation = heads.relation(scores.relation_head, scores.relation_dependent, head).argmax(-1)
        event = scores.tags["event"].argmax(-1)
        fact = torch.where(event > 0, scores.tags["fact"].argmax(-1) + 1, torch.zeros_like(event))
        return (
            scores.tags["upos"].argmax(-1),
            scores.tags["xpos"].argmax(-1),
            scores.tags["ner"],
            sentence,
            head,
            relation,
            arc,
            scores.relation_head,
            scores.relation_dependent,
            *(scores.tags[layer].argmax(-1) for layer in SPOKEN),
            event,
            fact,
        )


def export(recipe: Recipe, checkpoint: Path, *, work: Path, into: Path, made: date, shippable: bool) -> Path:
    """Write model.onnx, model.json and vocab.txt into a folder; return the graph's path."""
    into.mkdir(parents=True, exist_ok=True)
    network = load_network(checkpoint)
    plain, packed = work / "plain.onnx", into / "model.onnx"
    write_graph(network, plain)
    quantise(plain, packed)
    described = describe(recipe, network.labels, made=made, shippable=shippable)
    (into / "model.json").write_text(json.dumps(described, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    shutil.copyfile(work / "vocab.txt", into / "vocab.txt")
    print(f"exported {packed}: {packed.stat().st_size / 1e6:.1f} MB", flush=True)
    return packed


def load_network(checkpoint: Path) -> Network:
    """Return a checkpoint's network, ready to read."""
    saved = torch.load(checkpoint, weights_only=True)
    network = Network(Shape(**saved["shape"]), saved["labels"])
    network.load_state_dict(saved["network"])
    return network.eval()


def write_graph(network: Network, path: Path) -> None:
    """Write the float32 graph."""
    ones = torch.ones(2, 20, dtype=torch.long)
    words = torch.arange(1, 13).repeat(2, 1)
    axes = {name: {0: "batch", 1: "pieces"} for name in INPUTS[:3]}
    axes |= {name: {0: "batch", 1: "words"} for name in (*INPUTS[3:], *OUTPUTS)}
    axes["arc"] = {0: "batch", 1: "words", 2: "words"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracing exporter is deprecated; the new one wants a further package
        torch.onnx.export(
            Graph(network).eval(),
            (ones, ones, ones, words, torch.ones_like(words)),
            str(path),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
        )


def quantise(plain: Path, packed: Path) -> None:
    """Write the int8 graph: embeddings and linear layers, but for the products between words."""
    nodes = onnx.load(str(plain)).graph.node
    products = [node.name for node in nodes if node.op_type == "MatMul" and node.name.startswith(_PRODUCTS)]
    quantize_dynamic(
        str(plain),
        str(packed),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        nodes_to_exclude=products,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
    )


def describe(recipe: Recipe, labels: Mapping[str, tuple[str, ...]], *, made: date, shippable: bool) -> dict[str, Any]:
    """Return what the JSON beside the graph says: labels by output, and where the weights come from."""
    manifest = read_manifest()
    named = {layer: list(tags) for layer, tags in labels.items()}
    named["fact"] = [OUTSIDE, *named["fact"]]
    data = {
        name: "CC0, corpus/ of this repository" if name in OWN else manifest[name].licence for name in recipe.corpora()
    }
    return {
        "name": recipe.name if shippable else f"{recipe.name}-research-only",
        "version": recipe.version,
        "licence": recipe.licence if shippable else "none: trained on unlicensed text, not for shipping",
        "made": made.isoformat(),
        "base": "all-MiniLM-L6-v2, lower layers (Apache-2.0)",
        "training_data": data,
        "labels": named,
    }
