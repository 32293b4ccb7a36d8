"""The event lexicon: words and fixed expressions that name PLOVER acts, from `resources/events.tsv`.

A row is a group of entries that share type, modes, frame and guard. Frames (`event_frames.tsv`) say through which paths
the actor and the recipient are found; guards say what must stand beside an entry for it to be that act.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.model import EventType
from sayso.resources.tables import table


@dataclass(frozen=True, slots=True)
class Frame:
    """Paths to the actor and to the recipient, best first."""

    name: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a guard: `key=classes`, negated by an exclamation mark."""

    key: str
    classes: frozenset[str]
    wanted: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One lemma or expression of a group. `head` is the word that is matched first, `extras` must stand below it."""

    head: str
    extras: tuple[str, ...]
    pos: str
    group: str
    type: EventType
    modes: tuple[str, ...]
    frame: Frame
    guard: tuple[Condition, ...]
    rank: float


def _paths(cell: str) -> tuple[str, ...]:
    return tuple(p for p in cell.split(",") if p)


@cache
def frames() -> Mapping[str, Frame]:
    """Return the frames by name."""
    rows = table("event_frames")
    return {r["name"]: Frame(r["name"], _paths(r["actor"]), _paths(r["recipient"])) for r in rows}


def _condition(text: str) -> Condition:
    key, _, classes = text.removeprefix("!").partition("=")
    return Condition(key, frozenset(c for c in classes.split(",") if c), not text.startswith("!"))


def _rank(extras: int, guard: tuple[Condition, ...]) -> float:
    """Return how specific an entry is: further words count most, then narrow demands on the object or infinitive."""
    narrow = sum(2 + 2 / len(c.classes) for c in guard if c.wanted and c.classes and c.key not in ("near", "subj"))
    return 4 * extras + narrow + 0.1 * len(guard)


def _entry(words: str, row: Mapping[str, str]) -> Entry:
    parts = words.split(" ")
    head = parts[-1] if row["pos"] == "n" and "of" not in parts else parts[0]
    extras = list(parts)
    extras.remove(head)
    guard = tuple(_condition(c) for c in row["guard"].split())
    return Entry(
        head=head,
        extras=tuple(extras),
        pos=row["pos"],
        group=row["group"],
        type=EventType(row["type"]),
        modes=tuple(m for m in row["modes"].split("+") if m),
        frame=frames()[row["frame"]],
        guard=guard,
        rank=_rank(len(extras), guard),
    )


@cache
def lexicon() -> Mapping[tuple[str, str], tuple[Entry, ...]]:
    """Return all entries by (head lemma, part of speech), the most specific first."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for row in table("events"):
        for words in dict.fromkeys(row["entries"].split("; ")):
            entry = _entry(words, row)
            found.setdefault((entry.head, entry.pos), []).append(entry)
    return {key: tuple(sorted(rows, key=lambda e: -e.rank)) for key, rows in found.items()}


@cache
def noun_types() -> Mapping[str, frozenset[str]]:
    """Return which event types a noun can name, as classes ("EV:ASSAULT"), for guards on objects."""
    found: dict[str, set[str]] = {}
    for (head, pos), entries in lexicon().items():
        if pos == "n":
            found[head] = {f"EV:{e.type.value}" for e in entries}
    for word in ("ceasefire", "cease-fire", "truce", "armistice"):
        found.setdefault(word, set()).add("EV:CEASE")
    return {word: frozenset(types) for word, types in found.items()}


@cache
def verb_types() -> Mapping[str, frozenset[str]]:
    """Return which event types a verb can name, as classes, for guards on infinitives."""
    found: dict[str, set[str]] = {}
    for (head, pos), entries in lexicon().items():
        if pos == "v":
            found.setdefault(head, set()).update(f"EV:{e.type.value}" for e in entries)
    return {word: frozenset(types) for word, types in found.items()}


@cache
def verb_forms() -> Mapping[str, str]:
    """Return the inflected forms of the lexicon's verbs, for a corpus-made lemma table errs on rare ones.

    Irregular forms come from `resources/event_forms.tsv`, regular ones by spelling.
    """
    found: dict[str, str] = {}
    for head, pos in lexicon():
        if pos == "v":
            found.update(dict.fromkeys(_regular(head), head))
    found.update({row["form"]: row["lemma"] for row in table("event_forms")})
    return found


def _regular(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return verb + "d", verb[:-1] + "ing", verb + "s"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied", verb + "ing", verb[:-1] + "ies"
    doubled = verb + verb[-1]
    return verb + "ed", verb + "ing", verb + "s", verb + "es", doubled + "ed", doubled + "ing"
