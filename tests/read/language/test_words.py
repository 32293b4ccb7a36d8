"""Words are cut as the treebanks cut them, in linear time, and cover all that is not white space."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.language.words import find_words


def words(text: str) -> list[str]:
    return [text[a:b] for a, b in find_words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He can't go.", ["He", "ca", "n't", "go", "."]),
        ("The minister’s aide", ["The", "minister", "’s", "aide"]),
        ("Gen. Orlu met Lt. Col. Tarn", ["Gen.", "Orlu", "met", "Lt.", "Col.", "Tarn"]),
        ("attack Belarus.He called", ["attack", "Belarus", ".", "He", "called"]),
        ("a 3,500-strong force", ["a", "3,500", "-", "strong", "force"]),
        ("at 6 p.m. in the U.S. zone", ["at", "6", "p.m.", "in", "the", "U.S.", "zone"]),
        ("see www.kelmar.example/news, he said", ["see", "www.kelmar.example/news", ",", "he", "said"]),
        ("mail desk@kelmar.example now", ["mail", "desk@kelmar.example", "now"]),
        ("“We shall not,” she said", ["“", "We", "shall", "not", ",", "”", "she", "said"]),
        ("pre-war MiG-29 jets", ["pre-war", "MiG", "-", "29", "jets"]),
        ("they cannot...", ["they", "can", "not", "..."]),
        ("they dont say why?!", ["they", "do", "nt", "say", "why", "?!"]),
        ("call 555-0142, Orlu@KELMAR 2031-2033", ["call", "555-0142", ",", "Orlu@KELMAR", "2031", "-", "2033"]),
        ("the file losses_may.pdf came", ["the", "file", "losses_may.pdf", "came"]),
        ("''we left''", ["''", "we", "left", "''"]),
        ("", []),
    ],
)
def test_cut(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text())
def test_every_visible_character_belongs_to_one_word(text: str) -> None:
    found = find_words(text)
    assert all(a < b for a, b in found)
    assert all(b <= c for (_, b), (c, _) in itertools.pairwise(found))
    covered = {i for a, b in found for i in range(a, b)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)


@pytest.mark.parametrize(
    "unit", ["a-", "a.", "a'", "a", "1-", "1.", ".", "-", "@", "a@", "A.", "www.", "“", "n't", "_", "a.b@"]
)
def test_time_is_linear(unit: str) -> None:
    text = (unit * 50_000)[:50_000]
    started = time.process_time()
    find_words(text)
    assert time.process_time() - started < 0.5
