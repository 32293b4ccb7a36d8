"""What a careful reader notices: each kind of problem from copy that has it, and none from copy that has not."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.model import Actor, ActorKind, Document, Problem, ProblemKind, Span
from sayso.read.cast import Cast
from sayso.read.language.parse import Parse
from sayso.read.problems import find_problems
from sayso.read.quotations import find_quotations

CLEAN = "The bridge was closed on Monday, the mayor said.\n\n“It will open again in May,” she told reporters."
DAY = date(2031, 5, 4)


def problems(
    text: str, *, published: date | None = DAY, byline: str | None = None, cast: Cast | None = None
) -> list[Problem]:
    document = Document(id="d", text=text, published=published, byline=byline)
    parse = Parse(text=text, tokens=(), sentences=())
    return list(find_problems(document, parse, cast=cast or Cast(), quotations=find_quotations(text)))


def kinds(text: str) -> list[ProblemKind]:
    return [problem.kind for problem in problems(text)]


def test_clean_copy_has_none() -> None:
    assert problems(CLEAN) == []


@pytest.mark.parametrize("text", ["", " \n ", "*** --- !!!"])
def test_empty(text: str) -> None:
    assert kinds(text) == [ProblemKind.EMPTY]


def test_missing_date() -> None:
    assert [p.kind for p in problems(CLEAN, published=None)] == [ProblemKind.MISSING_DATE]


def test_unbalanced_quotation_points_to_its_mark() -> None:
    text = "“We are ready, the general said.\n\nThe road is open."
    (problem,) = problems(text)
    assert problem.kind is ProblemKind.UNBALANCED_QUOTATION
    assert problem.span == Span(0, 1)


def actor(*variants: str) -> Cast:
    return Cast(
        actors=(Actor(id="a1", name=variants[0], kind=ActorKind.PERSON, mentions=(Span(0, 3),), variants=variants),)
    )


def test_name_variants() -> None:
    (problem,) = problems(CLEAN, cast=actor("Oleg Volkov", "Wolkow"))
    assert problem.kind is ProblemKind.NAME_VARIANTS
    assert "Wolkow" in problem.detail


@pytest.mark.parametrize("variants", [("Oleg Volkov", "Volkov"), ("Oleg Volkov", "Oleg"), ("José Paz", "Jose Paz")])
def test_short_forms_and_accents_are_no_variants(variants: tuple[str, ...]) -> None:
    assert problems(CLEAN, cast=actor(*variants)) == []


def test_byline_conflict_in_the_text() -> None:
    text = f"{CLEAN}\n\nMarla Estin\n\nMarla Estenova is a reporter who covers the coast for the Daily Packet."
    assert kinds(text) == [ProblemKind.BYLINE_CONFLICT]


def test_byline_conflict_with_the_stated_byline() -> None:
    text = f"By Marla Estenova\n\n{CLEAN}"
    assert [p.kind for p in problems(text, byline="Marla Estin")] == [ProblemKind.BYLINE_CONFLICT]


def test_same_byline_twice_is_none() -> None:
    text = f"By Marla Estin\n\n{CLEAN}"
    assert problems(text, byline="Marla Estin") == []


def test_mixed_scripts() -> None:
    text = CLEAN.replace("mayor", "mаyor")  # its second letter is Cyrillic
    (problem,) = problems(text)
    assert problem.kind is ProblemKind.MIXED_SCRIPTS
    assert problem.span is not None
    assert problem.span.of(text) == "mаyor"


def test_words_in_one_other_script_are_none() -> None:
    assert problems(CLEAN + " The Russian word is мост.") == []


@pytest.mark.parametrize(
    "ending",
    ["The army said that the road to the northern villages was open again after the heavy snow of", "Read more",
     "The road is open, the ministry said [+1874 chars]", "The road is open …", "The road,"],
)  # fmt: skip
def test_truncated(ending: str) -> None:
    assert kinds(f"{CLEAN}\n\n{ending}") == [ProblemKind.TRUNCATED]


def test_mostly_markup() -> None:
    assert ProblemKind.MOSTLY_MARKUP in kinds('<div class="a"><a href="b">Go</a><br/><span>on</span></div>.')


def test_missing_space() -> None:
    text = "The bridge is shut.He crossed it on foot, the mayor said."
    (problem,) = problems(text)
    assert problem.kind is ProblemKind.MISSING_SPACE
    assert problem.span is not None
    assert problem.span.of(text) == "t.H"


def test_glued_names() -> None:
    assert kinds("In an interview with GuardianMarla Estin said the road was open.") == [ProblemKind.MISSING_SPACE]


@pytest.mark.parametrize("word", ["www.example.Org", "https://news.example/A.Bc", "McDonald", "YouTube"])
def test_addresses_and_names_need_no_space(word: str) -> None:
    assert problems(f"{CLEAN} The mayor spoke of {word} on Monday.") == []


def test_control_characters() -> None:
    assert kinds("The road \x07is\u202e open.") == [ProblemKind.CONTROL_CHARACTERS]


def test_other_language() -> None:
    foreign = "Die Brücke wurde am Montag gesperrt, sagte der Bürgermeister, und sie wird erst im Mai wieder frei."
    text = f"{CLEAN}\n\n{foreign}"
    assert kinds(text) == [ProblemKind.OTHER_LANGUAGE]


def test_names_and_headlines_are_no_other_language() -> None:
    assert (
        problems(
            f"{CLEAN}\n\nPRESIDENT NAMES GENERAL STAFF CHIEF AMID BORDER ROW WITH EASTERN NEIGHBOUR SAYS MINISTRY."
        )
        == []
    )


def test_repeated_text() -> None:
    paragraph = "The bridge over the river was closed on Monday because the ice had grown too thick."
    assert kinds(f"{paragraph}\n\n{CLEAN}\n\n{paragraph}") == [ProblemKind.REPEATED_TEXT]


def test_many_of_a_kind_are_summed_up() -> None:
    found = problems("a bad.End of it. " * 60 + "Done.")
    assert len(found) == 26
    assert "more of this kind" in found[-1].detail
