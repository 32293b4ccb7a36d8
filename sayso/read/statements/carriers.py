"""Who carried a statement here, and whom it was addressed to."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from sayso.model import ActorKind
from sayso.read.cast import Cast
from sayso.read.clauses import agents, case_words, obliques
from sayso.read.language.parse import Parse, Token
from sayso.read.outlets import glued_outlet, outlet_country
from sayso.read.statements.draft import Draft
from sayso.resources.tables import table


def _words(kind: str) -> frozenset[str]:
    return frozenset(row["lemma"] for row in table("carrier_words") if row["class"] == kind)


_CHANNELS: Final = _words("channel")
"""Nouns that are media themselves: "newspaper", "radio"."""
_OCCASIONS: Final = _words("occasion")
"""Nouns of saying that may name their medium: "interview with", "comments to", "statement carried by"."""
_PUBLISHING: Final = _words("publish")
_SELVES: Final = _words("person")
"""Carriers only where they speak of themselves: "told this reporter"."""
_OWN: Final = frozenset({"this", "our"})
_TOWARDS: Final = frozenset({"to", "before", "in front of"})
_THROUGH: Final = frozenset({"through", "via"})
_LONGEST_NAME: Final = 6
_LONGEST_CREDIT: Final = 4
"""Words of a credit line that is nothing but an outlet's name."""


@dataclass(frozen=True, slots=True)
class Media:
    """What the cast knows of carriers: ids of outlets, of people, and of all whose country or sector is known."""

    parse: Parse
    cast: Cast
    outlets: frozenset[str]
    people: frozenset[str]
    placed: frozenset[str]
    organisations: frozenset[int]

    @classmethod
    def of(cls, parse: Parse, cast: Cast) -> Media:
        """Sort the actors of a cast once."""
        return cls(
            parse=parse,
            cast=cast,
            outlets=frozenset(a.id for a in cast.actors if a.kind is ActorKind.OUTLET),
            people=frozenset(a.id for a in cast.actors if a.kind is ActorKind.PERSON),
            placed=frozenset(a.id for a in cast.actors if a.country or a.sector or a.kind is ActorKind.COUNTRY),
            organisations=frozenset(i for n in parse.names if n.label == "ORG" for i in range(n.first, n.last + 1)),
        )

    def is_outlet(self, index: int) -> bool:
        """Tell whether the noun phrase headed by `index` is a newspaper, agency or station."""
        token = self.parse.tokens[index]
        if self.cast.of_token(index) in self.outlets:
            return True
        if token.lemma.lower() in _CHANNELS and token.upos in ("NOUN", "PROPN"):
            return True
        if token.lemma.lower() in _SELVES and _has_determiner(self.parse, index, _OWN):
            return True
        return token.upos == "PROPN" and outlet_country(_name_of(self.parse, index))[0]

    def may_be_outlet(self, index: int) -> bool:
        """Tell whether somebody who was told something is a medium: an unknown body, or "the" with an unknown name."""
        token, actor = self.parse.tokens[index], self.cast.of_token(index)
        if token.upos != "PROPN" or (actor is not None and actor in self.placed):
            return False
        return index in self.organisations or _has_determiner(self.parse, index, frozenset({"the"}))

    def carry(self, draft: Draft) -> None:
        """Sort a draft's addressee and phrases into carriers and addressee, in place."""
        if draft.addressee is not None and self._was_told(draft, draft.addressee):
            draft.via.append(draft.addressee)
            draft.addressee = None
        if draft.anchor < 0 or not draft.speech:
            return
        if draft.source is not None:
            self._take_quoters(draft, draft.source)
        for index in {draft.anchor, draft.head} - {-1}:
            for phrase in self.parse.dependents(index, "obl", "advcl", "nmod"):
                if not _in_content(self.parse, draft, phrase.index):
                    self._take_phrase(draft, phrase)

    def _was_told(self, draft: Draft, index: int) -> bool:
        if self.is_outlet(index):
            return True
        if self.parse.tokens[draft.anchor].lemma.lower() != "tell":
            return False
        return self.may_be_outlet(index)

    def _take_quoters(self, draft: Draft, source: int) -> None:
        """Take up P of "N, quoted by P, said"."""
        for verb in self.parse.dependents(source, "acl"):
            if verb.lemma.lower() in _PUBLISHING:
                for named in agents(self.parse, verb.index):
                    _add(draft, named)

    def _take_phrase(self, draft: Draft, phrase: Token) -> None:
        words = case_words(self.parse, phrase.index)
        if "according to" in words or phrase.index == draft.source:
            return
        if self._carries(phrase.index, words):
            _add(draft, phrase.index)
        elif phrase.lemma.lower() in _OCCASIONS:
            self._take_occasion(draft, phrase)
        elif words & _TOWARDS and draft.addressee is None and phrase.upos in ("NOUN", "PROPN", "PRON"):
            draft.addressee = phrase.index

    def _carries(self, index: int, words: set[str]) -> bool:
        """Tell whether the phrase of these prepositions names who passed it on."""
        if words & _THROUGH:
            return self.cast.of_token(index) in self.people or self._is_medium(index)
        if words & {"to", "on", "in", "with", "by"} and self._is_medium(index):
            return True
        return bool(words & _TOWARDS) and self.may_be_outlet(index)

    def _is_medium(self, index: int) -> bool:
        """Tell whether a phrase names a medium: "on state radio" does, "on television" only says how."""
        if not self.is_outlet(index):
            return False
        bare = self.parse.tokens[index].upos == "NOUN" and not self.parse.children[index]
        only_case = all(self.parse.tokens[c].relation == "case" for c in self.parse.children[index])
        return not bare and not (only_case and self.parse.tokens[index].upos == "NOUN")

    def _met(self, phrase: Token, named: int, word: str) -> bool:
        """Tell whether an occasion's partner is a medium: whoever holds an interview is, by whatever name."""
        if phrase.lemma.lower() == "interview" and word == "with":
            return self.parse.tokens[named].upos == "PROPN"
        return self.may_be_outlet(named)

    def _take_occasion(self, draft: Draft, phrase: Token) -> None:
        """Take up media: "in an interview with N", "in a statement carried by N"."""
        for word in ("with", "to", "on", "in", "for", "by"):
            for named in obliques(self.parse, phrase.index, word):
                if glued_outlet(self.parse.tokens[named].text):
                    draft.glued.append(named)
                elif self.is_outlet(named) or (word in ("with", "to") and self._met(phrase, named, word)):
                    _add(draft, named)
        for verb in self.parse.dependents(phrase.index, "acl"):
            if verb.lemma.lower() in _PUBLISHING:
                shown = [i for i in obliques(self.parse, verb.index, "on") if self.is_outlet(i)]
                for named in agents(self.parse, verb.index) or shown:
                    _add(draft, named)


