"""Measures the language model on raw text: words, trees, sentences, names, and the layers that our corpus teaches.

    python -m gates.language --data FOLDER [--weights FOLDER] [--corpus corpus/test] [--beside FOLDER]

Words, tags and trees are scored as F1 over words with the same characters (CoNLL 2018 shared task, Zeman et al. 2018,
but with full relation labels); names as F1 of exact spans, facilities counted as places because Universal NER does
so; sources, cues and contents as F1 of marked words, punctuation left out. `--beside` compares the speed with other
weights of the same input names.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from gates.gold import NamedText, Treebank, read_named, read_treebank
from gates.layers import attribution_figures, corpus_figures
from gates.speed import words_per_second
from sayso.read.language.onnx import OnnxModel
from sayso.read.language.parse import Parse

TREEBANKS: Final = {"ewt": "treebanks/en_ewt-test.conllu.xz", "gum": "treebanks/en_gum-test.conllu.xz"}
NAMES: Final = "ner/en_ewt-ud-test.iob2"
POLNEAR: Final = "attribution/polnear.dev.jsonl"
CORPUS: Final = Path(__file__).parent.parent / "corpus" / "test"
KINDS: Final = ("PER", "ORG", "LOC")


def measure(data: Path | None) -> dict[str, float]:
    """Return all figures as `<set>_<what>`, in per cent; none without the gold sets, on which the floors are set."""
    if data is None:
        return {}
    found = measure_sets(data, model=OnnxModel(), corpus=CORPUS)
    return {f"{name}_{key}": value for name, figures in found.items() for key, value in figures.items()}


def measure_sets(data: Path | None, *, model: OnnxModel, corpus: Path) -> dict[str, dict[str, float]]:
    """Return the figures of every set that exists below `data` or at `corpus`."""
    found: dict[str, dict[str, float]] = {}
    if data is not None:
        for name, file in TREEBANKS.items():
            if (data / file).exists():
                found[name] = tree_figures(read_treebank(data / file), model)
    if data and (data / NAMES).exists():
        found["uner"] = name_figures(read_named(data / NAMES, data / TREEBANKS["ewt"]), model)
    if corpus.is_dir() and any(corpus.glob("*.txt")):
        found["corpus"] = corpus_figures(corpus, model)
    if data and (data / POLNEAR).exists():
        found["polnear"] = attribution_figures(data / POLNEAR, model)
    return found


def tree_figures(gold: Treebank, model: OnnxModel) -> dict[str, float]:
    """Return F1 of words, sentences, tags and arcs on a treebank's raw text."""
    parse = model.parse([gold.text])[0]
    spans = {(token.start, token.end): token for token in parse.tokens}
    same = [(word, spans[word.span]) for word in gold.words if word.span in spans]
    total = (len(gold.words) + len(parse.tokens)) / 2

    def headed(word_head: tuple[int, int] | None, index: int) -> bool:
        token = parse.tokens[index]
        head = parse.tokens[token.head]
        return word_head == (None if token.is_root else (head.start, head.end))

    attached = [(word, token) for word, token in same if headed(word.head, token.index)]
    sentences = {(parse.tokens[a].start, parse.tokens[b - 1].end) for a, b in parse.sentences}
    return {
        "words": _percent(len(same), total),
        "sentences": f1(len(sentences & gold.sentences), len(sentences), len(gold.sentences)),
        "upos": _percent(sum(word.upos == token.upos for word, token in same), total),
        "xpos": _percent(sum(word.xpos == token.xpos for word, token in same), total),
        "uas": _percent(len(attached), total),
        "las": _percent(sum(word.relation == token.relation for word, token in attached), total),
    }


def name_figures(gold: NamedText, model: OnnxModel) -> dict[str, float]:
    """Return F1 of people, organisations and places, together and apart."""
    guessed = names_in(model.parse([gold.text])[0])
    figures = {"f1": f1(len(guessed & gold.names), len(guessed), len(gold.names))}
    for kind in KINDS:
        one, two = ({name for name in names if name[2] == kind} for names in (guessed, gold.names))
        figures[kind.lower()] = f1(len(one & two), len(one), len(two))
    return figures


def names_in(parse: Parse) -> set[tuple[int, int, str]]:
    """Return the names of the three kinds as (start, end, kind)."""
    kinds = {"FAC": "LOC"}
    named = ((parse.span(name.first, name.last), kinds.get(name.label, name.label)) for name in parse.names)
    return {(span.start, span.end, kind) for span, kind in named if kind in KINDS}


def f1(both: int, guessed: int, gold: int) -> float:
    """Return 2PR/(P+R) in per cent."""
    return _percent(both, (guessed + gold) / 2)


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 2) if whole else 0.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one JSON object a set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    parser.add_argument(
        "--weights", type=Path, help="folder with model.onnx, model.json, vocab.txt; default: the packaged ones"
    )
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="part of our corpus to measure on")
    parser.add_argument("--beside", type=Path, help="folder with other weights to compare the speed with")
    chosen = parser.parse_args(arguments)
    model = OnnxModel(folder=chosen.weights)
    for name, figures in measure_sets(chosen.data, model=model, corpus=chosen.corpus).items():
        print(json.dumps({"set": name, "weights": model.version} | figures), flush=True)
    if chosen.beside and chosen.data:
        text = read_treebank(chosen.data / TREEBANKS["gum"]).text
        figures = words_per_second(text, own=chosen.weights, other=chosen.beside)
        print(json.dumps({"set": "speed"} | figures), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
