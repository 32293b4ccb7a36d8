"""Countries by name, people, capital and metonym."""

from __future__ import annotations

import pytest

from sayso.resources.countries import Evidence, alpha2, alpha3, country_of, evidence_of, find_countries, name_of
from sayso.resources.tables import table


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Belarus", "BLR"),
        ("the Russian Federation", "RUS"),
        ("Ukraine’s", "UKR"),
        ("Belarusians", "BLR"),
        ("Poles", "POL"),
        ("Frenchmen", "FRA"),
        ("US", "USA"),
        ("U.S.", "USA"),
        ("us", None),
        ("turkey", None),
        ("TURKEY", "TUR"),
        ("polish", None),
        ("Côte d’Ivoire", "CIV"),
        ("Greenland", "DNK"),
        ("Hong Kong", "HKG"),
        ("Transnistria", "MDA"),
        ("Soviet Union", None),
        ("Moscow", None),
        ("Narnia", None),
        ("", None),
    ],
)
def test_country_of_names_and_peoples(text: str, country: str | None) -> None:
    assert country_of(text) == country


@pytest.mark.parametrize(
    ("text", "country", "evidence"),
    [
        ("Moscow", "RUS", Evidence.CAPITAL),
        ("the Kremlin", "RUS", Evidence.METONYM),
        ("Downing Street", "GBR", Evidence.METONYM),
        ("the White House", "USA", Evidence.METONYM),
        ("Bankova", "UKR", Evidence.METONYM),
        ("Kiev", "UKR", Evidence.CAPITAL),
        ("Saudis", "SAU", Evidence.PEOPLE),
        ("Dutch", "NLD", Evidence.DEMONYM),
    ],
)
def test_evidence_kinds_are_kept_apart(text: str, country: str, evidence: Evidence) -> None:
    answer = evidence_of(text)
    assert answer is not None
    assert (answer.country, answer.evidence) == (country, evidence)


def test_breakaway_regions_have_their_nominal_sovereign_and_a_sector() -> None:
    answer = evidence_of("Abkhazia")
    assert answer is not None
    assert (answer.country, answer.sector, answer.status) == ("GEO", "PRE", "breakaway")


def test_history_names_no_living_state() -> None:
    answer = evidence_of("Yugoslavia")
    assert answer is not None
    assert (answer.country, answer.iso, answer.status) == (None, "YUG", "historical")
    assert not answer.strong


@pytest.mark.parametrize("word", ["Georgia", "Jordan", "Chad", "Niger"])
def test_double_meanings_are_said(word: str) -> None:
    answer = evidence_of(word)
    assert answer is not None
    assert answer.also
    assert not answer.strong


def test_find_countries_takes_the_longest_form_and_skips_traps() -> None:
    text = (
        "Belarusian-Ukrainian talks on the South China Sea; the Moscow\nTimes asked Papua New Guinea and South Sudan."
    )
    assert [(text[m.start : m.end], m.answer.country) for m in find_countries(text)] == [
        ("Belarusian", "BLR"),
        ("Ukrainian", "UKR"),
        ("Papua New Guinea", "PNG"),
        ("South Sudan", "SSD"),
    ]


def test_codes_translate_both_ways() -> None:
    assert (alpha3("ua"), alpha2("UKR"), alpha3("XK"), alpha2("???"), name_of("CIV")) == (
        "UKR",
        "UA",
        "KOS",
        None,
        "Ivory Coast",
    )


def test_table_holds_all_members_of_the_united_nations_once() -> None:
    states = [row["alpha3"] for row in table("countries") if row["status"] == "state"]
    assert len(states) == len(set(states)) == 193 + len({"KOS", "TWN"})


def test_every_demonym_belongs_to_a_row_of_the_country_table() -> None:
    known = {row["alpha3"] for row in table("countries")}
    assert {row["alpha3"] for row in table("demonyms")} <= known
