"""Builds a situation report from filed readings; the same readings give the same report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sayso.report.sitrep.contested import contested_section
from sayso.report.sitrep.desk import Desk
from sayso.report.sitrep.sections import (
    ahead_section,
    events_section,
    parties_section,
    places_section,
    problems_section,
)
from sayso.report.sitrep.summary import summary_section
from sayso.report.sitrep.values import Coverage, Filed, Sitrep


def build_sitrep(
    filed: Sequence[Filed], *, first: date, last: date, reader: str, failed: Sequence[str] = (), undated: int = 0
) -> Sitrep:
    """Return the report on `filed`, readings of documents published from `first` to `last`.

    `failed`: inputs that could not be read, one line each. `undated`: documents left out because they state no day.
    `reader`: version of what read the documents.
    """
    ordered = tuple(sorted(filed, key=lambda f: (str(f.reading.document.published), f.reading.document.id)))
    desk = Desk(ordered)
    return Sitrep(
        first=first,
        last=last,
        reader=reader,
        coverage=_coverage(desk, failed, undated),
        sections=(
            summary_section(desk),
            events_section(desk),
            contested_section(desk),
            ahead_section(desk),
            parties_section(desk),
            places_section(desk),
            problems_section(desk),
        ),
        filed=ordered,
    )


def _coverage(desk: Desk, failed: Sequence[str], undated: int) -> Coverage:
    documents = [f.reading.document for f in desk.filed]
    return Coverage(
        reports=len(documents),
        outlets=len({d.outlet for d in documents if d.outlet is not None}),
        copies=len(desk.copies),
        undated=undated,
        failed=tuple(failed),
        statements=sum(len(f.reading.statements) for f in desk.originals),
        events=len(desk.events),
    )
