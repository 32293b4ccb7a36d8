"""How much speaks for two mentions being of one event: a sum of named reasons, or a contradiction that forbids it."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import Final

from sayso.compare.slots import Slots
from sayso.model.plover import CLASSES

WEIGHTS: Final = {
    "trigger": 2.7,
    "mode": 1.1,
    "sentence": 1.4,
    "report": 5.4,
    "names": 2.2,
    "actor": 0.9,
    "recipient": 0.7,
    "place": 1.0,
    "another place": -1.5,
    "same document": -4.3,
    "day": 1.0,
    "a day apart": -2.0,
}
"""Log-odds of the features, fitted by logistic regression on the train topics of ECB+ (Cybulska and Vossen 2014, CC BY
3.0) and rounded. Its texts have no dates, so that places and days are set by hand: a place at the weight of an actor,
another name for it against that (a town may go by its quarter), days so that the next day's strike stays another strike
unless all else agrees. "sentence", "report" and "names" are shares, the others hold or do not."""
BIAS: Final = -6.6
STRANGERS: Final = -4.0
"""Value of a pair that shares no key: it was not compared, and counts against putting its groups together."""
_FAR: Final = 60.0  # kilometres between the points of two places, beyond which it is not one event
_SENTENCE: Final = 5  # words; shares of shorter sentences would be chance
_NAMES: Final = 4


def likeness(one: Slots, other: Slots) -> tuple[float, tuple[str, ...]] | None:
    """Return the log-odds that two mentions of one type are of one event, with the reasons for it; None if they cannot.

    They cannot if their days, the points of their places, or the countries of their actors or recipients differ. What
    is only said (an accusation, a demand) is one event only from one mouth. In one document the words must agree too.
    """
    if _contradict(one, other) or _is_said_by_others(one, other):
        return None
    if one.ref.document == other.ref.document and not one.words & other.words:
        return None
    features = _features(one, other)
    score = BIAS + sum(WEIGHTS[name] * value for name, value in features.items())
    reasons = [f"same {n}" for n in ("trigger", "mode", "actor", "recipient", "place", "day") if features[n]]
    reasons += [f"{n} {features[n]:.0%} alike" for n in ("sentence", "report", "names") if features[n]]
    return score, tuple(reasons)


def _contradict(one: Slots, other: Slots) -> bool:
    if one.days.gap(other.days) > (one.days.stated and other.days.stated):
        return True
    if one.point is not None and other.point is not None and _kilometres(one.point, other.point) > _FAR:
        return True
    pairs = (
        (one.actor_countries, other.actor_countries),
        (one.recipient_countries, other.recipient_countries),
    )
    return any(mine and theirs and not mine & theirs for mine, theirs in pairs)


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two points given in degrees, on a sphere of 6,371 km (haversine)."""
    a, b = map(radians, one), map(radians, other)
    (lat1, lon1), (lat2, lon2) = tuple(a), tuple(b)
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * asin(sqrt(min(1.0, half)))


def _is_said_by_others(one: Slots, other: Slots) -> bool:
    return CLASSES[one.mention.type].quad == "VX" and not one.actors & other.actors


def _features(one: Slots, other: Slots) -> dict[str, float]:
    return {
        "trigger": bool(one.words & other.words),
        "mode": bool(set(one.mention.modes) & set(other.mention.modes)),
        "sentence": _contained(one.sentence, other.sentence, _SENTENCE),
        "report": _dice(one.scene.words, other.scene.words),
        "names": _contained(one.scene.names, other.scene.names, _NAMES),
        "actor": bool(one.actors & other.actors or one.actor_countries & other.actor_countries),
        "recipient": bool(one.recipients & other.recipients or one.recipient_countries & other.recipient_countries),
        "place": bool(one.places & other.places),
        "another place": bool(one.places and other.places and not one.places & other.places),
        "day": one.days.one is not None and one.days.one == other.days.one,
        "a day apart": one.days.gap(other.days) == 1,
        "same document": one.ref.document == other.ref.document,
    }


def _contained(one: frozenset[str], other: frozenset[str], least: int) -> float:
    return len(one & other) / max(least, min(len(one), len(other)))


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
