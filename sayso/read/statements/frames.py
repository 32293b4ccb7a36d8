"""What a verbal cue takes as its content: clause, infinitive, gerund, object, phrase; tried in that order."""

from __future__ import annotations

from typing import Final

from sayso.read.clauses import base, case_words
from sayso.read.language.parse import Parse, Token
from sayso.read.statements.extent import clause
from sayso.read.statements.lexicon import Cue, senses
from sayso.read.statements.repair import resumed
from sayso.read.statements.slots import Slots
from sayso.resources.tables import table

DAYS: Final = frozenset(row["word"] for row in table("time_words") if row["class"] in ("weekday", "month"))
"""Names of days and months: "spoke on Monday" says when, not of what."""
_BRACKETS: Final = frozenset(",—–-―”\"“'’»«")


class Content:
    """What a frame found: the frame's name, content tokens, addressee, prepositions that join the cue."""

    __slots__ = ("addressee", "cue", "name", "subject_used", "tokens")

    def __init__(
        self, name: str, tokens: list[int], *, addressee: int | None = None, cue: list[int] | None = None
    ) -> None:
        self.name, self.tokens, self.addressee, self.cue = name, tokens, addressee, cue or []


def content_of(parse: Parse, cue: Cue, slots: Slots) -> Content | None:
    """Return the content that the first fitting frame of the sense finds, None if none fits."""
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


def below(parse: Parse, head: int, slots: Slots) -> list[int]:
    """Return a clause's tokens without the speaker's next saying (", adding that ...") and without the cue itself."""
    found = clause(parse, head, without=[slots.index])
    found = _to_semicolon(parse, head, found)
    late = [i for i in found if i != head and i > slots.index and _resumes(parse, parse.tokens[i])]
    late += resumed(parse, parse.tokens[slots.index], head, found)
    if not late:
        return found
    dropped = set().union(*(clause(parse, i) for i in late))
    return [i for i in found if i not in dropped]


def _to_semicolon(parse: Parse, head: int, tokens: list[int]) -> list[int]:
    """Cut a content at a semicolon behind its head: what follows is the author's again, or another's."""
    stop = next((i for i in tokens if i > head and parse.tokens[i].text == ";"), None)
    return tokens if stop is None else [i for i in tokens if i < stop]


def _resumes(parse: Parse, token: Token) -> bool:
    """Tell whether a participle behind a comma is a new saying of the outer speaker."""
    if token.xpos != "VBG" or base(token.relation) not in ("advcl", "acl", "xcomp"):
        return False
    if not any(s.speech for s in senses(token.lemma.lower(), "VERB")):
        return False
    return parse.tokens[token.index - 1].text == "," and not any(parse.dependents(token.index, "nsubj", "mark"))


def addressee_of(cue: Cue, slots: Slots) -> int | None:
    """Return whom the cue speaks to: the object of verbs that take one, the subject of their passive."""
    if cue.object != "addressee":
        return None
    if slots.passive:
        return slots.subjects[0] if slots.subjects else None
    return slots.objects[0] if slots.objects else None


def _clausal(parse: Parse, cue: Cue, slots: Slots) -> Content | None:
    for heads, frames in ((slots.finite, {"that", "quote", "raise"}), (slots.asking, {"wh", "that", "quote"})):
        if heads and cue.frames & frames:
            best = next((h for h in heads if h > slots.index), heads[0])
            return Content("that", below(parse, best, slots), addressee=addressee_of(cue, slots))
    if slots.asked and "wh" in cue.frames and cue.object == "addressee":
        return Content("that", below(parse, slots.asked[0], slots), addressee=addressee_of(cue, slots))
    return None


def _named(parse: Parse, cue: Cue, slots: Slots) -> Content | None:
    """An object (or passive subject) and what it is called or described as."""
    named = slots.subjects if slots.passive else slots.objects
    if "pred" in cue.frames and slots.predicate and named:
        tokens = clause(parse, named[0]) + below(parse, slots.predicate[0], slots)
        return Content("pred", sorted(set(tokens)))
    described = [head for word, head in slots.phrases if word == "as"]
    if "as" in cue.frames and described and named:
        if described[0] < named[0] and not slots.passive:
            return Content("obj", below(parse, named[0], slots), cue=clause(parse, described[0]))
        tokens = clause(parse, named[0]) + below(parse, described[0], slots)
        return Content("as", sorted(set(tokens)))
    if "pred" in cue.frames and len(slots.objects) > 1:
        tokens = [t for o in slots.objects for t in clause(parse, o)]
        return Content("pred", sorted(set(tokens)))
    return None


def _told(parse: Parse, cue: Cue, slots: Slots) -> Content | None:
    """Read "call on somebody to do": the noun behind the preposition is spoken to."""
    if not cue.told:
        return None
    for word, head in slots.phrases:
        if word in cue.told:
            deed = slots.infinitive or [t.index for t in parse.dependents(head, "acl") if t.xpos == "VB"]
            if deed:
                mark = [t.index for t in parse.dependents(head, "case")]
                return Content("told", below(parse, deed[0], slots), addressee=head, cue=mark)
    particle = parse.tokens[slots.particles[0]].lower if slots.particles else ""
    if particle in cue.told and slots.objects and slots.infinitive:
        return Content("told", below(parse, slots.infinitive[0], slots), addressee=slots.objects[0])
    return None


