"""Triggers: words and expressions of a parse that name an act, each with the one entry that fits best."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sayso.model import EventType, Span
from sayso.read import clauses
from sayso.read.events.guards import Guards
from sayso.read.events.lexicon import Entry, Frame, frames, lexicon, noun_types, verb_forms, verb_types
from sayso.read.factuality.scopes import look_up
from sayso.read.language.parse import Parse, Token

CARRIED: Final = frozenset({"RESTRICT", "PACT", "INQUIRY"})
"""Nouns that name an act alone ("the curfew") but are the matter of another under their verb ("lifted the curfew")."""
_REACH: Final = 6  # words between the head of an expression and its further words
_POS: Final = {"VERB": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}
_KEPT: Final = frozenset({"agreement", "deal", "accord", "order", "campaign", "wave", "attack", "strike", "operation"})
_GENERIC: Final = {"v": "at", "n": "n_on"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """One trigger: the token that carries it, all its tokens, its type, modes and frame, and what vouches for it.

    `carries`: a verb that asks for a paper or a rule as its object, which is then no act of its own.
    """

    index: int
    tokens: tuple[int, ...]
    type: EventType
    modes: tuple[str, ...]
    frame: Frame
    group: str
    tagged: bool = False
    carries: bool = False


def find_triggers(parse: Parse, guards: Guards) -> Iterator[Trigger]:
    """Yield triggers in text order, at most one a head word."""
    tags = parse.layers.get("event")
    used: set[int] = set()
    for token in parse.tokens:
        if token.index in used:
            continue
        trigger = _trigger(parse, guards, token, tags[token.index] if tags else None)
        if trigger is not None:
            used.update(trigger.tokens)
            yield trigger


def _trigger(parse: Parse, guards: Guards, token: Token, tag: str | None) -> Trigger | None:
    """Weigh the two witnesses, lexicon and tagger.

    A tagged word that the lexicon does not know is taken with the tagger's type where the whole report is about states,
    forces or politics; elsewhere the tagger, which learned from such reports, sees acts everywhere (49 false events
    per 100 sentences of general news against 5). Where both know a word, the entry of the tagger's type wins if there
    is one. That the tagger is silent says nothing: dropping what it does not know cost 2 of 100 probes.
    """
    found = _matches(parse, guards, token)
    tagged = tag[2:] if tag and tag.startswith("B-") else None
    if tagged is not None:
        agreeing = [m for m in found if m[0].type.value == tagged]
        found = agreeing or found
        if not found:
            trusted = guards.in_security_report and not _otherwise_known(token, tagged)
            return _tagged_trigger(token, tagged) if trusted else None
    if not found:
        return None
    entry, tokens = found[0]
    carries = any(c.key == "obj" and c.wanted and c.classes & CARRIED for c in entry.guard)
    return Trigger(token.index, tokens, entry.type, entry.modes, entry.frame, entry.group, tagged is not None, carries)


def _otherwise_known(token: Token, tagged: str) -> bool:
    """Tell whether the lexicon knows the word for other acts only: then its guards have spoken ("was evacuated")."""
    types = (verb_types() if token.upos in ("VERB", "AUX") else noun_types()).get(token.lemma.lower())
    return types is not None and f"EV:{tagged}" not in types


def _tagged_trigger(token: Token, tagged: str) -> Trigger | None:
    try:
        kind = EventType(tagged)
    except ValueError:
        return None
    frame = frames()[_GENERIC.get(_POS.get(token.upos, "v"), "at")]
    return Trigger(token.index, (token.index,), kind, (), frame, "tagger", tagged=True)


def _matches(parse: Parse, guards: Guards, token: Token) -> list[tuple[Entry, tuple[int, ...]]]:
    pos = _pos(token)
    if pos is None:
        return []
    if (
        token.upos == "PROPN"
        and token.lower == token.lemma.lower()
        and not token.text.isupper()
        and token.text[:1].isupper()
    ):
        return []
    if pos == "n" and clauses.base(token.relation) == "compound" and not _act_before_noun(parse, token):
        return []
    found = []
    for entry in _candidates(token, pos):
        tokens = _expression(parse, token, entry)
        if tokens is not None and guards.hold(entry, token.index):
            found.append((entry, tokens))
    return found


def _act_before_noun(parse: Parse, token: Token) -> bool:
    """Tell whether a noun before a noun still names an act: "coup attempt", not "attack helicopter"."""
    head = parse.tokens[token.head]
    return head.upos in _POS and bool(look_up((head.lemma.lower(),), "n", ("compound",)) or head.lemma.lower() in _KEPT)


def _pos(token: Token) -> str | None:
    """Return the lexicon's part of speech; the finer tag wins, for the coarse one errs on rare verbs."""
    if token.xpos.startswith("VB") and clauses.base(token.relation) not in ("aux", "cop"):
        return "v"
    return _POS.get(token.upos)


def _candidates(token: Token, pos: str) -> Iterator[Entry]:
    if pos == "a" and token.xpos in ("VBN", "VBG"):
        pos = "v"
    seen: set[Entry] = set()
    words = [token.lemma.lower(), token.lower]
    if pos == "v" and token.lower in verb_forms():
        words.insert(0, verb_forms()[token.lower])
    for word in dict.fromkeys(words):
        for entry in lexicon().get((word, pos), ()):
            if entry not in seen:
                seen.add(entry)
                yield entry


def _expression(parse: Parse, token: Token, entry: Entry) -> tuple[int, ...] | None:
    """Return the tokens of an entry's expression around its head word, None if a word of it is missing."""
    if not entry.extras:
        return (token.index,)
    below = list(parse.children[token.index])
    below += [g for c in below for g in parse.children[c]]
    if clauses.base(token.relation) in ("compound", "amod"):
        below.append(token.head)
    near = sorted(i for i in set(below) if abs(i - token.index) <= _REACH)
    kept = [token.index]
    for word in entry.extras:
        hit = next(
            (i for i in near if i not in kept and word in (parse.tokens[i].lower, parse.tokens[i].lemma.lower())), None
        )
        if hit is None:
            return None
        kept.append(hit)
    return tuple(sorted(kept))


def trigger_spans(parse: Parse, tokens: tuple[int, ...]) -> tuple[Span, ...]:
    """Return the spans of a trigger's words, neighbours joined."""
    spans: list[Span] = []
    last = -2
    for index in tokens:
        token = parse.tokens[index]
        if index == last + 1 and spans:
            spans[-1] = Span(spans[-1].start, token.end)
        else:
            spans.append(Span(token.start, token.end))
        last = index
    return tuple(spans)
