"""Word pieces follow BERT's uncased cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.language.pieces import UNKNOWN, Pieces, case_of
from sayso.resources.tables import path

PIECES = Pieces(path("language/vocab.txt"))
VOCABULARY = path("language/vocab.txt").read_text(encoding="utf-8").split("\n")


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("army", ["army"]),
        ("ARMY", ["army"]),
        ("Café", ["cafe"]),
        ("Lukashenko", ["lukas", "##henko"]),
        ("3,500", ["3", ",", "500"]),
        ("“", ["“"]),
    ],
)
def test_pieces(word: str, pieces: list[str]) -> None:
    assert [VOCABULARY[i] for i in PIECES.of(word)] == pieces


def test_what_has_no_pieces_is_unknown() -> None:
    assert PIECES.of("\u200b") == (UNKNOWN,)
    assert PIECES.of("x" * 101) == (UNKNOWN,)
    assert UNKNOWN in PIECES.of("\U0001f4a9")


@given(st.text(min_size=1))
def test_any_word_has_pieces(word: str) -> None:
    assert len(PIECES.of(word)) >= 1
    assert PIECES.of(word) == PIECES.of(word)
    assert 0 <= case_of(word) <= 7
