"""Order and nesting: which statement stands inside the content of which."""

from __future__ import annotations

from typing import Final

from sayso.model import Span
from sayso.read.language.parse import Parse
from sayso.read.statements.draft import Draft

_OWN_CLAUSE: Final = frozenset({"verb:that", "verb:quote", "verb:final", "verb:passive", "adjective"})


def ordered(parse: Parse, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts in text order of their cues, each anchor once."""
    best: dict[int, Draft] = {}
    loose = []
    for draft in drafts:
        if draft.anchor < 0:
            loose.append(draft)
        elif draft.anchor not in best:
            best[draft.anchor] = draft
    return sorted([*best.values(), *loose], key=lambda d: (place(parse, d), d.anchor))


def place(parse: Parse, draft: Draft) -> int:
    """Return where a draft stands: its cue's anchor, else its content's beginning."""
    return parse.tokens[draft.anchor].start if draft.anchor >= 0 else min(draft.content).start


def holders(parse: Parse, drafts: list[Draft]) -> list[int | None]:
    """Return for each draft the number of the innermost other draft whose content holds its cue."""
    places = [place(parse, d) for d in drafts]
    by_place = sorted(range(len(drafts)), key=places.__getitem__)
    pieces = sorted((span.start, -span.end, n) for n, d in enumerate(drafts) for span in d.content)
    found: list[int | None] = [None] * len(drafts)
    open_: list[tuple[int, int, int]] = []
    here = 0
    for number in by_place:
        at = places[number]
        while here < len(pieces) and pieces[here][0] <= at:
            start, end, owner = pieces[here]
            open_.append((start, -end, owner))
            here += 1
        open_ = [piece for piece in open_ if piece[1] > at]
        found[number] = _innermost(drafts, places, number, open_)
    return _without_loops(found)


def without_inner_moods(parse: Parse, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without wishes and plans inside another's words that have no clause of their own.

    "He said nobody wanted a war" is one saying; "he said she believed that ..." is two (our annotation guide, 3), and
    so is a wish whose verb the tagger marks as a cue.
    """
    within = holders(parse, drafts)
    tags = parse.layers.get("cue", ())
    return [d for d, h in zip(drafts, within, strict=True) if h is None or d.speech or _is_own(d, tags)]


def _is_own(draft: Draft, tags: tuple[str, ...]) -> bool:
    """Tell whether a wish or plan inside another's words is a saying of its own."""
    if draft.rule in _OWN_CLAUSE:
        return True
    return draft.rule != "noun" and any(i < len(tags) and tags[i] != "O" for i in draft.cue)


def _innermost(drafts: list[Draft], places: list[int], number: int, open_: list[tuple[int, int, int]]) -> int | None:
    best, size = None, 0
    for start, end, owner in open_:
        if owner == number or _holds(drafts[number].content, places[owner]):
            continue
        if best is None or end - start < size:
            best, size = owner, end - start
    return best


def _holds(content: list[Span], at: int) -> bool:
    return any(span.start <= at < span.end for span in content)


def _without_loops(found: list[int | None]) -> list[int | None]:
    """Cut chains that come back to themselves (two parser slips that hold each other)."""
    for number in range(len(found)):
        seen = {number}
        here = found[number]
        while here is not None:
            if here in seen:
                found[number] = None
                break
            seen.add(here)
            here = found[here]
    return found
