"""Origins: who first put a text into the world, over all documents compared, with a reason for every step.

A copy shares the origin of what it was taken from. Credits, page links and feeds tell more, and where they contradict
the texts or the clocks that is noted; nothing that a document says about itself can add an origin.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.compare.boilerplate import stripped_words
from sayso.compare.clocks import age_key, in_future, stated_too_early, watching_since
from sayso.compare.credits import Credit, credits_of, publisher_of
from sayso.compare.cycles import find_cycles
from sayso.compare.families import Families
from sayso.compare.words import Word
from sayso.model import Document, Reading
from sayso.model.verdict import CopyKind, CopyOf, Note, NoteKind, OriginGraph, Provenance

_BURST: Final = 5  # outlets seen nowhere else that carry one text


def trace_origins(readings: Sequence[Reading]) -> OriginGraph:
    """Return where each document comes from; the order of `readings` does not matter.

    Time is near-linear in the total length: each text is looked up in an index that copies do not fill.
    """
    documents = {r.document.id: r.document for r in readings}
    named = {d.id: credits_of(d) for d in documents.values()}
    since = watching_since(documents.values())
    ordered = sorted(readings, key=lambda r: age_key(r.document, since))
    words = stripped_words([r.document for r in ordered])
    families = _families(ordered, words)
    sources = _credited_sources([r.document for r in ordered], named, families.head)
    if sources:
        families = _families(sorted(ordered, key=lambda r: r.document.id not in sources), words)
    copies = _linked(families.copies, documents, families.head)
    notes = [*_notes(documents, named, families.head), *find_cycles(readings, named, words)]
    return OriginGraph(
        copies=tuple(sorted(copies, key=lambda c: c.document)),
        provenance=tuple(_provenance(documents[name], named, families.head) for name in sorted(documents)),
        notes=tuple(sorted(notes, key=lambda n: (n.kind, n.documents, n.detail))),
        taken=frozenset(families.taken),
    )


def _families(ordered: Iterable[Reading], words: Mapping[str, Sequence[Word]]) -> Families:
    families = Families(words=words)
    for reading in ordered:
        families.take_in(reading)
    return families


def _credited_sources(
    ordered: Sequence[Document], named: Mapping[str, Sequence[Credit]], head: Mapping[str, str]
) -> set[str]:
    """Return the documents that their own family credits, though an earlier moment stands on another one.

    A credit counts where the credited publisher's text is in the family itself and credits nobody; so a forged credit
    moves nothing.
    """
    credited: dict[str, set[str]] = defaultdict(set)
    for document in ordered:
        credited[head[document.id]] |= {credit.name for credit in named[document.id] if credit.whole}
    first: dict[str, str] = {}
    for document in ordered:
        root = head[document.id]
        names_nobody = not any(credit.whole for credit in named[document.id])
        if names_nobody and publisher_of(document) in credited[root]:
            first.setdefault(root, document.id)
    return {name for root, name in first.items() if name != root}


def _linked(copies: list[CopyOf], documents: Mapping[str, Document], head: dict[str, str]) -> list[CopyOf]:
    """Add the links that a page states itself where the texts do not show them."""
    by_url = {d.url: d.id for d in sorted(documents.values(), key=lambda d: d.id, reverse=True) if d.url}
    shown = {copy.document for copy in copies}
    added = []
    for name, document in sorted(documents.items()):
        source = by_url.get(document.origin or "")
        if source is None or source == name:
            continue
        if name in shown:
            copies = [_with_link(c) if c.document == name and c.original == source else c for c in copies]
        elif head[source] != name:
            reason = "its page names the other as what it is based on"
            added.append(CopyOf(document=name, original=source, share=0.0, reason=reason, kind=CopyKind.NAMED))
    return copies + added


def _with_link(copy: CopyOf) -> CopyOf:
    return replace(copy, reason=copy.reason + "; its page names the other as what it is based on")


def _provenance(document: Document, named: Mapping[str, Sequence[Credit]], head: Mapping[str, str]) -> Provenance:
    return Provenance(
        document=document.id,
        publisher=publisher_of(document),
        credited=tuple(credit.name for credit in named[document.id] if credit.whole),
        root=head[document.id],
    )


def _notes(
    documents: Mapping[str, Document], named: Mapping[str, Sequence[Credit]], head: Mapping[str, str]
) -> Iterator[Note]:
    members: dict[str, list[str]] = defaultdict(list)
    for name in sorted(documents):
        members[head[name]].append(name)
    publishers = Counter(publisher_of(d) for d in documents.values())
    for root, names in members.items():
        family = [documents[name] for name in names]
        yield from _doubtful_credits(documents[root], family, named, publishers)
        yield from _early(documents[root], family)
        yield from _burst(family, publishers)
    for document in documents.values():
        if in_future(document):
            detail = "states a moment behind the one at which it was fetched"
            yield Note(kind=NoteKind.STATED_IN_FUTURE, documents=(document.id,), detail=detail)


def _doubtful_credits(
    root: Document, family: Sequence[Document], named: Mapping[str, Sequence[Credit]], read: Container[str]
) -> Iterator[Note]:
    """Note credits that name another hand than the family's head does, or one that was read and has no such text."""
    known = {publisher_of(root), *(credit.name for credit in named[root.id])}
    held = {publisher_of(document) for document in family}
    for document in family:
        whole = sorted(credit.name for credit in named[document.id] if credit.whole)
        wrong = [name for name in whole if name not in known]
        absent = [name for name in whole if name in read and name not in held]
        if wrong:
            detail = f"names {', '.join(wrong)}, but the same text stands at {publisher_of(root)} without that name"
            yield Note(kind=NoteKind.CREDIT_DOUBTFUL, documents=(document.id, root.id), detail=detail)
        elif absent:
            detail = f"names {', '.join(absent)}, of whom other texts were read but not this one"
            yield Note(kind=NoteKind.CREDIT_DOUBTFUL, documents=(document.id,), detail=detail)


def _early(root: Document, family: Sequence[Document]) -> Iterator[Note]:
    for document in family:
        if document.id != root.id and (stated_too_early(document, root) or stated_too_early(root, document)):
            early, late = (document, root) if stated_too_early(document, root) else (root, document)
            detail = "states the earlier moment of the two, but was first seen days later"
            yield Note(kind=NoteKind.STATED_TOO_EARLY, documents=(early.id, late.id), detail=detail)


def _burst(family: Sequence[Document], publishers: Mapping[str, int]) -> Iterator[Note]:
    fresh = [d for d in family if publishers[publisher_of(d)] == 1]
    if len(fresh) >= _BURST and len(fresh) < len(publishers):
        detail = f"{len(fresh)} outlets that carry nothing else here carry one text"
        yield Note(kind=NoteKind.NEW_OUTLETS, documents=tuple(d.id for d in fresh), detail=detail)
