"""Denials beside what they deny: of an act, of a plan or possibility, and of what was said a sentence before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Final

from sayso.compare.positions import Position, positions_in
from sayso.compare.slots import Slots, slots_in
from sayso.compare.speakers import Speaker, Speakers, voiced
from sayso.model import AUTHOR, Kind, Reading, Statement
from sayso.model.verdict import Denial, Event, FactRef, Level, Side
from sayso.resources.tables import table

_SPOKEN_OF: Final = timedelta(days=30)  # a plan denied later than this is another conversation
_REFERRING: Final = 6  # words; a longer content says itself what it denies


def find_denials(readings: Sequence[Reading], events: Iterable[Event]) -> tuple[Denial, ...]:
    """Return every denial with each assertion of the same by somebody else, or alone if nobody asserts it."""
    desk = _Desk(readings)
    found = {(d.denial, d.assertion): d for d in (*desk.referring(), *desk.acts(events), *desk.plans())}
    kept = [d for d in found.values() if not desk.is_inside(d, found)]
    rows = [*kept, *desk.alone({d.denial for d in kept})]
    return tuple(sorted(rows, key=lambda d: (d.denial, d.assertion or FactRef("", ""))))


class _Desk:
    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = {reading.document.id: reading for reading in readings}
        self._speakers = Speakers(readings)
        self._positions: dict[FactRef, list[Position]] = {
            slots.ref: list(positions_in(reading, slots)) for reading in readings for slots in slots_in(reading)
        }

    def acts(self, events: Iterable[Event]) -> Iterator[Denial]:
        """Yield denials of an event, beside assertions of the same one."""
        for event in events:
            held = [p for ref in event.mentions for p in self._positions[ref]]
            for denied, asserted in self._opposed(held, held):
                if denied.level is asserted.level:
                    yield self._denial(denied.sayer, asserted.sayer, f"same {event.type.value}, denied", denied.level)

    def plans(self) -> Iterator[Denial]:
        """Yield denials of a plan or a possibility, beside those who see it, by who would do it to whom."""
        blocks: dict[tuple[str, str], list[Position]] = defaultdict(list)
        for held in self._positions.values():
            for position in held:
                if position.level is Level.PLAN:
                    for country in self._planners(position):
                        blocks[position.slots.mention.type.value, country].append(position)
        for (kind, country), block in blocks.items():
            denials = [p for p in block if p.side is Side.AGAINST]
            for denied, asserted in self._opposed(denials, [p for p in block if p.side is Side.FOR]):
                same = _same_target(denied.slots, asserted.slots, country)
                if same and self._in_time(denied.sayer, asserted.sayer):
                    yield self._denial(denied.sayer, asserted.sayer, f"same {kind} by {country}, denied", Level.PLAN)

    def referring(self) -> Iterator[Denial]:
        """Yield denials that point back ("these reports") at the nearest saying before that they can mean."""
        for reading in self._readings.values():
            for statement in reading.statements:
                meant = _meant(reading, statement)
                if meant is not None:
                    one, other = FactRef(reading.document.id, statement.id), FactRef(reading.document.id, meant.id)
                    yield self._denial(one, other, "points back at what was said before", Level.ACT)

    def is_inside(self, row: Denial, rows: Mapping[tuple[FactRef, FactRef | None], Denial]) -> bool:
        """Tell whether an assertion is told only inside its denial, or inside another assertion that is denied too."""
        assert row.assertion is not None
        reading = self._readings[row.assertion.document]
        by_id = {s.id: s for s in reading.statements}
        statement = by_id.get(row.assertion.fact)
        seen: set[str] = set()
        while statement is not None and statement.within is not None and statement.within not in seen:
            around = FactRef(row.assertion.document, statement.within)
            if around == row.denial or (row.denial, around) in rows:
                return True
            seen.add(statement.within)
            statement = by_id.get(statement.within)
        return False

    def alone(self, paired: set[FactRef]) -> Iterator[Denial]:
        """Yield the denials that nothing in the documents compared stands against."""
        for reading in self._readings.values():
            for statement in reading.statements:
                ref = FactRef(reading.document.id, statement.id)
                if statement.kind is Kind.DENY and ref not in paired:
                    reason = "no assertion of it in the documents compared"
                    yield Denial(denial=ref, assertion=None, reason=reason, since=reading.document.published)

    def _opposed(self, some: Iterable[Position], others: Sequence[Position]) -> Iterator[tuple[Position, Position]]:
        for denied in some:
            for asserted in others if denied.side is Side.AGAINST else ():
                if asserted.side is Side.FOR and not self._same_voice(denied.sayer, asserted.sayer):
                    yield denied, asserted

    def _same_voice(self, one: FactRef, other: FactRef) -> bool:
        """Tell whether both are the same sayer, who then changes a position rather than denies another's."""
        mine, theirs = self._voice(one), self._voice(other)
        return one == other or (mine is not None and mine == theirs)

    def _voice(self, ref: FactRef) -> str | None:
        if ref.fact == AUTHOR:
            document = self._readings[ref.document].document
            return f"outlet:{document.outlet or document.id}"
        return self._speaker(ref).key

    def _speaker(self, ref: FactRef) -> Speaker:
        reading = self._readings[ref.document]
        return self._speakers.of(reading, next(s for s in reading.statements if s.id == ref.fact))

    def _planners(self, position: Position) -> frozenset[str]:
        """Return the countries that would act: of the mention's actors, else of whoever is said to plan it."""
        if position.slots.actor_countries or position.planner is None:
            return position.slots.actor_countries
        reading = self._readings[position.sayer.document]
        source = position.planner.source
        country = next((a.country for a in reading.actors if source is not None and a.id == source.actor), None)
        return frozenset({country} if country is not None else ())

    def _in_time(self, one: FactRef, other: FactRef) -> bool:
        mine, theirs = self._day(one), self._day(other)
        return mine is None or theirs is None or abs(mine - theirs) <= _SPOKEN_OF

    def _day(self, ref: FactRef) -> date | None:
        return self._readings[ref.document].document.published

    def _denial(self, denial: FactRef, assertion: FactRef, reason: str, level: Level) -> Denial:
        days = [self._day(denial), self._day(assertion)]
        since = max((d for d in days if d is not None), default=None) if None not in days else None
        return Denial(denial=denial, assertion=assertion, reason=reason, level=level, since=since)


