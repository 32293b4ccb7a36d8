"""The reader's public face."""

from __future__ import annotations

from datetime import date, datetime

import pytest

import sayso
from sayso.errors import InvalidDate
from sayso.model import Document, Problem, ProblemKind
from sayso.read.language.onnx import OnnxModel
from sayso.read.pipeline import Reader, to_date

TEXT = "Kelmar denied on Monday that its army had shelled Orsk."


def test_the_package_is_the_verb() -> None:
    reading = sayso.read(TEXT, published="2031-03-05")
    assert reading.document.published == date(2031, 3, 5)
    assert [t.value for t in reading.times] == ["2031-03-03"]
    assert sayso.read(TEXT, published=date(2031, 3, 5)) == reading


def test_without_a_date_nothing_is_guessed() -> None:
    reading = sayso.read(TEXT)
    assert [(t.value, t.earliest) for t in reading.times] == [(None, None)]
    assert ProblemKind.MISSING_DATE in {p.kind for p in reading.problems}


def test_ids_name_the_text() -> None:
    assert sayso.read(TEXT).document.id == sayso.read(TEXT, published="2031-03-05").document.id
    assert sayso.read(TEXT, id="mine").document.id == "mine"


def test_a_reader_takes_any_language_model(language: OnnxModel) -> None:
    reader = Reader(language=language)
    assert language.version in reader.version
    documents = [Document(id=str(n), text=TEXT) for n in range(5)]
    assert [r.document.id for r in reader.pipe(iter(documents), batch_size=2)] == ["0", "1", "2", "3", "4"]


def test_what_intake_noticed_is_among_the_problems() -> None:
    seen = Problem(kind=ProblemKind.HIDDEN_TEXT, detail="a paragraph was hidden")
    reading = Reader().read(Document(id="d", text=TEXT, noticed=(seen,)))
    assert seen in reading.problems


def test_statements_know_the_events_in_their_content() -> None:
    reading = sayso.read(TEXT)
    (denial,) = [s for s in reading.statements if s.kind == "deny"]
    assert [e.type.value for e in reading.events if e.id in denial.events] == ["ASSAULT"]


@pytest.mark.parametrize("value", ["yesterday", "2031-13-01", "04/03/2031", ""])
def test_dates_that_are_none(value: str) -> None:
    with pytest.raises(InvalidDate, match="2022-10-14"):
        to_date(value)


def test_dates_that_are() -> None:
    assert to_date("2031-03-04") == date(2031, 3, 4)
    assert to_date(date(2031, 3, 4)) == date(2031, 3, 4)
    assert to_date(None) is None
    assert to_date(datetime(2031, 3, 4, 5)) == date(2031, 3, 4)  # noqa: DTZ001 -- a caller may well pass one


def test_public_names() -> None:
    assert set(sayso.__all__) <= {*dir(sayso), *sayso._HOMES, "read"}
    for name in sayso.__all__:
        assert getattr(sayso, name) is not None
    with pytest.raises(AttributeError, match="no attribute"):
        _ = sayso.nothing
