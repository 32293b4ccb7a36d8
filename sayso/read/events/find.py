"""Finding events: triggers, their participants, slots and factuality, one event a clause."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from sayso.model import (
    EventMention,
    EventType,
    Factuality,
    Participant,
    Place,
    Reference,
    Span,
    Stance,
    Statement,
    Tense,
    When,
)
from sayso.model.plover import CLASSES
from sayso.read import clauses
from sayso.read.cast import Cast
from sayso.read.events.abstain import Abstention
from sayso.read.events.contexts import Contexts
from sayso.read.events.duties import Duty, find_duties
from sayso.read.events.guards import Guards
from sayso.read.events.heads import Heads
from sayso.read.events.holders import Holders
from sayso.read.events.roles import Roles
from sayso.read.events.slots import Slots
from sayso.read.events.spoken import find_spoken
from sayso.read.events.triggers import CARRIED, Trigger, find_triggers, trigger_spans
from sayso.read.factuality import LocalView, local_view, presented
from sayso.read.factuality.witness import tagged_value
from sayso.read.language.parse import Parse
from sayso.resources.tables import table

_MATERIAL: Final = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.RETREAT})
"""Acts done to places as such; elsewhere a place that bears one stands for its people or government."""
_CUE_WORDS: Final = 8  # a cue longer than this is no cue


@cache
def _lights() -> frozenset[str]:
    rows = [r for r in table("scopes") if r["group"] == "light"]
    return frozenset(word for r in rows for word in r["entries"].split("; "))


@cache
def _shifts() -> Mapping[tuple[str, str], EventType]:
    return {(r["from"], r["frame"]): EventType(r["to"]) for r in table("event_shifts")}


def find_events(
    parse: Parse,
    *,
    statements: Sequence[Statement],
    cast: Cast,
    places: Sequence[Place],
    times: Sequence[When],
) -> tuple[EventMention, ...]:
    """Return the event mentions of a text in order, each with a value for every statement that holds it and the author.

    Types and modes follow PLOVER 2.0; a value says how a source presents the act (FactBank), not whether it is true.
    """
    return _Finder(parse, statements, cast, places, times).find()


def _tokens_of(parse: Parse, times: Sequence[When]) -> frozenset[int]:
    """Return the tokens that time expressions cover; none of them takes part in anything."""
    found: set[int] = set()
    for when in times:
        index = parse.token_at(when.span.start)
        while index is not None and index < len(parse.tokens) and parse.tokens[index].start < when.span.end:
            found.add(index)
            index += 1
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an event was found and valued as it was.

    `group`: row of `resources/events.tsv` that matched ("tagger" for the tagger alone, "must" for a demand by "must").
    `operators`: what was met between the trigger and the edge of its content, nearest first, as `word:effect`.
    """

    event: str
    group: str
    operators: tuple[str, ...]


def explain_events(
    parse: Parse,
    *,
    statements: Sequence[Statement],
    cast: Cast,
    places: Sequence[Place],
    times: Sequence[When],
) -> tuple[Explanation, ...]:
    """Return for each event that `find_events` finds which row made it and which words made its value."""
    return _Finder(parse, statements, cast, places, times).explain()


