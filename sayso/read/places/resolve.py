"""Chooses one gazetteer entry for each name of a document, with its reason, or none.

The recipe is the one that offline geoparsers share (fame, one country and one division a document, containment, one
referent a name); weights are few, round and written down here. Measured by `gates/places.py`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sayso.read.places.evidence import Setting, containers_after, holds, named_countries, owner_before, state_of
from sayso.read.places.toponyms import Toponym, bare_form
from sayso.resources.countries import country_of
from sayso.resources.gazetteer import Gazetteer, GazetteerPlace
from sayso.resources.place_keys import place_key

LEVELS: Final = {"country": 8.5, "admin1": 2.0, "admin2": 0.0, "sea": 5.0, "strait": 5.0, "region": 4.5, "river": 3.0,
                 "lake": 3.0, "mountains": 3.0, "canal": 4.0, "village": 3.0}  # fmt: skip
"""Head start by level, in powers of ten of people; sites of our own table have 4.5, cities none."""
SITE: Final = 4.5
ALIAS: Final = 2.0
"""Loss where the name is not the one that the gazetteer shows for the entry."""
FAME: Final = 0.5
"""Worth of a doubling of the number of names, in powers of ten of people."""
CAPITAL: Final = 1.0
COUNTRY: Final = 4.0
DIVISION: Final = 4.0
"""Worth of a whole document's votes for a candidate's country and for its division."""
KIND: Final = 3.0
OTHER_KIND: Final = 1.5
"""Gain where a kind word asks for a candidate's level, loss where it asks for another."""
CONTAINED: Final = 8.0
OWNED: Final = 4.0
ABBREVIATION: Final = 3
"""Capitals of so many letters are no town's name: "EU" is not Eu in Normandy."""
ROUNDS: Final = 3
SHARPNESS: Final = 1.5
"""How far a candidate must lead before it takes all of a name's votes (softmax)."""
HAMLET: Final = 2_000
STRANGE: Final = 0.02
"""A place of fewer people, in a country with less than this part of the document's votes, is no answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The entry chosen for one name, how many were to choose from, and why; `place` None where none will do."""

    place: GazetteerPlace | None
    candidates: int
    reason: str


@dataclass(slots=True)
class _Name:
    """All mentions of one name in a document."""

    mentions: list[Toponym]
    candidates: tuple[GazetteerPlace, ...]
    fixed: list[float]
    why: list[list[str]]


def resolve(
    text: str, toponyms: Sequence[Toponym], *, gazetteer: Gazetteer, outlet_country: str | None = None
) -> dict[str, Answer]:
    """Return an answer for each distinct name (by `place_key` of its form) of a document."""
    grouped: dict[str, list[Toponym]] = defaultdict(list)
    for toponym in toponyms:
        grouped[place_key(toponym.form)].append(toponym)
    names = {key: _name(mentions, gazetteer) for key, mentions in grouped.items()}
    settings = _settle(names, text, outlet_country)
    return {key: _answer(name, settings[key]) for key, name in names.items()}


def candidates_of(form: str, gazetteer: Gazetteer) -> tuple[GazetteerPlace, ...]:
    """Return the entries for a form; if it is unknown, those without its kind word, of a people or of a short form."""
    states = (gazetteer.division(*state) for state in sorted(state_of(form)))
    shortened = tuple(state for state in states if state is not None)
    if shortened and form.endswith("."):
        return shortened
    found = gazetteer.lookup(form)
    if not found and (bare := bare_form(form)):
        found = gazetteer.lookup(bare)
    if not found and (code := country_of(form)) and (country := gazetteer.country(code)):
        found = (country,)
    if form.isupper() and len(form) <= ABBREVIATION:
        found = tuple(place for place in found if place.level != "city")
    return (found or shortened) + _counties(form, gazetteer)


def _counties(form: str, gazetteer: Gazetteer) -> tuple[GazetteerPlace, ...]:
    """Return the counties that a bare name can mean in a list ("Clay and Becker counties")."""
    if " " in form:
        return ()
    return tuple(place for kind in ("county", "parish") for place in gazetteer.lookup(f"{form} {kind}"))


