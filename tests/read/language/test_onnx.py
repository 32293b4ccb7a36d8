"""The default language model: valid, the same in any company, and patient with any text."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read.language.onnx import OnnxModel
from sayso.read.language.parse import Parse
from sayso.read.language.tree import is_tree
from sayso.read.language.windows import LONGEST, next_seam, paragraphs

REPORT = (
    "Kelmar's defence minister, Anna Rusk, denied on Monday that its artillery had shelled Orsk Vale.\n\n"
    "“We did not fire,” she told Reuters. The army of Dorvan says otherwise."
)


def check(parse: Parse) -> None:
    """Assert what every parse promises."""
    import numpy as np

    covered = [i for first, end in parse.sentences for i in range(first, end)]
    assert covered == list(range(len(parse.tokens)))
    for token in parse.tokens:
        assert parse.text[token.start : token.end] == token.text
        assert not token.text.isspace()
    for first, end in parse.sentences:
        assert is_tree(np.array([t.head - first for t in parse.tokens[first:end]]))
    assert all(0 <= n.first <= n.last < len(parse.tokens) for n in parse.names)
    assert all(len(tags) == len(parse.tokens) for tags in parse.layers.values())


def test_reads_a_report(language: OnnxModel) -> None:
    (parse,) = language.parse([REPORT])
    check(parse)
    assert len(parse.sentences) == 3
    names = {(parse.span(n.first, n.last).of(REPORT), n.label) for n in parse.names}
    assert ("Anna Rusk", "PER") in names
    denied = next(t for t in parse.tokens if t.text == "denied")
    assert denied.is_root
    assert denied.lemma == "deny"


def test_company_changes_nothing(language: OnnxModel) -> None:
    other = "Short.\n\nSome other text, which is a good deal longer than the one before it, was added here."
    alone = language.parse([REPORT])[0]
    assert language.parse([other, REPORT, other])[1] == alone


def test_threads_agree(language: OnnxModel) -> None:
    alone = language.parse([REPORT])[0]
    with ThreadPoolExecutor(4) as pool:
        assert all(parse[0] == alone for parse in pool.map(language.parse, [[REPORT]] * 12))


def test_a_long_paragraph_has_no_seam_inside_a_sentence(language: OnnxModel) -> None:
    text = " ".join(["The army of Kelmar shelled the town of Orsk again on Monday, two officials said."] * 60)
    (parse,) = language.parse([text])
    check(parse)
    assert len(parse.tokens) > 4 * LONGEST
    assert len(parse.sentences) == 60


@pytest.mark.parametrize(
    ("starts", "first", "end", "total", "seam"),
    [([0, 90], 0, 100, 300, 90), ([0, 40], 0, 100, 300, 100), ([], 0, 100, 300, 100), ([0, 90], 0, 100, 100, 100)],
)
def test_next_seam(starts: list[int], first: int, end: int, total: int, seam: int) -> None:
    assert next_seam(starts, first, end, total) == seam


@pytest.mark.parametrize(
    "dateline",
    [
        "KYIV, October 11 (Vistula Wire) - ",
        "GENEVA — ",
        "ADDIS ABABA (Reuters) – ",
        "ST. PETERSBURG, Russia, Oct. 3 -- ",
    ],
)
def test_a_dateline_belongs_to_no_sentence(dateline: str, language: OnnxModel) -> None:
    text = f"{dateline}Nineteen people were killed on Monday, the police said."
    (parse,) = language.parse([text])
    check(parse)
    starts = {parse.tokens[first].start for first, _ in parse.sentences}
    assert len(dateline) in starts


@pytest.mark.parametrize(
    "text", ["Kelmar - a small state - denied it.", "A TV-style - ", "The EU - NATO talks failed."]
)
def test_other_dashes_open_nothing(text: str) -> None:
    assert len(list(paragraphs(text))) == 1


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "!", "x" * 5000, "\u200b\u202e", "٣ дня 在 北京", "a " * 2000, "😀" * 700]
)
def test_odd_texts(language: OnnxModel, text: str) -> None:
    check(language.parse([text])[0])


@settings(max_examples=40)
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    check(OnnxModel_shared().parse([text])[0])


_shared: list[OnnxModel] = []


def OnnxModel_shared() -> OnnxModel:  # noqa: N802 -- Hypothesis cannot take a session fixture without a health check
    if not _shared:
        _shared.append(OnnxModel())
    return _shared[0]
