"""Trees: heads that always form one tree, whatever the scores say.

Greedy heads form a tree in about nine sentences of ten; the rest is solved as a maximum spanning arborescence
(Chu and Liu 1965, Edmonds 1967) with the best root, as in Dozat and Manning (2017).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Heads = npt.NDArray[np.int64]
_NEVER = np.float32(-1e9)


def is_tree(heads: Heads) -> bool:
    """Tell whether `heads` (a root is its own head) has one root and reaches it from everywhere."""
    count = len(heads)
    roots = np.flatnonzero(heads == np.arange(count))
    if len(roots) != 1:
        return False
    reached = heads
    for _ in range(max(1, int(np.ceil(np.log2(count + 1))))):
        reached = reached[reached]
    return bool((reached == roots[0]).all())


def best_tree(scores: Scores) -> Heads:
    """Return heads that form the best tree.

    `scores[dependent, head]`, shape (n, n), n >= 1; the diagonal scores a word as root. Time O(n^3) at worst.
    """
    root = int(np.argmax(np.diag(scores)))
    bare = scores.astype(np.float32, copy=True)
    np.fill_diagonal(bare, _NEVER)
    bare[root] = _NEVER
    heads = _arborescence(bare, root)
    heads[root] = root
    return heads


def _cycle(heads: Heads, root: int) -> list[int]:
    """Return the words of one cycle, or nothing."""
    seen = np.zeros(len(heads), dtype=np.int64)
    seen[root] = -1
    for start in range(len(heads)):
        path: list[int] = []
        here = start
        while seen[here] == 0:
            seen[here] = start + 1
            path.append(here)
            here = int(heads[here])
        if seen[here] == start + 1:
            return path[path.index(here) :]
        seen[path] = -1
    return []


def _arborescence(scores: Scores, root: int) -> Heads:
    heads: Heads = scores.argmax(axis=1).astype(np.int64)
    heads[root] = root
    cycle = _cycle(heads, root)
    if not cycle:
        return heads
    rest = np.array([word for word in range(len(heads)) if word not in set(cycle)])
    ring = np.array(cycle)
    smaller, entry, leave = _contract(scores, heads, rest=rest, ring=ring)
    inner = _arborescence(smaller, int(np.flatnonzero(rest == root)[0]))
    return _expand(heads, inner, rest=rest, entry=entry, leave=leave, root=root)


def _contract(scores: Scores, heads: Heads, *, rest: Heads, ring: Heads) -> tuple[Scores, Heads, Heads]:
    """Fold the cycle `ring` into one node behind the others; say where arcs enter and leave it."""
    kept = len(rest)
    smaller = np.full((kept + 1, kept + 1), _NEVER, dtype=np.float32)
    smaller[:kept, :kept] = scores[np.ix_(rest, rest)]
    outward = scores[np.ix_(rest, ring)]
    leave = ring[outward.argmax(axis=1)]
    smaller[:kept, kept] = outward.max(axis=1)
    inside = scores[ring, heads[ring]]
    inward = scores[np.ix_(ring, rest)] - inside[:, None]
    entry = ring[inward.argmax(axis=0)]
    smaller[kept, :kept] = inward.max(axis=0) + inside.sum()
    return smaller, entry, leave


def _expand(heads: Heads, inner: Heads, *, rest: Heads, entry: Heads, leave: Heads, root: int) -> Heads:
    kept = len(rest)
    full = heads.copy()
    for place, word in enumerate(rest):
        if word != root:
            full[word] = leave[place] if inner[place] == kept else rest[inner[place]]
    chosen = int(inner[kept])
    full[entry[chosen]] = rest[chosen]
    return full
