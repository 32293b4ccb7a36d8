"""Readings leave and come back as the contract's JSON."""

from __future__ import annotations

import json

import jsonschema
import pytest

from sayso.errors import InputError
from sayso.model.exchange import from_json, to_json, to_line
from sayso.model.schema import reading_schema
from tests.model.samples import TEXT, sample_reading


def test_there_and_back() -> None:
    reading = sample_reading()
    assert from_json(json.loads(to_line(reading)), TEXT) == reading


def test_obeys_its_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(reading_schema())
    jsonschema.validate(to_json(sample_reading()), reading_schema())


@pytest.mark.parametrize(
    ("part", "value"),
    [("kind", "shouting"), ("stance", None), ("cue", [{"start": 0, "end": 1}]), ("surplus", 1)],
)
def test_schema_refuses_what_the_contract_does_not_know(part: str, value: object) -> None:
    changed = to_json(sample_reading())
    changed["statements"][0][part] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(changed, reading_schema())


def test_spans_carry_their_text() -> None:
    value = to_json(sample_reading())
    cue = value["statements"][0]["cue"][0]
    assert TEXT[cue["start"] : cue["end"]] == cue["text"] == "told"


def test_refuses_another_text() -> None:
    value = to_json(sample_reading())
    with pytest.raises(InputError, match="SHA-256"):
        from_json(value, TEXT.replace("Monday", "Friday"))


def test_refuses_a_drifted_span() -> None:
    value = to_json(sample_reading())
    value["statements"][0]["cue"][0]["start"] += 1
    with pytest.raises(InputError, match="does not hold"):
        from_json(value, TEXT)


def test_refuses_another_schema() -> None:
    with pytest.raises(InputError, match="read the document again"):
        from_json(to_json(sample_reading()) | {"schema": "sayso/reading/0"}, TEXT)


def test_derived_columns() -> None:
    event = to_json(sample_reading())["events"][0]
    assert (event["cameo_root"], event["quad"], event["score"]) == ("18", "MX", -9.0)
