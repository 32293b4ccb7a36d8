"""Clauses: who is subject, object and oblique of a predicate, through passives, relatives, participles and control.

Reads Universal Dependencies trees (English). Shared by the event and factuality steps; knows no word lists of theirs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sayso.model import Span
from sayso.read.language.parse import Parse, Token

VERBAL: Final = ("VERB", "AUX")
RELATIVE_PRONOUNS: Final = frozenset({"which", "who", "whom", "that"})
CLAUSE_RELATIONS: Final = frozenset({"ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis", "root", "conj"})
_DEPTH: Final = 8  # control chains longer than this do not occur in writing; bounds hostile trees
_PHRASE: Final = frozenset(
    {"det", "amod", "nummod", "compound", "flat", "nmod", "advmod", "case", "fixed", "goeswith", "punct", "appos"}
)
_OBJECT_KEEPERS: Final = frozenset({"promise", "threaten", "vow", "pledge", "use"})
"""Verbs whose infinitive is done by their subject although they have an object ("threatened us to leave")."""


def base(relation: str) -> str:
    """Return a relation's part before the colon."""
    return relation.partition(":")[0]


def is_passive(parse: Parse, index: int, depth: int = 0) -> bool:
    """Tell whether the predicate's subject undergoes the act: passives and bare past participles behind nouns."""
    token = parse.tokens[index]
    if token.xpos != "VBN":
        return False
    relations = {parse.tokens[c].relation for c in parse.children[index]}
    perfect = any(t.lemma == "have" for t in parse.dependents(index, "aux"))
    if "aux:pass" in relations or ("nsubj:pass" in relations and not perfect):
        return True
    if token.relation in ("acl", "amod") and not relations & {"aux", "nsubj"}:
        return True
    if base(token.relation) == "conj" and "nsubj" not in relations and "aux" not in relations:
        return depth < _DEPTH and token.head < index and is_passive(parse, token.head, depth + 1)
    return False


def direct(parse: Parse, index: int, *relations: str) -> list[int]:
    """Return the indices of direct dependents in one of these relations."""
    return [t.index for t in parse.dependents(index, *relations)]


def case_words(parse: Parse, index: int) -> set[str]:
    """Return the prepositions of a noun phrase, multiword ones joined ("because of"), lower case."""
    found: set[str] = set()
    for case in parse.dependents(index, "case", "mark"):
        parts = [case.lower, *(t.lower for t in parse.dependents(case.index, "fixed"))]
        found.add(" ".join(parts))
    return found


def obliques(parse: Parse, index: int, preposition: str) -> list[int]:
    """Return the heads of phrases that hang on a word by `preposition`, nominal and clausal ones."""
    found = []
    for child in parse.dependents(index, "obl", "nmod", "advcl", "acl", "xcomp"):
        if child.relation in ("obl:unmarked", "nmod:poss"):
            continue
        if preposition in case_words(parse, child.index):
            found.append(child.index)
    return found


def antecedent(parse: Parse, predicate: int) -> int | None:
    """Return the noun that a relative pronoun of `predicate` stands for, None where it is no relative clause."""
    here = parse.tokens[predicate]
    for _ in range(_DEPTH):
        if here.relation == "acl:relcl":
            return here.head
        if here.is_root:
            return None
        here = parse.tokens[here.head]
    return None


def _resolved(parse: Parse, found: list[int], predicate: int) -> list[int]:
    """Put antecedents in the place of relative pronouns."""
    out = []
    for index in found:
        if parse.tokens[index].lower in RELATIVE_PRONOUNS and parse.tokens[index].upos == "PRON":
            noun = antecedent(parse, predicate)
            if noun is not None:
                out.append(noun)
                continue
        out.append(index)
    return out


def grammatical_subject(parse: Parse, index: int, depth: int = 0) -> list[int]:
    """Return the heads of the predicate's grammatical subject, own or inherited; empty if there is none."""
    own = [i for i in direct(parse, index, "nsubj") if parse.tokens[i].relation != "nsubj:outer"]
    if own:
        return _resolved(parse, own, index)
    if depth > _DEPTH:
        return []
    token = parse.tokens[index]
    relation = base(token.relation)
    if token.is_root or (token.upos not in VERBAL and relation not in ("conj", "xcomp")):
        return []
    if relation == "conj":
        return grammatical_subject(parse, token.head, depth + 1)
    if relation == "xcomp":
        return _controller(parse, token, depth)
    if relation == "advcl":
        return _adverbial_subject(parse, token, depth)
    if relation == "acl":
        return _noun_clause_subject(parse, token, depth)
    if relation == "amod":
        return [token.head]
    return []


def _controller(parse: Parse, token: Token, depth: int) -> list[int]:
    governor = parse.tokens[token.head]
    objects = direct(parse, governor.index, "obj", "iobj")
    if objects and governor.lemma not in _OBJECT_KEEPERS:
        return _resolved(parse, objects[:1], governor.index)
    if governor.lemma in ("call", "appeal", "press", "push", "wait") and (
        asked := obliques(parse, governor.index, "on") + obliques(parse, governor.index, "for")
    ):
        return [asked[0]]
    return grammatical_subject(parse, governor.index, depth + 1)


def _adverbial_subject(parse: Parse, token: Token, depth: int) -> list[int]:
    governor = parse.tokens[token.head]
    marks = case_words(parse, token.index)
    if marks & {"of", "for", "from", "into"}:
        objects = direct(parse, governor.index, "obj")
        if objects:
            return _resolved(parse, objects[:1], governor.index)
    if "to" in marks and (asked := obliques(parse, governor.index, "on")) and governor.lemma in ("call", "prevail"):
        return [asked[0]]
    return grammatical_subject(parse, governor.index, depth + 1)


