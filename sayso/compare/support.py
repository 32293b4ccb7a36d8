"""The algebra of support, in one place: from counts of independent origins to a word.

A party's claim about its own or its enemy's act stays a party's claim: it can single out or contest an event, but only
origins outside the act corroborate it.
"""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model import Factuality
from sayso.model.verdict import Side, Standing, Support, Voice

SIDES = {
    Factuality.CERTAIN: Side.FOR,
    Factuality.PROBABLE: Side.FOR,
    Factuality.CERTAINLY_NOT: Side.AGAINST,
    Factuality.PROBABLY_NOT: Side.AGAINST,
    Factuality.POSSIBLE: Side.OPEN,
    Factuality.POSSIBLY_NOT: Side.OPEN,
    Factuality.CERTAIN_UNKNOWN: Side.OPEN,
}
"""Which side a committed value puts a voice on; an uncommitted one puts it nowhere."""


def support_of(voices: Iterable[Voice]) -> Support:
    """Return the word for what the voices say together; an origin counts once a side.

    Contested or denied as soon as anybody says no; corroborated by two third parties; parties where two or more say so
    but fewer than two of them stand outside; single for one.
    """
    told = list(voices)
    against = {v.origin for v in told if v.side is Side.AGAINST}
    told_for = {v.origin for v in told if v.side is Side.FOR}
    outside = {v.origin for v in told if v.side is Side.FOR and v.standing is Standing.THIRD}
    if against:
        return Support.CONTESTED if told_for else Support.DENIED
    if len(outside) > 1:
        return Support.CORROBORATED
    return Support.PARTIES if len(told_for) > 1 else Support.SINGLE if told_for else Support.OPEN
