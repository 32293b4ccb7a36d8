"""The layers that the model learns and their tags."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from sayso.model import EventType, Factuality
from training.example import Example

NAME_KINDS: Final = ("PER", "ORG", "LOC", "NORP", "FAC", "WPN", "EVT")
EVERYWHERE: Final = ("PER", "ORG", "LOC")
"""The kinds that every name corpus marks; the others only ours has."""
BIO: Final = ("O", "B", "I")
SPOKEN: Final = ("source", "cue", "content", "content2")
OUTSIDE: Final = "O"

FIXED: Final[dict[str, tuple[str, ...]]] = {
    "sent": ("0", "1"),
    "ner": (OUTSIDE, *(f"{edge}-{kind}" for kind in NAME_KINDS for edge in "BI")),
    "source": BIO,
    "cue": BIO,
    "content": BIO,
    "content2": BIO,
    "event": (OUTSIDE, *(f"{edge}-{kind}" for kind in EventType for edge in "BI")),
    "fact": tuple(value.value for value in Factuality),
}
GROWN: Final = ("upos", "xpos", "dep")
"""Layers whose tags are those that the treebanks have."""

UNMARKED: Final = "|".join(tag for tag in FIXED["ner"] if tag == OUTSIDE or tag[2:] not in EVERYWHERE)
"""What a word without a name may be in a corpus that marks only people, organisations and places."""
PLACE_OR_FACILITY: Final = {edge: f"{edge}-LOC|{edge}-FAC" for edge in "BI"}
"""Universal NER, WikiGold and Re-DocRED count bridges, bases and stadiums among the places."""


def labels_of(examples: Iterable[Example]) -> dict[str, tuple[str, ...]]:
    """Return every layer's tags; the treebank layers' tags sorted, so that they do not hang on the order of files."""
    found: dict[str, set[str]] = {layer: set() for layer in GROWN}
    for example in examples:
        for layer in GROWN:
            found[layer].update(tag for tag in example.tags.get(layer, ()) if tag)
    return {layer: tuple(sorted(tags)) for layer, tags in found.items()} | FIXED


class Targets:
    """A layer's gold tags as row numbers of a table of allowed classes.

    A gold tag may leave a choice open ("O|B-NORP|I-NORP"): any of its classes is right. Number -1 stands for an
    unknown tag.
    """

    def __init__(self, labels: tuple[str, ...]) -> None:
        self._class = {label: index for index, label in enumerate(labels)}
        self._row: dict[str, int] = {}
        self.rows: list[tuple[bool, ...]] = []
        for label in labels:
            self.row(label)

    def row(self, tag: str | None) -> int:
        """Return the row of `tag`, a new one for a choice not met before; -1 for None and unheard-of tags."""
        if tag is None:
            return -1
        known = self._row.get(tag)
        if known is None:
            allowed = {self._class[part] for part in tag.split("|") if part in self._class}
            if not allowed:
                return -1
            known = self._row[tag] = len(self.rows)
            self.rows.append(tuple(index in allowed for index in range(len(self._class))))
        return known


def all_targets(labels: Mapping[str, tuple[str, ...]]) -> dict[str, Targets]:
    """Return one empty table a tag layer; relations have theirs too."""
    return {layer: Targets(tags) for layer, tags in labels.items()}
