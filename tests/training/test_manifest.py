from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from training.__main__ import main
from training.manifest import Corpus, ManifestError, locate, may_train, read_manifest


def corpus(**changes: str) -> Corpus:
    cells = {
        "name": "harbour",
        "file": "harbour.txt",
        "sha256": "",
        "licence": "CC0",
        "use": "train",
        "where": "the quay",
    }
    return Corpus(**(cells | changes))


def test_a_licensed_training_corpus_may_be_shipped() -> None:
    assert may_train(corpus())


@pytest.mark.parametrize("licence", ["", "  "])
def test_an_unlicensed_corpus_is_refused(licence: str) -> None:
    with pytest.raises(ManifestError, match="has no licence"):
        may_train(corpus(licence=licence))


def test_research_lets_an_unlicensed_corpus_in_but_not_out() -> None:
    assert not may_train(corpus(licence="", use="measure"), research_only=True)


@pytest.mark.parametrize("use", ["tune", "measure"])
def test_gold_to_measure_on_is_never_trained_on(use: str) -> None:
    with pytest.raises(ManifestError, match=f"there to {use}"):
        may_train(corpus(use=use))
    with pytest.raises(ManifestError, match=f"there to {use}"):
        may_train(corpus(use=use), research_only=True)


def test_a_missing_file_is_named_with_the_place_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="get it from: the quay"):
        locate(corpus(), tmp_path)


def test_another_version_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_text("ships", encoding="utf-8")
    with pytest.raises(ManifestError, match="sha256"):
        locate(corpus(sha256="0" * 64), tmp_path)
    good = corpus(sha256=hashlib.sha256(b"ships").hexdigest())
    assert locate(good, tmp_path) == tmp_path / "harbour.txt"


def test_a_row_without_a_licence_field_is_an_error(tmp_path: Path) -> None:
    manifest = tmp_path / "manifest.toml"
    manifest.write_text(
        '[[corpus]]\nname = "x"\nfile = "x"\nsha256 = ""\nuse = "train"\nwhere = ""\n', encoding="utf-8"
    )
    with pytest.raises(ManifestError, match="licence"):
        read_manifest(manifest)


def test_the_manifest_gives_polnear_for_measuring_only() -> None:
    polnear = read_manifest()["polnear-dev"]
    assert polnear.use == "measure"
    with pytest.raises(ManifestError):
        may_train(polnear)


def test_the_command_stops_at_a_recipe_with_an_unlicensed_corpus(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shipped = Path(__file__).parents[2] / "training" / "recipe.toml"
    recipe = tmp_path / "recipe.toml"
    recipe.write_text(shipped.read_text(encoding="utf-8") + "polnear-dev = 1\n", encoding="utf-8")
    arguments = ["--data", str(tmp_path), "--work", str(tmp_path / "work"), "--recipe", str(recipe)]
    assert main([*arguments, "--stages", "prepare"]) == 2
    assert "polnear-dev" in capsys.readouterr().err
