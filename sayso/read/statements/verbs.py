"""Verbal cues: a verb of saying or thinking, what it takes as content, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sayso.model import Kind, Span
from sayso.read.clauses import agents, base, case_words, grammatical_subject
from sayso.read.language.parse import Parse, Token
from sayso.read.speech import speakers
from sayso.read.statements.draft import Draft
from sayso.read.statements.extent import clause, spans_of
from sayso.read.statements.group import chained, verb_group
from sayso.read.statements.lexicon import Cue, senses
from sayso.read.statements.repair import filled, lifted, resumed
from sayso.read.statements.slots import Slots, slots_of

_BRACKETS: Final = frozenset(",—–-―”\"“'’»«")
_OPEN_ENDED: Final = frozenset(
    {Kind.PREDICT, Kind.BELIEVE, Kind.DEMAND, Kind.REQUEST, Kind.PROMISE, Kind.THREATEN, Kind.FEAR, Kind.PRAISE}
)
"""Kinds that look ahead: what stands behind their object tells when, where and on what condition."""
_CONDITIONS: Final = frozenset({"if", "unless", "until", "before", "after", "because", "once", "when", "since", "so"})
_QUOTERS: Final = frozenset({"quote", "cite", "report", "record"})


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
        content = _content(parse, cue, slots)
        if content is not None:
            return _draft(parse, token, slots, cue, content)
    if not entries:
        return _unlisted(parse, token, slots)
    stray = _stray_clause(parse, slots)
    for cue in entries:
        if stray is not None and cue.reports and "that" in cue.frames:
            return _draft(parse, token, slots, cue, _Content("that", _below(parse, stray, slots), addressee=_addressee(cue, slots)))
        if cue.speech and "quote" in cue.frames:
            return _draft(parse, token, slots, cue, _Content("bare", []))
    return None


def _stray_clause(parse: Parse, slots: Slots) -> int | None:
    """Return a that-clause that the parser hung on a noun in one of the verb's phrases ("said in a letter that ...")."""
    for _, head in slots.phrases:
        for index in clause(parse, head):
            token = parse.tokens[index]
            if index > slots.index and base(token.relation) in ("acl", "ccomp", "advcl") and not _has_noun_cue(parse, token):
                if any(t.lower == "that" for t in parse.dependents(index, "mark")):
                    return index
    return None


def _has_noun_cue(parse: Parse, token: Token) -> bool:
    return bool(senses(parse.tokens[token.head].lemma.lower(), "NOUN")) and parse.tokens[token.head].upos == "NOUN" and (
        parse.tokens[token.head].index > 0 and not any(parse.dependents(token.head, "case")))


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


class _Content:
    """What a frame found: the frame's name, content tokens, addressee, prepositions that join the cue."""

    __slots__ = ("addressee", "cue", "name", "subject_used", "tokens")

    def __init__(self, name: str, tokens: list[int], *, addressee: int | None = None, cue: list[int] | None = None) -> None:
        self.name, self.tokens, self.addressee, self.cue = name, tokens, addressee, cue or []


def _content(parse: Parse, cue: Cue, slots: Slots) -> _Content | None:
    if not cue.reports:
        return None
    return (
        _told(parse, cue, slots)
        or _clausal(parse, cue, slots)
        or _named(parse, cue, slots)
        or _infinitive(parse, cue, slots)
        or _phrase(parse, cue, slots)
        or _charge(parse, cue, slots)
        or _parenthesis(parse, cue, slots)
        or _nominal(parse, cue, slots)
    )


def _below(parse: Parse, head: int, slots: Slots) -> list[int]:
    """Return a clause's tokens without the speaker's next saying (", adding that ...") and without the cue itself."""
    found = clause(parse, head, without=[slots.index])
    late = [i for i in found if i != head and i > slots.index and _resumes(parse, parse.tokens[i])]
    late += resumed(parse, parse.tokens[slots.index], head, found)
    if not late:
        return found
    dropped = set().union(*(clause(parse, i) for i in late))
    return [i for i in found if i not in dropped]


