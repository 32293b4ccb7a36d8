"""Abstention: sentences that only look like events: sport, markets, ordinary crime, weather, anniversaries, figures.

Every coder that emits what its words match fills its tables with them; rules are rows of `resources/abstain.tsv`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from sayso.read.events.heads import Heads
from sayso.read.events.triggers import Trigger
from sayso.read.language.parse import Parse
from sayso.resources.tables import table

_ABOVE: Final = 3  # links from a trigger up to a noun like "anniversary"
_WHOLE_SENTENCES: Final = 3  # a shorter text is judged sentence by sentence
_WHOLE_CUES: Final = 6  # distinct cues that a document of one family holds; short ones hold one more than sentences
_WHOLE_SHARE: Final = 0.5  # of its sentences that hold one
_AROUND: Final = 4  # words on either side within which a figure of speech stands


@dataclass(frozen=True, slots=True)
class Family:
    """One row: cues, how many of them are needed, which types they block, and whose presence outweighs them."""

    name: str
    scope: str
    needs: int
    blocks: frozenset[str]
    unless: frozenset[str]


@cache
def _families() -> tuple[Mapping[str, tuple[Family, ...]], Mapping[str, tuple[tuple[str, ...], ...]]]:
    """Return the families by cue word, and figures of speech by their first and last words."""
    by_cue: dict[str, list[Family]] = {}
    figures: dict[str, list[tuple[str, ...]]] = {}
    for row in table("abstain"):
        family = Family(
            row["family"], row["scope"], int(row["needs"]), frozenset(row["blocks"].split(",")),
            frozenset(row["unless"].split(",")) - {""},
        )  # fmt: skip
        for cue in row["cues"].split("; "):
            if family.scope == "phrase":
                words = tuple(cue.split(" "))
                for word in words:
                    figures.setdefault(word, []).append(words)
            else:
                by_cue.setdefault(cue, []).append(family)
    return {k: tuple(v) for k, v in by_cue.items()}, {k: tuple(v) for k, v in figures.items()}


class Abstention:
    """Answers for one parse; each sentence is scanned once."""

    def __init__(self, parse: Parse, heads: Heads) -> None:
        self._parse = parse
        self._heads = heads
        self._sentences: dict[int, tuple[Family, ...]] = {}
        self._whole: tuple[Family, ...] | None = None

    def blocks(self, trigger: Trigger) -> str | None:
        """Return the name of the family that forbids this trigger, None if it stands."""
        for family in self._blocked_in(self._parse.sentence_of[trigger.index]):
            if trigger.type.value in family.blocks or "*" in family.blocks:
                return family.name
        return self._above(trigger) or self._figure(trigger)

    def _blocked_in(self, sentence: int) -> tuple[Family, ...]:
        known = self._sentences.get(sentence)
        if known is None:
            known = self._sentences[sentence] = tuple(self._scan(sentence))
        return known

    def _scan(self, sentence: int) -> list[Family]:
        first, end = self._parse.sentences[sentence]
        hits = self._hits(sentence)
        few = [f for f, cues in hits.items() if len(cues) >= f.needs and not self._outweighed(f, first, end)]
        return [*few, *(f for f in self._reigning() if f not in few)]

    def _reigning(self) -> tuple[Family, ...]:
        """Return the families that a whole document belongs to: many cues, in most sentences, more than states have."""
        if self._whole is None:
            count = len(self._parse.sentences)
            cues: dict[Family, set[str]] = {}
            held: Counter[Family] = Counter()
            for sentence in range(count):
                hits = self._hits(sentence)
                held.update(hits.keys())
                for family, found in hits.items():
                    cues.setdefault(family, set()).update(found)
            enough = count >= _WHOLE_SENTENCES
            self._whole = tuple(
                f
                for f, found in cues.items()
                if enough
                and f.needs > 1
                and len(found) >= min(_WHOLE_CUES, count + 1)
                and held[f] >= _WHOLE_SHARE * count
                and not self._heads.state_affair
            )
        return self._whole

    def _hits(self, sentence: int) -> dict[Family, set[str]]:
        """Return the cues of each family in a sentence."""
        first, end = self._parse.sentences[sentence]
        by_cue, _ = _families()
        hits: dict[Family, set[str]] = {}
        previous = ""
        for token in self._parse.tokens[first:end]:
            lemma = token.lemma.lower()
            for cue in (lemma, f"{previous} {lemma}"):
                for family in by_cue.get(cue, ()):
                    hits.setdefault(family, set()).add(cue)
            previous = lemma
        return {f: found for f, found in hits.items() if f.scope == "sentence"}

    def _outweighed(self, family: Family, first: int, end: int) -> bool:
        """Tell whether somebody's presence shows that the words are meant; `REPORT` stands for a security report."""
        if "REPORT" in family.unless and self._heads.security_report:
            return True
        named = [t.index for t in self._parse.tokens[first:end] if t.upos in ("NOUN", "PROPN", "ADJ")]
        return any(self._heads.classes(i) & family.unless for i in named)

    def _above(self, trigger: Trigger) -> str | None:
        by_cue, _ = _families()
        for step, above in enumerate(self._parse.ancestors(trigger.index)):
            if step >= _ABOVE or above.upos == "VERB":
                return None
            for family in by_cue.get(above.lemma.lower(), ()):
                if family.scope == "above":
                    return family.name
        return None

    def _figure(self, trigger: Trigger) -> str | None:
        _, figures = _families()
        token = self._parse.tokens[trigger.index]
        for words in figures.get(token.lemma.lower(), ()):
            first = max(0, trigger.index - _AROUND)
            around = [t.lemma.lower() for t in self._parse.tokens[first : trigger.index + _AROUND + 1]]
            if _in_order(words, around):
                return "figure"
        return None


def _in_order(words: tuple[str, ...], around: list[str]) -> bool:
    """Tell whether the words stand in this order with at most one other word between two of them."""
    for start, word in enumerate(around):
        if word != words[0]:
            continue
        at = start
        for following in words[1:]:
            step = next((s for s in (1, 2) if at + s < len(around) and around[at + s] == following), None)
            if step is None:
                break
            at += step
        else:
            return True
    return False
