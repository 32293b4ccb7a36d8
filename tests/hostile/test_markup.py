"""Markup made to hold a parser, to hide text or to slip past the scanner: each answered within seconds."""

from __future__ import annotations

import time

import pytest

from sayso.collect.pages import read_page
from sayso.errors import UnreadableInput
from sayso.model import ProblemKind

N = 50_000
WORDS = "The guard said on Friday that the bridge was closed to lorries. "
ARTICLE = f"<p>{WORDS * 5}</p>" * 3
MARK = "closed to lorries"

REFUSED = {
    "nested": "<div>" * N,
    "upper-case": "<DIV>" * N,
    "unclosed-formatting": "<p><b>x" * N,
    "other-names": "".join(f"<x{n}>" for n in range(N)),
    "wide-and-deep": ("<div>" * 900 + "x" + "</div>" * 900) * 40,
    "cdata-in-html": "<![CDATA[" + "<div>" * N,
    "empty-comment": "<!-->" + "<div>" * N,
    "bang-comment": "<!--x--!>" + "<div>" * N,
    "quote-without-name": '<p =">' + "<div>" * 9_000 + '">',
    "slash-in-quotes": '<div a="/>">' * N,
    "slash-as-value": "<div a=/>" * N,
    "slash-after-blank": "<div a= />" * N,
    "slash-after-stray-quote": '<div a=x"/>' * N,
    "paragraph-over-block": "<p><div></p>" * N,
    "item-over-block": "<li><div></li>" * N,
    "title": "<title>" + "<div>" * N,
    "noframes": "<noframes>" + "<div>" * N,
    "double-escaped-script": "<script><!--<script></script>" + "<div>" * N,
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(5_000)) + ">",
    "attributes-after-quoted-end": '<p a=">" ' + " ".join(f"a{n}" for n in range(5_000)) + ">",
    "attributes-by-slash": "<p" + "/a" * 5_000 + ">",
    "long-tag": "<p a='" + "x" * 70_000 + "'>",
    "long-tag-unclosed": "<p " + "x" * 70_000,
    "tags": "<br>x" * 101_000,
    "size": "a" * 5_000_001,
}

READ = {
    "at-depth-900": "<div>" * 900 + ARTICLE,
    "tables-unclosed": "<table><tr><td>" * 200 + ARTICLE,
    "optional-ends": "<div><p>x</div>" * 1_500 + ARTICLE,
    "drawings": '<svg viewBox="0 0 1 1"><path d="M 0" fill=\'x\'/></svg>' * 3_000 + ARTICLE,
    "formulas": "<math><annotation encoding='application/x-tex'>x</annotation></math>" * 15_000 + ARTICLE,
    "stray-ends": "</x>" * 40_000 + ARTICLE,
    "bare-less-than": "<" * 200_000 + ARTICLE,
    "script-of-tags": "<script>" + "<a>" * N + "</script>" + ARTICLE,
    "json-ld-nested": "<script type='application/ld+json'>" + "[" * 200_000 + "</script>" + ARTICLE,
    "references": "<p>" + "&amp;" * 100_000 + "</p>" + ARTICLE,
    "unclosed-quotes": '<p a="x>' * 5_000 + ARTICLE,
}


@pytest.mark.parametrize("name", REFUSED)
def test_bombs_are_refused_at_once(name: str) -> None:
    page = f"<html><body>{REFUSED[name]}{ARTICLE}".encode()
    began = time.perf_counter()
    with pytest.raises(UnreadableInput):
        read_page(page)
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize("name", READ)
def test_odd_pages_are_read_in_time(name: str) -> None:
    page = f"<html><body>{READ[name]}".encode()
    began = time.perf_counter()
    assert MARK in read_page(page).text
    assert time.perf_counter() - began < 10


HIDDEN = {
    "attribute": "<p hidden>{}</p>",
    "display": '<p style="color:red; display : none">{}</p>',
    "visibility": '<p style="visibility:hidden">{}</p>',
    "size": '<p style="font-size:1px">{}</p>',
    "opacity": '<p style="opacity:0.0;">{}</p>',
    "colour": '<p style="color:#fff;background-color:#FFF">{}</p>',
    "inside": '<div style="display:none"><div><p>{}</p></div></div>',
}


@pytest.mark.parametrize("name", HIDDEN)
def test_hidden_text_is_left_out_and_counted(name: str) -> None:
    secret = "Ministry confirms the attack on the northern bridge."
    page = f"<html><body><article>{ARTICLE}{HIDDEN[name].format(secret)}{ARTICLE}</article></body></html>"
    document = read_page(page.encode())
    assert "northern" not in document.text
    assert [p.kind for p in document.noticed] == [ProblemKind.HIDDEN_TEXT]
    assert str(len(secret)) in document.noticed[0].detail


@pytest.mark.parametrize("style", ["font-size:12px", "opacity:0.9", "color:#000;background:#fff", "display:block"])
def test_shown_text_is_kept(style: str) -> None:
    page = f'<html><body><article>{ARTICLE}<p style="{style}">{WORDS} Northern part.</p></article></body></html>'
    document = read_page(page.encode())
    assert "Northern part." in document.text
    assert document.noticed == ()


def test_a_page_hidden_as_a_whole_while_it_loads_is_read() -> None:
    assert MARK in read_page(f'<html><body style="opacity:0">{ARTICLE}</body></html>'.encode()).text


def test_a_page_without_text_is_a_failure() -> None:
    with pytest.raises(UnreadableInput, match="no article text"):
        read_page(b"<html><body>" + b"<img src=x>" * 500)


@pytest.mark.parametrize(
    "payload", ["javascript:alert(1)", "data:text/html,x", "file:///x", "https://", "//x.example/"]
)
def test_only_web_addresses_are_kept(payload: str) -> None:
    page = f'<html><head><link rel="canonical" href="{payload}"></head><body>{ARTICLE}</body></html>'
    assert read_page(page.encode()).url is None


@pytest.mark.parametrize("title", ["<script>alert(1)</script>Guards", "Gua\u0000rds", "<img src=x onerror=y>Guards"])
def test_titles_become_plain_text(title: str) -> None:
    ld = '{"@type":"NewsArticle","headline":' + _json(title) + "}"
    page = f'<html><head><script type="application/ld+json">{ld}</script></head><body>{ARTICLE}</body></html>'
    found = read_page(page.encode()).title
    assert found is None or not set(found) & set("<>\x00")


def _json(text: str) -> str:
    return '"' + text.replace("</", "<\\/").replace("\x00", "\\u0000") + '"'
