"""Who carried a statement here, and whom it was addressed to."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from sayso.model import ActorKind, Span
from sayso.read.cast import Cast
from sayso.read.clauses import agents, case_words, obliques
from sayso.read.language.parse import Parse, Token
from sayso.read.outlets import outlet_country
from sayso.read.statements.draft import Draft
from sayso.resources.tables import table

_CHANNELS: Final = frozenset(row["lemma"] for row in table("carrier_words") if row["class"] == "channel")
"""Nouns that are media themselves: "newspaper", "radio"."""
_OCCASIONS: Final = frozenset(row["lemma"] for row in table("carrier_words") if row["class"] == "occasion")
"""Nouns of saying that may name their medium: "interview with", "comments to", "statement carried by"."""
_PUBLISHING: Final = frozenset(row["lemma"] for row in table("carrier_words") if row["class"] == "publish")
_SELVES: Final = frozenset(row["lemma"] for row in table("carrier_words") if row["class"] == "person")
"""Carriers only where they speak of themselves: "told this reporter"."""
_TOWARDS: Final = frozenset({"to", "before", "in front of"})


def is_outlet(parse: Parse, index: int, cast: Cast) -> bool:
    """Tell whether the noun phrase headed by `index` is a newspaper, agency or station."""
    actor = cast.of_token(index)
    if actor is not None and cast.actor(actor).kind is ActorKind.OUTLET:
        return True
    token = parse.tokens[index]
    if token.lemma.lower() in _CHANNELS and token.upos in ("NOUN", "PROPN"):
        return True
    if token.lemma.lower() in _SELVES and any(t.lower == "this" for t in parse.dependents(index, "det")):
        return True
    return token.upos == "PROPN" and outlet_country(_name_of(parse, index))[0]


def _name_of(parse: Parse, index: int) -> str:
    """Return the run of proper nouns around a head token."""
    first = last = index
    while (
        first > 0
        and parse.tokens[first - 1].upos == "PROPN"
        and parse.tokens[first - 1].end + 1 == parse.tokens[first].start
    ):
        first -= 1
    while (
        last + 1 < len(parse.tokens)
        and parse.tokens[last + 1].upos == "PROPN"
        and parse.tokens[last + 1].head in (last, index)
    ):
        last += 1
    return parse.span(first, last).of(parse.text)


def carry(parse: Parse, draft: Draft, cast: Cast) -> None:
    """Sort a draft's addressee and phrases into carriers and addressee, in place."""
    if draft.addressee is not None and (
        is_outlet(parse, draft.addressee, cast) or _sounds_like_one(parse, draft, cast)
    ):
        draft.via.append(draft.addressee)
        draft.addressee = None
    if draft.anchor < 0 or not draft.speech:
        return
    if draft.source is not None:
        _take_quoters(parse, draft, draft.source)
    for index in {draft.anchor, draft.head} - {-1}:
        for phrase in parse.dependents(index, "obl", "advcl", "nmod"):
            if not _in_content(parse, draft, phrase.index):
                _take_phrase(parse, draft, phrase, cast)


def _sounds_like_one(parse: Parse, draft: Draft, cast: Cast) -> bool:
    """Tell whether somebody told an organisation of which nothing is known: in news that is a medium."""
    index = draft.addressee
    if index is None or parse.tokens[draft.anchor].lemma.lower() != "tell":
        return False
    named = any(n.label == "ORG" and n.first <= index <= n.last for n in parse.names)
    actor = cast.of_token(index)
    return named and (actor is None or (cast.actor(actor).sector is None and cast.actor(actor).country is None))


def _take_quoters(parse: Parse, draft: Draft, source: int) -> None:
    """Take up P of "N, quoted by P, said"."""
    for verb in parse.dependents(source, "acl"):
        if verb.lemma.lower() in _PUBLISHING:
            for named in agents(parse, verb.index):
                _add(draft, named)


def _in_content(parse: Parse, draft: Draft, index: int) -> bool:
    start = parse.tokens[index].start
    return any(s.start <= start < s.end for s in draft.content)


def _take_phrase(parse: Parse, draft: Draft, phrase: Token, cast: Cast) -> None:
    words = case_words(parse, phrase.index)
    if "according to" in words or phrase.index == draft.source:
        return
    if is_outlet(parse, phrase.index, cast) and words & {"to", "on", "in", "with", "by", "through", "via"}:
        _add(draft, phrase.index)
    elif phrase.lemma.lower() in _OCCASIONS:
        _take_occasion(parse, draft, phrase, cast)
    elif words & _TOWARDS and draft.addressee is None and phrase.upos in ("NOUN", "PROPN", "PRON"):
        draft.addressee = phrase.index


def _take_occasion(parse: Parse, draft: Draft, phrase: Token, cast: Cast) -> None:
    """Take up media: "in an interview with N", "in a statement carried by N"."""
    for word in ("with", "to", "on", "in", "for", "by"):
        for named in obliques(parse, phrase.index, word):
            if is_outlet(parse, named, cast) or (word == "with" and cast.of_token(named) is not None):
                _add(draft, named)
    for verb in parse.dependents(phrase.index, "acl"):
        if verb.lemma.lower() in _PUBLISHING:
            shown = [i for i in obliques(parse, verb.index, "on") if is_outlet(parse, i, cast)]
            for named in agents(parse, verb.index) or shown:
                _add(draft, named)


def _add(draft: Draft, index: int) -> None:
    if index not in draft.via and index != draft.source:
        draft.via.append(index)


def pass_on(parse: Parse, drafts: list[Draft], holders: list[int | None], cast: Cast) -> None:
    """Make an outlet that reports a saying the carrier of that saying, and take up credits that stand alone."""
    for number, holder in enumerate(holders):
        if holder is None or drafts[number].anchor < 0:
            continue
        source = drafts[holder].source
        if source is not None and is_outlet(parse, source, cast):
            _add(drafts[number], source)
    credits_ = _credits(parse, cast)
    if credits_:
        _credit(parse, drafts, holders, credits_)


def _credits(parse: Parse, cast: Cast) -> list[int]:
    """Return the heads of sentences that are nothing but an outlet's name."""
    found = []
    for first, end in parse.sentences:
        words = [t for t in parse.tokens[first:end] if t.upos != "PUNCT"]
        if not 0 < len(words) <= 4 or any(t.upos not in ("PROPN", "DET", "NOUN", "ADJ") for t in words):
            continue
        root = next((t.index for t in words if t.is_root), words[-1].index)
        if is_outlet(parse, root, cast) or is_outlet(parse, words[-1].index, cast):
            found.append(root)
    return found


def _credit(parse: Parse, drafts: list[Draft], holders: list[int | None], credits_: Collection[int]) -> None:
    for credit in credits_:
        start = parse.tokens[credit].start
        before = [n for n, d in enumerate(drafts) if d.anchor >= 0 and holders[n] is None and d.anchor < credit]
        if before:
            last = max(before, key=lambda n: drafts[n].anchor)
            if "\n\n" not in parse.text[parse.tokens[drafts[last].anchor].end : start]:
                _add(drafts[last], credit)


def reference_span(parse: Parse, index: int, cover: Span) -> Span:
    """Return `cover` if it holds the token, else the token alone."""
    token = parse.tokens[index]
    return cover if cover.start <= token.start < cover.end else Span(token.start, token.end)
