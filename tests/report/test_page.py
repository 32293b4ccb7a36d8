"""The page of a reading loads nothing, escapes everything and links both ways."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import html

from sayso.model import Document, Reading, Span
from sayso.report.page import render_readings
from tests.model.samples import sample_reading

ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><svg onload=alert(1)>",
    "{{ 7 * 7 }}",
    "javascript:alert(1)",
    "<!--",
    "&lt;b&gt;",
]


def test_loads_nothing_from_anywhere() -> None:
    page = render_readings([sample_reading()])
    tree = html.fromstring(page)
    assert not tree.xpath("//@src | //link | //iframe | //object | //form")
    assert "default-src 'none'" in page
    assert not re.search(r"url\(|@import|https?:", page)


@pytest.mark.parametrize("attack", ATTACKS)
def test_foreign_text_is_shown_and_never_acts(attack: str) -> None:
    document = Document(id=attack, text=f"He said {attack} today.", title=attack, outlet=attack, byline=attack)
    tree = html.fromstring(render_readings([Reading(document=document, sentences=(Span(0, 5),))]))
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//img | //svg | //b")
    assert not [a for a in tree.xpath("//@*") if a.attrname.startswith("on")]
    assert attack in tree.xpath("string(//div[@class='text'])")


def test_spans_point_at_their_records() -> None:
    tree = html.fromstring(render_readings([sample_reading()]))
    pointed = {record for value in tree.xpath("//@data-records") for record in value.split()}
    assert pointed == {"d1-s1", "d1-e1"}
    assert all(tree.xpath(f"//*[@id='{record}']") for record in pointed)
    assert tree.xpath("string(//div[@class='text'])").strip() == sample_reading().document.text


def test_many_readings_keep_their_records_apart() -> None:
    one = sample_reading()
    two = replace(one, document=replace(one.document, id="d2"))
    tree = html.fromstring(render_readings([one, two]))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
