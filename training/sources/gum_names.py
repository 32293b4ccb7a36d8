"""Names of people, organisations and places from GUM's entity layer.

GUM brackets every mention ("the new president of Iraq, Barham Salih") with an entity type. A name is the run of proper
nouns around the mention's head; titles before people and the article stay outside, "of"/"for"/"and" inside a linked
organisation or place belong to it. A rule of ours, so these names are weaker evidence than those marked by people.
"""

from __future__ import annotations

import re
from typing import Final

from training.sources.treebank import Sentence
from training.sources.words import WORDS

KINDS: Final = {"person": "PER", "organization": "ORG", "place": "LOC"}
_BRACKET: Final = re.compile(r"\([^()]+\)?|[^()]+\)")
_JOINTS: Final = frozenset({"of", "for", "and", "&", "the", "on", "de", "al", "-", "–"})
_OUTSIDE: Final = frozenset({"det", "case", "punct", "nmod:poss", "nmod:desc", "appos", "cc"})
_TITLES: Final = WORDS["titles"]


def gum_names(sentence: Sentence) -> list[tuple[int, int, str]]:
    """Return the names of a sentence as (start, end, kind), the longest first where two would overlap."""
    found = {_name(sentence, *mention) for mention in _mentions(sentence)}
    ordered = sorted((name for name in found if name), key=lambda name: (name[0] - name[1], name[0]))
    kept: list[tuple[int, int, str]] = []
    for start, end, kind in ordered:
        if all(end <= other[0] or start >= other[1] for other in kept):
            kept.append((start, end, kind))
    return sorted(kept)


def _mentions(sentence: Sentence) -> list[tuple[int, int, str, bool]]:
    """Return (start, end, entity type, linked to an encyclopaedia) of every bracketed mention that closes here."""
    open_mentions: list[tuple[str, int, str, bool]] = []
    closed = []
    for index, row in enumerate(sentence.rows):
        cell = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for bracket in _BRACKET.findall(cell):
            if bracket.startswith("("):
                parts = bracket.strip("()").split("-")
                mention = (parts[0], index, parts[1] if len(parts) > 1 else "", len(parts) > 7)
                open_mentions.append(mention)
                identity = parts[0] if bracket.endswith(")") else None
            else:
                identity = bracket.rstrip(")")
            match = next((m for m in reversed(open_mentions) if m[0] == identity), None)
            if match:
                open_mentions.remove(match)
                closed.append((match[1], index + 1, match[2], match[3]))
    return closed


def _name(sentence: Sentence, start: int, end: int, entity: str, linked: bool) -> tuple[int, int, str] | None:  # noqa: FBT001
    kind, rows = KINDS.get(entity), sentence.rows
    heads = [i for i in range(start, end) if not start <= int(rows[i][6]) - 1 < end and rows[i][7] != "punct"]
    if kind is None or not heads or rows[heads[0]][3] != "PROPN":
        return None
    first = last = heads[0]
    while first > start and _joins(rows, first - 1):
        first -= 1
    last = _right(rows, last, end, across=linked and kind != "PER")
    while kind == "PER" and first < last and rows[first][1].lower() in _TITLES:
        first += 1
    no_name = first == last and ("Number=Plur" in rows[first][5] or rows[first][1].lower() in _TITLES)
    return None if kind == "PER" and no_name else (first, last + 1, kind)


def _joins(rows: list[list[str]], index: int) -> bool:
    """Tell whether the word before a name belongs to it."""
    row = rows[index]
    if row[7] in _OUTSIDE or row[7].startswith("nmod:poss"):
        return row[1] in {"-", "–"} and index > 0 and rows[index - 1][3] == "PROPN"
    return (
        row[3] == "PROPN"
        or row[4] in {"NNP", "NNPS"}
        or (row[3] in {"ADJ", "NOUN"} and row[1][:1].isupper() and index > 0)
    )


def _right(rows: list[list[str]], last: int, end: int, *, across: bool) -> int:
    """Return the last word of a name that begins at or before `last`; `across`: over "of" and "and" too."""
    index = last + 1
    while index < end:
        row = rows[index]
        name = row[3] == "PROPN" and row[7] not in {"appos", "nmod:desc", "conj"}
        number = row[3] == "NUM" and row[7] in {"flat", "nummod", "compound"} and index == last + 1
        if name or number:
            last = index
        elif not (across and row[1].lower() in _JOINTS) and row[1] not in {"-", "–"}:
            break
        index += 1
    return last
