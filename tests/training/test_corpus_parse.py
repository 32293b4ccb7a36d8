"""The corpus markup read back as text, spans, statements and events."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.corpus import AnnotatedDocument, CorpusError, Event, Statement, load
from training.corpus.parse import parse

HEADER = """=== orsk-01
title: Ministry rejects shelling claim
published: 2031-03-04
genre: wire
@ministry: organisation; KLM; GOV; Kelmar Defence Ministry
@rusk: person; KLM; GOV; Anna Rusk; spokeswoman
@army: organisation; KLM; MIL; -

"""
DENIAL = (
    "{s1@ministry Kelmar's {ORG Defence Ministry}} {q1.deny denied} on {T=2031-03-03 Monday} "
    "{c1 that {a1@army its artillery} had {e1.ASSAULT.heavy-weapons=CT-;author=Uu shelled} "
    "{r1 the village of {p1,LOC Orsk Vale}}}."
)


def document(body: str) -> AnnotatedDocument:
    sheaf = parse(HEADER + body, path=Path("corpus/dev/x.txt"))
    assert sheaf.problems == []
    return sheaf.documents[0]


def statement(body: str, number: int) -> Statement:
    return next(s for s in document(body).statements if s.number == number)


def event(body: str, number: int = 1) -> Event:
    return next(e for e in document(body).events if e.number == number)


def complaints(body: str, header: str = HEADER) -> list[str]:
    return [str(problem) for problem in parse(header + body, path=Path("x.txt")).problems]


def test_text_joins_lines_by_space_and_paragraphs_by_two_line_feeds() -> None:
    found = document("One.\nTwo.\n\nThree.\n")
    assert found.text == "One. Two.\n\nThree."
    assert [found.covered(s.span) for s in found.sentences] == ["One.", "Two.", "Three."]
    assert [s.paragraph for s in found.sentences] == [0, 0, 1]


def test_glued_lines_join_without_a_space() -> None:
    found = document("It ended.\\\nHe left.\n")
    assert found.text == "It ended.He left."
    assert [s.glued for s in found.sentences] == [True, False]


def test_header_fields_and_actors() -> None:
    found = document("Nothing.\n")
    assert (found.id, found.genre, str(found.published)) == ("orsk-01", "wire", "2031-03-04")
    assert found.outlet is None
    army = found.actors[2]
    assert (army.id, army.country, army.sector, army.name, army.role) == (
        "army",
        "KLM",
        "MIL",
        None,
        None,
    )


def test_statement_spans_and_actor_references() -> None:
    found = document(DENIAL)
    said = found.statements[0]
    assert found.covered(said.source[0].span) == "Kelmar's Defence Ministry"
    assert said.source[0].actor == "ministry"
    assert found.covered(said.cue[0]) == "denied"
    assert found.covered(said.content[0]).endswith("Orsk Vale")
    assert (said.kind, said.stance, said.within) == ("deny", "affirm", None)
    assert [(found.covered(n.span), n.kind) for n in found.names] == [
        ("Defence Ministry", "ORG"),
        ("Orsk Vale", "LOC"),
    ]
    assert [(found.covered(t.span), t.value) for t in found.times] == [("Monday", "2031-03-03")]


def test_event_arguments_modes_and_values() -> None:
    found = document(DENIAL)
    shelled = found.events[0]
    assert (shelled.type, shelled.modes, shelled.nearest) == ("ASSAULT", ("heavy-weapons",), "s1")
    assert shelled.values == {"s1": "CT-", "author": "Uu"}
    assert [(a.role, a.actor, found.covered(a.span)) for a in shelled.arguments] == [
        ("actor", "army", "its artillery"),
        ("recipient", None, "the village of Orsk Vale"),
        ("place", None, "Orsk Vale"),
    ]


def test_stances_and_discontinuous_content() -> None:
    body = '{c1 "We go,"} {s1 she} {q1.confirm- did not say}, {c1 "home."}'
    found = statement(body, 1)
    assert (found.kind, found.stance, len(found.content)) == ("confirm", "deny", 2)
    assert statement("{s1 He} {q1.ask? asked} {c1 why}.", 1).stance == "question"


def test_nesting_takes_the_innermost_statement() -> None:
    body = (
        "{s1 She} {q1.say said} {c1 {s2 the army} {q2.claim claims} {c2 that {s3 they} "
        "{q3.deny deny} {c3 they {e1.ASSAULT=CT-;s1=CT+ fired}}}}."
    )
    assert [s.within for s in document(body).statements] == [None, 1, 2]
    fired = event(body)
    assert (fired.within, fired.nearest) == (3, "s3")
    assert fired.values == {"s3": "CT-", "s2": "Uu", "s1": "CT+", "author": "Uu"}


def test_statements_that_share_a_content_share_its_value() -> None:
    body = "{s1 He} {q1.say said} and {s2 she} {q2.confirm agreed} {c1,c2 they {e1.ASSAULT=CT+ fired}}."
    assert event(body).values == {"s1": "CT+", "s2": "CT+", "author": "Uu"}
    assert [s.within for s in document(body).statements] == [None, None]


def test_cue_that_is_a_trigger_belongs_to_the_author() -> None:
    body = "{s1,a1 Varsk} {q1.accuse,e1.ACCUSE.allege=CT+ blamed} {c1 {r1 Dorn} for it}."
    assert event(body).values == {"author": "CT+"}


def test_every_carrier_and_addressee_is_kept() -> None:
    body = "{s1 He} {q1.say told} {d1 parliament}, {v1 {ORG Tass}} and {v1 {ORG Rudaw}} wrote, {c1 so}."
    found = statement(body, 1)
    assert (len(found.via), len(found.addressees)) == (2, 1)


def test_one_id_serves_all_tags_of_its_mark() -> None:
    found = document("{s1,a1,PER@rusk Anna Rusk} {q1.say said} {c1 so} {e1.AID=CT+ gave}.")
    assert found.statements[0].source[0].actor == "rusk"
    assert found.events[0].arguments[0].actor == "rusk"
    assert found.names[0].actor == "rusk"
    assert len(found.references) == 1


@pytest.mark.parametrize(
    ("body", "place", "words"),
    [
        ("{s1 He said.", "x.txt:9:1:", "never closed"),
        ("He said}.", "x.txt:9:8:", "no open brace"),
        ("{z1 He} said.", "x.txt:9:1:", "unknown tag 'z1'"),
        ("a {PER } b", "x.txt:9:3:", "without text"),
        ("{s1} said.", "x.txt:9:1:", "tags and one space"),
        ("{e1.ASSAULT=XX+ hit} b", "x.txt:9:1:", "unknown tag"),
        ("{s1@rusk,PER@army X} b", "x.txt:9:1:", "two actors"),
        ("a\\", "x.txt:9:1:", "cannot be glued"),
    ],
)
def test_faults_name_file_line_and_column(body: str, place: str, words: str) -> None:
    assert any(c.startswith(place) and words in c for c in complaints(body))


@pytest.mark.parametrize(
    "header",
    [
        "=== Bad Id\npublished: 2031-01-01\ngenre: wire\n\n",
        "=== a\npublished: May 3\ngenre: wire\n\n",
        "=== a\ncolour: red\ngenre: wire\n\n",
        "=== a\ngenre: wire\n@x: person; KLM\n\n",
        "=== a\ngenre: wire\n@x: person; KLM; GOV; X\n@x: person; KLM; GOV; Y\n\n",
        "stray\n=== a\ngenre: wire\n\n",
        "=== a\ngenre: wire\ngenre: wire\n\n",
    ],
)
def test_header_faults_are_problems(header: str) -> None:
    assert len(complaints("Text.", header)) == 1


def test_a_document_without_sentences_is_a_problem() -> None:
    assert "no sentences" in complaints("")[0]


def test_load_reads_folders_and_says_what_is_wrong(tmp_path: Path) -> None:
    good = tmp_path / "dev" / "a.txt"
    good.parent.mkdir()
    good.write_text(HEADER + DENIAL + "\n", encoding="utf-8")
    loaded = load(tmp_path)
    assert [d.id for d in loaded] == ["orsk-01"]
    assert loaded[0].split == "dev"
    assert load([good, good]) == loaded
    again = tmp_path / "second" / "a.txt"
    again.parent.mkdir()
    again.write_text(HEADER + "Unmarked.\n", encoding="utf-8")
    assert load(tmp_path) == loaded
    assert [d.text for d in load(again.parent)] == ["Unmarked."]
    (tmp_path / "dev" / "b.txt").write_text("=== b\n\n{s1 x\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"b\.txt:3:1: this brace"):
        load(tmp_path)
    with pytest.raises(CorpusError, match="no such file"):
        load(tmp_path / "none")


def test_a_file_that_is_not_utf8_is_reported(tmp_path: Path) -> None:
    bad = tmp_path / "a.txt"
    bad.write_bytes(b"=== a\xff\n")
    with pytest.raises(CorpusError, match="UTF-8 at byte 5"):
        load(bad)


WORDS = st.text(alphabet="abc.,\u00e9\u4e2d", min_size=1, max_size=6)
LINES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


@given(st.lists(LINES, min_size=1, max_size=4))
def test_marking_words_changes_no_text(lines: list[str]) -> None:
    plain = document("\n".join(lines))
    marked = document("\n".join(f"{{s{n} {line}}}" for n, line in enumerate(lines, start=1)))
    assert marked.text == plain.text
    assert [marked.covered(m.span) for m in marked.marks] == lines


@given(st.text(alphabet="{}sqce1. =CT+\\\n@,", max_size=60))
def test_no_input_breaks_the_parser(body: str) -> None:
    sheaf = parse(HEADER + body, path=Path("x.txt"))
    for found in sheaf.documents:
        assert all(0 <= m.span.start <= m.span.end <= len(found.text) for m in found.marks)
