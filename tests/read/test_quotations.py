"""Quotation marks of ordinary and broken copy."""

from __future__ import annotations

import time

import pytest

from sayso.read.quotations import find_quotations, paragraphs


def quoted(text: str) -> list[str]:
    return [q.span.of(text) for q in find_quotations(text).quoted]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Go,” he said. “Now.”", ["“Go,”", "“Now.”"]),
        ('"Go," he said. "Now."', ['"Go,"', '"Now."']),
        ("«Go», he said.", ["«Go»"]),
        ("»Go«, he said.", ["»Go«"]),
        ("„Go“, he said.", ["„Go“"]),
        ("''Go,'' he said.", ["''Go,''"]),
        ("``Go,'' he said.", ["``Go,''"]),
        ("‘Go,’ he said.", ["‘Go,’"]),
        ("'Go,' he said, 'and that's it.'", ["'Go,'", "'and that's it.'"]),
        ("It was “a bad day.“ He left.", ["“a bad day.“"]),
        ("(“Go”) — “now”", ["“Go”", "“now”"]),
        ("the army’s ‘purely defensive’ role", ["‘purely defensive’"]),
        ("the soldiers' mess and the '90s", []),
        ('a 5\'10" man said "no"', ['"no"']),
        ("no marks at all", []),
        ("", []),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected
    assert not find_quotations(text).unbalanced


def test_inner_quotation_has_depth() -> None:
    found = find_quotations("“He told me ‘go away’ twice,” she said.")
    assert [(q.depth, q.closed) for q in found.quoted] == [(0, True), (1, True)]
    assert len(found.outermost) == 1


def test_open_quotation_ends_with_its_paragraph() -> None:
    text = "“We are ready. We will go.\n\nThe town is “quiet” now."
    found = find_quotations(text)
    assert quoted(text) == ["“We are ready. We will go.", "“quiet”"]
    assert [mark.of(text) for mark in found.unbalanced] == ["“"]


def test_open_quotation_ends_where_the_speaker_is_named() -> None:
    text = "“Our task is purely defensive. Defence Minister Jan Holt said in a statement. It rained."
    assert quoted(text) == ["“Our task is purely defensive."]


def test_first_person_stays_inside_an_open_quotation() -> None:
    text = "“We are ready. We said in March that we were."
    assert quoted(text) == [text]


def test_quotation_over_paragraphs_is_balanced() -> None:
    text = "“One.\n\n“Two.\n\n“Three,” he said."
    found = find_quotations(text)
    assert [q.continues for q in found.quoted] == [False, True, True]
    assert not found.unbalanced


def test_next_paragraph_without_mark_leaves_the_first_unbalanced() -> None:
    assert len(find_quotations("“One.\n\nTwo.").unbalanced) == 1


def test_second_opening_mark_gives_up_the_first() -> None:
    text = 'He said "this is it. "We will go on," he added.'
    assert quoted(text) == ['"this is it.', '"We will go on,"']
    assert len(find_quotations(text).unbalanced) == 1


def test_stray_closing_mark_spoils_nothing() -> None:
    text = "A stray ” mark. “Go,” he said."
    assert quoted(text) == ["“Go,”"]
    assert len(find_quotations(text).unbalanced) == 1


def test_one_bad_mark_never_reaches_the_next_paragraph() -> None:
    rest = "\n\n“Go,” he said.\n\n“Stay,” she said."
    assert quoted('An "odd text' + rest)[1:] == quoted(rest)


def test_paragraphs_are_trimmed() -> None:
    text = "\n\n  One. \n \n\tTwo.\n\n"
    assert [span.of(text) for span in paragraphs(text)] == ["One.", "Two."]


@pytest.mark.parametrize("unit", ["“a ", "“a. Bb ", "“a.\n\n", "' '’", "\n \n", "''``", "“He said. "])
def test_time_grows_with_length_only(unit: str) -> None:
    def seconds(count: int) -> float:
        text = unit * count
        start = time.process_time()
        find_quotations(text)
        return time.process_time() - start

    seconds(100)
    assert seconds(16_000) < 12 * max(seconds(4_000), 0.002)
