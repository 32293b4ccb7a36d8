"""Stated dates: ISO and RFC forms are understood, everything else is none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.collect.moments import stated


@pytest.mark.parametrize(
    ("text", "day", "moment"),
    [
        ("2022-10-14", date(2022, 10, 14), None),
        ("20221014", date(2022, 10, 14), None),
        ("2022/10/14", date(2022, 10, 14), None),
        (" 2022-10-14T23:30:00-05:00 ", date(2022, 10, 14), "2022-10-14T23:30:00-05:00"),
        ("2022-10-14T09:00:00Z", date(2022, 10, 14), "2022-10-14T09:00:00+00:00"),
        ("2022-10-14 09:00", date(2022, 10, 14), "2022-10-14T09:00:00"),
        ("2022-10-14 09:00:00 UTC", date(2022, 10, 14), "2022-10-14T09:00:00+00:00"),
        ("Fri, 14 Oct 2022 01:30:00 +0300", date(2022, 10, 14), "2022-10-14T01:30:00+03:00"),
        ("14 Oct 2022 01:30:00 GMT", date(2022, 10, 14), "2022-10-14T01:30:00+00:00"),
    ],
)
def test_forms_that_leave_no_doubt(text: str, day: date, moment: str | None) -> None:
    found = stated(text)
    assert found is not None
    assert found.day == day
    assert (found.moment.isoformat() if found.moment else None) == moment


@pytest.mark.parametrize(
    "text", [None, "", "03/04/2022", "2022", "2022-10", "2022-02-30", "yesterday", "٢٠٢٢-١٠-١٤", "1665738000", "x" * 99]
)
def test_anything_else_is_no_date(text: str | None) -> None:
    assert stated(text) is None


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    found = stated(text)
    assert found is None or found.moment is None or found.moment.date() == found.day
