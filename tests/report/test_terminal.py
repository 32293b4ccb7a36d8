"""A reading on a terminal says who, how and what, and lets no escape sequence through."""

from __future__ import annotations

import io
from dataclasses import replace

from rich.console import Console

from sayso.model import Document, Reading
from sayso.report.terminal import print_reading
from tests.model.samples import sample_reading


def shown(reading: Reading, *, colour: bool = False) -> str:
    out = io.StringIO()
    print_reading(reading, Console(file=out, width=160, force_terminal=colour, markup=False, emoji=False))
    return out.getvalue()


def test_tables_hold_the_record() -> None:
    text = shown(sample_reading())
    for words in (
        "Anna Rusk",
        "say",
        "Reuters",
        "ASSAULT (heavy-weapons)",
        "s1 CT-",
        "author Uu",
        "Orsk Vale",
        "truncated",
    ):
        assert words in text


def test_colours_only_on_a_terminal() -> None:
    assert "\x1b[" in shown(sample_reading(), colour=True)
    assert "\x1b[" not in shown(sample_reading())


def test_escape_sequences_of_the_text_are_shown() -> None:
    document = Document(id="x", text="He said \x1b[2J and [bold]more[/bold].", title="\x1b]0;owned\x07")
    text = shown(Reading(document=document))
    assert "\x1b" not in text
    assert "⟨001B⟩" in text
    assert "[bold]more[/bold]" in text


def test_a_source_that_nobody_names() -> None:
    reading = sample_reading()
    statement = replace(reading.statements[0], source=None)
    assert "not named" in shown(replace(reading, statements=(statement,)))
