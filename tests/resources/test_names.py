"""Names over spellings and scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.resources.names import name_parts, name_score, respell, romanise, skeleton
from sayso.resources.tables import table

LIKELY = 0.75


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("Владимир Путин", "vladimir putin"),
        ("Володимир Зеленський", "volodymyr zelenskyi"),
        ("Григорій", "hryhorii"),
        ("Аляксандр Лукашэнка ў Мінску", "alyaksandr lukashenka u minsku"),
        ("Vučić", "vucic"),
        ("İlham Əliyev", "ilham aliyev"),
        ("Μητσοτάκης", "mitsotakis"),
        ("ზურაბიშვილი", "zurabishvili"),
        ("", ""),
    ],
)
def test_romanise(text: str, latin: str) -> None:
    assert romanise(text) == latin


@pytest.mark.parametrize(
    "forms", [("Shoigu", "Schoigu", "Shoygu", "Шойгу"), ("Gaddafi", "Gadhafi"), ("Lavrov", "Lawrow")]
)
def test_spellings_of_one_name_meet(forms: tuple[str, ...]) -> None:
    assert len({respell(romanise(form)) for form in forms}) == 1


def test_skeleton_groups_variants() -> None:
    assert skeleton("Volfovich") == skeleton("Wolfowitsch") == skeleton("Вольфович")
    assert skeleton("Volfovich") != skeleton("Volkov")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Alexander Volfovich", "Aleksandr Wolfowitsch"),
        ("President Joe Biden", "Joseph Biden"),
        ("Zelensky, Volodymyr", "Volodymyr Zelenskyy"),
        ("Abdel Fattah el-Sisi", "Abdelfattah Al Sissi"),
        ("Vladimir Vladimirovich Putin", "Владимир Путин"),
        ("Kim Jong-un", "Kim Jong Un"),
    ],
)
def test_one_person(first: str, second: str) -> None:
    assert name_score(first, second) >= LIKELY


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Vladimir Volfovich", "Alexander Volfovich"),
        ("Bill Clinton", "Hillary Clinton"),
        ("George W. Bush", "George H. W. Bush"),
        ("Sergei Lavrov", "Sergei Shoigu"),
        ("Putin", "Vladimir Putin"),
        ("", "Vladimir Putin"),
    ],
)
def test_two_persons_or_too_little_to_tell(first: str, second: str) -> None:
    assert name_score(first, second) < LIKELY


def test_titles_do_not_count_but_a_name_of_titles_stays() -> None:
    assert name_parts("Gen. Mark Milley") == ("mark", "milley")
    assert name_parts("The Prime Minister") == ("the", "prime", "minister")


def test_no_given_name_stands_in_two_groups() -> None:
    forms = [form for row in table("given_names") for form in row["forms"].split("|")]
    assert len(forms) == len(set(forms))


@given(st.text(max_size=60), st.text(max_size=60))
def test_scores_are_symmetric_and_bounded(first: str, second: str) -> None:
    score = name_score(first, second)
    assert 0.0 <= score <= 1.0
    assert score == name_score(second, first)


@given(st.text(max_size=200))
def test_romanise_twice_changes_nothing(text: str) -> None:
    assert romanise(romanise(text)) == romanise(text)