def _has_determiner(parse: Parse, index: int, words: frozenset[str]) -> bool:
    return any(t.lower in words for t in parse.dependents(index, "det", "nmod"))


def _name_of(parse: Parse, index: int) -> str:
    """Return the run of proper nouns around a head token."""
    first = last = index
    while first > max(0, index - _LONGEST_NAME) and _joined(parse, first - 1):
        first -= 1
    while last + 1 < min(len(parse.tokens), index + _LONGEST_NAME) and parse.tokens[last + 1].head in (last, index):
        if parse.tokens[last + 1].upos != "PROPN":
            break
        last += 1
    return parse.span(first, last).of(parse.text)


def _joined(parse: Parse, index: int) -> bool:
    return parse.tokens[index].upos == "PROPN" and parse.tokens[index].end + 1 == parse.tokens[index + 1].start


def _in_content(parse: Parse, draft: Draft, index: int) -> bool:
    start = parse.tokens[index].start
    return any(s.start <= start < s.end for s in draft.content)


def _add(draft: Draft, index: int) -> None:
    if index not in draft.via and index != draft.source:
        draft.via.append(index)


def credit(media: Media, drafts: list[Draft], holders: list[int | None]) -> None:
    """Give a statement the outlet whose name stands alone behind it in its paragraph ("... in a statement. Reuters.").

    An outlet that reports a saying in its own words is the source of the outer statement, not a carrier of the inner.
    """
    outer = [d for d, holder in zip(drafts, holders, strict=True) if d.anchor >= 0 and holder is None]
    outer.sort(key=lambda d: d.anchor)
    anchors = [d.anchor for d in outer]
    for name in _credits(media):
        place = bisect_left(anchors, name) - 1
        if place >= 0:
            parse = media.parse
            between = parse.text[parse.tokens[anchors[place]].end : parse.tokens[name].start]
            if "\n\n" not in between:
                _add(outer[place], name)


def _credits(media: Media) -> list[int]:
    """Return the heads of sentences that are nothing but an outlet's name."""
    found = []
    tokens = media.parse.tokens
    for first, end in media.parse.sentences:
        words = [t for t in tokens[first : min(end, first + _LONGEST_CREDIT + 3)] if t.upos != "PUNCT"]
        if end - first > _LONGEST_CREDIT + 2 or not 0 < len(words) <= _LONGEST_CREDIT:
            continue
        if any(t.upos not in ("PROPN", "DET", "NOUN", "ADJ") for t in words):
            continue
        root = next((t.index for t in words if t.is_root), words[-1].index)
        if media.is_outlet(root) or media.is_outlet(words[-1].index):
            found.append(root)
    return found
