"""Pages: paragraphs, and metadata only as stated."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.collect.pages import declared_charset, read_page
from sayso.model import Document

WORDS = "The guard said on Friday that the bridge was closed to lorries. "


def page(head: str = "", body: str = "", *, attributes: str = "") -> Document:
    html = f"<html {attributes}><head>{head}</head><body><article>{body}<p>{WORDS * 5}</p></article></body></html>"
    return read_page(html.encode())


def ld(source: str) -> str:
    return f'<script type="application/ld+json">{source}</script>'


def test_paragraphs_are_parted_by_empty_lines() -> None:
    body = (
        "<nav><a href=/>Home</a><a href=/w>World</a></nav><h1>Bridge closed</h1>"
        f"<p>{WORDS}And <b>bold</b>&nbsp;words\nover lines.</p><h2>Later</h2>"
        "<ul><li>one <a href=x>link</a></li><li>two</li></ul>"
        f"<blockquote><p>“{WORDS}”</p><p>“Second.”</p></blockquote><table><tr><td>A</td><td>b</td></tr></table>"
    )
    paragraphs = page(body=body).text.split("\n\n")
    assert paragraphs[1:] == [
        "Later",
        "one link",
        "two",
        f"“{WORDS.strip()} ”".replace(". ”", ". ”"),
        "“Second.”",
        "A | b",
        (WORDS * 5).strip(),
    ]
    assert paragraphs[0].endswith("And bold words over lines.")


def test_the_title_is_not_repeated_in_the_text() -> None:
    found = page("<title>Bridge closed - Wire</title>", f"<h1>Bridge closed</h1><p>{WORDS * 4}</p>")
    assert found.title == "Bridge closed"
    assert not found.text.startswith("Bridge closed")


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Bridge closed | Wire</title>", "<h1>The Wire</h1><h1>Bridge closed</h1>", "Bridge closed"),
        ("<title>Bridge closed | Paper</title>", "<h1>The Wire</h1>", "Bridge closed | Paper"),
        ("", "<h1>Bridge &lt;closed&gt; &amp; shut</h1>", "Bridge <closed> & shut"),
        ("", "", None),
    ],
)
def test_a_logo_is_no_title(head: str, body: str, title: str | None) -> None:
    assert page(head, body).title == title


FULL = """{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Site"},
 {"@type": ["NewsArticle"], "headline": "Bridge &amp; road closed",
 "author": [{"name": "By Jane Doe"}, {"name": "Li Wei"}],
 "publisher": {"@type": "Organization", "name": "The Wire"}, "datePublished": "2022-10-14T01:30:00+03:00",
 "dateModified": "2022-10-15", "inLanguage": "en-GB", "url": "https://wire.example/a",
 "isBasedOn": {"@type": "NewsArticle", "url": "https://agency.example/1", "publisher": {"name": "Agency"}}}]}"""


def test_json_ld_is_believed_first() -> None:
    found = page('<meta property="og:title" content="Other"><meta name="date" content="2020-01-01">' + ld(FULL))
    assert (found.title, found.byline, found.outlet) == ("Bridge & road closed", "Jane Doe, Li Wei", "The Wire")
    assert found.published == date(2022, 10, 14)
    assert found.published_at is not None
    assert found.published_at.isoformat() == "2022-10-14T01:30:00+03:00"
    assert found.modified is not None
    assert found.modified.date() == date(2022, 10, 15)
    assert (found.language, found.url, found.origin) == ("en", "https://wire.example/a", "Agency")


def test_meta_tags_and_links() -> None:
    head = (
        '<link rel="canonical" href="https://w.example/b"><meta property="og:title" content="Title">'
        '<meta name="author" content="by Jane Doe"><meta property="og:site_name" content="W">'
        '<meta property="article:published_time" content="2022-10-14T09:00:00Z">'
        '<meta name="syndication-source" content="https://agency.example/x">'
    )
    found = page(head, attributes='lang="uk"')
    assert (found.title, found.byline, found.outlet, found.language) == ("Title", "Jane Doe", "W", "uk")
    assert (found.url, found.published, found.origin) == (
        "https://w.example/b",
        date(2022, 10, 14),
        "https://agency.example/x",
    )


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", f"<p>14 October 2022</p><p>{WORDS}</p>"),
        ('<link rel="canonical" href="https://w.example/2022/10/14/a">', ""),
        ('<meta name="date" content="03/04/2022">', ""),
        ('<meta name="date" content="today">', ""),
        ("", '<time datetime="2022-10-14">14 October</time><footer>© 2023</footer>'),
        (ld('{"@type": "WebSite", "datePublished": "2022-10-14"}'), ""),
        (ld('{"@type": "NewsArticle", "datePublished": 20221014}'), ""),
        (ld("[[[]]]") + ld("{") + ld("7"), ""),
    ],
)
def test_a_date_is_never_guessed(head: str, body: str) -> None:
    assert page(head, body).published is None


def test_microdata_and_pubdate() -> None:
    assert page(body='<time itemprop="datePublished" datetime="2022-10-14">x</time>').published == date(2022, 10, 14)
    assert page(body='<time pubdate datetime="2022-10-13">x</time>').published == date(2022, 10, 13)


def test_a_byline_that_is_an_address_names_nobody() -> None:
    assert page('<meta property="article:author" content="https://facebook.example/x">').byline is None


def test_the_address_of_the_transport_is_used_where_none_is_stated() -> None:
    html = f"<html><body><p>{WORDS * 5}</p></body></html>".encode()
    assert read_page(html, url="https://w.example/c").url == "https://w.example/c"
    assert read_page(html, url="javascript:x").url is None


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<meta charset="windows-1251">', "windows-1251"),
        (b"<meta http-equiv=content-type content='text/html; charset=KOI8-R'>", "koi8-r"),
        (b'<?xml version="1.0" encoding="utf-16"?>', "utf-16"),
        (b"<html>", None),
        (b"<meta charset=>", None),
    ],
)
def test_declared_character_sets(head: bytes, charset: str | None) -> None:
    assert declared_charset(head) == charset


def test_a_page_in_its_declared_character_set() -> None:
    text = "Министр заявил, что мост закрыт. " * 10
    html = f'<html><head><meta charset="windows-1251"></head><body><p>{text}</p></body></html>'
    assert read_page(html.encode("cp1251")).text == text.strip()