def _resumes(parse: Parse, token: Token) -> bool:
    """Tell whether a participle behind a comma is a new saying of the outer speaker."""
    if token.xpos != "VBG" or base(token.relation) not in ("advcl", "acl", "xcomp"):
        return False
    if not any(s.speech for s in senses(token.lemma.lower(), "VERB")):
        return False
    return parse.tokens[token.index - 1].text == "," and not any(parse.dependents(token.index, "nsubj", "mark"))


def _addressee(cue: Cue, slots: Slots) -> int | None:
    if cue.object != "addressee":
        return None
    if slots.passive:
        return slots.subjects[0] if slots.subjects else None
    return slots.objects[0] if slots.objects else None


def _clausal(parse: Parse, cue: Cue, slots: Slots) -> _Content | None:
    for heads, frames in ((slots.finite, {"that", "quote", "raise"}), (slots.asking, {"wh", "that", "quote"})):
        if heads and cue.frames & frames:
            best = next((h for h in heads if h > slots.index), heads[0])
            return _Content("that", _below(parse, best, slots), addressee=_addressee(cue, slots))
    return None


def _named(parse: Parse, cue: Cue, slots: Slots) -> _Content | None:
    """An object (or passive subject) and what it is called or described as."""
    named = slots.subjects if slots.passive else slots.objects
    if "pred" in cue.frames and slots.predicate and named:
        tokens = clause(parse, named[0]) + _below(parse, slots.predicate[0], slots)
        return _Content("pred", sorted(set(tokens)))
    described = [head for word, head in slots.phrases if word == "as"]
    if "as" in cue.frames and described and named:
        if described[0] < named[0] and not slots.passive:
            return _Content("obj", _below(parse, named[0], slots), cue=clause(parse, described[0]))
        tokens = clause(parse, named[0]) + _below(parse, described[0], slots)
        return _Content("as", sorted(set(tokens)))
    if "pred" in cue.frames and len(slots.objects) > 1:
        tokens = [t for o in slots.objects for t in clause(parse, o)]
        return _Content("pred", sorted(set(tokens)))
    return None


def _told(parse: Parse, cue: Cue, slots: Slots) -> _Content | None:
    """"call on somebody to do": the noun behind the preposition is spoken to."""
    if not cue.told:
        return None
    for word, head in slots.phrases:
        if word in cue.told:
            deed = slots.infinitive or [t.index for t in parse.dependents(head, "acl") if t.xpos == "VB"]
            if deed:
                mark = [t.index for t in parse.dependents(head, "case")]
                return _Content("told", _below(parse, deed[0], slots), addressee=head, cue=mark)
    if slots.particles and slots.objects and slots.infinitive:
        if parse.tokens[slots.particles[0]].lower in cue.told:
            return _Content("told", _below(parse, slots.infinitive[0], slots), addressee=slots.objects[0])
    return None


def _infinitive(parse: Parse, cue: Cue, slots: Slots) -> _Content | None:
    if slots.infinitive:
        deed = _below(parse, slots.infinitive[0], slots)
        if slots.passive:
            return _passive_infinitive(parse, cue, slots, deed)
        if cue.polarity == "seem":
            subject = clause(parse, slots.subjects[0]) if slots.subjects else []
            return _Content("seem", sorted({*subject, *deed}))
        if slots.objects and "raise" in cue.frames:
            return _Content("raise", sorted({*clause(parse, slots.objects[0]), *deed}))
        if slots.objects and "oinf" in cue.frames:
            return _Content("oinf", deed, addressee=slots.objects[0])
        if "inf" in cue.frames:
            who = slots.objects[0] if slots.objects and cue.object == "addressee" else None
            return _Content("inf", deed, addressee=who)
    if slots.gerund and "ing" in cue.frames:
        return _Content("ing", _below(parse, slots.gerund[0], slots))
    return None


def _passive_infinitive(parse: Parse, cue: Cue, slots: Slots, deed: list[int]) -> _Content | None:
    if "oinf" in cue.frames:
        return _Content("oinf", deed, addressee=slots.subjects[0] if slots.subjects else None)
    if cue.frames & {"raise", "that", "inf"}:
        subject = clause(parse, slots.subjects[0]) if slots.subjects else []
        return _Content("passive", sorted({*subject, *deed}))
    return None


