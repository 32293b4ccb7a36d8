"""Docs that a machine can check: nothing undocumented, nothing stale, no command that is not there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

from sayso.cli import app
from sayso.model import EventType, ProblemKind

ROOT = Path(__file__).parent.parent.parent
PAGES = {path: path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md") if "_build" not in path.parts}
COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def test_reference_is_fresh() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "build_reference.py"), "--check"],
        check=False, capture_output=True, text=True, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert re.search(rf"^## sayso {command}\b", PAGES[ROOT / "docs" / "reference" / "commands.md"], re.MULTILINE)


@pytest.mark.parametrize("word", [*EventType, *ProblemKind])
def test_every_word_of_a_vocabulary_is_documented(word: str) -> None:
    assert word in PAGES[ROOT / "docs" / "reference" / "vocabulary.md"]


def test_no_page_names_a_command_that_is_not_there() -> None:
    texts = [*PAGES.values(), *(p.read_text(encoding="utf-8") for p in ROOT.glob("*.md"))]
    named = {m for text in texts for m in re.findall(r"(?:`|^|bin/|\| )sayso ([a-z]+)", text, re.MULTILINE)}
    assert named <= set(COMMANDS)


def test_every_make_target_that_a_page_names_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    texts = [*PAGES.values(), *(p.read_text(encoding="utf-8") for p in ROOT.glob("*.md"))]
    named = {m for text in texts for m in re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE)}
    assert named <= targets


def test_every_direct_dependency_has_its_reason() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    page = PAGES[ROOT / "docs" / "explanation" / "dependencies.md"]
    names = [re.split(r"[<>=\[ ]", line)[0] for line in project["dependencies"]]
    assert not [name for name in names if f"| {name} |" not in page]