def _noun_clause_subject(parse: Parse, token: Token, depth: int) -> list[int]:
    """Subject of a clause that hangs on a noun: the noun of a participle, the owner of a plan, else who has it."""
    marks = case_words(parse, token.index)
    if token.relation == "acl:relcl" or not marks:
        return [token.head]
    owners = owner(parse, token.head)
    if owners:
        return owners
    noun = parse.tokens[token.head]
    if base(noun.relation) in ("obj", "obl", "xcomp") and not noun.is_root:
        return grammatical_subject(parse, noun.head, depth + 1)
    if noun.relation == "nsubj:pass":
        return agents(parse, noun.head)
    return []


def owner(parse: Parse, index: int) -> list[int]:
    """Return who a noun belongs to: possessive or `by` phrase."""
    return direct(parse, index, "nmod:poss") or obliques(parse, index, "by")


def agents(parse: Parse, index: int) -> list[int]:
    """Return the `by` phrases of a passive."""
    return [
        t.index
        for t in parse.dependents(index, "obl", "nmod")
        if t.relation == "obl:agent" or "by" in case_words(parse, t.index)
    ]


def logical_subject(parse: Parse, index: int) -> list[int]:
    """Return who does the act of a verb: subject of an active clause, agent of a passive one."""
    if is_passive(parse, index):
        return agents(parse, index)
    return grammatical_subject(parse, index)


def logical_object(parse: Parse, index: int) -> list[int]:
    """Return whom the act of a verb befalls: object of an active clause, subject of a passive one."""
    if is_passive(parse, index):
        return grammatical_subject(parse, index)
    own = direct(parse, index, "obj")
    if own:
        return _resolved(parse, own, index)
    token = parse.tokens[index]
    if token.relation == "acl:relcl" and _has_other_subject(parse, token) and not _extracted_oblique(parse, index):
        return [token.head]
    if base(token.relation) == "conj" and token.head < index and parse.tokens[token.head].upos == "VERB":
        return []
    return []


def _has_other_subject(parse: Parse, token: Token) -> bool:
    own = direct(parse, token.index, "nsubj")
    return bool(own) and all(parse.tokens[i].lower not in RELATIVE_PRONOUNS for i in own)


def _extracted_oblique(parse: Parse, index: int) -> bool:
    """Tell whether a relative clause's gap is a prepositional or adverbial one ("the town where they fought")."""
    asked = {"which", "whom", "where", "when", "why"}
    return any(
        parse.tokens[c].lower in asked and base(parse.tokens[c].relation) in ("obl", "advmod")
        for c in parse.children[index]
    )


def conjuncts(parse: Parse, index: int) -> list[int]:
    """Return a noun and the nouns joined to it, in text order."""
    found, stack = [], [index]
    while stack:
        here = stack.pop()
        found.append(here)
        stack.extend(
            t.index
            for t in parse.dependents(here, "conj")
            if t.upos not in VERBAL and not direct(parse, t.index, "nsubj")
        )
    return sorted(found)


def noun_phrase(parse: Parse, index: int) -> Span:
    """Return the span of one noun phrase: no preposition, no further conjuncts, no clauses behind it."""
    kept, stack = {index}, [index]
    while stack:
        here = stack.pop()
        for child in parse.children[here]:
            if _belongs(parse, parse.tokens[child], top=here == index):
                kept.add(child)
                stack.append(child)
    first = last = index
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    return _trimmed(parse, first, last, index)


def _belongs(parse: Parse, token: Token, *, top: bool) -> bool:
    relation = base(token.relation)
    if top and relation == "case":
        return False
    if relation in ("conj", "cc"):
        return not top
    if relation == "punct":
        return token.text in "-–—/'\"“”‘’" or not top
    if relation == "appos":
        return all(parse.tokens[i].text not in ",(" for i in range(token.head + 1, token.index))
    if relation == "advmod" and token.index > token.head:
        return False
    return relation in _PHRASE and relation != "acl"


def _trimmed(parse: Parse, first: int, last: int, head: int) -> Span:
    while first < head and parse.tokens[first].upos in ("PUNCT", "ADP", "CCONJ"):
        first += 1
    while last > head and parse.tokens[last].upos == "PUNCT":
        last -= 1
    return parse.span(first, last)


def auxiliaries(parse: Parse, index: int, depth: int = 0) -> list[Token]:
    """Return the auxiliaries and copulas of a predicate, those of its first conjunct if it shares them."""
    own = list(parse.dependents(index, "aux", "cop"))
    token = parse.tokens[index]
    if own or base(token.relation) != "conj" or token.upos not in VERBAL or direct(parse, index, "nsubj"):
        return own
    first = parse.tokens[token.head]
    if token.xpos in ("VBD", "VBZ", "VBP") and not (token.xpos == "VBD" and first.xpos == "VBN"):
        return []
    return auxiliaries(parse, first.index, depth + 1) if first.index < index and depth < _DEPTH else own


def climb(parse: Parse, index: int) -> Iterator[tuple[Token, Token]]:
    """Yield (dependent, head) pairs from a word up to the root."""
    here = parse.tokens[index]
    while not here.is_root:
        above = parse.tokens[here.head]
        yield here, above
        here = above
