"""Closed vocabularies: the words that a record may use, and no others.

Event types, quads and scores follow PLOVER (OEDA, CC BY-SA 4.0, manual draft 2.0); factuality values follow FactBank
(Saurí and Pustejovsky 2009); wording is ours.
"""

from __future__ import annotations

from enum import StrEnum, unique


@unique
class Kind(StrEnum):
    """What sort of saying a statement is."""

    SAY = "say"
    CLAIM = "claim"
    REPORT = "report"
    ANNOUNCE = "announce"
    CONFIRM = "confirm"
    DENY = "deny"
    ACCUSE = "accuse"
    PRAISE = "praise"
    WARN = "warn"
    THREATEN = "threaten"
    PROMISE = "promise"
    DEMAND = "demand"
    REQUEST = "request"
    ASK = "ask"
    PREDICT = "predict"
    ASSESS = "assess"
    BELIEVE = "believe"
    FEAR = "fear"
    DERIDE = "deride"


@unique
class Stance(StrEnum):
    """Whether the source affirms, withholds (negated cue) or asks the content."""

    AFFIRM = "affirm"
    DENY = "deny"
    QUESTION = "question"


@unique
class Quotation(StrEnum):
    """How much of the content stands between quotation marks."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@unique
class EventType(StrEnum):
    """The sixteen PLOVER event types."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


@unique
class Factuality(StrEnum):
    """How a source presents an event (FactBank): certainty and polarity."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    CERTAINLY_NOT = "CT-"
    PROBABLY_NOT = "PR-"
    POSSIBLY_NOT = "PS-"
    CERTAIN_UNKNOWN = "CTu"
    UNCOMMITTED = "Uu"

    @property
    def polarity(self) -> str:
        """Return `+`, `-` or `u`."""
        return self.value[-1]

    def negated(self) -> Factuality:
        """Return the value under one negation; uncommitted values stay what they are."""
        swap = {"+": "-", "-": "+", "u": "u"}
        return Factuality(self.value[:-1] + swap[self.polarity])


@unique
class Tense(StrEnum):
    """Grammatical time of a trigger's clause."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@unique
class ActorKind(StrEnum):
    """What sort of actor somebody is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    GROUP = "group"
    OUTLET = "outlet"


@unique
class Precision(StrEnum):
    """How large a place is; a country is never a pin."""

    SITE = "site"
    SETTLEMENT = "settlement"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"
    SEA = "sea"


@unique
class PlaceBasis(StrEnum):
    """Where an event's place was found: in its clause, or taken from the document's focus."""

    CLAUSE = "clause"
    FOCUS = "focus"


@unique
class TimeType(StrEnum):
    """TIMEX3 types (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@unique
class ProblemKind(StrEnum):
    """What a careful reader would notice about a text."""

    EMPTY = "empty-text"
    MISSING_DATE = "missing-date"
    UNBALANCED_QUOTATION = "unbalanced-quotation"
    NAME_VARIANTS = "name-variants"
    BYLINE_CONFLICT = "byline-conflict"
    MIXED_SCRIPTS = "mixed-scripts"
    TRUNCATED = "truncated-text"
    MOSTLY_MARKUP = "mostly-markup"
    MISSING_SPACE = "missing-space"
    CONTROL_CHARACTERS = "control-characters"
    OTHER_LANGUAGE = "other-language"
    REPEATED_TEXT = "repeated-text"
    HIDDEN_TEXT = "hidden-text"
    UNDECODABLE = "undecodable-characters"
    WRONG_CHARSET = "wrong-charset"
