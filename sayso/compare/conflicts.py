"""Conflicts: denials of one thing gathered, with everybody who asserts it, into one object that a report can show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sayso.model.dispute import Conflict, Denial, Turn
from sayso.model.verdict import FactRef


def find_conflicts(denials: Iterable[Denial], turns: Iterable[Turn] = ()) -> tuple[Conflict, ...]:
    """Return the conflicts, oldest first, those that nobody asserts last; denials that share an assertion are one.

    A conflict is withdrawn when each assertion was followed by a turn of the same voice.
    """
    taken_back = {turn.earlier: turn.on for turn in turns}
    by_assertion: dict[FactRef, list[Denial]] = defaultdict(list)
    alone = []
    for denial in denials:
        if denial.assertion is None:
            alone.append(denial)
        else:
            by_assertion[denial.assertion].append(denial)
    found = [_conflict(group, taken_back) for group in _linked(list(by_assertion.values()))]
    found += [_conflict([denial], taken_back) for denial in alone]
    return tuple(sorted(found, key=lambda c: (not c.asserted, c.since or date.max, c.denied)))


def _linked(groups: list[list[Denial]]) -> list[list[Denial]]:
    """Put together groups that share a denial."""
    home: dict[FactRef, int] = {}
    merged: dict[int, list[Denial]] = {}
    for number, group in enumerate(groups):
        others = sorted({home[d.denial] for d in group if d.denial in home})
        members = [d for other in others for d in merged.pop(other)] + group
        merged[number] = members
        home.update({d.denial: number for d in members})
    return list(merged.values())


def _conflict(group: Sequence[Denial], taken_back: dict[FactRef, date]) -> Conflict:
    asserted = tuple(sorted({d.assertion for d in group if d.assertion is not None}))
    days = [d.since for d in group if d.since is not None]
    withdrawn = [taken_back[ref] for ref in asserted if ref in taken_back]
    return Conflict(
        asserted=asserted,
        denied=tuple(sorted({d.denial for d in group})),
        level=group[0].level,
        since=min(days, default=None),
        withdrawn=max(withdrawn) if asserted and len(withdrawn) == len(asserted) else None,
    )
