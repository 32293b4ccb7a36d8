"""Heads: what sort of thing a word stands for, from word classes, names, countries and the cast."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Final

from sayso.model import Actor, ActorKind
from sayso.read import clauses
from sayso.read.cast import Cast
from sayso.read.events.lexicon import noun_types
from sayso.read.language.parse import Parse
from sayso.resources.countries import evidence_of
from sayso.resources.tables import table

POLITICAL: Final = frozenset({"STATE", "GOV", "ARMED", "POLITICAL"})
_SECTORS: Final[dict[str, str]] = {
    "GOV": "GOV", "MIL": "ARMED", "COP": "ARMED", "REB": "ARMED", "PRM": "ARMED", "UAF": "ARMED", "SPY": "GOV",
    "LEG": "GOV", "JUD": "GOV", "PTY": "POLITICAL", "OPP": "POLITICAL", "IGO": "GOV", "IMG": "ARMED",
    "ISM": "POLITICAL", "NGO": "POLITICAL", "JRN": "POLITICAL", "REF": "POLITICAL", "ELI": "POLITICAL",
    "REL": "POLITICAL", "PRE": "GOV", "LAB": "POLITICAL",
}  # fmt: skip
_TOPICS: Final = ("STATE", "ARMED", "WEAPON", "POLITICSWORD", "PROTESTER")
_SECURITY_SHARE: Final = 0.4  # of a document's sentences that name a state, a force, a weapon or politics
_STATE_SHARE: Final = 0.35  # of a document's sentences that name states or politics; sport and markets stay below
_LEAST_SENTENCES: Final = 3  # below this a document is judged clause by clause
_QUANTIFIERS: Final = frozenset(
    {"none", "all", "some", "most", "many", "both", "half", "dozen", "hundred", "thousand", "number", "one", "several",
     "few", "member", "group", "handful", "score", "majority", "any", "each", "two", "three", "rest"}
)  # fmt: skip
"""Heads that stand for what their "of" phrase names."""
_KINDS: Final = frozenset({"military", "terrorist", "terror", "drone", "tank", "artillery", "helicopter", "union"})
"""Nouns before an act that tell its kind and not whose it is ("drone strike", "military exercise")."""
_MODIFIERS: Final = ("amod", "compound", "nmod:poss", "flat", "appos", "nmod")


@cache
def word_classes() -> Mapping[str, frozenset[str]]:
    """Return the classes of each listed noun, lower case."""
    found: dict[str, set[str]] = {}
    for row in table("event_heads"):
        for word in row["words"].split("; "):
            found.setdefault(word, set()).add(row["class"])
    return {word: frozenset(classes) for word, classes in found.items()}


class Heads:
    """Classes of the words of one parse, worked out once each."""

    def __init__(self, parse: Parse, cast: Cast) -> None:
        self._parse = parse
        self._actors: dict[str, Actor] = {a.id: a for a in cast.actors}
        self._cast = cast
        self._labels = {i: n.label for n in parse.names for i in range(n.first, n.last + 1)}
        self._classes: dict[int, frozenset[str]] = {}
        self._sentences: dict[int, Counter[str]] = {}
        self._security: bool | None = None

    def label(self, index: int) -> str | None:
        """Return the label of the name that a token is part of."""
        return self._labels.get(index)

    def actor(self, index: int) -> Actor | None:
        """Return the actor that the noun phrase headed by this token stands for."""
        actor_id = self._cast.of_token(index)
        return self._actors.get(actor_id) if actor_id else None

    def classes(self, index: int) -> frozenset[str]:
        """Return what sort of thing the token stands for."""
        known = self._classes.get(index)
        if known is None:
            known = self._classes[index] = frozenset(self._find(index))
        return known

    def _find(self, index: int) -> set[str]:
        token = self._parse.tokens[index]
        lemma = token.lemma.lower()
        found = set(word_classes().get(lemma, ())) | set(word_classes().get(token.lower, ()))
        found |= word_classes().get(lemma.removesuffix("s"), frozenset())
        found |= noun_types().get(lemma, frozenset())
        for below in self._parse.dependents(index, "compound", "amod"):
            found |= word_classes().get(f"{below.lower} {lemma}", frozenset())
        found |= self._name_classes(index)
        if lemma in _QUANTIFIERS:
            for below in self._parse.dependents(index, "nmod"):
                found |= self.classes(below.index)
        if token.upos == "PRON":
            found.add("PRON")
        actor = self.actor(index)
        if actor is not None:
            found |= _actor_classes(actor)
        return found

    def _name_classes(self, index: int) -> set[str]:
        token, label = self._parse.tokens[index], self._labels.get(index)
        found: set[str] = set()
        if token.upos == "PROPN" or label:
            found.add("NAMED")
        if label == "PER":
            found.add("PERSON")
        elif label in ("LOC", "FAC"):
            found |= {"NAMEDPLACE", "TERRITORY"} | ({"STRUCTURE"} if label == "FAC" else set())
        elif label == "ORG":
            found |= {"ORG", "POLITICAL"}
        elif label == "NORP":
            found |= {"POLITICAL", "PERSON"}
        if (token.upos in ("PROPN", "ADJ") or label) and evidence_of(token.text) is not None:
            found |= {"STATE", "NAMED"}
        return found

    def political(self, index: int) -> bool:
        """Tell whether a participant is a political or armed actor by its head, its modifiers or its actor."""
        if self.classes(index) & POLITICAL:
            return True
        return any(self.classes(t.index) & {"STATE", "GOV"} for t in self._parse.dependents(index, *_MODIFIERS))

    @property
    def security_report(self) -> bool:
        """Tell whether the document as a whole is about states, forces or politics."""
        if self._security is None:
            count = len(self._parse.sentences)
            held = sum(any(self._counts(i)[c] for c in _TOPICS) for i in range(count))
            self._security = count >= _LEAST_SENTENCES and held >= _SECURITY_SHARE * count
        return self._security

    @property
    def state_affair(self) -> bool:
        """Tell whether states, armed actors or politics stand in a good part of the document's sentences."""
        count = len(self._parse.sentences)
        held = sum(any(self._counts(i)[c] for c in ("POLITICSWORD", "STATE")) for i in range(count))
        return held >= _STATE_SHARE * count

    def near(self, index: int, wanted: frozenset[str]) -> bool:
        """Tell whether any other word of the token's sentence is of one of these classes."""
        counts, own = self._counts(self._parse.sentence_of[index]), self.classes(index)
        return any(counts[c] > (c in own) for c in wanted)

    def _counts(self, sentence: int) -> Counter[str]:
        counts = self._sentences.get(sentence)
        if counts is None:
            first, end = self._parse.sentences[sentence]
            counts = self._sentences[sentence] = Counter(c for i in range(first, end) for c in self.classes(i))
        return counts


def _actor_classes(actor: Actor) -> set[str]:
    found: set[str] = set()
    if actor.sector and (sector := _SECTORS.get(actor.sector)):
        found.add(sector)
    if actor.kind is ActorKind.COUNTRY:
        found |= {"STATE", "NAMED"}
    elif actor.kind is ActorKind.PERSON:
        found |= {"PERSON", "NAMED"}
    if actor.country is not None:
        found.add("POLITICAL")
    return found


def is_named_state(heads: Heads, parse: Parse, index: int) -> bool:
    """Tell whether a modifier names whose act a noun is ("Russian", "rebel", "police")."""
    token = parse.tokens[index]
    if clauses.base(token.relation) not in ("amod", "compound", "nmod"):
        return False
    if heads.label(index) in ("ORG", "NORP", "LOC") or "STATE" in heads.classes(index):
        return True
    return token.upos != "ADJ" and token.lower not in _KINDS and bool(heads.classes(index) & {"ARMED", "POLITICAL"})
