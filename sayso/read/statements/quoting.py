"""Words passed on: "was quoted by N as saying", "quotes him as claiming"."""

from __future__ import annotations

from typing import Final

from sayso.model import Kind
from sayso.read.clauses import agents, grammatical_subject
from sayso.read.language.parse import Parse, Token
from sayso.read.statements.draft import Draft
from sayso.read.statements.extent import clause, spans_of
from sayso.read.statements.group import verb_group
from sayso.read.statements.slots import slots_of

_QUOTERS: Final = frozenset({"quote", "cite", "report", "record"})


def quoted_verb(parse: Parse, token: Token) -> int | None:
    """Return the gerund behind "as" of a verb of quoting, None if this is none."""
    if token.lemma.lower() not in _QUOTERS:
        return None
    found = slots_of(parse, token.index).phrases
    return next((h for word, h in found if word == "as" and parse.tokens[h].xpos == "VBG"), None)


def hand_on(parse: Parse, token: Token, head: int, draft: Draft) -> None:
    """Make the one who is quoted the source of the inner saying, and the one who quotes its carrier, in place."""
    slots = slots_of(parse, token.index)
    if slots.passive:
        quoted = slots.subjects
        carriers = agents(parse, token.index) or [h for word, h in slots_of(parse, head).phrases if word == "by"]
    else:
        quoted, carriers = slots.objects, grammatical_subject(parse, token.index)
    draft.source = quoted[0] if quoted else None
    draft.via = carriers[:1]
    draft.cue |= verb_group(parse, token.index, token.index)
    draft.cue |= {t.index for t in parse.dependents(head, "mark")}
    draft.rule = "verb:quoted-as"
    draft.head = token.index


def reworded(parse: Parse, head: int) -> Draft:
    """Read "as spreading the word that ...": the clause in it is what was said, else the whole phrase."""
    draft = Draft(anchor=head, rule="verb:quoted-as", kind=Kind.SAY, quotable=True, head=head)
    for noun in parse.dependents(head, "obj"):
        for said in parse.dependents(noun.index, "acl", "ccomp", "advcl"):
            if any(t.lower == "that" for t in parse.dependents(said.index, "mark")):
                draft.cue = verb_group(parse, head, head) | {noun.index}
                draft.take(*spans_of(parse, clause(parse, said.index)))
                return draft
    draft.cue = {t.index for t in parse.dependents(head, "mark")}
    draft.take(*spans_of(parse, [i for i in clause(parse, head) if i not in draft.cue]))
    return draft
