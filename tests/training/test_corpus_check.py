"""The checks of the corpus: each rule complains about a breach and not about sound markup."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.corpus.__main__ import main
from training.corpus.advice import advise
from training.corpus.check import check
from training.corpus.parse import parse
from training.corpus.values import AnnotatedDocument, Problem

HEADER = "=== {id}\npublished: 2031-03-04\ngenre: {genre}\n{actors}\n"
SOUND = "{s1,PER Rusk} {q1.say said} {c1 {a1 rebels} {e1.ASSAULT=CT+ attacked}}."


def documents(body: str, *, genre: str = "wire", actors: str = "") -> list[AnnotatedDocument]:
    text = HEADER.format(id="d", genre=genre, actors=actors) + body + "\n"
    sheaf = parse(text, path=Path("x.txt"))
    assert sheaf.problems == []
    return sheaf.documents


def complaints(body: str, *, genre: str = "wire", actors: str = "") -> list[Problem]:
    return check(documents(body, genre=genre, actors=actors))


def test_sound_markup_draws_no_complaint() -> None:
    assert complaints(SOUND) == []


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("{s1 He} {q1.say said}.", "no content"),
        ("{s1 He} {c1 so it is}.", "no cue"),
        ("{s1 He} {q1 said} {c1 so}.", "lacks its kind"),
        ("{s1 He} {q1.mutter said} {c1 so}.", "'mutter' is not one of"),
        ("{s1 He} {q1.say said} {q1.deny denied} {c1 so}.", "kind twice"),
        ("{c1 a {q2.say said}} {c2 b {q1.say said}}.", "within itself"),
        ("{a1 He} ran.", "no trigger"),
        ("He {e1 ran}.", "needs its type"),
        ("He {e1.RUN=CT+ ran}.", "RUN is not one of"),
        ("He {e1.AID.drone=CT+ gave}.", "does not go with AID"),
        ("He {e1.AID=CT+ gave}, {e1.AID=CT+ sent}.", "second typed trigger"),
        ("He {e1.AID=CT+;s7=CT- gave}.", "no statement s7"),
        ("{PER@x Rusk} ran.", "@x is not in the header"),
        ("{PER Anna }ran.", "space"),
        ("{PER An}na ran.", "inside a word"),
        ("{ORG The {LOC Varsk} Post} ran.", "name within the name"),
        ("It was {T=May May}.", "TIMEX3"),
        ("It was {T=2031-05 in May}.", "stays outside"),
        ("{s1 He} {q1.say said} {c1 he left.}", "full stop stays outside"),
        ("{PER,PER Anna} ran.", "twice on one mark"),
        ("{a1 He} {e1.AID=CT+ gave}.\nB.\nC.\nD.\n{a1 She} ran.", "more than three sentences"),
    ],
)
def test_each_breach_draws_its_complaint(body: str, words: str) -> None:
    assert any(words in problem.message for problem in complaints(body))


@pytest.mark.parametrize(
    ("genre", "actors", "words"),
    [
        ("poem", "", "genre 'poem'"),
        ("wire", "@x: robot; KLM; GOV; X\n", "kind must be"),
        ("wire", "@x: person; Kelmar; GOV; X\n", "three capitals"),
        ("wire", "@x: person; KLM; ZZZ; X\n", "sector 'ZZZ'"),
        ("wire", "@x: person; KLM; GOV; X\n", "never used"),
    ],
)
def test_header_breaches(genre: str, actors: str, words: str) -> None:
    found = complaints("Calm.", genre=genre, actors=actors)
    assert any(words in problem.message for problem in found)


def test_missing_date_and_repeated_id() -> None:
    text = "=== d\ngenre: wire\n\nCalm.\n=== d\ngenre: wire\npublished: 2031-01-01\n\nCalm.\n"
    messages = [p.message for p in check(parse(text, path=Path("x.txt")).documents)]
    assert any("needs 'published" in message for message in messages)
    assert any("also used at x.txt:1" in message for message in messages)


def test_a_second_annotation_shares_the_id_and_the_text() -> None:
    def marked(folder: str, body: str) -> list[AnnotatedDocument]:
        text = HEADER.format(id="d", genre="wire", actors="") + body + "\n"
        return parse(text, path=Path(f"corpus/{folder}/x.txt")).documents

    first = marked("train", SOUND)
    assert check(first + marked("second", "{PER Rusk} said rebels attacked.")) == []
    strayed = check(first + marked("second", "Rusk said rebels struck."))
    assert [problem.message.split(" differs")[0] for problem in strayed] == ["the text of d"]
    twice = check(marked("second", "Calm.") + marked("second", "Calm."))
    assert ["also used at" in problem.message for problem in twice] == [True]


@pytest.mark.parametrize(
    "value",
    [
        *("2031-03-03", "2031-W09", "2031-W09-WE", "2031-Q2", "2031-SU", "198X", "20"),
        *("P3D", "PT6H", "PXM", "2031-03-03TNI", "TNI", "2031-03-03T14:05"),
        *("XXXX-WXX-1", "PRESENT_REF"),
    ],
)
def test_time_values(value: str) -> None:
    assert complaints(f"It was {{T={value} then}}.") == []


def test_quoted_continuation_needs_no_cue_and_keeps_its_full_stop() -> None:
    assert complaints('{c1 "We will stay."}') == []


def test_garbled_copy_may_cut_words() -> None:
    assert complaints("in{ORG Guardian}{PER Shreib}", genre="garbled") == []


def test_advice_points_at_unmarked_words() -> None:
    hints = [hint.message for hint in advise(documents("Rebels said {LOC Orsk} fell on Monday to Varsk."))]
    assert [hint.split(":")[0] for hint in hints] == ["'said'", "'Monday'", "'Monday'", "'Varsk'"]
    assert advise(documents(SOUND)) == []


def test_advice_asks_for_the_actor_of_an_act_of_saying() -> None:
    body = "{s1 He} {q1.accuse,e1.ACCUSE=CT+ blamed} {c1 {r1 us}}."
    assert ["is its source not the actor" in h.message for h in advise(documents(body))] == [True]
    assert advise(documents(body.replace("{s1 ", "{s1,a1 "))) == []


def test_command_prints_place_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheaf = tmp_path / "a.txt"
    sheaf.write_text(HEADER.format(id="d", genre="wire", actors="") + "{s1 He} ran.\n", "utf-8")
    assert main(["check", str(sheaf)]) == 1
    assert f"{sheaf}:5:1: statement 1 has no content" in capsys.readouterr().out
    sheaf.write_text(HEADER.format(id="d", genre="wire", actors="") + SOUND + "\n", "utf-8")
    assert main(["check", "--advice", str(sheaf)]) == 0
    assert main(["check", str(tmp_path / "none")]) == 2
