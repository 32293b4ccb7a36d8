"""The commands `ingest`, `search` and `show`, as a person calls them, with the packaged reader."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.cli import main
from sayso.record import Record

Run = Callable[..., tuple[int, str, str]]
TEXT = (
    "Belarus insists that Russia deploys troops to the border.\n\n"
    'The minister, Ivan Petrov, denied on Monday that tanks had crossed the river. "We attack nobody," he said.'
)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["sayso", *arguments])
        status = 0
        try:
            main()
        except SystemExit as leaving:
            status = int(leaving.code or 0)
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return command


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    documents = [
        {
            "id": "one",
            "text": TEXT,
            "title": "Border\x1b[2J news",
            "outlet": "The Wire",
            "url": "https://wire.example/1",
        },
        {"text": "Nothing of note happened at the lake."},
    ]
    path.write_text("\n".join(map(json.dumps, documents)) + "\n")
    return path


def test_ingest_says_what_it_did(run: Run, news: Path) -> None:
    assert run("ingest", "news.jsonl") == (0, "2 documents read, 0 already known, 0 failed in sayso.db\n", "")
    assert run("ingest", "news.jsonl") == (0, "0 documents read, 2 already known, 0 failed in sayso.db\n", "")
    assert run("ingest", "news.jsonl", "--quiet", "--record", "other.db") == (0, "", "")


def test_failures_are_named_and_the_rest_is_read(run: Run, news: Path) -> None:
    with news.open("a") as file:
        file.write("{\n" + json.dumps({"text": "Later."}) + "\n")
    status, out, err = run("ingest", "missing.txt", "news.jsonl")
    assert status == 1
    assert out.startswith("3 documents read, 0 already known, 2 failed")
    first, second = err.splitlines()
    assert first.startswith("sayso: missing.txt: cannot be opened (No such file")
    assert second.startswith("sayso: news.jsonl:3: invalid JSON at column 2")


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["ingest"], 2, "Missing argument"),
        (["ingest", "news.jsonl", "--published", "soon"], 2, "2022-10-14"),
        (["ingest", "news.jsonl", "--record", "."], 1, "cannot be opened"),
        (["search", "x", "--record", "none.db"], 1, "sayso ingest"),
        (["show", "x", "--record", "none.db"], 1, "sayso ingest"),
    ],
)
def test_wrong_usage_is_one_clear_message(
    run: Run, news: Path, arguments: list[str], status: int, message: str
) -> None:
    found, out, err = run(*arguments)
    assert (found, out) == (status, "")
    assert message in err
    assert "Traceback" not in err


def test_search_shows_passages(run: Run, news: Path) -> None:
    run("ingest", "news.jsonl", "--published", "2022-10-14", "--quiet")
    status, out, err = run("search", "tanks", "crossed the river")
    assert (status, err) == (0, "")
    heading, snippet = out.splitlines()[:2]
    assert heading.endswith("Border⟨001B⟩[2J news  The Wire · 2022-10-14")
    assert "tanks had crossed the river" in snippet
    assert "statement in" in out
    assert run("search", "zebra")[2] == "nothing found\n"


def test_show_gives_the_ground_of_a_statement_and_of_an_event(run: Run, news: Path) -> None:
    run("ingest", "news.jsonl", "--published", "2022-10-14", "--quiet")
    with Record.open("sayso.db", create=False) as record:
        stored = record.view.reading("one")
        assert stored is not None
        denial = next(s for s in stored.reading.statements if s.kind == "deny")
        event = next(e for e in stored.reading.events if e.id in denial.events)
    status, out, _ = run("show", stored.fact_id(denial.id))
    assert status == 0
    assert re.search(r"^cue +denied$", out, re.MULTILINE)
    assert re.search(r"^kind +deny, affirm, indirect$", out, re.MULTILINE)
    assert re.search(r"^address +https://wire\.example/1$", out, re.MULTILINE)
    assert "⟦denied⟧" in out
    assert stored.fact_id(event.id) in out
    status, out, _ = run("show", stored.fact_id(event.id))
    assert status == 0
    assert re.search(rf"^type +{event.type.value}", out, re.MULTILINE)
    assert stored.fact_id(denial.id) in out
    assert "\x1b" not in out


def test_show_gives_a_document_by_either_id(run: Run, news: Path) -> None:
    run("ingest", "news.jsonl", "--quiet")
    status, out, _ = run("show", "one")
    assert status == 0
    key = re.search(r"^document +([0-9a-f]{16})$", out, re.MULTILINE)
    assert key is not None
    assert run("show", key[1])[1] == out
    assert "version     1 of 1" in out
    assert "\x1b" not in out
    status, out, err = run("show", "nothing")
    assert (status, out) == (1, "")
    assert "'nothing'" in err