def _same_target(one: Slots, other: Slots, planner: str) -> bool:
    """Tell whether both would be done to one party; in one document an unclear target counts as the same.

    A party does not plan against itself: its own country among the recipients is a pronoun gone wrong.
    """
    mine, theirs = one.recipient_countries - {planner}, other.recipient_countries - {planner}
    if mine and theirs:
        return bool(mine & theirs)
    return one.ref.document == other.ref.document or bool(one.recipients & other.recipients)


def _meant(reading: Reading, statement: Statement) -> Statement | None:
    """Return the saying that a denial without content of its own points back at, None if it does not point."""
    text = reading.document.text
    words = " ".join(part.of(text) for part in statement.content).casefold().split()
    if statement.kind is not Kind.DENY or not 0 < len(words) <= _REFERRING:
        return None
    tiers = next((_nouns()[word.strip('.,’”"')] for word in words if word.strip('.,’”"') in _nouns()), ())
    before = [s for s in reading.statements if _is_before(s, statement) and not _same_source(s, statement)]
    for kinds in tiers:
        fitting = [s for s in before if s.kind in kinds and voiced(reading, s) is s]
        if fitting:
            return max(fitting, key=lambda s: (s.cue[0].start, s.id))
    return None


def _is_before(one: Statement, other: Statement) -> bool:
    return bool(one.cue and other.cue) and one.cue[0].start < other.cue[0].start and one.id != other.within


def _same_source(one: Statement, other: Statement) -> bool:
    if one.source is None or other.source is None:
        return False
    return one.source.actor == other.source.actor if one.source.actor is not None else one.source == other.source


@cache
def _nouns() -> Mapping[str, tuple[frozenset[Kind], ...]]:
    return {
        row["noun"]: tuple(frozenset(map(Kind, tier.split("|"))) for tier in row["kinds"].split(">"))
        for row in table("referring_nouns")
    }
