"""Sentences of a report: fixed templates around verbatim passages; the sayer never leaves the sentence."""

from __future__ import annotations

from functools import cache
from typing import Final

from sayso.model import EventMention, Reference, Span, Statement
from sayso.report.phrases import clip
from sayso.report.sitrep.values import Evidence, Filed, Part, Sentence
from sayso.resources.tables import table

_OPENING: Final = ("“", '"', "«", "‘", "„")


@cache
def _verbs() -> dict[tuple[str, str], str]:
    return {(row["kind"], stance): row[stance] for row in table("sayings") for stance in ("affirm", "deny", "question")}


def evidence_of(filed: Filed, fact: str, span: Span) -> Evidence:
    """Return the evidence of a statement or event mention of a filed reading."""
    return Evidence(record=filed.ids[fact], document=filed.reading.document.id, span=span)


def quote(filed: Filed, span: Span) -> Part:
    """Return a verbatim passage of the stored text."""
    document = filed.reading.document
    return Part(text=span.of(document.text), quoted=span, document=document.id)


def _quoted(filed: Filed, spans: tuple[Span, ...]) -> list[Part]:
    """Return the passages in quotation marks, or in their own where the stored text has some already."""
    parts: list[Part] = []
    for span in spans:
        parts += [Part(text=" … " if parts else ""), quote(filed, span)]
    if not parts or parts[1].text.startswith(_OPENING):
        return parts
    return [Part(text="“"), *parts, Part(text="”")]


def publisher_of(filed: Filed) -> str:
    """Return whose text it is: the origin that a feed names before the feed itself, else the outlet."""
    document = filed.reading.document
    named = document.origin if document.origin is not None and "://" not in document.origin else None
    return clip(named or document.outlet or document.id, 80)


def where_told(filed: Filed) -> str:
    """Return publisher and date of a filed document, as far as stated, and through whom it came."""
    document, publisher = filed.reading.document, publisher_of(filed)
    day = document.published.isoformat() if document.published is not None else "no date stated"
    carried = f", carried by {clip(document.outlet, 80)}" if document.outlet not in {None, publisher} else ""
    return f" ({publisher}, {day}{carried})"


def saying(filed: Filed, statement: Statement) -> Sentence:
    """Return 'who said: “what”, through whom (outlet, day)'."""
    verb = _verbs()[statement.kind.value, statement.stance.value]
    parts = [_sayer(filed, statement.source), Part(text=f" {verb}: "), *_quoted(filed, statement.content)]
    for index, via in enumerate(statement.via):
        parts += [Part(text=", through " if index == 0 else ", "), quote(filed, via.span)]
    parts.append(Part(text=where_told(filed) + "."))
    spans = (*statement.cue, *statement.content, *((statement.source.span,) if statement.source else ()))
    spans += tuple(via.span for via in statement.via)
    return Sentence(parts=tuple(parts), evidence=tuple(evidence_of(filed, statement.id, span) for span in spans))


def _sayer(filed: Filed, source: Reference | None) -> Part:
    return quote(filed, source.span) if source is not None else Part(text="A source that the text does not name")


def telling(filed: Filed, mention: EventMention) -> Sentence:
    """Return 'outlet wrote: “sentence” (outlet, day)' for what a document says in its own voice."""
    sentence = next(s for s in filed.reading.sentences if s.contains(mention.trigger[0]))
    parts = (
        Part(text=f"{publisher_of(filed)} wrote: “"),
        quote(filed, sentence),
        Part(text="”" + where_told(filed) + "."),
    )
    return Sentence(parts=parts, evidence=(evidence_of(filed, mention.id, sentence),))
