"""A situation report as one HTML page, with every cited text behind it, or as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.report.marks import Mark, Segment, lines
from sayso.report.page import environment, script_hash
from sayso.report.sitrep.values import Coverage, Evidence, Filed, Sentence, Sitrep


def to_html(report: Sitrep) -> str:
    """Return the report as one self-contained page; each record id leads to the marked passage of the stored text."""
    template = environment().get_template("sitrep.html")
    return template.render(
        report=report,
        coverage=coverage_line(report.coverage),
        unseen=unseen_lines(report.coverage),
        records=records_of,
        texts=[(filed, list(_lines(filed, _cited(report, filed)))) for filed in report.filed],
        script_hash=script_hash("sitrep.js"),
    )


def to_markdown(report: Sitrep) -> str:
    """Return the report as Markdown; record ids are listed with document, offsets and words at the end."""
    template = environment().get_template("sitrep.md")
    return template.render(
        report=report,
        coverage=coverage_line(report.coverage),
        unseen=unseen_lines(report.coverage),
        records=records_of,
        evidence=sorted(set(_evidence(report)), key=lambda e: (e.document, e.span, e.record)),
        texts={f.reading.document.id: f.reading.document.text for f in report.filed},
        plain=plain,
    )


def coverage_line(coverage: Coverage) -> str:
    """Return the denominators of the report in one line."""
    parts = [
        _count(coverage.reports, "report") + f" from {_count(coverage.outlets, 'outlet')} read",
        f"{_count(coverage.copies, 'copy', 'copies')} of other reports set aside",
        f"{_count(coverage.statements, 'statement')} and {_count(coverage.events, 'event')} found by machine",
        "none reviewed",
    ]
    return "; ".join(parts) + "."


def unseen_lines(coverage: Coverage) -> list[str]:
    """Return what could not be seen; absence below means 'not in the reports read' and nothing more."""
    lines = [f"Could not be read: {failure}" for failure in coverage.failed]
    if coverage.undated:
        lines.append(f"{_count(coverage.undated, 'report')} in the record without a stated date, left out.")
    lines.append(
        f"Only the {_count(coverage.reports, 'report')} listed below were read; what they do not say is not denied."
    )
    return lines


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def records_of(sentence: Sentence) -> list[Evidence]:
    """Return one piece of evidence a record, in order."""
    return list({e.record: e for e in reversed(sentence.evidence)}.values())[::-1]


def plain(text: str) -> str:
    """Return foreign text that cannot act as Markdown or HTML."""
    escaped = "".join(f"\\{c}" if c in "\\`*_{}[]<>#|~!" else c for c in text)
    return " ".join(escaped.split())


def _evidence(report: Sitrep) -> Iterator[Evidence]:
    for section in report.sections:
        for block in section.blocks:
            for sentence in block.sentences:
                yield from sentence.evidence


def _cited(report: Sitrep, filed: Filed) -> list[Mark]:
    document = filed.reading.document.id
    return [Mark(e.span, e.record, "cited") for e in dict.fromkeys(_evidence(report)) if e.document == document]


def _lines(filed: Filed, marks: Iterable[Mark]) -> Iterator[list[tuple[Segment, list[str]]]]:
    """Yield the segments of each line of the stored text with the records that begin there, which become anchors."""
    anchored: set[str] = set()
    for line in lines(filed.reading.document.text, marks):
        anchors = []
        for segment in line:
            fresh = [record for record in segment.records if record not in anchored]
            anchored.update(fresh)
            anchors.append((segment, fresh))
        yield anchors
