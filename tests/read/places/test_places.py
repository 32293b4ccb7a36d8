"""Places: which entry a name gets in its document, why, and what is no place."""

from __future__ import annotations

import re

import pytest

from sayso.model import Place, Precision, Span
from sayso.read.language.parse import Name, Parse, Token
from sayso.read.places import find_places, resolve_spans
from sayso.resources.gazetteer import Gazetteer, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def resolved(gazetteer: Gazetteer, text: str, *names: str, outlet: str | None = None) -> tuple[Place, ...]:
    spans = []
    for name in names:
        found = re.search(re.escape(name), text)
        assert found is not None
        spans.append(Span(*found.span()))
    return resolve_spans(text, spans, gazetteer=gazetteer, outlet_country=outlet)


def parsed(text: str, *names: tuple[str, str]) -> Parse:
    """Return a parse by hand: capitalised words are proper nouns, `names` are words with their label."""
    tokens = [
        Token(
            i,
            m.start(),
            m.end(),
            m.group(),
            m.group().lower(),
            "PROPN" if m.group()[0].isupper() else "X",
            "",
            0,
            "dep",
        )
        for i, m in enumerate(re.finditer(r"\w+|[^\w\s]", text))
    ]
    words = [token.text for token in tokens]
    marked = tuple(Name(words.index(word), words.index(word), label) for word, label in names)
    return Parse(text, tuple(tokens), ((0, len(tokens)),), marked)


@pytest.mark.parametrize(
    ("text", "name", "country", "feature", "precision"),
    [
        ("Police in Tbilisi, the capital of Georgia, fired.", "Georgia", "GEO", "A.PCLI", Precision.COUNTRY),
        ("Shells hit Kherson region, Ukraine said.", "Kherson region", "UKR", "A.ADM1", Precision.REGION),
        ("Drones fell over the Black Sea.", "Black Sea", None, "H.SEA", Precision.SEA),
        ("A blast shook the Crimean Bridge.", "Crimean Bridge", "UKR", "S.BDG", Precision.SITE),
        ("Fighting spread in northern Syria.", "northern Syria", "SYR", "A.PCLI", Precision.COUNTRY),
        ("Troops left the village of Robotyne.", "Robotyne", "UKR", "P.PPL", Precision.SETTLEMENT),
        ("Rapides Parish closed its schools.", "Rapides Parish", "USA", "A.ADM2", Precision.DISTRICT),
    ],
)
def test_level_and_precision(
    gazetteer: Gazetteer, *, text: str, name: str, country: str | None, feature: str, precision: Precision
) -> None:
    (place,) = resolved(gazetteer, text, name)
    assert (place.country, place.feature, place.precision) == (country, feature, precision)
    assert place.radius_km
    assert place.reason


def test_a_state_behind_a_comma_decides(gazetteer: Gazetteer) -> None:
    (place,) = resolved(gazetteer, "The plant in Paris, Texas, closed.", "Paris")
    assert place.country == "USA"
    assert place.latitude == pytest.approx(33.7, abs=0.2)
    assert place.reason is not None
    assert "Texas" in place.reason


def test_atlanta_makes_georgia_a_state(gazetteer: Gazetteer) -> None:
    atlanta, georgia = resolved(gazetteer, "Police in Atlanta, Georgia fired.", "Atlanta", "Georgia")
    assert (atlanta.country, georgia.country, georgia.precision) == ("USA", "USA", Precision.REGION)


def test_a_list_of_countries_is_no_containment(gazetteer: Gazetteer) -> None:
    (place,) = resolved(gazetteer, "Ministers of China, Japan and Laos met.", "China")
    assert place.country == "CHN"


def test_the_document_decides_between_namesakes(gazetteer: Gazetteer) -> None:
    syria = "Lebanese troops patrolled Tripoli. Lebanon's army, Beirut said, came from Sidon and Tyre in Lebanon."
    others = resolved(gazetteer, syria, "Tripoli", "Beirut", "Sidon", "Tyre")
    assert {other.country for other in others} == {"LBN"}


def test_one_name_is_one_place_in_a_document(gazetteer: Gazetteer) -> None:
    text = "Paris, Texas, is small. Fires burnt in Paris."
    spans = [Span(m.start(), m.end()) for m in re.finditer("Paris", text)]
    first, second = resolve_spans(text, spans, gazetteer=gazetteer)
    assert first.geonameid == second.geonameid
    assert first.country == "USA"


def test_unknown_names_keep_their_span_alone(gazetteer: Gazetteer) -> None:
    (place,) = resolved(gazetteer, "They met in Qwertyville.", "Qwertyville")
    assert (place.span, place.latitude, place.country, place.candidates) == (Span(12, 23), None, None, 0)


def test_a_hamlet_far_from_the_story_is_no_answer(gazetteer: Gazetteer) -> None:
    (place,) = resolved(gazetteer, "Ukraine said Russian troops fought at Luthersville.", "Luthersville")
    assert (place.country, place.latitude) == (None, None)
    assert place.candidates >= 1
    (place,) = resolved(gazetteer, "The American town of Luthersville burnt.", "Luthersville")
    assert place.country == "USA"


def test_people_and_organisations_are_never_places(gazetteer: Gazetteer) -> None:
    text = "Paris met London in Berlin near Odesa"
    parse = parsed(text, ("Paris", "PER"), ("London", "ORG"), ("Berlin", "LOC"))
    assert [place.span.of(text) for place in find_places(parse, gazetteer=gazetteer)] == ["Berlin", "Odesa"]


def test_a_text_without_toponyms_never_opens_the_gazetteer() -> None:
    def refuse() -> None:
        raise AssertionError("opened")

    gazetteer = Gazetteer(refuse)  # type: ignore[arg-type]
    assert find_places(parsed("he said so ."), gazetteer=gazetteer) == ()


def test_the_outlets_home_breaks_a_tie(gazetteer: Gazetteer) -> None:
    (abroad,) = resolved(gazetteer, "Fire burnt in Alexandria.", "Alexandria")
    (home,) = resolved(gazetteer, "Fire burnt in Richmond.", "Richmond", outlet="GBR")
    assert (abroad.country, home.country) == ("EGY", "GBR")