def _name(mentions: list[Toponym], gazetteer: Gazetteer) -> _Name:
    candidates = candidates_of(mentions[0].form, gazetteer)
    keys = {place_key(mentions[0].form), place_key(bare_form(mentions[0].form) or "")}
    fixed = [_prior(place) - (0.0 if place_key(place.name) in keys else ALIAS) for place in candidates]
    name = _Name(mentions, candidates, fixed, [[] for _ in candidates])
    for number in range(len(candidates)):
        _add_clues(name, number, gazetteer)
    return name


def _add_clues(name: _Name, number: int, gazetteer: Gazetteer) -> None:
    """Add what the words beside any mention say for or against one candidate; each clue counts once a document."""
    place = name.candidates[number]
    asked = frozenset().union(*(m.kinds for m in name.mentions))
    if asked:
        name.fixed[number] += KIND if place.level in asked else -OTHER_KIND
        if place.level in asked:
            name.why[number].append("kind word")
    containers = {c for m in name.mentions for c in containers_after(m)}
    # "China, Japan" lists two countries; a town named like a country needs its state behind it.
    if any(candidate.level == "country" for candidate in name.candidates):
        containers = {c for c in containers if country_of(c) is None}
    inside = next((c for c in sorted(containers) if holds(c, place, candidates_of(c, gazetteer))), None)
    if inside:
        name.fixed[number] += CONTAINED
        name.why[number].append(f"stands before '{inside}'")
    if any(place.country in owner_before(m) for m in name.mentions) and place.level != "country":
        name.fixed[number] += OWNED
        name.why[number].append("its country stands before it")


def _prior(place: GazetteerPlace) -> float:
    """Return how well known a place is, in powers of ten of people."""
    people = math.log10(place.population + 10)
    fame = FAME * math.log2(place.names + 1)
    capital = CAPITAL if place.feature == "P.PPLC" else 0.0
    if place.level in {"city", "admin1", "admin2"}:
        return LEVELS.get(place.level, 0.0) + people + fame + capital
    reach = 4.0 if place.level == "country" else math.log10(place.radius_km + 1)
    return LEVELS.get(place.level, SITE) + reach + fame


def _settle(names: dict[str, _Name], text: str, outlet_country: str | None) -> dict[str, Setting]:
    """Return for each name the votes of all others, after a few rounds in which names and votes pull at each other."""
    stated = named_countries(text, outlet_country=outlet_country)
    settings = {key: Setting(countries=stated.copy()) for key in names}
    for _ in range(ROUNDS):
        votes = {key: _votes(name, settings[key]) for key, name in names.items()}
        total = Setting(countries=stated.copy())
        for vote in votes.values():
            total.add(vote, 1)
        settings = {key: total.without(votes[key]) for key in names}
    return settings


def _votes(name: _Name, setting: Setting) -> Setting:
    """Return how one name votes: each candidate for what contains it, by its share."""
    cast = Setting()
    weight = math.sqrt(len(name.mentions))
    for place, share in zip(name.candidates, _shares(name, setting), strict=True):
        cast.vote(place, share * weight)
    return cast


def _scores(name: _Name, setting: Setting) -> list[float]:
    return [
        fixed + COUNTRY * setting.country_share(place.country) + DIVISION * setting.division_share(place)
        for place, fixed in zip(name.candidates, name.fixed, strict=True)
    ]


def _shares(name: _Name, setting: Setting) -> list[float]:
    """Return how likely each candidate is, as parts of one."""
    scores = _scores(name, setting)
    top = max(scores, default=0.0)
    raised = [math.exp(SHARPNESS * (score - top)) for score in scores]
    return [share / sum(raised) for share in raised]


def _answer(name: _Name, setting: Setting) -> Answer:
    count = len(name.candidates)
    if not count:
        return Answer(None, 0, "not in the gazetteer")
    scores = _scores(name, setting)
    best = max(range(count), key=lambda i: (scores[i], name.candidates[i].population, -name.candidates[i].id))
    place, why = name.candidates[best], name.why[best]
    stranger = place.population < HAMLET and place.level in {"city", "admin2"} and not why
    if stranger and setting.countries and setting.country_share(place.country) < STRANGE:
        return Answer(None, count, "only small places far from the document's countries bear the name")
    share = setting.country_share(place.country)
    if place.level != "country" and share >= 0.3 and place.country:
        why = [*why, f"{place.country} has {share:.0%} of the document's country votes"]
    return Answer(place, count, "; ".join(why) or ("only entry" if count == 1 else "best known of the name"))
