"""Verbal cues: a verb of saying or thinking, what it takes as content, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model import Kind
from sayso.read.clauses import agents, base, grammatical_subject
from sayso.read.language.parse import Parse, Token
from sayso.read.speech import speakers
from sayso.read.statements.draft import Draft
from sayso.read.statements.extent import clause, spans_of
from sayso.read.statements.frames import Content, addressee_of, below, content_of
from sayso.read.statements.group import chained, verb_group
from sayso.read.statements.lexicon import Cue, senses
from sayso.read.statements.quoting import hand_on, quoted_verb, reworded
from sayso.read.statements.repair import filled, lifted
from sayso.read.statements.slots import Slots, slots_of
from sayso.read.statements.trailing import trailing


def read_verbs(parse: Parse) -> Iterator[Draft]:
    """Yield a draft for each verbal cue; those without content may still find a quotation."""
    taken: set[int] = set()
    for token in parse.tokens:
        if token.upos != "VERB" or token.index in taken:
            continue
        if base(token.relation) in ("amod", "compound", "case", "mark", "fixed"):
            continue
        draft = _quoted_as(parse, token, taken) or _read(parse, token)
        if draft is not None:
            yield draft


def _read(parse: Parse, token: Token) -> Draft | None:
    slots = slots_of(parse, token.index)
    entries = _entries(parse, token, slots)
    for cue in entries:
        content = content_of(parse, cue, slots)
        if content is not None:
            return _draft(parse, token, slots, cue, content)
    if not entries:
        return _unlisted(parse, token, slots)
    stray = _stray_clause(parse, slots)
    for cue in entries:
        if stray is not None and cue.reports and "that" in cue.frames:
            return _draft(
                parse,
                token,
                slots,
                cue,
                Content("that", below(parse, stray, slots), addressee=addressee_of(cue, slots)),
            )
        if cue.speech and cue.frames & {"quote", "that"}:
            draft = _draft(parse, token, slots, cue, Content("bare", []))
            draft.quotable = "quote" in cue.frames
            return draft
    return None


def _stray_clause(parse: Parse, slots: Slots) -> int | None:
    """Return a that-clause that the tree hung on a noun in one of the verb's phrases ("said in a letter that ...")."""
    below_phrases = (index for _, head in slots.phrases for index in clause(parse, head) if index > slots.index)
    for index in below_phrases:
        token = parse.tokens[index]
        loose = base(token.relation) in ("acl", "ccomp", "advcl") and not _has_noun_cue(parse, token)
        if loose and any(t.lower == "that" for t in parse.dependents(index, "mark")):
            return index
    return None


def _has_noun_cue(parse: Parse, token: Token) -> bool:
    return (
        bool(senses(parse.tokens[token.head].lemma.lower(), "NOUN"))
        and parse.tokens[token.head].upos == "NOUN"
        and (parse.tokens[token.head].index > 0 and not any(parse.dependents(token.head, "case")))
    )


def _entries(parse: Parse, token: Token, slots: Slots) -> tuple[Cue, ...]:
    """Return the senses of the verb, with its particle if the two form one ("point out")."""
    lemma = token.lemma.lower()
    for particle in slots.particles:
        found = senses(f"{lemma} {parse.tokens[particle].lower}", "VERB")
        if found:
            return found
    for part in [*slots.objects, *slots.predicate]:
        found = senses(f"{lemma} {parse.tokens[part].lemma.lower()}", "VERB")
        if found:
            slots.idiom = part
            slots.objects = [o for o in slots.objects if o != part]
            slots.predicate = [p for p in slots.predicate if p != part]
            slots.take_over(parse, part)
            return found
    return senses(lemma, "VERB")


