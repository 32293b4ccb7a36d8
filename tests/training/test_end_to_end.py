"""A network of a few thousand weights, trained on ten sentences, exported and read by the product."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest

from sayso.read.language.onnx import OnnxModel
from sayso.resources.tables import path as packaged
from training.__main__ import install
from training.example import Example, bio, write_examples
from training.labels import UNMARKED, labels_of
from training.manifest import ManifestError
from training.recipe import Recipe, Stage, read_recipe

WORDS = ["Rebels", "shelled", "Orsk", ",", "he", "said", "."]


def example(corpus: str) -> Example:
    return Example(
        corpus=corpus,
        words=WORDS,
        starts=[True] + [False] * 6,
        heads=[1, 1, 1, 1, 5, 1, 1],
        tags={
            "upos": ["NOUN", "VERB", "PROPN", "PUNCT", "PRON", "VERB", "PUNCT"],
            "xpos": ["NNS", "VBD", "NNP", ",", "PRP", "VBD", "."],
            "dep": ["nsubj", "root", "obj", "punct", "nsubj", "parataxis", "punct"],
            "ner": bio([(2, 3, "LOC")], 7),
            "source": bio([(4, 5, "")], 7),
            "cue": bio([(5, 6, "")], 7),
            "content": bio([(0, 3, "")], 7),
            "content2": ["O"] * 7,
            "event": bio([(1, 2, "ASSAULT")], 7),
            "fact": [None, "CT+", None, None, None, None, None],
        },
    )


def tiny_recipe() -> Recipe:
    stages = (
        Stage(name="one", epochs=2, peak=1.0, share={"own-train": 20}),
        Stage(name="two", epochs=2, peak=1.0, share={"own-train": 20.5}),
    )
    return replace(read_recipe(), stages=stages, batch=60, encoder_rate=3e-3, head_rate=1e-2)


def make_work(work: Path) -> Path:
    (work / "examples").mkdir(parents=True)
    examples = [example("own-train")] * 2
    write_examples(work / "examples" / "own-train.jsonl", examples)
    write_examples(work / "examples" / "own-dev.jsonl", examples[:1])
    (work / "labels.json").write_text(json.dumps(labels_of(examples)), encoding="utf-8")
    (work / "vocab.txt").write_bytes(packaged("language/vocab.txt").read_bytes())
    return work


def test_weights_with_unlicensed_text_are_not_installed(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="stay in the work folder"):
        install(tmp_path, shippable=False, into=tmp_path)


@pytest.mark.skipif(find_spec("torch") is None, reason="torch is not installed (make model installs it)")
def test_training_learns_resumes_exports_and_is_read(tmp_path: Path) -> None:
    from training.export import export
    from training.network import Shape
    from training.train import train, train_stage

    shape = Shape(layers=1, hidden=32, heads=2, inner=48, arc=16, relation=8, dropout=0.0, head_dropout=0.0)
    recipe, work = tiny_recipe(), make_work(tmp_path / "work")
    checkpoint = train(recipe, work=work, shape=shape)
    first = checkpoint.read_bytes()
    assert train(recipe, work=work, shape=shape).read_bytes() == first

    checkpoint.unlink()
    half = replace(recipe.stages[1], epochs=1)
    train_stage(recipe, half, start=work / "one.pt", work=work, shape=shape)
    assert checkpoint.exists()

    folder = tmp_path / "packed"
    train(recipe, work=work, shape=shape)
    export(recipe, checkpoint, work=work, into=folder, made=date(2031, 3, 4), shippable=True)
    described = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    assert described["made"] == "2031-03-04"
    assert described["labels"]["fact"][0] == "O"
    (parse,) = OnnxModel(folder=folder).parse(["Rebels shelled Orsk, he said.\n\nRebels shelled Orsk, he said."])
    assert len(parse.sentences) == 2
    assert parse.layers["event"][:3] == ("O", "B-ASSAULT", "O")
    assert parse.layers["fact"][:3] == ("O", "CT+", "O")
    assert parse.layers["cue"][:7] == ("O", "O", "O", "O", "O", "B", "O")
    assert parse.layers["content"][:4] == ("B", "I", "I", "O")
    assert [parse.tokens[token.head].text for token in parse.tokens[:7]] == [
        "shelled", "shelled", "shelled", "shelled", "said", "shelled", "shelled",
    ]  # fmt: skip
    assert [(name.first, name.label) for name in parse.names] == [(2, "LOC"), (9, "LOC")]


@pytest.mark.skipif(find_spec("torch") is None, reason="torch is not installed (make model installs it)")
def test_open_choices_cost_what_their_sum_costs() -> None:
    import torch

    from training.losses import tag_loss

    logits = torch.tensor([[[1.0, 2.0, 0.5], [0.0, 0.0, 9.0]]])
    table = torch.tensor([[True, False, False], [True, True, False]])
    loss = tag_loss(logits, torch.tensor([[1, -1]]), table)
    assert loss is not None
    share = torch.softmax(logits[0, 0], -1)[:2].sum()
    assert torch.allclose(loss, -share.log())
    assert tag_loss(logits, torch.tensor([[-1, -1]]), table) is None


@pytest.mark.skipif(find_spec("torch") is None, reason="torch is not installed (make model installs it)")
def test_guessed_names_must_be_sure_proper_nouns() -> None:
    words = ["Mary", "likes", "Big", "Port", "and", "Rome", "today"]
    upos = ["PROPN", "VERB", "PROPN", "PROPN", "CCONJ", "PROPN", "NOUN"]
    dep = ["nsubj", "root", "compound", "obj", "cc", "conj", "obl"]
    example = Example(corpus="x", words=words, starts=[True] + [False] * 6, tags={"upos": [*upos], "dep": [*dep]})
    tags = ["B-PER", "B-ORG", "B-ORG", "O", "O", "B-LOC", "O"]
    from training.selfname import held

    kept = held(example, tags, [0.95, 0.99, 0.9, 0.5, 0.5, 0.7, 0.99])
    assert kept == ["B-PER", UNMARKED, None, None, None, None, UNMARKED]
