"""The scenario of ten days: its truth file names only what is there, and quotes only what stands there."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sayso.collect import read_inputs
from sayso.model import Document, EventType

HERE = Path(__file__).parent.parent.parent / "examples" / "scenario"
FIELDS = {"id", "title", "url", "outlet", "byline", "published", "modified", "origin", "language", "text"}
TABLES = {
    "scenario",
    "document",
    "event",
    "conflict",
    "denial_alone",
    "number",
    "withdrawal",
    "softening",
    "change",
    "plan",
    "silence",
    "note",
    "boilerplate",
    "spelling",
    "family",
}


@cache
def lines() -> tuple[tuple[str, dict[str, str]], ...]:
    """Return the file's stem and the object of every line, in order."""
    files = sorted(HERE.glob("day*.jsonl"))
    return tuple((f.stem, json.loads(line)) for f in files for line in f.read_text(encoding="utf-8").splitlines())


@cache
def texts() -> dict[str, str]:
    return {item["id"]: item["text"] for _, item in lines()}


@cache
def truth() -> dict[str, Any]:
    return tomllib.loads((HERE / "truth.toml").read_text(encoding="utf-8"))


def outlets() -> Counter[str]:
    return Counter(item["outlet"] for _, item in lines())


def quotations(value: Any, document: str | None = None) -> Iterator[tuple[str, str]]:
    """Yield every (document, words) of a part of the truth, however deep, with lists of documents spelled out."""
    if isinstance(value, list):
        for item in value:
            yield from quotations(item, document)
    if isinstance(value, dict):
        named = value.get("documents") or [value.get("document", document)]
        if "words" in value:
            yield from ((name, value["words"]) for name in named if name is not None)
        for item in value.values():
            yield from quotations(item, named[0])


def references(value: Any) -> Iterator[str]:
    """Yield every document id that a part of the truth names."""
    if isinstance(value, list):
        for item in value:
            yield from references(item)
    if isinstance(value, dict):
        yield from value.get("documents", []) if isinstance(value.get("documents"), list) else ()
        yield from (value[key] for key in ("document", "from") if key in value)
        yield from (value[key] for key in ("before", "after") if "changes" in value)
        for item in value.values():
            yield from references(item)


def test_ten_days_of_twelve_reports() -> None:
    assert Counter(stem for stem, _ in lines()) == {f"day{n:02}": 12 for n in range(1, 11)}
    assert truth()["scenario"]["documents"] == len(lines()) == 120
    assert truth()["scenario"]["days"] == 10


def test_ids_are_unique_and_all_known_to_the_truth() -> None:
    assert len(texts()) == 120
    assert [row["id"] for row in truth()["document"]] == [item["id"] for _, item in lines()]


def test_lines_hold_the_fields_that_intake_knows() -> None:
    for _, item in lines():
        assert set(item) <= FIELDS
        assert {"id", "title", "url", "outlet", "published", "language", "text"} <= set(item)


def test_intake_takes_every_line() -> None:
    read = list(read_inputs([str(HERE / f"day{n:02}.jsonl") for n in range(1, 11)]))
    documents = [item for item in read if isinstance(item, Document)]
    assert len(documents) == len(read) == 120
    assert all(d.published is not None and not d.noticed for d in documents)
    assert [d.id for d in documents if d.modified] == ["06-observer-waterworks"]


def moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def test_dates_lie_in_the_ten_days_and_none_is_later_than_first_seen() -> None:
    first = truth()["scenario"]["first_day"]
    seen = {row["id"]: first + timedelta(row["seen"] - 1) for row in truth()["document"]}
    for stem, item in lines():
        assert int(stem.removeprefix("day")) == (seen[item["id"]] - first).days + 1
        stated = moment(item.get("modified", item["published"])).date()
        assert first <= stated <= seen[item["id"]]
    early = {item["id"] for _, item in lines() if moment(item["published"]).date() < seen[item["id"]]}
    told = {row["id"] for row in truth()["document"] if row.get("clock") == "back-dated" or row["how"] == "version"}
    assert early == told


def test_copies_come_from_an_earlier_original_of_somebody_else() -> None:
    items = {item["id"]: item for _, item in lines()}
    rows = {row["id"]: row for row in truth()["document"]}
    for name, row in rows.items():
        source = rows[row["from"]]
        assert (row["how"] == "own") == (row["from"] == name)
        assert source["how"] == "own", f"{name} is taken from a copy"
        if row["how"] == "version":
            assert items[name]["url"] == items[row["from"]]["url"]
        elif row["how"] != "own":
            assert items[name]["outlet"] != items[row["from"]]["outlet"]
        if row["how"] != "own" and "clock" not in row and "T" in items[name]["published"]:
            assert moment(items[row["from"]]["published"]) <= moment(items[name]["published"])


def test_credits_stand_where_the_truth_says() -> None:
    items = {item["id"]: item for _, item in lines()}
    for row in truth()["document"]:
        named = items[row["from"]]["outlet"]
        if row["credit"] == "true":
            assert named in items[row["id"]]["text"] or items[row["id"]].get("origin")
        if row["credit"] == "none" and row["how"] in {"near", "spun"}:
            assert named not in items[row["id"]]["text"]
        for words in row.get("own", []):
            assert words in items[row["id"]]["text"]
            assert words not in items[row["from"]]["text"]


