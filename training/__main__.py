"""Make the language model: prepare, train, export, measure.

    python -m training --data FOLDER [--work build/model] [--stages prepare,train,export,measure] [--research-only]
    [--install]

Each stage leaves its result in the work folder; training goes on where it stopped. `--install` puts the finished
weights into the package.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from training.manifest import ManifestError, read_manifest
from training.prepare import OWN, prepare
from training.recipe import RECIPE, Recipe, read_recipe

STAGES: Final = ("prepare", "train", "export", "measure")
ROOT: Final = Path(__file__).parent.parent
PACKAGED: Final = ROOT / "sayso" / "resources" / "language"
_FILES: Final = ("model.onnx", "model.json", "vocab.txt")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the stages that were asked for; return 2 where a corpus may not be used or is missing."""
    chosen = _parser().parse_args(arguments)
    stages = [stage for stage in STAGES if stage in chosen.stages.split(",")]
    chosen.work.mkdir(parents=True, exist_ok=True)
    try:
        run(read_recipe(chosen.recipe), stages, chosen)
    except ManifestError as error:
        print(f"training stopped: {error}", file=sys.stderr)
        return 2
    return 0


def run(recipe: Recipe, stages: Sequence[str], chosen: argparse.Namespace) -> None:
    """Run stages in order."""
    packed = chosen.work / "packed"
    if "prepare" in stages:
        prepare(recipe, data=chosen.data, corpus=chosen.corpus, work=chosen.work, research_only=chosen.research_only)
    if "train" in stages:
        from training.train import train

        train(recipe, work=chosen.work)
    if "export" in stages:
        from training.export import export

        checkpoint = chosen.work / f"{recipe.stages[-1].name}.pt"
        export(recipe, checkpoint, work=chosen.work, into=packed, made=_today(), shippable=_shippable(recipe))
    if "measure" in stages:
        from gates.language import CORPUS, measure_sets
        from sayso.read.language.onnx import OnnxModel

        for name, figures in measure_sets(chosen.data, model=OnnxModel(folder=packed), corpus=CORPUS).items():
            print(json.dumps({"set": name} | figures), flush=True)
    if chosen.install:
        install(packed, shippable=_shippable(recipe))


def install(packed: Path, *, shippable: bool, into: Path = PACKAGED) -> None:
    """Copy packed weights into the package. Raises `ManifestError` for weights that may not be shipped."""
    if not shippable:
        raise ManifestError("these weights hold unlicensed text; they stay in the work folder")
    for name in _FILES:
        shutil.copyfile(packed / name, into / name)


def _shippable(recipe: Recipe) -> bool:
    manifest = read_manifest()
    return all(name in OWN or bool(manifest[name].licence.strip()) for name in recipe.corpora())


def _today() -> date:
    return datetime.now(tz=UTC).date()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the corpora of training/manifest.toml")
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "model")
    parser.add_argument("--recipe", type=Path, default=RECIPE)
    parser.add_argument("--stages", default=",".join(STAGES))
    parser.add_argument("--research-only", action="store_true", help="let unlicensed corpora in and mark the weights")
    parser.add_argument("--install", action="store_true", help="put the weights into the package when done")
    return parser


if __name__ == "__main__":
    sys.exit(main())
