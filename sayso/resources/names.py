"""Names of people over spellings and scripts: Latin form, respelling, consonant skeleton, and a score for two names.

After Steinberger and Pouliquen (2007): romanise, level the spellings of neighbouring languages, compare consonants.
A pair is worth as much as its worst matched part, and two different well-known given names get no credit for looking
alike ("Vladimir" and "Vitali").

>>> name_score("Alexander Lukashenko", "Аляксандр Лукашэнка") > 0.9
True
>>> name_score("Vladimir Volfovich", "Alexander Volfovich") < 0.7
True
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from rapidfuzz.distance import Levenshtein

from sayso.resources.tables import table

_QUOTES: Final = re.compile(r"[’'`ʼʻ\"“”]")
_BREAKS: Final = re.compile(r"[^\w,]+")
_VOWELS: Final = frozenset("aeiou")
_UKRAINIAN: Final = frozenset("іїєґ")
_CACHED: Final = 100_000

SAME_SPELLING: Final = 0.99
SAME_GIVEN: Final = 0.97
OTHER_GIVEN: Final = 0.3
INITIAL: Final = 0.75
"""Scores of two parts: one respelling; forms of one given name; two different given names; an initial that fits."""
MISSING_PART: Final = 0.02
LONE_PART: Final = 0.35
UNMATCHED_END: Final = 0.1
OTHER_INITIALS: Final = 0.35
"""Deductions: a middle part that one name lacks; a lone part against a whole name; a last part without partner;
middle initials that differ. Set on names_gold by its author; an independent set of 548 pairs gave F1 .85."""
WORST: Final = 0.6
"""Weight of the worst matched part; the rest goes to the mean over the parts by their length."""


def romanise(text: str) -> str:
    """Return the text in lower-case Latin letters without marks; letters of unknown scripts stay what they are."""
    lower = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    letters = _letters(_alphabet(lower))
    latin = "".join(letters.get(c, c) for c in lower)
    plain = unicodedata.normalize("NFKD", latin)
    return "".join(letters.get(c, c) for c in plain if not unicodedata.combining(c))


@lru_cache(maxsize=_CACHED)
def name_parts(name: str) -> tuple[str, ...]:
    """Return the Latin parts of a name in order, titles left out; "Netanyahu, Benjamin" is turned round."""
    form = _BREAKS.sub(" ", _QUOTES.sub("", romanise(name)))
    last, comma, first = form.partition(",")
    parts = (f"{first} {last}" if comma and "," not in first else form.replace(",", " ")).split()
    return tuple(part for part in parts if part not in _words("title")) or tuple(parts)


@lru_cache(maxsize=_CACHED)
def respell(part: str) -> str:
    """Return one Latin part in a spelling that languages share: "Schoigu", "Shoygu" and "Shoigu" become one."""
    for pattern, replacement in _respellings():
        part = pattern.sub(replacement, part)
    return part


@lru_cache(maxsize=_CACHED)
def skeleton(part: str) -> str:
    """Return the consonants of a respelled part; all first vowels count as one. Names are grouped by it."""
    form = respell(romanise(part))
    first = "a" if form[:1] in _VOWELS else form[:1]
    return first + "".join(c for c in form[1:] if c not in _VOWELS and c != "h")


def name_score(first: str, second: str) -> float:
    """Return how well two spellings can be one person's name, 0 to 1; about 0.75 and more is a likely match.

    A lone surname against a whole name stays below that on purpose: it is never enough to merge two people.
    """
    a, b = _core(name_parts(first)), _core(name_parts(second))
    if not a or not b:
        return 0.0
    if sorted(a) == sorted(b):
        return 1.0
    if respell("".join(a)) == respell("".join(b)):
        return 0.98
    short, long = sorted((a, b), key=lambda parts: (len(parts), parts))
    return _score(short, long)


def _score(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    pairs = _pair(short, long)
    weight = sum(len(short[i]) for _, i, _ in pairs)
    mean = sum(score * len(short[i]) for score, i, _ in pairs) / weight
    worst = min(score for score, _, _ in pairs)
    used = {j for _, _, j in pairs}
    end = len(long) - 1
    if len(long) > len(short) and end not in used and 0 not in used:
        return 0.5 * mean
    deducted = 0.0 if len(short) == len(long) else MISSING_PART if len(short) > 1 else LONE_PART
    if len(long) > len(short) > 1 and end not in used:
        deducted += UNMATCHED_END
    if _initials(short) and _initials(long) and _initials(short) != _initials(long):
        deducted += OTHER_INITIALS
    return max(0.0, WORST * worst + (1 - WORST) * mean - deducted)


def _pair(short: tuple[str, ...], long: tuple[str, ...]) -> list[tuple[float, int, int]]:
    """Return the best partner of each part of the shorter name, taken greedily from the best pair on."""
    ranked = sorted(((_alike(x, y), i, j) for i, x in enumerate(short) for j, y in enumerate(long)), reverse=True)
    left: set[int] = set()
    right: set[int] = set()
    pairs = []
    for score, i, j in ranked:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((score, i, j))
    return pairs


@lru_cache(maxsize=_CACHED)
def _alike(a: str, b: str) -> float:
    """Return how well two parts match, 0 to 1."""
    x, y = respell(a), respell(b)
    if x == y:
        return 1.0 if a == b else SAME_SPELLING
    given = _given()
    if x in given and y in given:
        return SAME_GIVEN if given[x] == given[y] else OTHER_GIVEN
    if len(a) == 1 or len(b) == 1:
        return INITIAL if x[:1] == y[:1] else 0.0
    letters = Levenshtein.normalized_similarity(x, y)
    bones = Levenshtein.normalized_similarity(skeleton(a), skeleton(b))
    if bones == 1.0 and len(skeleton(a)) >= 3:
        return max(0.9, 0.5 + 0.5 * letters)
    return 0.55 * letters + 0.45 * bones


def _core(parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for part in parts if part not in _words("particle")) or parts


def _initials(parts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(part for part in parts[1:-1] if len(part) == 1)


def _alphabet(lower: str) -> str:
    """Return which language's letters override the common table; letters and endings of one language decide."""
    if "ў" in lower:
        return "Belarusian"
    ending = "ськ" in lower or "цьк" in lower
    return "Ukrainian" if ending or _UKRAINIAN.intersection(lower) else ""


@cache
def _letters(alphabet: str) -> dict[str, str]:
    rows = table("name_letters")
    languages = {"Ukrainian", "Belarusian", "Bulgarian"}
    common = {row["letter"]: row["latin"] for row in rows if row["script"] not in languages}
    return common | {row["letter"]: row["latin"] for row in rows if row["script"] == alphabet}


@cache
def _respellings() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["pattern"]), row["replacement"]) for row in table("name_respelling"))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("name_words") if row["class"] == kind)


@cache
def _given() -> dict[str, str]:
    """Respelled forms of given names, each with the group that it belongs to."""
    groups: dict[str, str] = {}
    for row in table("given_names"):
        for form in row["forms"].split("|"):
            groups.setdefault(respell(form), row["name"])
    return groups
