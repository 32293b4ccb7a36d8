"""Names are whole: an inner tag never stands without its beginning, and sound tags stay as the scores have them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sayso.read.language.names import name_tags

LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]


def scored(*rows: tuple[float, ...]) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.array(rows, dtype=np.float32)


def test_a_sound_name_is_left_alone() -> None:
    scores = scored((0, 5, 0, 4, 0), (0, 0, 5, 0, 4), (9, 0, 0, 0, 0))
    assert name_tags(scores, LABELS) == ["B-PER", "I-PER", "O"]


def test_two_half_names_become_the_likelier_whole_one() -> None:
    scores = scored((0, 5, 0, 4.5, 0), (0, 0, 2, 0, 5))
    assert name_tags(scores, LABELS) == ["B-ORG", "I-ORG"]


def test_an_inner_tag_at_the_start_finds_its_beginning() -> None:
    assert name_tags(scored((0, 1, 5, 4, 0), (6, 0, 0, 0, 0)), LABELS) == ["B-ORG", "O"]


@given(arrays(np.float32, st.tuples(st.integers(1, 12), st.just(5)), elements=st.floats(-9, 9, width=32)))
def test_every_inner_tag_has_its_beginning(scores: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> None:
    tags = name_tags(scores, LABELS)
    assert len(tags) == len(scores)
    for before, tag in zip(["O", *tags], tags, strict=False):
        assert not tag.startswith("I-") or before[2:] == tag[2:]