def _infinitive(parse: Parse, cue: Cue, slots: Slots) -> Content | None:
    if slots.infinitive:
        deed = below(parse, slots.infinitive[0], slots)
        if slots.passive:
            return _passive_infinitive(parse, cue, slots, deed)
        if cue.polarity == "seem":
            subject = clause(parse, slots.subjects[0]) if slots.subjects else []
            return Content("seem", sorted({*subject, *deed}))
        if slots.objects and "raise" in cue.frames:
            return Content("raise", sorted({*clause(parse, slots.objects[0]), *deed}))
        if slots.objects and "oinf" in cue.frames:
            return Content("oinf", deed, addressee=slots.objects[0])
        if "inf" in cue.frames:
            who = slots.objects[0] if slots.objects and cue.object == "addressee" else None
            return Content("inf", deed, addressee=who)
    if slots.gerund and "ing" in cue.frames:
        return Content("ing", below(parse, slots.gerund[0], slots))
    return None


def _passive_infinitive(parse: Parse, cue: Cue, slots: Slots, deed: list[int]) -> Content | None:
    if "oinf" in cue.frames:
        return Content("oinf", deed, addressee=slots.subjects[0] if slots.subjects else None)
    if cue.frames & {"raise", "that", "inf"}:
        subject = clause(parse, slots.subjects[0]) if slots.subjects else []
        return Content("passive", sorted({*subject, *deed}))
    return None


def _parenthesis(parse: Parse, cue: Cue, slots: Slots) -> Content | None:
    """A cue in brackets of commas: the clause around it is the content ("Ukraine, he said, is planning ...")."""
    token = parse.tokens[slots.index]
    if base(token.relation) != "parataxis" or token.is_root or not cue.speech or not cue.frames & {"that", "quote"}:
        return None
    if not _set_off(parse, clause(parse, token.index)):
        return None
    host = [i for i in clause(parse, token.head, without=[token.index]) if parse.tokens[i].text not in '“”"']
    return Content("parataxis", host, addressee=addressee_of(cue, slots)) if slots.subjects else None


def _set_off(parse: Parse, inside: list[int]) -> bool:
    """Tell whether a comma, a dash or a quotation mark stands before or behind the clause, or within its edge."""
    around = [min(inside) - 1, min(inside), max(inside), max(inside) + 1]
    return any(0 <= i < len(parse.tokens) and parse.tokens[i].text in _BRACKETS for i in around)


def _phrase(parse: Parse, cue: Cue, slots: Slots) -> Content | None:
    for word, head in slots.phrases:
        if word not in cue.prepositions or head < slots.index or parse.tokens[head].text in DAYS:
            continue
        tokens = below(parse, head, slots)
        marks = [t.index for t in parse.dependents(head, "case", "mark")]
        if slots.objects and slots.objects[0] != head and slots.objects[0] < head:
            return Content(f"prep:{word}", tokens, addressee=addressee_of(cue, slots))
        joined = [i for i in marks if i == slots.index + 1 or i - 1 in slots.particles]
        return Content(f"prep:{word}", [t for t in tokens if t not in joined], cue=joined)
    return None


def _charge(parse: Parse, cue: Cue, slots: Slots) -> Content | None:
    """A phrase that the parser hung on the accused: "accused the press of lying"."""
    if cue.object not in ("target", "content") or slots.passive or "as" not in cue.frames | cue.prepositions:
        return None
    for thing in slots.objects:
        for child in parse.dependents(thing, "nmod", "acl", "advcl"):
            if child.index > thing and case_words(parse, child.index) & cue.prepositions and cue.object == "target":
                return Content("prep:of", below(parse, child.index, slots))
        if cue.object == "target":
            return _behind(parse, cue, slots, thing)
    return None


def _behind(parse: Parse, cue: Cue, slots: Slots, thing: int) -> Content | None:
    """Return what follows the accused by word order, where the tree has lost the gerund ("of jailing officers")."""
    below = clause(parse, slots.index)
    for index in range(thing + 1, below[-1]):
        if parse.tokens[index].lower in cue.prepositions and parse.tokens[index + 1].xpos == "VBG":
            return Content("prep:of", [i for i in below if i >= index])
    return None


def _nominal(parse: Parse, cue: Cue, slots: Slots) -> Content | None:
    if "obj" not in cue.frames:
        return None
    heads = slots.subjects if slots.passive else [o for o in slots.objects if o > slots.index]
    if not heads:
        return None
    if slots.passive and base(parse.tokens[slots.index].relation) == "acl":
        return None
    if len(heads) > 1 and not slots.passive and cue.object != "addressee":
        return Content("obj", below(parse, heads[-1], slots), addressee=heads[0])
    return Content("obj", below(parse, heads[0], slots))
