"""Denials beside what they deny: of an act, of a plan or possibility, and of what was said a sentence before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from sayso.compare.likeness import likeness
from sayso.compare.positions import Position, positions_in
from sayso.compare.referring import meant_by
from sayso.compare.slots import Slots, slots_in
from sayso.compare.speakers import Speaker, Speakers
from sayso.model import AUTHOR, Kind, Reading
from sayso.model.dispute import Denial, Level, Turn
from sayso.model.verdict import Event, FactRef, Side
from sayso.resources.countries import find_countries

_Pair = tuple[Position, Position, str]
_LIKELY: Final = 0.0
_ALIKE: Final = -0.25
"""Log-odds that a denial and an assertion are of one event: more likely than not where nothing else says so, a little
less within one group of mentions. A group can hold mentions that are alike only through others, and a denial must not
be set against one of those."""
_SPOKEN_OF: Final = timedelta(days=30)  # a plan denied later than this is another conversation


def find_denials(readings: Sequence[Reading], events: Iterable[Event]) -> tuple[Denial, ...]:
    """Return every denial with each assertion of the same by somebody else, or alone if nobody asserts it."""
    desk = _Desk(readings)
    found = {(d.denial, d.assertion): d for d in (*desk.referring(), *desk.acts(events), *desk.plans())}
    found |= {(d.denial, d.assertion): d for d in desk.nearest({denial for denial, _ in found})}
    kept = [d for d in found.values() if not desk.is_inside(d, found)]
    rows = [*kept, *desk.alone({d.denial for d in kept})]
    return tuple(sorted(rows, key=lambda d: (d.denial, d.assertion or FactRef("", ""))))


def find_turns(readings: Sequence[Reading], events: Iterable[Event]) -> tuple[Turn, ...]:
    """Return where one named voice later says the opposite of what it said of the same act or plan."""
    desk = _Desk(readings)
    found = {(t.earlier, t.later): t for t in desk.turns(events)}
    return tuple(sorted(found.values(), key=lambda t: (t.earlier, t.later)))


class _Desk:
    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = {reading.document.id: reading for reading in readings}
        self._speakers = Speakers(readings)
        self._positions: dict[FactRef, list[Position]] = {
            slots.ref: list(positions_in(reading, slots)) for reading in readings for slots in slots_in(reading)
        }

    def acts(self, events: Iterable[Event]) -> Iterator[Denial]:
        """Yield denials of an event, beside assertions of the same one."""
        for denied, asserted, reason in self._of_events(events):
            if not self._same_voice(denied.sayer, asserted.sayer):
                yield self._denial(denied.sayer, asserted.sayer, reason, denied.level)

    def plans(self) -> Iterator[Denial]:
        """Yield denials of a plan or a possibility, beside those who see it, by who would do it to whom."""
        for denied, asserted, reason in self._of_plans():
            if not self._same_voice(denied.sayer, asserted.sayer):
                yield self._denial(denied.sayer, asserted.sayer, reason, Level.PLAN)

    def turns(self, events: Iterable[Event]) -> Iterator[Turn]:
        """Yield the pairs that are one voice's, told on different days."""
        for denied, asserted, _ in (*self._of_events(events), *self._of_plans()):
            first, second = sorted((denied.sayer, asserted.sayer), key=lambda ref: (str(self._day(ref)), ref))
            before, after = self._day(first), self._day(second)
            if before and after and before < after and self._same_voice(first, second):
                yield Turn(earlier=first, later=second, level=denied.level, on=after)

    def _of_events(self, events: Iterable[Event]) -> Iterator[_Pair]:
        for event in events:
            held = [p for ref in event.mentions for p in self._positions[ref]]
            for denied, asserted in _opposed(held, held):
                if denied.level is asserted.level and _are_alike(denied.slots, asserted.slots):
                    yield denied, asserted, f"same {event.type.value}, denied"

    def _of_plans(self) -> Iterator[_Pair]:
        blocks: dict[tuple[str, str], list[Position]] = defaultdict(list)
        for held in self._positions.values():
            for position in held:
                if position.level is Level.PLAN:
                    for country in self._planners(position):
                        blocks[position.slots.mention.type.value, country].append(position)
        for (kind, country), block in blocks.items():
            for denied, asserted in _opposed(block, block):
                same = _same_target(denied.slots, asserted.slots, country)
                if same and self._in_time(denied.sayer, asserted.sayer):
                    yield denied, asserted, f"same {kind} by {country}, denied"

    def referring(self) -> Iterator[Denial]:
        """Yield denials that point back ("these reports") at the nearest saying before that they can mean."""
        for reading in self._readings.values():
            for statement in reading.statements:
                meant = meant_by(reading, statement)
                if meant is not None:
                    one, other = FactRef(reading.document.id, statement.id), FactRef(reading.document.id, meant.id)
                    yield self._denial(one, other, "points back at what was said before", Level.ACT)

    def nearest(self, paired: set[FactRef]) -> Iterator[Denial]:
        """Yield, for each denied act that is not paired yet, the assertion most like it, if it likely is of one event.

        Groups of mentions go by the average, so a denial can be likely of one event with a mention and stay outside.
        """
        blocks: dict[tuple[str, str], list[Position]] = defaultdict(list)
        for position in (p for held in self._positions.values() for p in held if p.level is Level.ACT):
            for word in position.slots.words:
                blocks[position.slots.mention.type.value, word].append(position)
        best: dict[FactRef, tuple[float, FactRef, str]] = {}
        for (kind, _), block in blocks.items():
            for denied, asserted in _opposed([p for p in block if p.sayer not in paired], block):
                alike = likeness(denied.slots, asserted.slots)
                if alike is not None and alike[0] > _LIKELY and not self._same_voice(denied.sayer, asserted.sayer):
                    found = (alike[0], asserted.sayer, f"{kind}, {', '.join(alike[1])}")
                    best[denied.sayer] = max(best.get(denied.sayer, found), found)
        for denial, (_, assertion, why) in sorted(best.items()):
            yield self._denial(denial, assertion, f"most like it: {why}", Level.ACT)

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
        """Return the countries that would act: of the mention's actors, else of whoever is said to plan it.

        Where neither is read, the last country named before the event in the same saying stands for the planner.
        """
        if position.slots.actor_countries:
            return position.slots.actor_countries
        reading = self._readings[position.sayer.document]
        if position.planner is None:
            return _named_before(reading, position)
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


