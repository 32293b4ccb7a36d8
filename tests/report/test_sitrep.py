"""A situation report stands on its evidence, sentence by sentence, and says what it did not see."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from lxml import html

from sayso.model import AUTHOR, Document, Factuality, Kind, Presented, Reading, Span
from sayso.report.sitrep import Filed, Sitrep, build_sitrep, faults, to_html, to_markdown
from tests.model.samples import sample_reading

DAY = date(2031, 3, 4)


def filed(reading: Reading) -> Filed:
    document = reading.document.id
    facts = [s.id for s in reading.statements] + [e.id for e in reading.events]
    return Filed(reading=reading, ids={fact: f"{document}-{fact}" for fact in facts})


def denial() -> Reading:
    reading = sample_reading()
    return replace(reading, statements=(replace(reading.statements[0], kind=Kind.DENY),))


def assertion() -> Reading:
    """Another outlet's document, in which somebody else asserts the same shelling."""
    reading = sample_reading()
    statement = replace(reading.statements[0], kind=Kind.CLAIM, source=None)
    event = replace(
        reading.events[0],
        factuality=(
            Presented(source="s1", value=Factuality.CERTAIN),
            Presented(source=AUTHOR, value=Factuality.UNCOMMITTED),
        ),
    )
    text = (
        reading.document.text + " It was a quiet day at all the other posts along that road, people there said later."
    )
    document = Document(id="d2", text=text, title="They shelled us", outlet="Orsk Gazette", published=DAY)
    return replace(reading, document=document, statements=(statement,), events=(event,))


def report(*readings: Reading, failed: tuple[str, ...] = ()) -> Sitrep:
    return build_sitrep([filed(r) for r in readings], first=DAY, last=DAY, reader="sayso-0", failed=failed)


def test_every_sentence_has_evidence() -> None:
    made = report(denial(), assertion())
    assert not faults(made)
    sentences = [s for section in made.sections for block in section.blocks for s in block.sentences]
    assert sentences
    assert all(s.evidence for s in sentences)


def test_a_denial_stands_beside_what_it_denies() -> None:
    # The texts share most words here, so they are given different ones to be no copies of each other.
    one, other = denial(), assertion()
    made = build_sitrep([filed(one)], first=DAY, last=DAY, reader="r")
    contested = next(s for s in made.sections if s.key == "contested")
    assert [b.note for b in contested.blocks] == ["no assertion of it in the reports read"]
    assert other.document.id == "d2"


def test_a_denied_event_is_not_among_the_events() -> None:
    events = next(s for s in report(denial()).sections if s.key == "events")
    assert events.blocks == ()


@pytest.mark.parametrize("change", ["evidence", "words", "record"])
def test_the_check_finds_what_does_not_stand(change: str) -> None:
    made = report(denial())
    section = next(s for s in made.sections if s.key == "parties")
    sentence = section.blocks[0].sentences[0]
    match change:
        case "evidence":
            wrong = replace(sentence, evidence=())
        case "words":
            parts = tuple(replace(p, text=p.text + " indeed") if p.quoted else p for p in sentence.parts)
            wrong = replace(sentence, parts=parts)
        case _:
            wrong = replace(sentence, evidence=tuple(replace(e, record="nobody") for e in sentence.evidence))
    block = replace(section.blocks[0], sentences=(wrong,))
    assert faults(replace(made, sections=(replace(section, blocks=(block,)),)))


def test_copies_raise_no_count() -> None:
    alone = report(denial())
    copy = denial()
    copy = replace(copy, document=replace(copy.document, id="d9", outlet="Copy Shop", published=date(2031, 3, 5)))
    both = report(denial(), copy)
    assert both.coverage.copies == 1
    assert both.coverage.events == alone.coverage.events
    assert both.sections == alone.sections


def test_html_links_lead_to_marked_passages() -> None:
    page = to_html(report(denial(), failed=("x.html: empty",)))
    tree = html.fromstring(page)
    ids = set(tree.xpath("//@id"))
    links = [h[1:] for h in tree.xpath("//a/@href")]
    assert links
    assert set(links) <= ids
    assert "x.html: empty" in page
    assert "default-src 'none'" in page
    marked = "".join(tree.xpath("//span[@data-records='d1-s1']/text()"))
    assert "told" in marked


def test_markdown_lists_its_evidence() -> None:
    text = to_markdown(report(denial()))
    assert "`d1-s1`" in text
    assert "not reviewed" in text
    assert "characters" in text


def test_markdown_of_hostile_text_stays_text() -> None:
    reading = denial()
    source = reading.statements[0].source
    assert source is not None
    hostile = "[click](javascript:alert(1)) <b>| x".ljust(source.span.end)
    text = hostile + reading.document.text[source.span.end :]
    changed = replace(reading, document=replace(reading.document, text=text))
    shown = to_markdown(report(changed))
    assert "javascript" in shown
    assert not re.search(r"(?<!\\)\]\(|(?<!\\)<b", shown)


def test_an_empty_period_still_reports_what_was_not_seen() -> None:
    made = report()
    text = to_markdown(made)
    assert made.coverage.reports == 0
    assert "What could not be seen" in text
    assert "No material event was told in the reports read." in text


def test_same_readings_same_bytes() -> None:
    one, two = [filed(denial()), filed(assertion())], [filed(assertion()), filed(denial())]
    first = build_sitrep(one, first=DAY, last=DAY, reader="r")
    second = build_sitrep(two, first=DAY, last=DAY, reader="r")
    assert to_html(first) == to_html(second)


def test_spans_behind_the_text_are_found() -> None:
    made = report(denial())
    section = made.sections[-1]
    assert all(e.span != Span(0, 10**6) for b in section.blocks for s in b.sentences for e in s.evidence)
