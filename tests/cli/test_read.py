"""`sayso read` as a person and as a program would call it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner

from sayso.cli import app, main
from sayso.model.schema import reading_schema

TEXT = (
    "Kelmar's defence minister, Anna Rusk, denied on Monday that its army had shelled the town of Orsk.\n\n"
    "“We did not fire,” she told Reuters. Russia blamed Ukraine for the blast.\n"
)


def run(*arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "sayso", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "COLUMNS": "140"},
    )


def lines(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_jsonl_obeys_the_schema_and_every_span_is_its_slice(report: Path) -> None:
    done = run("read", str(report), "--published", "2031-03-05", "--format", "jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    (reading,) = lines(done.stdout)
    jsonschema.validate(reading, reading_schema())
    stored = TEXT.rstrip("\n") if reading["document"]["characters"] < len(TEXT) else TEXT

    def check(value: Any) -> None:
        if isinstance(value, dict):
            if {"start", "end", "text"} <= set(value):
                assert stored[value["start"] : value["end"]] == value["text"]
            for part in value.values():
                check(part)
        elif isinstance(value, list):
            for part in value:
                check(part)

    check(reading)
    assert reading["document"]["published"] == "2031-03-05"
    assert {t["text"]: t["value"] for t in reading["times"]}["Monday"] == "2031-03-03"


def test_a_denied_act_is_no_act(report: Path) -> None:
    (reading,) = lines(run("read", str(report), "--format", "jsonl").stdout)
    shelling = next(e for e in reading["events"] if e["trigger"][0]["text"] == "shelled")
    assert shelling["type"] == "ASSAULT"
    assert {v["value"] for v in shelling["factuality"]} == {"CT-", "Uu"}
    denial = next(s for s in reading["statements"] if s["kind"] == "deny")
    assert "Rusk" in denial["source"]["text"]


def test_same_input_same_bytes_in_one_process_or_two(report: Path, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text(f"{TEXT}\n\nThis is report {number}.", encoding="utf-8")
    alone = run("read", str(folder), "--format", "jsonl").stdout
    assert alone == run("read", str(folder), "--format", "jsonl").stdout
    assert alone == run("read", str(folder), "--format", "jsonl", "--jobs", "2").stdout
    assert len(lines(alone)) == 5


def test_standard_input_takes_jsonl_as_it_is() -> None:
    text = "  Kelmar said\tit would  withdraw.  "
    line = json.dumps({"id": "x1", "text": text, "outlet": "Courier", "published": "2031-03-04"})
    (reading,) = lines(run("read", "-", "--format", "jsonl", stdin=line + "\n").stdout)
    assert reading["document"]["id"] == "x1"
    assert reading["document"]["characters"] == len(text)
    assert all(text[t["start"] : t["end"]] == t["text"] for s in reading["statements"] for t in s["cue"])


def test_text_for_people(report: Path) -> None:
    done = run("read", str(report))
    for words in ("Statements", "Events", "deny", "CT-", "Anna Rusk"):
        assert words in done.stdout


def test_one_page_for_people(report: Path) -> None:
    page = run("read", str(report), "--format", "html").stdout
    assert page.startswith("<!doctype html>")
    assert "Anna Rusk" in page


BAD = {
    "empty.txt": (b"", "empty"),
    "binary.txt": (bytes(range(256)) * 40, "binary"),
    "broken.jsonl": (b'{"text": "A."}\n{"text": \n{"text": "B."}\n', "broken.jsonl:2"),
    "missing.jsonl": (b'{"title": "no text"}\n', "missing.jsonl:1"),
}


@pytest.mark.parametrize("name", BAD)
def test_one_bad_input_is_named_and_the_others_are_read(name: str, report: Path, tmp_path: Path) -> None:
    content, named = BAD[name]
    (tmp_path / name).write_bytes(content)
    done = run("read", str(tmp_path / name), str(report), "--format", "jsonl")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert named in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert lines(done.stdout)[-1]["document"]["characters"] >= len(TEXT.strip())


def test_a_line_of_fifty_megabytes(report: Path, tmp_path: Path) -> None:
    path = tmp_path / "huge.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "' + b"a" * 50_000_000 + b'"}\n{"text": "Kelmar denied it."}\n')
    done = run("read", str(path), "--format", "jsonl")
    assert done.returncode == 1
    assert "huge.jsonl:1" in done.stderr
    assert len(lines(done.stdout)) == 1


def test_what_is_not_there(tmp_path: Path) -> None:
    done = run("read", str(tmp_path / "nothing.txt"))
    assert done.returncode == 1
    assert "nothing.txt" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [["read"], ["read", "x.txt", "--published", "last Monday"], ["read", "x.txt", "--format", "pdf"], ["shout"]],
)
def test_wrong_usage(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_reader_who_walks_away(report: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "sayso", "read", *[str(report)] * 3, "--format", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_schema_is_printed() -> None:
    done = CliRunner().invoke(app, ["schema"])
    assert json.loads(done.stdout) == reading_schema()


@pytest.mark.parametrize("command", ["demo", "read", "ingest", "search", "show", "report", "schema"])
def test_every_command_helps_with_an_example(command: str) -> None:
    done = CliRunner().invoke(app, [command, "--help"])
    assert done.exit_code == 0
    assert "Example" in done.output


def test_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["sayso", "--version"])
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 0