class _Finder:
    """Everything that one parse needs, worked out once."""

    def __init__(
        self,
        parse: Parse,
        statements: Sequence[Statement],
        cast: Cast,
        places: Sequence[Place],
        times: Sequence[When],
    ) -> None:
        self._parse = parse
        self._cast = cast
        self._statements = statements
        self._heads = Heads(parse, cast)
        self._roles = Roles(parse, self._heads, _lights(), _tokens_of(parse, times))
        self._guards = Guards(parse, self._heads, self._roles)
        self._abstention = Abstention(parse, self._heads)
        self._contexts = Contexts(parse)
        self._slots = Slots(parse, places, times)
        self._holders = Holders(statements)
        self._sayings: dict[str, bool] = {}
        self._notes: dict[int, tuple[str, tuple[str, ...]]] = {}

    def explain(self) -> tuple[Explanation, ...]:
        """Return the explanations in the order of the events."""
        self.find()
        found = sorted(self._notes.items())
        return tuple(Explanation(f"e{n}", group, reasons) for n, (_, (group, reasons)) in enumerate(found, 1))

    def find(self) -> tuple[EventMention, ...]:
        """Return the events in text order."""
        triggers = [
            trigger for trigger in find_triggers(self._parse, self._guards) if self._abstention.blocks(trigger) is None
        ]
        taken = {token for trigger in triggers for token in trigger.tokens}
        spoken = find_spoken(self._parse, self._heads, self._statements, taken)
        triggers += [t for t in spoken if self._abstention.blocks(t) is None]
        found = [(t.index, self._event(t)) for t in self._one_a_clause(triggers)]
        found += [(d.modal, self._demand(d)) for d in find_duties(self._parse, self._heads, self._holders)]
        found.sort(key=lambda pair: pair[0])
        return tuple(replace(event, id=f"e{number}") for number, (_, event) in enumerate(found, 1))

    def _one_a_clause(self, triggers: Sequence[Trigger]) -> list[Trigger]:
        """Keep one of a verb and the named act that it carries.

        In "imposed sanctions" the noun is the trigger; in "signed an accord" and "lifted the curfew" the verb is.
        """
        nouns = {self._roles.light_verb(t.index): t.type for t in triggers}
        kept = [t for t in triggers if nouns.get(t.index) is not t.type]
        carrying = {t.index for t in kept if t.carries}
        return [t for t in kept if t.tagged or not self._carried(t.index, carrying)]

    def _carried(self, index: int, verbs: set[int]) -> bool:
        token = self._parse.tokens[index]
        thing = token.upos == "NOUN" and token.relation in ("obj", "nsubj:pass")
        return thing and token.head in verbs and bool(self._heads.classes(index) & CARRIED)

    def _demand(self, duty: Duty) -> EventMention:
        """Return the event of a demand that a sayer makes by "must"; that he makes it is certain for him."""
        token, source = self._parse.tokens[duty.modal], duty.statement.source
        chain = self._holders.chain(token.start)
        self._notes[duty.modal] = ("must", ())
        by = () if source is None else (self._from_reference(source),)
        return EventMention(
            id="",
            type=duty.type,
            trigger=(Span(token.start, token.end),),
            modes=("change",) if duty.type is EventType.REQUEST else (),
            contexts=self._contexts.of_sentence(self._parse.sentence_of[duty.modal]),
            actors=by,
            recipients=tuple(map(self._participant, duty.on)),
            factuality=presented(LocalView(Factuality.CERTAIN, reasons=("presupposed:said",)), chain, self._parse.text),
            tense=Tense.PRESENT,
        )

    def _from_reference(self, reference: Reference) -> Participant:
        known = next((a for a in self._cast.actors if a.id == reference.actor), None)
        return Participant(
            span=reference.span,
            actor=reference.actor,
            country=known.country if known else None,
            sector=known.sector if known else None,
        )

    def _event(self, trigger: Trigger) -> EventMention:
        parse = self._parse
        chain = self._holders.chain(parse.tokens[trigger.index].start)
        view = local_view(parse, trigger.index, inside=self._inside(trigger.index))
        self._notes[trigger.index] = (trigger.group, view.reasons)
        tagged = tagged_value(parse.layers.get("fact"), trigger.index)
        anchors = self._anchors(trigger)
        acting, bearing = self._participants(trigger)
        barred = frozenset(acting if trigger.type in _MATERIAL else (*acting, *bearing))
        place, basis = self._slots.place(trigger.index, anchors, barred=barred)
        event_type = _shifts().get((trigger.type.value, "future"), trigger.type) if view.future else trigger.type
        return EventMention(
            id="",
            type=event_type,
            trigger=trigger_spans(parse, trigger.tokens),
            modes=tuple(m for m in trigger.modes if m in CLASSES[event_type].modes),
            contexts=self._contexts.of_sentence(parse.sentence_of[trigger.index]),
            actors=tuple(map(self._participant, acting)),
            recipients=tuple(map(self._participant, bearing)),
            place=place,
            place_basis=basis,
            time=self._slots.time(trigger.index, anchors),
            factuality=presented(view, chain, parse.text, said=self._said(chain), tagged=tagged),
            tense=self._tense(trigger, view),
        )

    def _inside(self, trigger: int) -> Callable[[int], bool]:
        """Tell which words speak with the same voice as the trigger: those that the same statement holds, or none."""
        tokens, holders = self._parse.tokens, self._holders
        own = holders.innermost(tokens[trigger].start)
        return lambda index: holders.innermost(tokens[index].start) is own

    def _said(self, chain: Sequence[Statement]) -> bool:
        """Tell whether the innermost saying took place: "nobody claimed" and "if he says" hold nobody to anything."""
        if not chain or not chain[0].cue:
            return True
        known = self._sayings.get(chain[0].id)
        if known is None:
            known = self._sayings[chain[0].id] = self._took_place(chain[0])
        return known

    def _took_place(self, statement: Statement) -> bool:
        tokens = self._parse.tokens
        first = self._parse.token_at(statement.cue[0].start)
        if first is None or statement.stance is not Stance.AFFIRM:
            return True
        cue = [t for t in tokens[first : first + _CUE_WORDS] if t.start < statement.cue[0].end and t.upos == "VERB"]
        if not cue:
            return True
        view = local_view(self._parse, cue[-1].index, inside=self._inside(cue[-1].index))
        conditional = any(r.startswith(("if:", "unless:", "whether:")) for r in view.reasons)
        return (
            view.value is not Factuality.CERTAINLY_NOT
            and not conditional
            and not (view.infinitive and not view.perfect)
        )

    def _anchors(self, trigger: Trigger) -> frozenset[int]:
        light = self._roles.light_verb(trigger.index)
        return frozenset({*trigger.tokens, *(() if light is None else (light,))})

    def _participants(self, trigger: Trigger) -> tuple[list[int], list[int]]:
        """Return the head words of those who act and of those who bear."""
        frame = trigger.frame
        acting = self._roles.who_acts(self._roles.find(trigger.index, frame.actor))
        taken = {*acting, *trigger.tokens}
        bearing = [i for i in self._roles.find(trigger.index, frame.recipient) if i not in taken]
        return acting, bearing

    def _participant(self, index: int) -> Participant:
        actor = self._heads.actor(index)
        return Participant(
            span=clauses.noun_phrase(self._parse, index),
            actor=actor.id if actor else None,
            country=actor.country if actor else None,
            sector=actor.sector if actor else None,
        )

    def _tense(self, trigger: Trigger, view: LocalView) -> Tense | None:
        if view.future:
            return Tense.FUTURE
        light = self._roles.light_verb(trigger.index)
        token = self._parse.tokens[trigger.index if light is None else light]
        if token.upos not in clauses.VERBAL:
            return None
        words = {t.xpos for t in clauses.auxiliaries(self._parse, token.index)}
        if token.xpos == "VBD" or "VBD" in words:
            return Tense.PAST
        if token.xpos == "VBN":
            return Tense.PAST if "VBZ" not in words and "VBP" not in words else Tense.PRESENT
        return Tense.PRESENT if token.xpos in ("VBZ", "VBP", "VBG") else None
