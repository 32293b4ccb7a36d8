"""The demo, end to end: shipped reports in, a record and a checked situation report out, as the README shows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html
from typer.testing import CliRunner

from sayso.cli import app
from sayso.model import AUTHOR, Factuality, Kind, ProblemKind, Reading
from sayso.record import Record
from sayso.report.sitrep import faults, report_on

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo")
    done = CliRunner().invoke(app, ["demo", "--output", str(path)])
    assert done.exit_code == 0, done.output
    (path / "printed.txt").write_text(done.output, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def readings(folder: Path) -> list[Reading]:
    with Record.open(folder / "sayso.db", create=False) as record:
        return [stored.reading for stored in record.view.readings()]


def about(readings: list[Reading], words: str) -> Reading:
    return next(r for r in readings if words in (r.document.title or ""))


def test_reads_all_of_it(readings: list[Reading]) -> None:
    assert len(readings) == 23
    assert sum(len(r.statements) for r in readings) > 100
    assert all(r.document.published is not None and r.document.outlet for r in readings)


def test_readme_shows_true_output(folder: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    printed = (folder / "printed.txt").read_text(encoding="utf-8").splitlines()
    shown = [line for line in printed if str(folder) not in line and not line.startswith("Open ")]
    assert shown
    assert not [line for line in shown if line.strip() and line not in readme]


def test_the_second_time_nothing_changes(folder: Path) -> None:
    before = (folder / "report.html").read_bytes()
    done = CliRunner().invoke(app, ["demo", "--output", str(folder)])
    assert "0 documents read, 23 already known" in done.output
    assert (folder / "report.html").read_bytes() == before


def test_the_report_stands_on_its_evidence(folder: Path) -> None:
    with Record.open(folder / "sayso.db", create=False) as record:
        made = report_on(record.view)
    assert made is not None
    assert not faults(made)
    tree = html.fromstring((folder / "report.html").read_text(encoding="utf-8"))
    ids = set(tree.xpath("//@id"))
    assert {href[1:] for href in tree.xpath("//a/@href")} <= ids


def test_copies_are_set_aside(folder: Path) -> None:
    with Record.open(folder / "sayso.db", create=False) as record:
        made = report_on(record.view)
    assert made is not None
    assert made.coverage.copies >= 2
    said = [
        s.text for section in made.sections if section.key == "parties" for b in section.blocks for s in b.sentences
    ]
    assert not [text for text in said if "(Polesia Courier" in text and "joint regional group" in text]


def test_denials_keep_their_sayer_and_deny(readings: list[Reading]) -> None:
    herald = about(readings, "Zelensky asks G7")
    denial = next(s for s in herald.statements if s.kind is Kind.DENY)
    assert denial.source is not None
    assert "Zelensky" in denial.source.span.of(herald.document.text)
    attack = next(e for e in herald.events if e.id in denial.events)
    assert attack.value_for(denial.id) is not Factuality.CERTAIN
    assert attack.value_for(AUTHOR) is Factuality.UNCOMMITTED


def test_nothing_feared_or_denied_is_a_fact(readings: list[Reading]) -> None:
    fears = about(readings, "Will Minsk join the war")
    seizures = [e for e in fears.events if e.trigger[0].of(fears.document.text).startswith("seize")]
    assert seizures
    for event in seizures:
        assert all(p.value is not Factuality.CERTAIN for p in event.factuality)


def test_one_man_in_two_spellings_and_two_scripts(readings: list[Reading]) -> None:
    briefing = about(readings, "Вольфович")
    names = {a.name for a in briefing.actors if "olfovich" in a.name}
    assert len(names) == 1


def test_the_garbled_copy_is_noticed(readings: list[Reading]) -> None:
    spun = about(readings, "force is united")
    kinds = {p.kind for p in spun.problems}
    assert ProblemKind.UNBALANCED_QUOTATION in kinds
    assert ProblemKind.MISSING_SPACE in kinds


def test_sport_is_no_war(readings: list[Reading]) -> None:
    cup = about(readings, "Dinamo")
    assert not [e for e in cup.events if e.value_for(AUTHOR) is Factuality.CERTAIN]


def test_search_and_show(folder: Path) -> None:
    found = CliRunner().invoke(app, ["search", "observers", "border", "--record", str(folder / "sayso.db")])
    assert found.exit_code == 0
    key = re.search(r"\b[0-9a-f]{16}\b", found.output)
    assert key is not None
    shown = CliRunner().invoke(app, ["show", key.group(), "--record", str(folder / "sayso.db")])
    assert shown.exit_code == 0
    assert "observer" in shown.output


@pytest.mark.parametrize("suffix", ["html", "md"])
def test_report_of_a_part(suffix: str, folder: Path, tmp_path: Path) -> None:
    output = tmp_path / f"day.{suffix}"
    record = str(folder / "sayso.db")
    day = ["--from", "2022-10-11", "--to", "2022-10-11"]
    done = CliRunner().invoke(app, ["report", *day, "--record", record, "--output", str(output)])
    assert done.exit_code == 0, done.output
    text = output.read_text(encoding="utf-8")
    assert "2022-10-11" in text
    assert "First Russian soldiers arrive" not in text


def test_report_without_reports(folder: Path, tmp_path: Path) -> None:
    arguments = ["report", "--from", "1999-01-01", "--to", "1999-01-02", "--record", str(folder / "sayso.db")]
    done = CliRunner().invoke(app, [*arguments, "--output", str(tmp_path / "x.html")])
    assert done.exit_code != 0
    assert not (tmp_path / "x.html").exists()


def test_report_as_something_else(folder: Path) -> None:
    done = CliRunner().invoke(app, ["report", "--record", str(folder / "sayso.db"), "--output", "x.pdf"])
    assert done.exit_code == 2
