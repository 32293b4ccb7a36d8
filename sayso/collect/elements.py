"""What intake needs to know of HTML elements, from `resources/elements.tsv`."""

from __future__ import annotations

from functools import cache

from sayso.resources.tables import table


@cache
def elements(trait: str) -> frozenset[str]:
    """Return the names of the elements that have `trait` (block, void, raw, optional, unseen, cell, break)."""
    return frozenset(row["element"] for row in table("elements") if trait in row["traits"].split())
