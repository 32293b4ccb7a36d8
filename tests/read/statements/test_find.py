"""What is found in sentences of many constructions, on parses that are written down."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.model import Reference, Statement
from sayso.read.actors import find_cast
from sayso.read.quotations import find_quotations
from sayso.read.statements import find_statements
from tests.trees import Case, cases_of

CASES = cases_of(Path(__file__).parent / "cases.conllu")
MARKS = {"affirm": "", "deny": "-", "question": "?"}


def shown(text: str, statement: Statement) -> str:
    """Write a statement as the file of cases does."""

    def words(reference: Reference | None) -> str:
        return "-" if reference is None else reference.span.of(text)

    fields = [
        words(statement.source),
        " … ".join(span.of(text) for span in statement.cue),
        statement.kind + MARKS[statement.stance],
        " … ".join(span.of(text) for span in statement.content),
    ]
    if statement.via:
        fields.append("via " + ", ".join(words(v) for v in statement.via))
    if statement.addressee:
        fields.append("to " + words(statement.addressee))
    if statement.within:
        fields.append(f"in {statement.within}")
    if statement.quotation != "indirect":
        fields.append(statement.quotation)
    return " | ".join(fields)


def read(case: Case) -> list[str]:
    quotations = find_quotations(case.text)
    cast = find_cast(case.parse, quotations=quotations)
    return [shown(case.text, s) for s in find_statements(case.parse, cast=cast, quotations=quotations)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:60])
def test_statements_of_a_sentence(case: Case) -> None:
    assert read(case) == case.comments.get("statement", [])


def test_there_are_cases_enough() -> None:
    assert len(CASES) >= 200
