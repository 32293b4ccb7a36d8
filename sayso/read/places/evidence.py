"""What a document says about where it plays: countries named, divisions named, containment, possession."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Final, TypeVar

from sayso.read.places.toponyms import Toponym
from sayso.resources.countries import Evidence, find_countries
from sayso.resources.gazetteer import GazetteerPlace
from sayso.resources.tables import table

_OUTLET_SHARE: Final = 1.0
"""The outlet's home counts like one mention of its country."""
_DIRECT: Final = frozenset({Evidence.NAME, Evidence.DEMONYM, Evidence.PEOPLE})
_Key = TypeVar("_Key")
_CONTAINER: Final = re.compile(r",\s{1,2}((?:[A-Z][\w.'’-]{0,30}\s?){1,4})")
_OWNER: Final = re.compile(r"(?:\b[\w’'.-]{1,40}\s){0,3}$")


@dataclass(slots=True)
class Setting:
    """Votes of one document: weight by country (alpha-3) and by first-level division (country, code)."""

    countries: dict[str, float] = field(default_factory=dict)
    divisions: dict[tuple[str, str], float] = field(default_factory=dict)

    def country_share(self, country: str | None) -> float:
        """Return a country's part of all votes, 0 to 1."""
        total = sum(self.countries.values())
        return self.countries.get(country, 0.0) / total if country and total else 0.0

    def division_share(self, place: GazetteerPlace) -> float:
        """Return a first-level division's part of all votes, 0 to 1."""
        total = sum(self.divisions.values())
        return self.divisions.get((place.country or "", place.code), 0.0) / total if place.code and total else 0.0

    def vote(self, place: GazetteerPlace, weight: float) -> None:
        """Add a vote for what contains a place; a country itself says nothing about divisions."""
        if place.country:
            _raise(self.countries, place.country, weight)
            if place.code and place.level != "country":
                _raise(self.divisions, (place.country, place.code), weight)

    def add(self, other: Setting, sign: int) -> None:
        """Add another's votes (sign 1) or take them back (sign -1)."""
        for country, weight in other.countries.items():
            _raise(self.countries, country, sign * weight)
        for division, weight in other.divisions.items():
            _raise(self.divisions, division, sign * weight)

    def without(self, other: Setting) -> Setting:
        """Return these votes less those of `other`, which are part of them."""
        rest = Setting(countries=self.countries.copy(), divisions=self.divisions.copy())
        rest.add(other, -1)
        return rest


def _raise(votes: dict[_Key, float], key: _Key, weight: float) -> None:
    votes[key] = max(0.0, votes.get(key, 0.0) + weight)


def named_countries(text: str, *, outlet_country: str | None) -> dict[str, float]:
    """Return how often a text names each country or its people, the outlet's home counting as one mention more.

    Capitals and metonyms are left to the toponyms themselves; a word with another meaning ("Georgia") counts half.
    """
    votes: dict[str, float] = {}
    for mention in find_countries(text):
        answer = mention.answer
        if answer.country and answer.evidence in _DIRECT:
            _raise(votes, answer.country, 0.5 if answer.also else 1.0)
    if outlet_country:
        _raise(votes, outlet_country, _OUTLET_SHARE)
    # Ten mentions of one country are not ten times the evidence.
    return {country: math.sqrt(count) for country, count in votes.items()}


def containers_after(toponym: Toponym) -> tuple[str, ...]:
    """Return what stands behind a comma right after a toponym ("Paris, Texas"), the longest reading first."""
    found = _CONTAINER.match(toponym.after)
    words = found.group(1).split() if found else []
    return tuple(" ".join(words[:count]) for count in range(len(words), 0, -1))


def state_of(form: str) -> frozenset[tuple[str, str]]:
    """Return the states, as country and division code, that a name or abbreviation stands for."""
    return _abbreviations().get(form.rstrip(".")) or frozenset()


def holds(container: str, place: GazetteerPlace, candidates: Iterable[GazetteerPlace]) -> bool:
    """Tell whether a place lies in what a container's name can mean; `candidates` are that name's places."""
    if (place.country, place.code) in state_of(container) and place.level in {"city", "admin2", "village"}:
        return True
    for outer in candidates:
        if outer.level == "country" and outer.country == place.country and place.level != "country":
            return True
        division = outer.level == "admin1" and place.level in {"city", "admin2", "village"}
        if division and (outer.country, outer.code) == (place.country, place.code):
            return True
        if outer.level == "admin2" and place.second == outer.id:
            return True
    return False


def owner_before(toponym: Toponym) -> frozenset[str]:
    """Return the countries that the last words before a toponym name: "Ukraine's", "the Syrian city of"."""
    tail = _OWNER.search(toponym.before)
    mentions = find_countries(tail.group()) if tail else ()
    return frozenset(m.answer.country for m in mentions if m.answer.country and m.answer.evidence in _DIRECT)


@cache
def _abbreviations() -> dict[str, frozenset[tuple[str, str]]]:
    """States by their abbreviation, without stops at the end: ("USA", "TX") for "TX" and "Tex"."""
    iso = {row["alpha2"]: row["alpha3"] for row in table("countries") if row["alpha2"]}
    found: dict[str, set[tuple[str, str]]] = {}
    for row in table("state_abbreviations"):
        for short in (row["name"], *row["abbreviations"].split("|")):
            found.setdefault(short.rstrip("."), set()).add((iso[row["alpha2"]], row["code"]))
    return {short: frozenset(states) for short, states in found.items()}