def test_the_truth_has_no_unknown_table() -> None:
    assert set(truth()) == TABLES


@pytest.mark.parametrize("table", sorted(TABLES - {"scenario"}))
def test_every_reference_exists(table: str) -> None:
    unknown = [name for name in references(truth()[table]) if name not in texts()]
    assert not unknown


@pytest.mark.parametrize("table", sorted(TABLES - {"scenario", "document"}))
def test_every_quotation_stands_in_its_document(table: str) -> None:
    quoted = list(quotations(truth()[table]))
    assert not [(name, words) for name, words in quoted if words not in texts()[name]]
    assert quoted or table in {"silence", "family", "softening", "boilerplate"}


def test_tellings_can_be_found_by_their_words() -> None:
    for event in truth()["event"]:
        found = list(quotations(event["tellings"]))
        assert len({name for name, _ in found}) == len(found), f"{event['id']} names a document twice"
        assert not [(name, words) for name, words in found if texts()[name].count(words) != 1]


def test_events_are_whole() -> None:
    ids = [event["id"] for event in truth()["event"]]
    assert len(set(ids)) == len(ids)
    for event in truth()["event"]:
        EventType(event["type"])
        assert date(2021, 9, 1) <= event["day"] <= date(2021, 9, 15)
        assert event["happened"] in {"yes", "no", "disputed"}
        assert event["place"] in " ".join(texts().values())
    aside = set(truth()["scenario"]["aside"])
    assert aside <= set(texts())
    assert not aside & set(references(truth()["event"]))


def test_copies_tell_what_they_copy() -> None:
    """A copy that keeps the words of a telling is among its tellings."""
    for event in truth()["event"]:
        named = set(references(event["tellings"]))
        for row in truth()["document"]:
            words = [w for name, w in quotations(event["tellings"]) if name == row["from"]]
            assert row["id"] in named or not any(w in texts()[row["id"]] for w in words)


def test_conflicts_have_two_sides_and_an_end_where_they_ended() -> None:
    events = {event["id"] for event in truth()["event"]}
    for conflict in truth()["conflict"]:
        assert conflict["event"] in events
        assert conflict["kind"] in {"denial", "actor", "place", "number"}
        assert ("closed" in conflict) == (conflict["state"] in {"resolved", "withdrawn", "narrowed"})
        if conflict["kind"] == "number":
            same = [n for n in truth()["number"] if (n["event"], n["what"]) == (conflict["event"], conflict["what"])]
            assert len({(n.get("value"), n.get("low"), n["sayer"]) for n in same}) > 1
        else:
            assert len({side["says"] for side in conflict["sides"]}) > 1


def test_numbers_are_values_of_events_by_somebody() -> None:
    events = {event["id"] for event in truth()["event"]}
    for number in truth()["number"]:
        assert number["event"] in events
        assert number["sayer"]
        assert number["bound"] in {"exact", "at-least", "at-most", "about"}
        assert ("value" in number) != ("low" in number and "high" in number)


def test_versions_differ_as_told() -> None:
    for softening in truth()["softening"]:
        urls = [item["url"] for _, item in lines() if item["id"] in {softening["before"], softening["after"]}]
        assert urls == [softening["url"]] * 2
        before, after = texts()[softening["before"]], texts()[softening["after"]]
        for change in softening["changes"]:
            assert change.get("before", "") in before
            assert change.get("after", "") in after
            assert "before" not in change or change["before"] not in after
            assert "after" not in change or change["after"] not in before


@pytest.mark.parametrize("table", ["withdrawal", "change"])
def test_the_later_word_comes_later(table: str) -> None:
    order = list(texts())
    for row in truth()[table]:
        assert order.index(row["before"]["document"]) < order.index(row["after"]["document"])


def test_plans_end_after_they_were_made() -> None:
    order = list(texts())
    for plan in truth()["plan"]:
        assert plan["outcome"] in {"done", "not-done", "unclear", "too-early"}
        assert bool(plan["shown"]) == (plan["outcome"] in {"done", "not-done"})
        assert all(order.index(plan["document"]) < order.index(s["document"]) for s in plan["shown"])
        if plan["outcome"] == "too-early":
            assert plan["due"] > date(2021, 9, 15)


def test_the_silent_were_read_and_tell_nothing() -> None:
    outlet = {item["id"]: item["outlet"] for _, item in lines()}
    events = {event["id"]: event for event in truth()["event"]}
    for silence in truth()["silence"]:
        telling = {outlet[name] for name in references(events[silence["event"]]["tellings"])}
        for row in silence["outlets"]:
            assert row["outlet"] not in telling
            assert row["read"] == outlets()[row["outlet"]]


def test_standing_lines_are_repeated() -> None:
    for row in truth()["boilerplate"]:
        held = [item for _, item in lines() if row["words"] in item["text"]]
        assert {item["outlet"] for item in held} == {row["outlet"]}
        assert len(held) == row["count"] >= 3


def test_spellings_differ_and_families_exist() -> None:
    everything = " ".join(texts().values())
    for row in truth()["spelling"]:
        assert row["name"] in everything
        assert all(variant["words"] != row["name"] for variant in row["variants"])
    for family in truth()["family"]:
        assert set(family["outlets"]) <= set(outlets())
