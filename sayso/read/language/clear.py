"""CLEAR trees, as spaCy's English pipelines give them, turned into the Universal Dependencies that our rules read.

CLEAR (Choi and Palmer 2012) hangs a noun on its preposition and a predicate noun on its copula; Universal
Dependencies hang both function words on the noun. One operation, `_swap`, does both, from the leaves upward, and a
tree stays a tree. Labels are those of `language/spacy_relations.tsv`.

Accepted gaps: commas stay where they hang, "as well as" and other fixed phrases of three words stay apart, and a
copula with a bare adverb ("he is here") keeps its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from sayso.resources.tables import table

_CONTENT: Final = ("pobj", "pcomp")
_PREDICATE: Final = ("attr", "acomp", "oprd")
_GOVERNORS: Final = frozenset({"prep", "agent", "dative"})
_FUNCTION: Final = ("ADP", "SCONJ")
_AUXILIARY: Final = frozenset({"aux", "auxpass", "aux:pass", "cop"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "SYM"})
_VERBAL: Final = frozenset({"VERB", "AUX"})
_COMPLEMENT: Final = frozenset({"that", "whether", "if"})


@dataclass(slots=True)
class Word:
    """One word of a sentence; `head` is an index within the sentence, a root is its own head."""

    lower: str
    lemma: str
    upos: str
    xpos: str
    head: int
    relation: str


@cache
def _relations() -> dict[tuple[str, str], tuple[str, str]]:
    """Return (verbal, nominal) by label and what it takes."""
    return {(row["label"], row["takes"]): (row["verbal"], row["nominal"]) for row in table("language/spacy_relations")}


@cache
def _clear_only() -> frozenset[str]:
    return frozenset(row["label"] for row in table("language/spacy_relations") if row["source"].startswith("CLEAR"))


@cache
def _fixed() -> frozenset[tuple[str, str]]:
    return frozenset((row["first"], row["second"]) for row in table("language/spacy_fixed"))


def is_clear(relations: Sequence[str]) -> bool:
    """Tell whether the relations of a text are CLEAR's: one label that only CLEAR has is enough."""
    return not _clear_only().isdisjoint(relations)


def rename(words: list[Word]) -> None:
    """Give every word the relation that the table has for its label; labels without a row stay."""
    for word in words:
        row = _relations().get((word.relation, "-"))
        if row is not None:
            word.relation = row[words[word.head].upos in _NOMINAL]
        elif word.relation == "aux" and word.xpos == "TO":
            word.relation = "mark"


def to_universal(words: list[Word]) -> None:
    """Turn the CLEAR tree of one sentence into a Universal Dependencies tree, in place."""
    order = _leaves_first(words)  # swaps below a word never change what is above it
    lifted: set[int] = set()
    for index in order:
        _lift_object(words, index, lifted)
    for index in order:
        _lift_predicate(words, index, lifted)
    _join_conjuncts(words)
    rename(words)
    _join_fixed(words)


def _leaves_first(words: list[Word]) -> list[int]:
    below: list[list[int]] = [[] for _ in words]
    order = [index for index, word in enumerate(words) if word.head == index]
    for index, word in enumerate(words):
        if word.head != index:
            below[word.head].append(index)
    for index in order:  # grows while it is walked: a breadth-first walk from the root
        order.extend(below[index])
    return order[::-1]


def _children(words: list[Word], index: int) -> Iterator[int]:
    return (i for i, word in enumerate(words) if word.head == index and i != index)


def _swap(words: list[Word], function: int, content: int, *, becomes: str, relation: str) -> None:
    """Put `content` in the place of its head `function`, whose other dependents follow it."""
    above = words[function].head
    for child in list(_children(words, function)):
        words[child].head = content
    words[content].head = content if above == function else above
    words[content].relation = relation
    words[function].head, words[function].relation = content, becomes


def _lift_object(words: list[Word], index: int, lifted: set[int]) -> None:
    """Hang a preposition on its object, or on the clause that it governs."""
    word = words[index]
    if word.relation not in _GOVERNORS and word.upos not in _FUNCTION:
        return
    below = list(_children(words, index))
    content = _governed(words, index, below, lifted)
    if content is None:
        return
    clausal = words[content].relation == "pcomp" and words[content].upos in _VERBAL
    row = _relations().get((word.relation, "pcomp" if clausal else "pobj"))
    above = words[word.head]
    relation = word.relation if row is None else row[above.upos in _NOMINAL and word.head != index]
    further = [c for c in below if c in lifted and c > content and words[c].relation != "conj"]
    _swap(words, index, content, becomes="mark" if clausal else "case", relation=relation)
    lifted.add(content)
    if words[content].head != content:
        for child in further:  # "from Kyiv to Lviv": both hang on the verb
            words[child].head, words[child].relation = words[content].head, relation


