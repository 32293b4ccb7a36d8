"""Readings taken out of the record for a report, under the ids that the record knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sayso.record import FailureEntry, StoredReading, View
from sayso.report.sitrep.build import build_sitrep
from sayso.report.sitrep.values import Filed, Sitrep


def report_on(view: View, *, first: date | None = None, last: date | None = None) -> Sitrep | None:
    """Return the report on the documents published from `first` to `last`, both inclusive.

    A bound that is None is the first or last day that the record holds. Documents that state no day are counted as
    undated and otherwise left out. None if no document falls into the period.
    """
    everything = list(view.readings())
    dated = [s for s in everything if _within(s.reading.document.published, first, last)]
    if not dated:
        return None
    days = [day for s in dated if (day := s.reading.document.published) is not None]
    return build_sitrep(
        [file_reading(stored) for stored in dated],
        first=first or min(days),
        last=last or max(days),
        reader=", ".join(sorted({stored.reader for stored in dated})),
        failed=_named(view.failures()),
        undated=sum(s.reading.document.published is None for s in everything),
    )


def _within(day: date | None, first: date | None, last: date | None) -> bool:
    return day is not None and (first is None or first <= day) and (last is None or day <= last)


def _named(failures: Iterable[FailureEntry]) -> tuple[str, ...]:
    return tuple(sorted(f"{failure.where}: {failure.reason}" for failure in failures))


def file_reading(stored: StoredReading) -> Filed:
    """Return a stored reading under record ids; the document's own name gives way to its version's id."""
    reading = stored.reading
    facts = [s.id for s in reading.statements] + [e.id for e in reading.events]
    return Filed(
        reading=replace(reading, document=replace(reading.document, id=stored.stored.id)),
        ids={fact: stored.fact_id(fact) for fact in facts},
    )