def _named_before(reading: Reading, position: Position) -> frozenset[str]:
    trigger = position.slots.mention.trigger[0]
    for statement in reading.statements:
        for part in statement.content if statement.id == position.sayer.fact else ():
            if part.contains(trigger):
                named = find_countries(reading.document.text[part.start : trigger.start])
                codes = [mention.answer.country for mention in named if mention.answer.country is not None]
                return frozenset(codes[-1:])
    return frozenset()


def _same_target(one: Slots, other: Slots, planner: str) -> bool:
    """Tell whether both would be done to one party; in one document an unclear target counts as the same.

    A party does not plan against itself: its own country among the recipients is a pronoun gone wrong.
    """
    mine, theirs = one.recipient_countries - {planner}, other.recipient_countries - {planner}
    if mine and theirs:
        return bool(mine & theirs)
    return one.ref.document == other.ref.document or bool(one.recipients & other.recipients)


def _are_alike(one: Slots, other: Slots) -> bool:
    if one.ref == other.ref:
        return True
    alike = likeness(one, other)
    return alike is not None and alike[0] > _ALIKE


def _opposed(some: Iterable[Position], others: Sequence[Position]) -> Iterator[tuple[Position, Position]]:
    """Yield each no with each yes."""
    for_it = [p for p in others if p.side is Side.FOR]
    for denied in some:
        if denied.side is Side.AGAINST:
            yield from ((denied, asserted) for asserted in for_it)
