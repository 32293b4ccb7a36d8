"""The desk on which a report is put together: filed readings, the verdicts over them, and ways to look things up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sayso.compare.conflicts import find_conflicts
from sayso.compare.corroboration import corroborate
from sayso.compare.denials import find_denials, find_turns
from sayso.compare.origins import trace_origins
from sayso.compare.own import own_readings
from sayso.compare.same_event import find_events
from sayso.compare.tallies import find_tallies
from sayso.model import AUTHOR, EventMention, Factuality, Statement
from sayso.model.dispute import Conflict, Denial, Tally, Turn
from sayso.model.verdict import CopyKind, CopyOf, Corroboration, Event, FactRef, OriginGraph
from sayso.report.sitrep.values import Filed


@dataclass(frozen=True)
class Desk:
    """Everything that the sections draw on; copies are set aside so that they never raise a count."""

    filed: Sequence[Filed]

    @cached_property
    def origins(self) -> OriginGraph:
        """Where each document of the period comes from."""
        return trace_origins([f.reading for f in self.filed])

    @cached_property
    def copies(self) -> tuple[CopyOf, ...]:
        """Documents whose words were taken from another one of the period."""
        return tuple(copy for copy in self.origins.copies if copy.kind is not CopyKind.NAMED)

    @cached_property
    def originals(self) -> tuple[Filed, ...]:
        """Filed readings with what is their documents' own; a copy that adds nothing is left out."""
        own = own_readings([f.reading for f in self.filed], self.origins)
        return tuple(replace(self._by_document[reading.document.id], reading=reading) for reading in own)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Events told by the originals."""
        return find_events(f.reading for f in self.originals)

    @cached_property
    def denials(self) -> tuple[Denial, ...]:
        """Denials among the originals, each beside what it denies."""
        return find_denials([f.reading for f in self.originals], self.events)

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """Changes of position among the originals."""
        return find_turns([f.reading for f in self.originals], self.events)

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Denials with all who assert what they deny."""
        return find_conflicts(self.denials, self.turns)

    @cached_property
    def corroboration(self) -> dict[str, Corroboration]:
        """Who independently says what of each event, by the event's id."""
        rows = corroborate([f.reading for f in self.originals], self.origins, self.events)
        return {row.event: row for row in rows}

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """Numbers told of one thing, by those who told them."""
        return find_tallies([f.reading for f in self.originals], self.events)

    @cached_property
    def _by_document(self) -> dict[str, Filed]:
        return {f.reading.document.id: f for f in self.filed}

    def filed_of(self, ref: FactRef) -> Filed:
        """Return the filed reading that holds the fact."""
        return self._by_document[ref.document]

    def mention(self, ref: FactRef) -> EventMention:
        """Return the event mention that `ref` points at."""
        return next(e for e in self.filed_of(ref).reading.events if e.id == ref.fact)

    def statement(self, ref: FactRef) -> Statement | None:
        """Return the statement that `ref` points at, None for the author's own voice."""
        if ref.fact == AUTHOR:
            return None
        return next(s for s in self.filed_of(ref).reading.statements if s.id == ref.fact)

    def presented(self, event: Event) -> Iterable[tuple[FactRef, FactRef, Factuality]]:
        """Yield (mention, sayer, value) for each sayer of each mention that commits to something."""
        for mention in event.mentions:
            for presented in self.mention(mention).factuality:
                if presented.value is not Factuality.UNCOMMITTED:
                    yield mention, FactRef(mention.document, presented.source), presented.value
