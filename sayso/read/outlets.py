"""Outlets by name: agencies, newspapers and stations, also where their name lost the space behind it."""

from __future__ import annotations

from functools import cache

from sayso.resources.tables import table


def outlet_country(name: str) -> tuple[bool, str | None]:
    """Tell whether a name is a known outlet's, and the alpha-3 code of its seat."""
    plain = name.removeprefix("the ").removeprefix("The ")
    known = _outlets().get(plain)
    if known is not None:
        return known
    words = plain.split()
    return len(words) > 1 and (words[-1] in _name_words() or words[0] in ("Radio", "Television", "TV")), None


def glued_outlet(word: str) -> int:
    """Return how many characters of a word are an outlet's name that lost its space ("GuardianArtyom"); 0 for none."""
    for cut in range(min(len(word) - 2, 24), 2, -1):
        if word[cut].isupper() and word[cut - 1].islower() and word[:cut].removeprefix("The") in _one_word_outlets():
            return cut
    return 0


@cache
def _outlets() -> dict[str, tuple[bool, str | None]]:
    return {row["name"]: (True, row["country"] or None) for row in table("outlets") if row["kind"] != "platform"}


@cache
def _name_words() -> frozenset[str]:
    """Words that newspapers and stations bear in their names."""
    return frozenset(row["lemma"] for row in table("carrier_words") if row["class"] == "name")


@cache
def _one_word_outlets() -> frozenset[str]:
    return frozenset(name for name in _outlets() if " " not in name)
