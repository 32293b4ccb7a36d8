"""Places on any text: every span comes back in order, no exception, the same each time."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.read.places import resolve_spans
from sayso.resources.countries import find_countries
from sayso.resources.gazetteer import Gazetteer, open_gazetteer
from sayso.resources.place_keys import place_key

PIECES = st.sampled_from(
    ["Paris", "Texas", ",", "Georgia", "the city of", "Ukraine's", "Kherson", "region", "northern", "U.S.", "’s", "\n",
     "Black Sea", "Russia", "county", "Qwerty", "’", "D.C.", "of", "New York"]
)  # fmt: skip
TEXTS = st.one_of(st.text(min_size=1), st.lists(PIECES, min_size=1, max_size=20).map(" ".join))


@cache
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@given(TEXTS, st.data())
def test_each_span_is_answered_in_order(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6)))
    spans = [Span(a, b) for a, b in pairwise(cuts)]
    places = resolve_spans(text, spans, gazetteer=gazetteer())
    assert [place.span for place in places] == spans
    assert places == resolve_spans(text, spans, gazetteer=gazetteer())
    assert all((place.latitude is None) == (place.precision is None) for place in places)


@given(TEXTS)
def test_countries_are_ordered_slices(text: str) -> None:
    end = 0
    for mention in find_countries(text):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end


@given(st.text())
def test_a_place_key_is_its_own_key(text: str) -> None:
    assert place_key(place_key(text)) == place_key(text)
