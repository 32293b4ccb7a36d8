"""What the steps of casting share: the parse with its countries, quotations and the entities found so far."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from sayso.model import Span
from sayso.read.actors.entity import Entity
from sayso.read.clauses import base
from sayso.read.language.parse import Parse, Token
from sayso.read.quotations import Quotations
from sayso.resources.countries import CountryAnswer, Evidence, find_countries

_MODIFIERS: Final = frozenset({"amod", "compound", "nmod", "flat", "det", "nummod", "appos", "conj", "case", "fixed"})


@dataclass(slots=True)
class Scene:
    """One document on its way to a cast. `by_head`: entity of each mention's head token."""

    parse: Parse
    countries: dict[int, tuple[CountryAnswer, Span]]
    name_of: dict[int, int]
    quote_starts: list[int]
    quote_spans: list[Span]
    entities: list[Entity] = field(default_factory=list)
    by_head: dict[int, Entity] = field(default_factory=dict)

    def country_near(self, head: int, *, skip: frozenset[int] = frozenset()) -> tuple[str, Span] | None:
        """Return the country that the modifiers of a noun phrase name, with the word that does."""
        found: dict[str, Span] = {}
        for index in phrase_tokens(self.parse, head, skip=skip):
            answer = self.countries.get(index)
            if answer is not None and answer[0].country is not None and _is_sure(answer[0]):
                found.setdefault(answer[0].country, answer[1])
        return next(iter(found.items())) if len(found) == 1 else None

    def quote_at(self, index: int) -> int | None:
        """Return the number of the outermost quotation that holds a token."""
        start = self.parse.tokens[index].start
        number = bisect_right(self.quote_starts, start) - 1
        return number if number >= 0 and self.quote_spans[number].end > start else None

    def add(self, entity: Entity, head: int, span: Span) -> Entity:
        """Enter a mention of an entity, new or known."""
        if not entity.mentions:
            self.entities.append(entity)
        entity.mentions[span] = None
        self.by_head[head] = entity
        return entity


def scene_of(parse: Parse, quotations: Quotations) -> Scene:
    """Prepare the scene: countries by token, names by token, quotations by place."""
    countries: dict[int, tuple[CountryAnswer, Span]] = {}
    for mention in find_countries(parse.text):
        index = parse.token_at(mention.start)
        if index is not None:
            countries[index] = (mention.answer, Span(mention.start, mention.end))
    name_of = {i: n for n, name in enumerate(parse.names) for i in range(name.first, name.last + 1)}
    spans = [q.span for q in quotations.outermost]
    return Scene(parse, countries, name_of, [s.start for s in spans], spans)


def _is_sure(answer: CountryAnswer) -> bool:
    """Tell whether a modifier's word names a country: "French police" does, "Georgia troopers" may mean a state."""
    return answer.also is None or answer.evidence in (Evidence.DEMONYM, Evidence.PEOPLE)


def phrase_tokens(parse: Parse, head: int, *, skip: frozenset[int] = frozenset()) -> Iterator[int]:
    """Yield a noun's token and those that modify it, nearest layer first, without clauses and joined nouns."""
    layer = [head]
    while layer:
        below: list[int] = []
        for here in layer:
            if here in skip:
                continue
            yield here
            below += [c for c in parse.children[here] if _modifies(parse, parse.tokens[c], top=here == head)]
        layer = below


def _modifies(parse: Parse, token: Token, *, top: bool) -> bool:
    relation = base(token.relation)
    if relation in ("appos", "conj"):
        return not top
    if relation == "nmod" and token.relation != "nmod:poss":
        return all(t.lower in ("of", "from", "for", "'s", "’s") for t in parse.dependents(token.index, "case"))
    return relation in _MODIFIERS


def head_of(parse: Parse, first: int, last: int) -> int:
    """Return the token of a run whose head lies outside it."""
    for index in range(first, last + 1):
        head = parse.tokens[index].head
        if head == index or not first <= head <= last:
            return index
    return last
