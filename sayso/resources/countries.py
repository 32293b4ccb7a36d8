"""Countries: which state a word stands for, and by what kind of evidence.

>>> country_of("Belarusian"), country_of("turkey"), country_of("US"), country_of("us")
('BLR', None, 'USA', None)
>>> evidence_of("the Kremlin").evidence.value
'metonym'
>>> [(m.start, m.end, m.answer.country) for m in find_countries("Russian-backed forces left Georgia.")]
[(0, 7, 'RUS'), (27, 34, 'GEO')]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum, unique
from functools import cache
from typing import Final

from sayso.resources.tables import table


@unique
class Evidence(StrEnum):
    """How a word points to a country; `capital` and `metonym` stand for its government only where the text acts so."""

    NAME = "name"
    DEMONYM = "demonym"
    PEOPLE = "people"
    CAPITAL = "capital"
    METONYM = "metonym"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryAnswer:
    """What one word says about a country.

    `country`: alpha-3 as PLOVER counts it, so a territory has its sovereign's code, a breakaway region that of its
    nominal sovereign with `sector` "PRE"; None for states that are history. `iso`: the word's own ISO 3166 alpha-3.
    `status`: state, observer, territory, breakaway, part (a people within a state) or historical.
    `also`: what else the word may mean ("US state"); None where it is safe.
    """

    country: str | None
    iso: str | None
    evidence: Evidence
    status: str
    sector: str | None = None
    also: str | None = None

    @property
    def strong(self) -> bool:
        """Tell whether the word names a living state or its people, and nothing else."""
        direct = self.evidence in (Evidence.NAME, Evidence.DEMONYM, Evidence.PEOPLE)
        return direct and self.country is not None and self.also is None


@dataclass(frozen=True, slots=True)
class CountryMention:
    """An answer with its place in a text, half-open code points."""

    start: int
    end: int
    answer: CountryAnswer


_WORD: Final = re.compile(r"(?<!\w)\w+")
_DIRECT: Final = frozenset({Evidence.NAME, Evidence.DEMONYM, Evidence.PEOPLE})


def country_of(text: str) -> str | None:
    """Return the alpha-3 code of a country's name or demonym; None for capitals, metonyms, history and all else."""
    answer = evidence_of(text)
    return answer.country if answer and answer.evidence in _DIRECT else None


def evidence_of(text: str) -> CountryAnswer | None:
    """Return what a whole word or name says about a country; capitals count: "Turkey" is one, "turkey" is not."""
    form = " ".join(text.replace("’", "'").split())
    forms = _forms()
    for candidate in (form, _bare(form)):
        found = forms.get(candidate)
        if found is None and candidate.isupper() and len(candidate) > 3:
            found = _upper_forms().get(candidate)
        if found is not None:
            return found
    return None


def find_countries(text: str) -> tuple[CountryMention, ...]:
    """Return every word of `text` that points to a country, longest match first, in order, never overlapping.

    Phrases that only look so ("South China Sea", "Moscow Times") are skipped. One pass, linear in the text.
    """
    flat = text.replace("’", "'").replace("\n", " ").replace("\t", " ")
    starts = _starts()
    found, here = [], 0
    for word in _WORD.finditer(flat):
        if word.start() < here:
            continue
        form = next((f for f in starts.get(word.group(), ()) if _stands(flat, f, word.start())), None)
        if form is None:
            continue
        here = word.start() + len(form)
        answer = _forms().get(form) or _upper_forms().get(form)
        if answer is not None and form not in _traps():
            found.append(CountryMention(word.start(), here, answer))
    return tuple(found)


def alpha3(alpha2: str) -> str | None:
    """Return the ISO 3166-1 alpha-3 code of an alpha-2 code (XK gives PLOVER's KOS)."""
    return _iso_codes().get(alpha2.upper())


