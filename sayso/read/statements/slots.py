"""What hangs on a verb that may be a cue: its clauses, objects and phrases, sorted once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from sayso.read.clauses import base, case_words, is_passive
from sayso.read.language.parse import Parse, Token

ASKING: Final = frozenset({"whether", "if", "who", "whom", "what", "which", "when", "where", "why", "how", "whose"})


@dataclass(slots=True)
class Slots:
    """Direct dependents of one verb, as token indices; `phrases` and `as_phrases` with their preposition."""

    index: int
    passive: bool
    finite: list[int] = field(default_factory=list)
    asking: list[int] = field(default_factory=list)
    infinitive: list[int] = field(default_factory=list)
    gerund: list[int] = field(default_factory=list)
    predicate: list[int] = field(default_factory=list)
    objects: list[int] = field(default_factory=list)
    subjects: list[int] = field(default_factory=list)
    phrases: list[tuple[str, int]] = field(default_factory=list)
    asked: list[int] = field(default_factory=list)
    particles: list[int] = field(default_factory=list)
    idiom: int | None = None

    def take_over(self, parse: Parse, part: int) -> None:
        """Let what hangs on the noun or adjective of an idiom hang on the verb ("gave her word that ...")."""
        for child in parse.children[part]:
            token = parse.tokens[child]
            relation = base(token.relation)
            words = case_words(parse, child)
            if relation in ("acl", "ccomp", "advcl") and "that" in words:
                self.finite.append(child)
            elif relation in ("acl", "nmod", "obl") and child > part and token.relation != "nmod:poss":
                self.phrases += [(word, child) for word in sorted(words)]


def slots_of(parse: Parse, index: int) -> Slots:
    """Sort the dependents of the verb at `index`."""
    found = Slots(index, is_passive(parse, index) or _is_bare_participle(parse, index))
    for child in parse.children[index]:
        _sort(parse, parse.tokens[child], found)
    return found


def _is_bare_participle(parse: Parse, index: int) -> bool:
    """Tell whether the verb is a participle that its clause undergoes ("Asked whether ..., he said")."""
    token = parse.tokens[index]
    if base(token.relation) != "advcl" or token.xpos not in ("VBN", "VBD"):
        return False
    return not any(parse.dependents(index, "nsubj", "aux", "obj", "mark"))


def _sort(parse: Parse, token: Token, found: Slots) -> None:
    relation = base(token.relation)
    if relation in ("ccomp", "xcomp"):
        _sort_complement(parse, token, found, relation)
    elif relation in ("obj", "iobj"):
        words = case_words(parse, token.index)
        if words:
            found.phrases.append((min(words), token.index))
        else:
            before = parse.tokens[token.index - 1]
            if found.objects[-1:] == [before.index] and before.upos == "NOUN" and before.relation == token.relation:
                found.objects.pop()  # "told state television": two words of one phrase, not two objects
            found.objects.append(token.index)
    elif relation == "advcl" and found.objects and token.index > found.index and _asks(parse, token):
        found.asked.append(token.index)
    elif (
        relation in ("csubj", "advcl", "parataxis", "acl")
        and token.index > found.index
        and _is_that_clause(parse, token)
    ):
        found.finite.append(token.index)
    elif relation in ("nsubj", "csubj"):
        if token.relation != "nsubj:outer":
            found.subjects.append(token.index)
    elif relation == "compound" and token.relation == "compound:prt":
        found.particles.append(token.index)
    elif relation in ("obl", "nmod", "advcl", "acl") and token.relation not in ("obl:unmarked", "nmod:poss"):
        _sort_phrase(parse, token, found, relation)


def _sort_complement(parse: Parse, token: Token, found: Slots, relation: str) -> None:
    words = {t.lower for t in parse.dependents(token.index, "mark", "advmod", "nsubj", "obj", "det", "obl", "case")}
    if "as" in words and token.index > found.index:
        found.phrases.append(("as", token.index))
    elif words & ASKING and token.index > found.index:
        found.asking.append(token.index)
    elif (relation == "xcomp" and token.xpos == "VB" and "to" in words) or (
        relation == "xcomp" and _is_infinitive(parse, token)
    ):
        found.infinitive.append(token.index)
    elif token.xpos == "VBG" and not any(
        t.relation.startswith(("aux", "nsubj")) for t in parse.dependents(token.index, "aux", "nsubj")
    ):
        found.gerund.append(token.index)
    elif relation == "ccomp":
        found.finite.append(token.index)
    else:
        found.predicate.append(token.index)


def _asks(parse: Parse, token: Token) -> bool:
    """Tell whether a clause opens with a question word ("asked him when the war would end")."""
    return any(t.lower in ASKING and t.index < token.index for t in parse.dependents(token.index, "advmod", "mark"))


def _is_that_clause(parse: Parse, token: Token) -> bool:
    return any(t.lower == "that" for t in parse.dependents(token.index, "mark"))


def _is_infinitive(parse: Parse, token: Token) -> bool:
    return any(t.lower == "to" for t in parse.dependents(token.index, "mark"))


def _sort_phrase(parse: Parse, token: Token, found: Slots, relation: str) -> None:
    words = case_words(parse, token.index)
    if relation in ("advcl", "acl") and words == {"to"} and token.index > found.index:
        found.infinitive.append(token.index)
        return
    for word in sorted(words):
        found.phrases.append((word, token.index))
