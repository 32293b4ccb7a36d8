"""Scores of one clustering of mentions against another: MUC, B-cubed, CEAF-e and their mean, CoNLL F1.

Definitions: Vilain et al. 1995 (MUC), Bagga and Baldwin 1998 (B-cubed), Luo 2005 (CEAF, phi 4), Pradhan et al. 2012
(the mean of the three). Both clusterings hold the same mentions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

Groups = Sequence[frozenset[Hashable]]


def groups_of(labels: Mapping[Any, Hashable]) -> Groups:
    """Return the groups of mentions that bear one label."""
    groups: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, group in labels.items():
        groups[group].add(mention)
    return [frozenset(group) for group in groups.values()]


def conll(gold: Groups, found: Groups) -> float:
    """Return the mean of the three F1 scores, 0 to 1."""
    return (f1(muc, gold, found) + f1(b_cubed, gold, found) + f1(ceaf_e, gold, found)) / 3


def f1(recall: Callable[[Groups, Groups], float], gold: Groups, found: Groups) -> float:
    """Return F1 of a measure whose precision is its recall the other way round."""
    r, p = recall(gold, found), recall(found, gold)
    return 2 * r * p / (r + p) if r + p else 0.0


def muc(gold: Groups, found: Groups) -> float:
    """Return MUC recall: links kept of those needed."""
    where = {mention: number for number, group in enumerate(found) for mention in group}
    kept = sum(len(group) - len({where[m] for m in group}) for group in gold)
    needed = sum(len(group) - 1 for group in gold)
    return kept / needed if needed else 0.0


def b_cubed(gold: Groups, found: Groups) -> float:
    """Return B-cubed recall: mean over mentions of the share of its group that is still with it."""
    where = {mention: group for group in found for mention in group}
    total = sum(len(group) for group in gold)
    return sum(len(group & where[m]) / len(group) for group in gold for m in group) / total if total else 0.0


def ceaf_e(gold: Groups, found: Groups) -> float:
    """Return CEAF-e recall: similarity of the best one-to-one pairing of groups, over the number of gold groups."""
    return sum(_best(part) for part in _parts(gold, found)) / len(gold) if gold else 0.0


def _parts(gold: Groups, found: Groups) -> Iterable[list[list[float]]]:
    """Yield the similarity table of each set of groups that hang together by shared mentions."""
    where = {mention: number for number, group in enumerate(found) for mention in group}
    linked = [{where[m] for m in group} for group in gold]
    owners: dict[int, set[int]] = defaultdict(set)
    for number, others in enumerate(linked):
        for other in others:
            owners[other].add(number)
    seen: set[int] = set()
    for start in range(len(gold)):
        if start in seen:
            continue
        part, todo = {start}, [start]
        while todo:
            for other in linked[todo.pop()]:
                fresh = owners[other] - part
                part |= fresh
                todo += fresh
        seen |= part
        columns = sorted({c for row in part for c in linked[row]})
        yield [[_phi(gold[row], found[column]) for column in columns] for row in sorted(part)]


def _phi(one: frozenset[Hashable], other: frozenset[Hashable]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _best(table: list[list[float]]) -> float:
    """Return the largest sum of a one-to-one pairing of rows and columns (Hungarian method, Kuhn 1955)."""
    if len(table) > len(table[0]):
        table = [list(column) for column in zip(*table, strict=True)]
    rows, columns = len(table), len(table[0])
    u, v, match = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        match[0] = row
        column = 0
        least, way, used = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while match[column]:
            used[column] = True
            here, step, following = match[column], float("inf"), 0
            for c in range(1, columns + 1):
                if not used[c]:
                    cost = -table[here - 1][c - 1] - u[here] - v[c]
                    if cost < least[c]:
                        least[c], way[c] = cost, column
                    if least[c] < step:
                        step, following = least[c], c
            for c in range(columns + 1):
                if used[c]:
                    u[match[c]] += step
                    v[c] -= step
                else:
                    least[c] -= step
            column = following
        while column:
            match[column] = match[way[column]]
            column = way[column]
    return sum(table[match[c] - 1][c - 1] for c in range(1, columns + 1) if match[c])