def _parenthesis(parse: Parse, cue: Cue, slots: Slots) -> _Content | None:
    """A cue in brackets of commas: the clause around it is the content ("Ukraine, he said, is planning ...")."""
    token = parse.tokens[slots.index]
    if base(token.relation) != "parataxis" or token.is_root or not cue.speech or not cue.frames & {"that", "quote"}:
        return None
    if not _set_off(parse, clause(parse, token.index)):
        return None
    host = [i for i in clause(parse, token.head, without=[token.index]) if parse.tokens[i].text not in "“”\""]
    return _Content("parataxis", host, addressee=_addressee(cue, slots)) if slots.subjects else None


def _set_off(parse: Parse, inside: list[int]) -> bool:
    """Tell whether a comma, a dash or a quotation mark stands before or behind the clause, or within its edge."""
    around = [min(inside) - 1, min(inside), max(inside), max(inside) + 1]
    return any(0 <= i < len(parse.tokens) and parse.tokens[i].text in _BRACKETS for i in around)


def _phrase(parse: Parse, cue: Cue, slots: Slots) -> _Content | None:
    for word, head in slots.phrases:
        if word not in cue.prepositions or head < slots.index:
            continue
        tokens = _below(parse, head, slots)
        marks = [t.index for t in parse.dependents(head, "case", "mark")]
        if slots.objects and slots.objects[0] != head and slots.objects[0] < head:
            return _Content(f"prep:{word}", tokens, addressee=_addressee(cue, slots))
        joined = [i for i in marks if i == slots.index + 1 or i - 1 in slots.particles]
        return _Content(f"prep:{word}", [t for t in tokens if t not in joined], cue=joined)
    return None


def _charge(parse: Parse, cue: Cue, slots: Slots) -> _Content | None:
    """A phrase that the parser hung on the accused: "accused the press of lying"."""
    if cue.object not in ("target", "content") or slots.passive or "as" not in cue.frames | cue.prepositions:
        return None
    for thing in slots.objects:
        for child in parse.dependents(thing, "nmod", "acl", "advcl"):
            if child.index > thing and case_words(parse, child.index) & cue.prepositions and cue.object == "target":
                return _Content("prep:of", _below(parse, child.index, slots))
        if cue.object == "target":
            return _behind(parse, cue, slots, thing)
    return None


def _behind(parse: Parse, cue: Cue, slots: Slots, thing: int) -> _Content | None:
    """Return what follows the accused by word order, where the tree has lost the gerund ("of jailing officers")."""
    below = clause(parse, slots.index)
    for index in range(thing + 1, below[-1]):
        if parse.tokens[index].lower in cue.prepositions and parse.tokens[index + 1].xpos == "VBG":
            return _Content("prep:of", [i for i in below if i >= index])
    return None


def _nominal(parse: Parse, cue: Cue, slots: Slots) -> _Content | None:
    if "obj" not in cue.frames:
        return None
    heads = slots.subjects if slots.passive else [o for o in slots.objects if o > slots.index]
    if not heads:
        return None
    if slots.passive and base(parse.tokens[slots.index].relation) == "acl":
        return None
    if len(heads) > 1 and not slots.passive and cue.object != "addressee":
        return _Content("obj", _below(parse, heads[-1], slots), addressee=heads[0])
    return _Content("obj", _below(parse, heads[0], slots))


def _trailing(parse: Parse, cue: Cue, slots: Slots, content: _Content) -> list[int]:
    """Return what the parser hung on the cue but a reader counts to the content behind which it stands."""
    last = max(content.tokens, default=-1)
    if last < slots.index or content.name in ("parataxis", "bare", "seem"):
        return []
    found: list[int] = []
    for child in parse.children[slots.index]:
        if child > last and _trails(parse, cue, parse.tokens[child], content):
            more = clause(parse, child)
            if more[0] <= last + 2:
                found += more
                last = more[-1]
    return found


def _trails(parse: Parse, cue: Cue, token: Token, content: _Content) -> bool:
    relation = base(token.relation)
    first = min(clause(parse, token.index))
    comma = any(parse.tokens[i].text in ",;" for i in (first, first - 1))
    marks = {t.lower for t in parse.dependents(token.index, "mark", "advmod", "case")}
    if relation == "conj":
        if "that" in marks:
            return True
        return content.name == "that" and not comma and any(parse.dependents(token.index, "nsubj", "expl"))
    if relation == "advcl":
        return bool(marks & _CONDITIONS) and (not comma or bool(marks & {"if", "unless"}))
    return relation == "obl" and not comma and cue.kind in _OPEN_ENDED and content.name in ("obj", "inf", "raise")


