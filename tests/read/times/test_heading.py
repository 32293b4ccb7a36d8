"""The document's own date from its dateline or byline."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.read.times import find_document_date

DAY = date(2022, 10, 14)


@pytest.mark.parametrize(
    "head",
    [
        "KYIV, Oct 14, 2022 (Agency) - The minister left.",
        "KYIV, Ukraine, 14 October 2022 — The minister left.",
        "Minister leaves\nBy Anna Example\nPublished: October 14, 2022 10:30 GMT\n\nHe left.",
        "Minister leaves\n\n2022-10-14\n\nHe left.",
        "Minister leaves\nBy Anna Example | 14 October 2022\nHe left.",
        "Minister leaves\nUpdated 15 October 2022\nPublished on 14 October 2022\nHe left.",
        "Minister leaves\nLast updated: 14 October 2022\nHe left.",
    ],
)
def test_stated_with_its_year(head: str) -> None:
    assert find_document_date(head) == DAY


@pytest.mark.parametrize(
    "head",
    [
        "",
        "KYIV, Oct 14 (Agency) - The minister left.",
        "The war began on 24 February 2022.",
        "On 24 February 2022 Russia invaded Ukraine.",
        "Published 03/04/2022",
        "KYIV, Feb 30, 2022 (Agency) - The minister left.",
        "\n".join(["A line of text."] * 30) + "\nPublished 14 October 2022",
    ],
)
def test_never_guessed(head: str) -> None:
    assert find_document_date(head) is None