def alpha2(code: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of an alpha-3 code."""
    return _iso_pairs().get(code.upper())


def name_of(code: str) -> str | None:
    """Return the usual English name of a living state or territory."""
    return _names().get(code.upper())


def _bare(form: str) -> str:
    """Return the form without article and possessive ending."""
    form = form[4:] if form[:4].lower() == "the " else form
    return form.removesuffix("'s") if form.endswith("'s") else form.removesuffix("'")


def _stands(flat: str, form: str, start: int) -> bool:
    end = start + len(form)
    return flat.startswith(form, start) and not (flat[end : end + 1].isalnum() or flat[end : end + 1] in {"_", "$"})


def _split(cell: str) -> list[str]:
    return [part.replace("’", "'") for part in cell.split("|") if part]


def _answer(row: dict[str, str], evidence: Evidence) -> CountryAnswer:
    status = row["status"]
    country = None if status == "historical" else row["plover"] or None
    sector = "PRE" if status == "breakaway" else None
    also = row["also"] or None
    if evidence in (Evidence.CAPITAL, Evidence.METONYM):
        also = None
    return CountryAnswer(
        country=country, iso=row["alpha3"] or None, evidence=evidence, status=status, sector=sector, also=also
    )


@cache
def _forms() -> dict[str, CountryAnswer]:
    """Every surface form as it is written in running text; earlier rows and names win over later ones."""
    forms: dict[str, CountryAnswer] = {}
    for row in table("countries"):
        for form in (row["name"], *_split(row["other_names"])):
            forms.setdefault(_bare(form.replace("’", "'")), _answer(row, Evidence.NAME))
    forms.update({form: answer for form, answer in _people().items() if form not in forms})
    for row in table("countries"):
        for evidence, column in ((Evidence.CAPITAL, "capital"), (Evidence.METONYM, "metonyms")):
            for form in _split(row[column]):
                forms.setdefault(_bare(form), _answer(row, evidence))
    return forms


@cache
def _people() -> dict[str, CountryAnswer]:
    forms: dict[str, CountryAnswer] = {}
    for row in table("demonyms"):
        scope = row["scope"]
        plain = CountryAnswer(
            country=None if scope == "historical" else row["alpha3"],
            iso=row["alpha3"],
            evidence=Evidence.PEOPLE if row["kind"] == "people" else Evidence.DEMONYM,
            status=scope,
            sector="PRE" if scope == "breakaway" else None,
            also=row["also"] or None,
        )
        forms.setdefault(row["word"], plain)
        if row["kind"] != "adjective" and not row["word"].endswith(("ese", "men", "sh", "ch")):
            crowd = CountryAnswer(
                country=plain.country, iso=plain.iso, evidence=Evidence.PEOPLE, status=scope, sector=plain.sector
            )
            forms.setdefault(f"{row['word']}s", crowd)
    return forms


@cache
def _upper_forms() -> dict[str, CountryAnswer]:
    return {form.upper(): answer for form, answer in _forms().items() if len(form) > 3}


@cache
def _traps() -> frozenset[str]:
    return frozenset(row["phrase"].replace("’", "'") for row in table("country_traps"))


@cache
def _starts() -> dict[str, tuple[str, ...]]:
    """Forms by their first word, longest first, so that one look-up a word is enough."""
    starts: dict[str, set[str]] = {}
    for form in (*_forms(), *_upper_forms(), *_traps()):
        first = _WORD.search(form)
        if first is not None and first.start() == 0:
            starts.setdefault(first.group(), set()).add(form)
    return {word: tuple(sorted(forms, key=len, reverse=True)) for word, forms in starts.items()}


@cache
def _iso_codes() -> dict[str, str]:
    return {row["alpha2"]: row["alpha3"] for row in table("countries") if row["alpha2"]}


@cache
def _iso_pairs() -> dict[str, str]:
    return {row["alpha3"]: row["alpha2"] for row in table("countries") if row["alpha2"]}


@cache
def _names() -> dict[str, str]:
    return {row["alpha3"]: row["name"] for row in table("countries") if row["alpha2"]}
