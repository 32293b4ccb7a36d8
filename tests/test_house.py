"""House rules that a machine can check: small modules and functions, no import cycles, no stray paths."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "sayso").rglob("*.py"))
ALL = sorted(p for folder in ("sayso", "training", "gates", "scripts", "tests") for p in (ROOT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    parts = list(path.relative_to(ROOT).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {name_of(path) for path in MODULES}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < 300


@pytest.mark.parametrize("path", [p for p in ALL if "tests" not in p.relative_to(ROOT).parts], ids=name_of)
def test_functions_are_short(path: Path) -> None:
    long = [
        f"{node.name}:{node.lineno}"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno >= 40
    ]
    assert not long


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_say_their_place(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def imports_of(path: Path) -> Iterator[str]:
    """Yield the sayso modules that are imported when this one is; imports inside functions do not count."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from found
            if not set(found) <= NAMES:  # `from package import module` asks for the module alone
                yield node.module


def test_no_import_cycles() -> None:
    names = {name_of(path): path for path in MODULES}
    edges = {name: {i for i in imports_of(path) if i in names and i != name} for name, path in names.items()}
    while leaves := {name for name, targets in edges.items() if not targets & set(edges)}:
        edges = {name: targets for name, targets in edges.items() if name not in leaves}
    assert not edges, f"in or behind a cycle: {sorted(edges)}"


@pytest.mark.parametrize("word", ["/work/", "/home/", "C:\\\\Users"])
def test_no_absolute_paths(word: str) -> None:
    texts = [p for p in ALL if p != Path(__file__)] + [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    assert not [str(p) for p in texts if word in p.read_text(encoding="utf-8")]