def _draft(parse: Parse, token: Token, slots: Slots, cue: Cue, content: Content) -> Draft:
    top = chained(parse, token)
    draft = Draft(
        anchor=token.index,
        rule=f"verb:{content.name}",
        kind=cue.kind,
        speech=cue.speech,
        quotable="quote" in cue.frames,
        naming="pred" in cue.frames,
        addressee=content.addressee,
        head=top,
    )
    draft.cue = verb_group(parse, token.index, top) | set(content.cue)
    if slots.idiom is not None:
        draft.cue |= {i for i in range(slots.idiom, token.index, -1) if parse.tokens[i].upos != "PUNCT"}
    tokens = sorted({*content.tokens, *trailing(parse, cue, slots, content)})
    if content.name == "that":
        tokens = filled(parse, token, set(tokens), draft.cue)
    draft.take(*spans_of(parse, [t for t in tokens if t not in draft.cue]))
    told = cue.object == "addressee"
    draft.source = _speaker(parse, token, slots, content, told=told)
    if slots.passive and told and draft.addressee is None:
        draft.addressee = next(iter(grammatical_subject(parse, token.index)), None)
    if draft.source is None and not slots.passive and _is_order(parse, token, top):
        draft.content.clear()
        draft.quotable = False
    if content.addressee is None and content.name == "bare" and told and slots.objects:
        draft.addressee = slots.objects[0]
    if draft.addressee is not None and draft.addressee == draft.source:
        draft.addressee = None
    return draft


def _speaker(parse: Parse, token: Token, slots: Slots, content: Content, *, told: bool) -> int | None:
    top = parse.tokens[chained(parse, token)]
    if any(c.polarity == "let" for c in senses(top.lemma.lower(), "CHAIN")) and top.index != token.index:
        return next(iter(speakers(parse, top.index)), None)
    if content.name == "seem":
        return next(
            (h for word, h in slots.phrases if word == "to" and parse.tokens[h].upos in ("PRON", "PROPN")), None
        )
    if slots.passive:
        by = agents(parse, token.index)
        if not by and told:
            by = [h for word, h in slots.phrases if word in ("through", "via") and h != content.addressee]
        return by[0] if by else None
    found = [i for i in speakers(parse, lifted(parse, token)) if not _empty(parse, i)]
    if not found and content.name in ("bare", "parataxis", "that"):
        found = [o for o in slots.objects if o > token.index and o != content.addressee][:1]
    return found[0] if found else None


def _is_order(parse: Parse, token: Token, top: int) -> bool:
    """Tell whether the verb is a bare imperative: nobody says anything by "blame the west"."""
    return token.xpos in ("VB", "VBP") and top == token.index and not any(parse.dependents(token.index, "mark", "aux"))


def _empty(parse: Parse, index: int) -> bool:
    """Tell whether a subject is a placeholder ("there", "it was said")."""
    token = parse.tokens[index]
    return token.relation == "expl" or token.lower == "there"


def _quoted_as(parse: Parse, token: Token, taken: set[int]) -> Draft | None:
    """Read a saying that somebody passes on; the inner verb is then done with."""
    head = quoted_verb(parse, token)
    if head is None:
        return None
    inner = parse.tokens[head]
    draft = (_read(parse, inner) if senses(inner.lemma.lower(), "VERB") else None) or reworded(parse, head)
    taken.add(head)
    hand_on(parse, token, head, draft)
    return draft


def _unlisted(parse: Parse, token: Token, slots: Slots) -> Draft | None:
    """A verb that no list knows but that takes a that-clause and has a subject: somebody's view all the same."""
    clauses = [i for i in slots.finite if any(t.lower == "that" for t in parse.dependents(i, "mark"))]
    if not clauses or slots.passive or not slots.subjects:
        return None
    cue = Cue(
        lemma=token.lemma, kind=Kind.SAY, speech=False, reports=True, frames=frozenset({"that"}),
        prepositions=frozenset(), told=frozenset(), object="-", polarity="-",
    )  # fmt: skip
    draft = _draft(parse, token, slots, cue, Content("that", below(parse, clauses[0], slots)))
    draft.rule = "verb:unlisted"
    return draft
