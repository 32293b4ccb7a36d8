"""Holders: which statements' contents hold a place in the text, innermost first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sayso.model import Statement


class Holders:
    """Statements by the spans of their contents; answers in the time of the nesting depth."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._by_id = {s.id: s for s in statements}
        edges = sorted({e for s in statements for span in s.content for e in (span.start, span.end)})
        self._edges = edges
        self._chains: dict[int, tuple[Statement, ...]] = {}
        self._held: list[list[tuple[int, int, Statement]]] = [[] for _ in edges]
        for order, statement in enumerate(statements):
            for span in statement.content:
                first, last = bisect_right(edges, span.start) - 1, bisect_right(edges, span.end) - 1
                for cell in range(first, last):
                    self._held[cell].append((len(span), order, statement))

    def chain(self, offset: int) -> tuple[Statement, ...]:
        """Return the statements that hold the character at `offset`, the innermost first."""
        cell = bisect_right(self._edges, offset) - 1
        if cell < 0:
            return ()
        known = self._chains.get(cell)
        if known is None:
            ranked = sorted(self._held[cell], key=lambda h: (-self._depth(h[2]), h[0], -h[1]))
            known = self._chains[cell] = tuple(dict.fromkeys(s for _, _, s in ranked))
        return known

    def innermost(self, offset: int) -> Statement | None:
        """Return the innermost statement that holds the character at `offset`, None for the author's own words."""
        chain = self.chain(offset)
        return chain[0] if chain else None

    def _depth(self, statement: Statement) -> int:
        depth, seen = 0, {statement.id}
        while statement.within is not None and statement.within in self._by_id and statement.within not in seen:
            seen.add(statement.within)
            statement = self._by_id[statement.within]
            depth += 1
        return depth
