"""Stage two: training, one checkpoint an epoch; a run that was stopped goes on behind its last whole epoch."""

from __future__ import annotations

import json
import random
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import torch
from torch import Tensor, nn

from sayso.read.language.pieces import Pieces
from training.base import base_folder, base_weights
from training.batches import collate, draw, tables
from training.example import read_examples, write_examples
from training.labels import Targets, all_targets
from training.losses import losses
from training.network import Network, Shape
from training.prepare import TUNING
from training.progress import look
from training.recipe import Recipe, Stage
from training.selfname import named
from training.windows import Window, windows_of

_CLIP: Final = 1.0
_DECAY: Final = 0.01
_REPORT: Final = 100  # steps between lines of progress
_LOOKED_AT: Final = 250  # windows of each development part in the look after an epoch


@dataclass(slots=True)
class Run:
    """Everything that a running stage holds."""

    recipe: Recipe
    stage: Stage
    network: Network
    optimiser: torch.optim.Optimizer
    pieces: Pieces
    targets: Mapping[str, Targets]
    windows: Mapping[str, Sequence[Window]]
    tuning: Mapping[str, Sequence[Window]]
    work: Path
    step: int = 0
    steps: int = 0
    began: float = field(default_factory=time.monotonic)


def train(recipe: Recipe, *, work: Path, shape: Shape | None = None) -> Path:
    """Run all stages that are not finished; return the last checkpoint. Same seeds, same weights."""
    path: Path | None = None
    for stage in recipe.stages:
        path = train_stage(recipe, stage, start=path, work=work, shape=shape)
    assert path is not None
    return path


def train_stage(recipe: Recipe, stage: Stage, *, start: Path | None, work: Path, shape: Shape | None = None) -> Path:
    """Run one stage from the checkpoint `start` (None: from the base encoder); return its checkpoint."""
    path = work / f"{stage.name}.pt"
    saved = torch.load(path, weights_only=True) if path.exists() else None
    first = saved["epoch"] + 1 if saved else 0
    if first >= stage.epochs:
        return path
    run = _begin(recipe, stage, start=start, work=work, shape=shape)
    if saved:
        run.network.load_state_dict(saved["network"])
        run.optimiser.load_state_dict(saved["optimiser"])
    for epoch in range(first, stage.epochs):
        _epoch(run, epoch)
        _save(run, path, epoch)
        for name, windows in run.tuning.items():
            print(f"{stage.name} epoch {epoch} {name} {json.dumps(look(run.network, windows, run.pieces))}", flush=True)
    return path


def _begin(recipe: Recipe, stage: Stage, *, start: Path | None, work: Path, shape: Shape | None) -> Run:
    torch.set_num_threads(1)
    torch.manual_seed(recipe.seed)
    labels = {
        layer: tuple(tags) for layer, tags in json.loads((work / "labels.json").read_text(encoding="utf-8")).items()
    }
    network = Network(shape or Shape(layers=recipe.layers), labels)
    if start is not None:
        network.load_state_dict(torch.load(start, weights_only=True)["network"])
        _name_treebanks(network, stage, work)
        network.train()
    elif shape is None:
        network.encoder.start_from(base_weights())
    targets = all_targets(labels)
    vocabulary = work / "vocab.txt"
    if not vocabulary.exists():
        vocabulary.write_bytes((base_folder() / "vocab.txt").read_bytes())
    return Run(
        recipe=recipe,
        stage=stage,
        network=network,
        optimiser=_optimiser(network, recipe, stage),
        pieces=Pieces(vocabulary),
        targets=targets,
        windows={name: _windows(work, _file(name, stage), targets) for name in stage.share},
        tuning={name: found[:_LOOKED_AT] for name in TUNING if (found := _windows(work, name, targets))},
        work=work,
    )


def _file(name: str, stage: Stage) -> str:
    return f"{name}-{stage.name}" if name in stage.self_named else name


def _name_treebanks(network: Network, stage: Stage, work: Path) -> None:
    """Write the examples whose names this stage lets the network guess."""
    for name in stage.self_named:
        examples = read_examples(work / "examples" / f"{name}.jsonl")
        guessed = named(examples, network, Pieces(work / "vocab.txt"))
        write_examples(work / "examples" / f"{_file(name, stage)}.jsonl", guessed)


