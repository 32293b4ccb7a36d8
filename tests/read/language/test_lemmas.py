"""Lemmas by table and rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.language.lemmas import lemma_of


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("denied", "VBD", "deny"),
        ("said", "VBD", "say"),
        ("hoping", "VBG", "hope"),
        ("hopping", "VBG", "hop"),
        ("struck", "VBN", "strike"),
        ("shelling", "VBG", "shell"),
        ("accuses", "VBZ", "accuse"),
        ("cities", "NNS", "city"),
        ("men", "NNS", "man"),
        ("spokesmen", "NNS", "spokesman"),
        ("knives", "NNS", "knife"),
        ("Taliban", "NNP", "Taliban"),
        ("larger", "JJR", "large"),
        ("did", "VBD", "do"),
        ("'s", "VBZ", "be"),
    ],
)
def test_lemma(word: str, tag: str, lemma: str) -> None:
    assert lemma_of(word, tag) == lemma


@given(st.text(min_size=1), st.sampled_from(["NN", "NNS", "NNP", "NNPS", "VBD", "VBG", "VBZ", "JJR", "JJS", "CD"]))
def test_any_word_has_a_lemma(word: str, tag: str) -> None:
    assert isinstance(lemma_of(word, tag), str)
