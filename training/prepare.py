"""Stage one: every corpus of the recipe read, checked against the manifest and written as examples."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from training.example import Example, read_examples, write_examples
from training.labels import labels_of
from training.manifest import Corpus, locate, may_train, read_manifest
from training.recipe import Recipe
from training.sources.attribution import read_attributions
from training.sources.factuality import read_factuality
from training.sources.gum_names import gum_names
from training.sources.names import read_docred, read_universal_ner, read_wikigold
from training.sources.own import read_own
from training.sources.treebank import read_treebank

OWN: Final = {"own-train": "train", "own-dev": "dev"}
"""Parts of our own corpus, which needs no manifest: it lies in the repository under CC0."""
TUNING: Final = ("ewt-dev", "gum-dev", "own-dev")

Reader = Callable[[Path, str], Iterator[Example]]
READERS: Final[dict[str, Reader]] = {
    "ewt-train": lambda path, name: read_treebank(path, corpus=name),
    "ewt-dev": lambda path, name: read_treebank(path, corpus=name),
    "gum-train": lambda path, name: read_treebank(path, corpus=name, names=gum_names),
    "gum-dev": lambda path, name: read_treebank(path, corpus=name, names=gum_names),
    "uner-dev": lambda path, name: read_universal_ner(path, corpus=name),
    "wikigold": lambda path, name: read_wikigold(path, corpus=name),
    "docred-dev": lambda path, name: read_docred(path, corpus=name),
    "docred-test": lambda path, name: read_docred(path, corpus=name),
    "gum-attribution": lambda path, name: read_attributions(path, corpus=name, whole=False),
    "polnear-dev": lambda path, name: read_attributions(path, corpus=name, whole=True),
    "uds-factuality": lambda path, name: read_factuality(path, corpus=name),
}


def prepare(recipe: Recipe, *, data: Path, corpus: Path, work: Path, research_only: bool = False) -> bool:
    """Write `<work>/examples/<corpus>.jsonl` and the labels; return whether the weights may be shipped."""
    folder = work / "examples"
    folder.mkdir(parents=True, exist_ok=True)
    manifest = read_manifest()
    shippable = True
    for name in recipe.corpora():
        if name not in OWN:
            shippable &= may_train(manifest[name], research_only=research_only)
    for name in dict.fromkeys([*recipe.corpora(), *TUNING]):
        found = _examples(name, manifest, data=data, corpus=corpus)
        write_examples(folder / f"{name}.jsonl", found)
        print(f"prepared {name}: {len(found)} paragraphs, {sum(len(e.words) for e in found)} words", flush=True)
    trees = (example for name in recipe.corpora() for example in read_examples(folder / f"{name}.jsonl"))
    (work / "labels.json").write_text(json.dumps(labels_of(trees)), encoding="utf-8")
    return shippable


def _examples(name: str, manifest: dict[str, Corpus], *, data: Path, corpus: Path) -> list[Example]:
    if name in OWN:
        part = corpus / OWN[name]
        return list(read_own(part, corpus=name)) if any(part.glob("*.txt")) else []
    return list(READERS[name](locate(manifest[name], data), name))
