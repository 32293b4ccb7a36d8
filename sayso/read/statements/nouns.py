"""Nominal and adjectival cues: "the claim that", "his call for", "fears of", "N is sceptical that"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sayso.read.clauses import base, case_words, grammatical_subject, obliques
from sayso.read.language.parse import Parse, Token
from sayso.read.statements.draft import Draft
from sayso.read.statements.extent import clause, spans_of
from sayso.read.statements.group import verb_group
from sayso.read.statements.lexicon import Cue, senses
from sayso.resources.tables import table

_LIGHT: Final = frozenset(row["lemma"] for row in table("light_verbs"))
"""Verbs whose subject owns the noun: "made the claim", "expressed concern"."""


def read_nouns(parse: Parse) -> Iterator[Draft]:
    """Yield a draft for each noun or predicative adjective with a content of its own."""
    for token in parse.tokens:
        if token.upos == "NOUN":
            word_class = "NOUN"
        elif token.upos in ("ADJ", "VERB") and any(parse.dependents(token.index, "cop")):
            word_class = "ADJ"
        else:
            continue
        for cue in senses(token.lemma.lower(), word_class):
            draft = _noun(parse, token, cue) if word_class == "NOUN" else _adjective(parse, token, cue)
            if draft is not None:
                yield draft
                break


def _noun(parse: Parse, token: Token, cue: Cue) -> Draft | None:
    found = _content_of(parse, token, cue)
    if found is None:
        return None
    head, joined = found
    draft = Draft(anchor=token.index, rule="noun", kind=cue.kind, speech=cue.speech, head=token.index)
    draft.cue = _noun_group(parse, token) | set(joined)
    content = [i for i in clause(parse, head) if i not in draft.cue]
    draft.take(*spans_of(parse, content))
    source, light = _owner(parse, token)
    draft.source = source
    if light is not None:
        draft.cue |= verb_group(parse, light, light)
        draft.head = light
    if cue.prepositions and joined and source is None and light is None and not any(parse.dependents(head, "mark")):
        return draft if parse.tokens[token.index].lemma.lower() in _OWNERLESS else None
    return draft if draft.content else None


_OWNERLESS: Final = frozenset(
    {
        "fear",
        "concern",
        "claim",
        "allegation",
        "accusation",
        "report",
        "rumour",
        "rumor",
        "call",
        "threat",
        "warning",
        "demand",
        "hope",
        "speculation",
    }
)


def _content_of(parse: Parse, token: Token, cue: Cue) -> tuple[int, list[int]] | None:
    """Return the head of the noun's content and the words that join the cue ("of", "for")."""
    for child in parse.dependents(token.index, "acl", "ccomp", "advcl", "nmod", "appos"):
        if child.index < token.index or child.relation == "nmod:poss":
            continue
        words = case_words(parse, child.index)
        relation = base(child.relation)
        if relation in ("acl", "ccomp", "advcl"):
            if "that" in words and "that" in cue.frames:
                return child.index, []
            if words == {"to"} and "inf" in cue.frames:
                return child.index, []
            if words & {"whether", "if"} and "wh" in cue.frames:
                return child.index, []
        for word in words:
            if word in cue.prepositions:
                marks = [t.index for t in parse.dependents(child.index, "case", "mark")]
                return child.index, [i for i in marks if i == token.index + 1]
    return None


def _noun_group(parse: Parse, token: Token) -> set[int]:
    """Return the noun with its adjectives and article, without its owner."""
    kept = {token.index}
    for child in parse.dependents(token.index, "det", "amod", "compound"):
        if child.index < token.index:
            kept.add(child.index)
    return kept


def _owner(parse: Parse, token: Token) -> tuple[int | None, int | None]:
    """Return whose the noun is, and the light verb that says so."""
    for possessor in parse.dependents(token.index, "nmod"):
        if possessor.relation == "nmod:poss":
            return possessor.index, None
    for word in ("by", "from", "among"):
        named = obliques(parse, token.index, word)
        if named:
            return named[0], None
    above = parse.tokens[token.head]
    if base(token.relation) in ("obj", "obl") and above.upos == "VERB" and above.lemma.lower() in _LIGHT:
        subject = grammatical_subject(parse, above.index)
        return (subject[0] if subject else None), above.index
    return None, None


def _adjective(parse: Parse, token: Token, cue: Cue) -> Draft | None:
    head, joined = _adjective_content(parse, token, cue)
    subject = [t.index for t in parse.dependents(token.index, "nsubj")]
    if head is None or not subject or parse.tokens[subject[0]].lower in ("it", "that", "this", "there"):
        return None
    draft = Draft(anchor=token.index, rule="adjective", kind=cue.kind, speech=cue.speech, head=token.index)
    draft.cue = verb_group(parse, token.index, token.index) | set(joined)
    draft.take(*spans_of(parse, [i for i in clause(parse, head) if i not in draft.cue]))
    draft.source = subject[0]
    return draft if draft.content else None


def _adjective_content(parse: Parse, token: Token, cue: Cue) -> tuple[int | None, list[int]]:
    for child in parse.dependents(token.index, "ccomp", "advcl", "obl", "xcomp"):
        if child.index < token.index:
            continue
        words = case_words(parse, child.index)
        relation = base(child.relation)
        if relation == "ccomp" and cue.frames & {"that", "wh"}:
            return child.index, []
        if words == {"to"} and "inf" in cue.frames and relation in ("xcomp", "advcl"):
            return child.index, []
        if words & cue.prepositions:
            marks = [t.index for t in parse.dependents(child.index, "case", "mark")]
            return child.index, [i for i in marks if i == token.index + 1]
    return None, []