def _windows(work: Path, name: str, targets: Mapping[str, Targets]) -> list[Window]:
    path = work / "examples" / f"{name}.jsonl"
    if not path.exists():
        return []
    return [window for example in read_examples(path) for window in windows_of(example, targets)]


def _optimiser(network: Network, recipe: Recipe, stage: Stage) -> torch.optim.Optimizer:
    new = [*network.heads.parameters(), *network.encoder.case.parameters()]
    known = {id(parameter) for parameter in new}
    old = [p for p in network.encoder.parameters() if p.requires_grad and id(p) not in known]
    groups = [
        {"params": old, "lr": recipe.encoder_rate * stage.peak},
        {"params": new, "lr": recipe.head_rate * stage.peak},
    ]
    return torch.optim.AdamW(groups, weight_decay=_DECAY, fused=True)


def _drawn(run: Run, chance: random.Random) -> list[Window]:
    """Return an epoch's windows: each corpus as often as its share says."""
    found: list[Window] = []
    for name, share in run.stage.share.items():
        windows = run.windows[name]
        whole = int(share)
        found += [window for _ in range(whole) for window in windows]
        found += chance.sample(list(windows), round(len(windows) * (share - whole)))
    return found


def _epoch(run: Run, epoch: int) -> None:
    chance = random.Random(f"{run.recipe.seed} {run.stage.name} {epoch}")
    torch.manual_seed(run.recipe.seed + 1000 * (epoch + 1))
    batches = list(draw(_drawn(run, chance), run.pieces, chance, most=run.recipe.batch, noise=True))
    run.steps, run.step = len(batches) * run.stage.epochs, len(batches) * epoch
    allowed = tables(run.targets)
    sums: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    words, began = 0, time.process_time()
    for number, items in enumerate(batches, 1):
        batch = collate(items, list(run.network.labels))
        _set_rate(run)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = run.network(batch.ids, batch.case, batch.mask, batch.firsts)
            parts = losses(run.network, scores, batch, allowed)
        _descend(run, parts)
        sums.update({layer: loss.item() for layer, loss in parts.items()})
        seen.update(parts.keys())
        run.step += 1
        words += batch.words
        if number % _REPORT == 0 or number == len(batches):
            mean = {layer: round(sums[layer] / seen[layer], 3) for layer in sums}
            speed = words / (time.process_time() - began)
            print(f"{run.stage.name} epoch {epoch} step {number}/{len(batches)} {speed:.0f} words/s {mean}", flush=True)
            sums.clear()
            seen.clear()


def _descend(run: Run, parts: Mapping[str, Tensor]) -> None:
    loss = sum((run.recipe.losses.get(layer, 1.0) * part for layer, part in parts.items()), torch.zeros(()))
    run.optimiser.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_([p for p in run.network.parameters() if p.requires_grad], _CLIP)
    run.optimiser.step()


def _set_rate(run: Run) -> None:
    """Warm up, then fall in a straight line to `last_rate`."""
    recipe, done = run.recipe, run.step / run.steps
    factor = min(1.0, (run.step + 1) / (recipe.warm_up * run.steps)) * max(recipe.last_rate, 1 - done)
    rates = (recipe.encoder_rate, recipe.head_rate)
    for group, rate in zip(run.optimiser.param_groups, rates, strict=True):
        group["lr"] = rate * run.stage.peak * factor


def _save(run: Run, path: Path, epoch: int) -> None:
    """Write the checkpoint beside the old one, then put it in its place, so that a stop never leaves half a file."""
    state: dict[str, Any] = {
        "epoch": epoch,
        "network": run.network.state_dict(),
        "optimiser": run.optimiser.state_dict(),
        "labels": run.network.labels,
        "shape": run.network.shape.as_dict(),
    }
    torch.save(state, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


def stages_done(recipe: Recipe, work: Path) -> Iterator[Path]:
    """Yield the checkpoints that exist, last stage first."""
    for stage in reversed(recipe.stages):
        path = work / f"{stage.name}.pt"
        if path.exists():
            yield path