def _governed(words: list[Word], index: int, below: list[int], lifted: set[int]) -> int | None:
    """Return the word that a preposition governs: its object, its clause, or the object of a preposition beneath it."""
    for label in _CONTENT:
        for child in below:
            if words[child].relation == label and (label == "pobj" or words[child].upos != "ADP"):
                return child
    return next((c for c in below if c in lifted and c > index), None)


def _lift_predicate(words: list[Word], index: int, lifted: set[int]) -> None:
    """Hang a copula on its predicate; "there is" keeps its verb, and what there is becomes its subject."""
    word = words[index]
    if word.lemma != "be" or word.relation in _AUXILIARY:
        return
    below = list(_children(words, index))
    if any(words[c].xpos == "EX" for c in below):
        word.upos = "VERB"
        for child in below:
            if words[child].relation == "attr":
                words[child].relation = "nsubj"
        return
    content = _predicate(words, index, below, lifted)
    if content is None:
        return
    if words[content].relation in ("ccomp", "xcomp"):
        for child in below:
            if words[child].relation == "nsubj":
                words[child].relation = "nsubj:outer"
    word.upos = "AUX"
    _swap(words, index, content, becomes="cop", relation=word.relation)


def _predicate(words: list[Word], index: int, below: list[int], lifted: set[int]) -> int | None:
    found = [c for c in below if words[c].relation in _PREDICATE]
    if found:
        return next((c for c in found if c > index), found[0])
    phrase = next((c for c in below if c > index and c in lifted and words[c].relation == "obl"), None)
    if phrase is not None:
        return phrase
    return next((c for c in below if c > index and _is_complement(words, c)), None)


def _is_complement(words: list[Word], index: int) -> bool:
    """Tell whether a clause beneath "be" is its predicate ("the aim is to win") and no quoted speech."""
    below = [words[c] for c in _children(words, index)]
    if words[index].relation == "xcomp":
        return any(w.xpos == "TO" for w in below)
    return words[index].relation == "ccomp" and any(w.relation == "mark" and w.lower in _COMPLEMENT for w in below)


def _join_conjuncts(words: list[Word]) -> None:
    """Hang every conjunct on the first one, and a conjunction on the conjunct behind it."""
    for word in words:
        if word.relation == "conj":
            word.head = _first(words, word.head)
    for index, word in enumerate(words):
        if word.relation == "cc" and word.head < index:
            first = _first(words, word.head)
            behind = (c for c in _children(words, first) if c > index and words[c].relation == "conj")
            word.head = next(behind, word.head)


def _first(words: list[Word], index: int) -> int:
    while words[index].relation == "conj" and words[index].head != index:
        index = words[index].head
    return index


def _join_fixed(words: list[Word]) -> None:
    """Make one preposition of two words ("because of"): the second hangs on the first as `fixed`."""
    for index in range(len(words) - 1):
        first, second = words[index], words[index + 1]
        if (first.lower, second.lower) not in _fixed() or first.head != second.head or first.head in (index, index + 1):
            continue
        if "case" in (first.relation, second.relation):
            first.relation, second.head, second.relation = "case", index, "fixed"


def flatten_name(words: list[Word], first: int, last: int) -> None:
    """Hang a person's name on its first word, and the title before it on the name (`nmod:desc`), as in UD English.

    CLEAR hangs both on the last word. A name that is no such phrase (`first` to `last`, inclusive) stays as it is.
    """
    inside = range(first, last + 1)
    if words[last].head in range(first, last) or any(words[i].head not in inside for i in inside[:-1]):
        return
    for child in list(_children(words, last)):
        words[child].head = first
        if child < first and words[child].relation == "compound":
            words[child].relation = "nmod:desc"
    if first == last:
        return
    top, above = words[first], words[last].head
    top.head, top.relation = (first if above == last else above), words[last].relation
    for index in inside[1:]:
        words[index].head = first
        if words[index].relation in ("compound", "nmod", "amod") or index == last:
            words[index].relation = "flat"
