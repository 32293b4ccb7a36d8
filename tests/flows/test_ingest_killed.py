"""A kill at any moment: whole documents or none, and a second run ends where an undisturbed one does."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.monitor.ingest import ingest
from sayso.record import Record
from sayso.record.columns import metadata
from tests.flows.saying_reader import SayingReader

DOCUMENTS = 400
CODE = """
import sys
from pathlib import Path
from sayso.monitor.ingest import ingest
from sayso.record import Record
from tests.flows.saying_reader import SayingReader
with Record.open(Path(sys.argv[1])) as record:
    for step in ingest([sys.argv[2]], record.writer, SayingReader()):
        print(step.outcome, flush=True)
"""


def rows(path: Path) -> dict[str, object]:
    """Return all ids and the number of rows of every table."""
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        found: dict[str, object] = {
            name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone() for name in metadata.tables
        }
        for name in ("documents", "readings", "statements", "actors"):
            found[f"{name} ids"] = sorted(connection.execute(f"SELECT id FROM {name}"))
        for name in ("document_search", "statement_search"):
            query = f"SELECT count(*) FROM {name} WHERE {name} MATCH 'thing'"
            found[name] = connection.execute(query).fetchone()
    connection.close()
    return found


def kill_after(lines: int, record: Path, news: Path) -> None:
    """Run an ingest and kill it when it has reported `lines` documents, somewhere in the work on the next."""
    command = [sys.executable, "-c", CODE, str(record), str(news)]
    root = Path(__file__).parent.parent.parent
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as child:
        assert child.stdout is not None
        for _ in range(lines):
            child.stdout.readline()
        time.sleep(0.001 * (lines % 7))
        child.send_signal(signal.SIGKILL)
        child.wait()
        assert child.returncode == -signal.SIGKILL


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    texts = [" ".join(f"Person{n}x{k} said thing {k}." for k in range(12)) for n in range(DOCUMENTS)]
    path.write_text("\n".join(json.dumps({"text": text}) for text in texts))
    return path


def test_killed_again_and_again(tmp_path: Path, news: Path) -> None:
    with Record.open(tmp_path / "calm.db") as record:
        list(ingest([news], record.writer, SayingReader()))
    killed = tmp_path / "killed.db"
    for lines in (0, 1, 40, 41, 110):
        kill_after(lines, killed, news)
        with sqlite3.connect(killed) as connection:
            if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'documents'").fetchone():
                half = (
                    "SELECT count(*) FROM readings r"
                    " WHERE 12 <> (SELECT count(*) FROM statements s WHERE s.reading = r.n)"
                    " OR 12 <> (SELECT count(*) FROM actors a WHERE a.reading = r.n)"
                )
                assert connection.execute(half).fetchone() == (0,)
        connection.close()
    with Record.open(killed) as record:
        list(ingest([news], record.writer, SayingReader()))
        assert record.view.counts().documents == DOCUMENTS
    assert rows(killed) == rows(tmp_path / "calm.db")


def test_two_at_once(tmp_path: Path, news: Path) -> None:
    with Record.open(tmp_path / "calm.db") as record:
        list(ingest([news], record.writer, SayingReader()))
    command = [sys.executable, "-c", CODE, str(tmp_path / "both.db"), str(news)]
    root = Path(__file__).parent.parent.parent
    children = [subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=root) for _ in range(2)]
    assert [child.wait() for child in children] == [0, 0]
    assert rows(tmp_path / "both.db") == rows(tmp_path / "calm.db")
