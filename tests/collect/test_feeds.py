"""RSS, Atom and JSON feeds: one document an item, plain text, origins kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sayso.collect import InputFailure, read_inputs
from sayso.model import Document, ProblemKind

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Border &lt;b&gt;Wire&lt;/b&gt;</title><language>en-gb</language>
<item><title>Bridge &amp;amp; road</title><link>https://wire.example/1</link><guid>x</guid>
<dc:creator>Jane Doe</dc:creator><pubDate>Fri, 14 Oct 2022 01:30:00 +0300</pubDate>
<source url="https://agency.example/">An Agency</source>
<description>Teaser</description><content:encoded><![CDATA[<p>The guard <b>said</b> so.</p>
<p style="display:none">bait</p><p>The minister&#8217;s reply: &lt;none&gt;.</p><script>x()</script>
]]></content:encoded>
</item>
<item><title>Short</title><link>javascript:alert(1)</link><description>A &lt;i&gt;said&lt;/i&gt; b.</description></item>
<item><title>None</title></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Atom Wire</title>
<entry><title type="html">&lt;b&gt;One&lt;/b&gt;</title><link href="https://wire.example/2"/><id>tag:x</id>
<published>2022-10-14T09:00:00Z</published><updated>2022-10-15T09:00:00Z</updated><author><name>Li Wei</name></author>
<content type="html">&lt;p&gt;A said b.&lt;/p&gt;</content></entry>
<entry><title>Two</title><updated>2022-10-15T09:00:00Z</updated><summary>C denied d.</summary></entry></feed>"""

JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "JSON Wire", "language": "en-US", "items": [
 {"id": "1", "url": "https://wire.example/3", "title": "One", "content_html": "<p>A said b.</p>",
  "date_published": "2022-10-14T09:00:00Z", "authors": [{"name": "Jane Doe"}, {"name": "Li Wei"}]},
 {"id": "2", "content_text": "C  denied <d>.", "author": {"name": "Old Style"}}]}"""


def read(tmp_path: Path, name: str, source: str) -> list[Document | InputFailure]:
    (tmp_path / name).write_text(source, encoding="utf-8")
    return list(read_inputs([tmp_path / name]))


def test_rss(tmp_path: Path) -> None:
    first, second, failure = read(tmp_path, "a.rss", RSS)
    assert isinstance(first, Document)
    assert first.text == "The guard said so.\n\nThe minister’s reply: <none>."
    assert (first.title, first.outlet, first.byline) == ("Bridge & road", "Border Wire", "Jane Doe")
    assert (first.url, first.origin, first.language) == ("https://wire.example/1", "An Agency", "en")
    assert first.published == date(2022, 10, 14)
    assert first.published_at is not None
    assert first.published_at.isoformat() == "2022-10-14T01:30:00+03:00"
    assert [p.kind for p in first.noticed] == [ProblemKind.HIDDEN_TEXT]
    assert isinstance(second, Document)
    assert (second.text, second.url, second.published) == ("A said b.", None, None)
    assert isinstance(failure, InputFailure)
    assert failure.where.endswith("a.rss:item 3")


def test_atom(tmp_path: Path) -> None:
    first, second = read(tmp_path, "a.xml", ATOM)
    assert isinstance(first, Document)
    assert (first.text, first.title, first.byline) == ("A said b.", "One", "Li Wei")
    assert first.published == date(2022, 10, 14)
    assert first.modified is not None
    assert isinstance(second, Document)
    assert (second.text, second.published) == ("C denied d.", None)


def test_json_feed(tmp_path: Path) -> None:
    first, second = read(tmp_path, "a.json", JSON)
    assert isinstance(first, Document)
    assert (first.text, first.byline, first.outlet) == ("A said b.", "Jane Doe, Li Wei", "JSON Wire")
    assert (first.published, first.language) == (date(2022, 10, 14), "en")
    assert isinstance(second, Document)
    assert (second.text, second.byline) == ("C  denied <d>.", "Old Style")
