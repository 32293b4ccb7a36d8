"""A verb keeps one subject; neighbours of one noun phrase are joined."""

from __future__ import annotations

import pytest

from sayso.read.language.subjects import join_subjects

CASES = [
    (  # three subjects side by side: a compound, its noun, and a name behind a comma
        ["Kelmar", "'s", "defence", "minister", ",", "Anna", "Rusk", ",", "denied", "it"],
        ["PROPN", "PART", "NOUN", "NOUN", "PUNCT", "PROPN", "PROPN", "PUNCT", "VERB", "PRON"],
        [2, 0, 8, 8, 5, 8, 5, 8, 8, 8],
        ["nmod:poss", "case", "nsubj", "nsubj", "punct", "nsubj", "flat", "punct", "root", "obj"],
        {2: (3, "compound"), 3: (8, "nsubj"), 5: (3, "appos")},
    ),
    (  # one subject stays what it is
        ["The", "army", "denied", "it"],
        ["DET", "NOUN", "VERB", "PRON"],
        [1, 2, 2, 2],
        ["det", "nsubj", "root", "obj"],
        {1: (2, "nsubj")},
    ),
    (  # subjects that do not touch stay apart
        ["Kelmar", "now", "Dorvan", "denied"],
        ["PROPN", "ADV", "PROPN", "VERB"],
        [3, 3, 3, 3],
        ["nsubj", "advmod", "nsubj", "root"],
        {0: (3, "nsubj"), 2: (3, "nsubj")},
    ),
    (  # a title cannot describe a verb
        ["The", "minister", "said", "so"],
        ["DET", "NOUN", "VERB", "ADV"],
        [1, 2, 2, 2],
        ["det", "nmod:desc", "root", "advmod"],
        {1: (2, "nsubj")},
    ),
    (  # pronouns are left alone
        ["he", "himself", "denied"],
        ["PRON", "PRON", "VERB"],
        [2, 2, 2],
        ["nsubj", "nsubj", "root"],
        {0: (2, "nsubj"), 1: (2, "nsubj")},
    ),
]


@pytest.mark.parametrize(("words", "upos", "heads", "relations", "expected"), CASES)
def test_join(
    words: list[str], upos: list[str], heads: list[int], relations: list[str], expected: dict[int, tuple[int, str]]
) -> None:
    heads, relations = list(heads), list(relations)
    join_subjects(words, upos, heads, relations)
    assert {index: (heads[index], relations[index]) for index in expected} == expected
