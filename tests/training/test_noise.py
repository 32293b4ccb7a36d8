from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from training.labels import BIO
from training.noise import SHARES, lower_case, misspelt, spoil, upper_case, without_quotes, without_stops
from training.windows import NO_HEAD, Window

OUTSIDE, BEGIN, INSIDE = (BIO.index(tag) for tag in ("O", "B", "I"))


def window() -> Window:
    words = ["“", "Ships", "sank", ".", "”", "Nobody", "came", "."]
    return Window(
        words=words,
        starts=[True, False, False, False, False, True, False, False],
        heads=[2, 2, 2, 2, 2, 6, 6, 6],
        tags={
            "sent": [1, 0, 0, 0, 0, 1, 0, 0],
            "content": [BEGIN, INSIDE, INSIDE, INSIDE, INSIDE, OUTSIDE, OUTSIDE, OUTSIDE],
        },
    )


def test_quotes_go_and_the_content_begins_behind_them() -> None:
    spoilt = without_quotes(window(), random.Random(1))
    while "“" in spoilt.words or "”" in spoilt.words:
        spoilt = without_quotes(spoilt, random.Random(1))
    assert spoilt.words == ["Ships", "sank", ".", "Nobody", "came", "."]
    assert spoilt.heads == [1, 1, 1, 4, 4, 4]
    assert spoilt.starts == [True, False, False, True, False, False]
    assert spoilt.tags["content"] == [BEGIN, INSIDE, INSIDE, OUTSIDE, OUTSIDE, OUTSIDE]
    assert spoilt.tags["sent"] == [1, 0, 0, 1, 0, 0]


def test_stops_go_where_sentences_end_and_sentences_stay_apart() -> None:
    spoilt = without_stops(window(), random.Random(1))
    assert spoilt.words == ["“", "Ships", "sank", ".", "”", "Nobody", "came"]
    assert spoilt.heads == [2, 2, 2, 2, 2, 6 - 1 + 1, 6]


def test_a_word_that_others_hang_on_stays() -> None:
    odd = window()
    assert odd.heads is not None
    odd.heads[6] = 7
    odd.heads[7] = 7
    assert without_stops(odd, random.Random(1)).words[-1] == "."


def test_case_changes_leave_the_gold_alone() -> None:
    for spoiler in (lower_case, upper_case):
        spoilt = spoiler(window(), random.Random(1))
        assert spoilt.tags == window().tags
        assert spoilt.heads == window().heads
    assert lower_case(window(), random.Random(1)).words[1] == "ships"
    assert upper_case(window(), random.Random(1)).words[1] == "SHIPS"


def test_misspelling_changes_longer_words_only() -> None:
    source = window()
    seen = {tuple(misspelt(source, random.Random(seed)).words) for seed in range(60)}
    assert len(seen) > 1
    assert all(words[2] == "sank" for words in seen)


def test_the_window_itself_is_never_changed() -> None:
    source = window()
    for seed in range(40):
        spoil(source, random.Random(seed))
    assert source == window()


def test_most_windows_stay_clean() -> None:
    assert sum(share for share, _ in SHARES) < 0.25


@given(
    st.lists(st.sampled_from(["“", "”", ".", "!", "said", "shelling", "He"]), min_size=1, max_size=12), st.integers()
)
def test_noise_keeps_all_layers_aligned(words: list[str], seed: int) -> None:
    count = len(words)
    made = Window(
        words=words,
        starts=[index == 0 for index in range(count)],
        heads=[0] * count,
        tags={"cue": [OUTSIDE] * count, "sent": [int(index == 0) for index in range(count)]},
    )
    for _, spoiler in SHARES:
        spoilt = spoiler(made, random.Random(seed))
        assert spoilt.heads is not None
        assert len(spoilt.words) == len(spoilt.starts) == len(spoilt.heads) == len(spoilt.tags["cue"]) > 0
        assert all(head == NO_HEAD or head < len(spoilt.words) for head in spoilt.heads)
        assert spoilt.starts[0]
