"""Every regular expression of ours is quick on 50,000 hostile characters: no pattern may hold up a reading.

The bound is 50 ms a string on an idle machine; a first miss is measured again, the best of three counts, doubled for a
machine that does other work.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import pytest

SIZE = 50_000
SECONDS = 0.1
TEXT = (
    "KYIV, October 11 (Vistula Wire) - Nineteen people were killed on Monday, the State Emergency Service said.\n\n"
    "“We did not fire,” Kelmar’s defence minister, Anna Rusk, told Reuters. She denied that 1,200 troops had been sent "
    "to Orsk at 6 p.m. on 3 March 2031. (Additional reporting by Ola Kerr; editing by B. Tarn)\n"
)
UNITS = (
    "a", "A", "Aa", "a ", "A ", "Aa ", " ", "\n", "\t", "\n ", "1", "1 ", "1,", "1.", "-", "a-",
    "A-", ".", "a.", "A.", ",", "a,", "a, ", "“", "“a", "a”", '"', "'", "a'", "(", "(a", "()", ")",
    ":", "a:", "/", "@", "a@", "_", "&", "&a;", "<", "<a ", "=", "said ", "the ", "of the ",
    "on Monday ", "2031 ", "March ", "and ", "é", "д", "中", "\u200b", "😀",
    "Additional reporting by A ", "KYIV, ", "www.", "first ", "last ", "- ", " - ", "a\n\n", "A.B.",
    "a1", "x=",
)  # fmt: skip


@cache
def patterns() -> list[tuple[str, int]]:
    script = Path(__file__).with_name("collect_patterns.py")
    done = subprocess.run(
        [sys.executable, str(script)], input=TEXT, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return [(pattern, flags) for pattern, flags in map(json.loads, done.stdout.splitlines())]


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """Return the processor time that the search took, less two microseconds a match: finding things is no fault."""
    started = time.process_time()
    found = sum(1 for _ in pattern.finditer(text))
    return time.process_time() - started - 2e-6 * found


def test_patterns_are_found() -> None:
    assert len(patterns()) > 40


@pytest.mark.parametrize("unit", UNITS)
def test_no_pattern_is_slow(unit: str) -> None:
    hostile = (unit * SIZE)[:SIZE] + "!"
    slow = []
    for source, flags in patterns():
        pattern = re.compile(source, flags)
        took = seconds(pattern, hostile)
        if took > SECONDS:
            took = min(took, *(seconds(pattern, hostile) for _ in range(2)))
        if took > SECONDS:
            slow.append(f"{took:.2f} s: {source[:160]!r}")
    assert not slow