def _draft(parse: Parse, token: Token, slots: Slots, cue: Cue, content: _Content) -> Draft:
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
    tokens = sorted({*content.tokens, *_trailing(parse, cue, slots, content)})
    if content.name == "that":
        tokens = filled(parse, token, tokens, draft.cue)
    draft.take(*spans_of(parse, [t for t in tokens if t not in draft.cue]))
    draft.source = _speaker(parse, token, slots, content)
    if draft.source is None and not slots.passive and _is_order(parse, token, top):
        draft.content.clear()
        draft.quotable = False
    if content.addressee is None and content.name == "bare" and cue.object == "addressee" and slots.objects:
        draft.addressee = slots.objects[0]
    if draft.addressee == draft.source:
        draft.addressee = None
    return draft


def _speaker(parse: Parse, token: Token, slots: Slots, content: _Content) -> int | None:
    if content.name == "seem":
        return next((h for word, h in slots.phrases if word == "to" and parse.tokens[h].upos in ("PRON", "PROPN")), None)
    if slots.passive:
        by = agents(parse, token.index)
        if not by and content.addressee is not None:
            by = [h for word, h in slots.phrases if word in ("through", "via") and h != content.addressee]
        return by[0] if by else None
    found = [i for i in speakers(parse, lifted(parse, token)) if not _empty(parse, i)]
    if not found and content.name in ("bare", "parataxis", "that"):
        found = [o for o in slots.objects if o > token.index and o != content.addressee][:1]
    return found[0] if found else None


def _is_order(parse: Parse, token: Token, top: int) -> bool:
    """Tell whether the verb is a bare imperative: nobody says anything by "blame the west"."""
    return token.xpos == "VB" and top == token.index and not any(parse.dependents(token.index, "mark", "aux"))


def _empty(parse: Parse, index: int) -> bool:
    """Tell whether a subject is a placeholder ("there", "it was said")."""
    token = parse.tokens[index]
    return token.relation == "expl" or token.lower == "there"


def _quoted_as(parse: Parse, token: Token, taken: set[int]) -> Draft | None:
    """"was quoted by N as saying": the one quoted speaks, the quoting one carries."""
    if token.lemma.lower() not in _QUOTERS:
        return None
    slots = slots_of(parse, token.index)
    head = next((h for word, h in slots.phrases if word == "as" and parse.tokens[h].xpos == "VBG"), None)
    if head is None:
        return None
    draft = _read(parse, parse.tokens[head]) if senses(parse.tokens[head].lemma.lower(), "VERB") else None
    draft = draft or _reworded(parse, head)
    taken.add(head)
    quoted, carriers = (slots.subjects, agents(parse, token.index)) if slots.passive else (
        slots.objects, grammatical_subject(parse, token.index))
    draft.source = quoted[0] if quoted else None
    draft.via = carriers[:1]
    draft.cue |= verb_group(parse, token.index, token.index)
    draft.cue |= {t.index for t in parse.dependents(head, "mark")}
    draft.rule = "verb:quoted-as"
    draft.head = token.index
    return draft


def _reworded(parse: Parse, head: int) -> Draft:
    """"as spreading the word that ...": the clause in it is what was said, else the whole phrase."""
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


def _unlisted(parse: Parse, token: Token, slots: Slots) -> Draft | None:
    """A verb that no list knows but that takes a that-clause and has a subject: somebody's view all the same."""
    clauses = [i for i in slots.finite if any(t.lower == "that" for t in parse.dependents(i, "mark"))]
    if not clauses or slots.passive or not slots.subjects:
        return None
    cue = Cue(
        lemma=token.lemma, kind=Kind.SAY, speech=False, reports=True, frames=frozenset({"that"}),
        prepositions=frozenset(), told=frozenset(), object="-", polarity="-",
    )  # fmt: skip
    draft = _draft(parse, token, slots, cue, _Content("that", _below(parse, clauses[0], slots)))
    draft.rule = "verb:unlisted"
    return draft


def first_span(draft: Draft) -> Span:
    """Return the earliest content span (a draft with content)."""
    return min(draft.content)
