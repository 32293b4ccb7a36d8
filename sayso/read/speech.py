"""Verbs of saying and their speakers: shared by the steps that cast actors and that find statements."""

from __future__ import annotations

from typing import Final

from sayso.read.clauses import grammatical_subject
from sayso.read.language.parse import Parse
from sayso.resources.tables import table

SPEAKING: Final = frozenset(
    row["lemma"]
    for row in table("cues")
    if row["pos"] == "VERB" and row["class"] == "speech" and {"that", "quote"} & set(row["frames"].split())
)
"""Lemmas of verbs that report speech in clauses or quotations."""
CUEING: Final = frozenset(
    row["lemma"]
    for row in table("cues")
    if row["pos"] == "VERB" and row["class"] != "none" and {"that", "quote", "inf", "oinf"} & set(row["frames"].split())
)
"""Lemmas of verbs that report speech or thought in clauses."""
_FINITE: Final = ("VBD", "VBZ", "VBP")
_FURTHEST: Final = 40
"""Tokens between a name and a verb that lost its subject; a long apposition in garbled copy."""


def speakers(parse: Parse, verb: int) -> list[int]:
    """Return the heads of the verb's subject; in garbled copy without one, the nearest name before a finite verb."""
    found = grammatical_subject(parse, verb)
    if found or parse.tokens[verb].xpos not in _FINITE or parse.tokens[verb].lemma.lower() not in SPEAKING:
        return found
    name = _name_before(parse, verb)
    return [] if name is None else [name]


def _name_before(parse: Parse, verb: int) -> int | None:
    """Return the head of the last person named before the verb in its sentence, if a comma or the name ends there."""
    first = parse.sentences[parse.sentence_of[verb]][0]
    if verb == first or not (parse.tokens[verb - 1].text == "," or parse.tokens[verb - 1].upos == "PROPN"):
        return None
    people = _people(parse)
    for index in range(verb - 1, max(first, verb - _FURTHEST) - 1, -1):
        if index in people:
            return people[index]
        if parse.tokens[index].upos == "VERB" and parse.tokens[index].xpos in _FINITE:
            return None
    return None


def _people(parse: Parse) -> dict[int, int]:
    """Return the head of each personal name by its last token."""
    found = {}
    for name in parse.names:
        if name.label == "PER":
            inside = range(name.first, name.last + 1)
            found[name.last] = next(
                (i for i in inside if parse.tokens[i].head not in inside or parse.tokens[i].is_root), name.last
            )
    return found
