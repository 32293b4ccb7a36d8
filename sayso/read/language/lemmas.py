"""Lemmas: the dictionary form of a word, by a table of exceptions and a handful of spelling rules.

`language/lemmas.tsv` is built by `scripts/build_lemmas.py` from UD English EWT and GUM: exceptions to the rules below
and the list of known base forms that decides between "hop" and "hope" for "hoping".
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache

from sayso.resources.tables import table

_SIBILANT = ("sses", "shes", "ches", "xes", "zes", "oes")
_MUTE_E = (
    "at",
    "iz",
    "is",
    "v",
    "uc",
    "ut",
    "rg",
    "dg",
    "ng",
    "c",
    "s",
    "bl",
    "tl",
    "pl",
    "gl",
    "dl",
    "ir",
    "or",
    "ur",
    "u",
)
_NO_MUTE_E = ("ss", "eat", "oat", "ook")


@cache
def _known() -> tuple[dict[tuple[str, str], str], frozenset[tuple[str, str]]]:
    exceptions: dict[tuple[str, str], str] = {}
    bases: set[tuple[str, str]] = set()
    for row in table("language/lemmas"):
        if row["form"]:
            exceptions[row["form"], row["tag"]] = row["lemma"]
        else:
            bases.add((row["lemma"], row["tag"]))
    return exceptions, frozenset(bases)


def lemma_of(word: str, xpos: str) -> str:
    """Return the lemma of `word` under its Penn tag; proper nouns keep their case."""
    exceptions, bases = _known()
    known = exceptions.get((word.lower(), xpos))
    return known if known is not None else by_rule(word, xpos, bases)


def by_rule(word: str, xpos: str, bases: AbstractSet[tuple[str, str]]) -> str:
    """Return what the spelling rules alone make of the word; `bases` holds (lemma, "V" | "N" | "A")."""
    lower = word.lower()
    match xpos:
        case "NNP":
            return word
        case "NNPS":
            return _singular_name(word)
        case "NNS":
            return _singular(lower, bases)
        case "VBZ":
            return _strip_s(lower)
        case "VBD" | "VBN":
            return _strip_verb(lower, "ed", bases)
        case "VBG":
            return _strip_verb(lower, "ing", bases)
        case "JJR" | "RBR":
            return _strip_degree(lower, "er", bases)
        case "JJS" | "RBS":
            return _strip_degree(lower, "est", bases)
        case _:
            return lower


def _first_known(candidates: list[str], part: str, bases: AbstractSet[tuple[str, str]]) -> str | None:
    return next((c for c in candidates if (c, part) in bases), None)


def _singular_name(word: str) -> str:
    if word.lower().endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.lower().endswith("s") and not word.lower().endswith("ss") else word


def _singular(lower: str, bases: AbstractSet[tuple[str, str]]) -> str:
    if lower.endswith("men"):
        return lower[:-2] + "an"
    candidates = []
    if lower.endswith("ies"):
        candidates += [lower[:-3] + "y", lower[:-1]]
    if lower.endswith("ves"):
        candidates += [lower[:-3] + "f", lower[:-3] + "fe"]
    if lower.endswith("es"):
        candidates += [lower[:-1], lower[:-2]]
    elif lower.endswith("s"):
        candidates.append(lower[:-1])
    known = _first_known(candidates, "N", bases)
    if known is not None:
        return known
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(_SIBILANT[:-1]):
        return lower[:-2]
    return lower[:-1] if lower.endswith("s") and not lower.endswith("ss") else lower


def _strip_s(lower: str) -> str:
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(_SIBILANT):
        return lower[:-2]
    return lower.removesuffix("s")


def _strip_verb(lower: str, ending: str, bases: AbstractSet[tuple[str, str]]) -> str:
    if not lower.endswith(ending):
        return lower
    stem = lower[: -len(ending)]
    if ending == "ed" and stem.endswith("i"):
        return stem[:-1] + "y"
    doubled = len(stem) > 2 and stem[-1] == stem[-2]
    known = _first_known(([stem[:-1]] if doubled else []) + [stem, stem + "e"], "V", bases)
    if known is not None:
        return known
    if doubled and stem[-1] not in "lsz":
        return stem[:-1]
    return stem + "e" if stem.endswith(_MUTE_E) and not stem.endswith(_NO_MUTE_E) else stem


def _strip_degree(lower: str, ending: str, bases: AbstractSet[tuple[str, str]]) -> str:
    if not lower.endswith(ending):
        return lower
    stem = lower[: -len(ending)]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    doubled = len(stem) > 2 and stem[-1] == stem[-2]
    return _first_known(([stem[:-1]] if doubled else []) + [stem, stem + "e"], "A", bases) or stem
