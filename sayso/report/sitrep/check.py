"""The mechanical check of a report: no sentence without evidence, no quotation that is not in the stored text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sayso.report.sitrep.values import Filed, Sentence, Sitrep


def faults(report: Sitrep) -> list[str]:
    """Return one line for each sentence that does not stand on its evidence; an honest report has none."""
    filed = {f.reading.document.id: f for f in report.filed}
    return [
        f"{section.key}, {block.heading!r}: {fault}"
        for section in report.sections
        for block in section.blocks
        for sentence in block.sentences
        for fault in _faults(sentence, filed)
    ]


def _faults(sentence: Sentence, filed: Mapping[str, Filed]) -> Iterator[str]:
    if not sentence.evidence:
        yield "a sentence without evidence"
    for evidence in sentence.evidence:
        holder = filed.get(evidence.document)
        if holder is None or evidence.record not in {evidence.document, *holder.ids.values()}:
            yield f"record {evidence.record} is not among the readings"
        elif evidence.span.end > len(holder.reading.document.text):
            yield f"record {evidence.record}: the span ends behind the text"
    cited = {(e.document, e.span) for e in sentence.evidence}
    for part in sentence.parts:
        if part.quoted is None:
            continue
        holder = filed.get(part.document or "")
        if holder is None or part.quoted.of(holder.reading.document.text) != part.text:
            yield f"{part.text!r} is not what the stored text says"
        elif not any(document == part.document and span.contains(part.quoted) for document, span in cited):
            yield f"{part.text!r} is quoted outside the cited passages"
