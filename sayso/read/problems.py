"""Problems: what a careful reader would notice about a text, from its characters, its quotations and its cast.

Intake notices what it can see of bytes and pages (hidden text, encodings); this step sees the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from sayso.model import Actor, ActorKind, Document, Problem, ProblemKind, Span
from sayso.read.cast import Cast
from sayso.read.language.parse import Parse
from sayso.read.outlets import glued_outlet
from sayso.read.quotations import Quotations, paragraphs
from sayso.resources.tables import table

_TAG: Final = re.compile(r"</?[A-Za-z!][^<>]{0,300}>|&(?:[a-z]{2,8}|#\d{2,6});|https?://[^\s<>]{1,300}|[{}]")
_MARKUP_SHARE: Final = 0.35
"""Share of a text's characters in tags, entities and addresses above which it is mostly markup."""
_STUCK: Final = re.compile(r"(?<=[a-z]{2})[.!?,][”\"’]?(?=[A-Z][a-z])")
_GLUED: Final = re.compile(r"\b[A-Z][a-z]{2,}[A-Z][a-z]{2,}")
_WORD: Final = re.compile(r"[^\W\d_]+")
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]")
_BIOGRAPHY: Final = re.compile(
    r"(?<![\w'’.-])(?P<name>[A-Z][\w'’.-]{1,20}(?: [A-Z][\w'’.-]{1,20}){1,3}) (?:is|was) (?:a|an|the) [^.\n]{0,60}?"
    r"\b(?:reporter|journalist|correspondent|editor|writer|columnist|author)\b"
)
_BYLINE: Final = re.compile(r"(?<![\w'’.-])(?:By |BY |by )?(?P<name>[A-Z][\w'’.-]{1,20}(?: [A-Z][\w'’.-]{1,20}){1,3})")
_LONGEST_BYLINE: Final = 60
_MOST_OF_A_KIND: Final = 25
"""Problems of one kind that are listed one by one; a text with more of them is reported once more in sum."""
_SHORTEST_PROSE: Final = 15
_FEWEST_FUNCTION_WORDS: Final = 0.05
"""Share of words; English prose has about 40 %, lists of names and figures still 10 %."""
_SHORTEST_REPEAT: Final = 60


def find_problems(
    document: Document,
    parse: Parse,  # noqa: ARG001  (every step takes the parse; what is noticed so far needs characters alone)
    *,
    cast: Cast,
    quotations: Quotations,
) -> tuple[Problem, ...]:
    """Return what is odd about a document, in the order of the kinds, then of the text. Never raises."""
    text = document.text
    if not any(c.isalnum() for c in text):
        return (Problem(kind=ProblemKind.EMPTY, detail="the text has no word"),)
    found = [
        *_missing_date(document),
        *_quotation_marks(text, quotations),
        *_name_variants(cast),
        *_byline(document),
        *_mixed_scripts(text),
        *_truncated(text),
        *_markup(text),
        *_missing_space(text),
        *_control_characters(text),
        *_other_language(text),
        *_repeated(text),
    ]
    return tuple(_capped(found))


def _capped(problems: list[Problem]) -> Iterator[Problem]:
    counts: dict[ProblemKind, int] = {}
    for problem in problems:
        counts[problem.kind] = counts.get(problem.kind, 0) + 1
        if counts[problem.kind] <= _MOST_OF_A_KIND:
            yield problem
    for kind, count in counts.items():
        if count > _MOST_OF_A_KIND:
            yield Problem(kind=kind, detail=f"{count - _MOST_OF_A_KIND} more of this kind")


def _missing_date(document: Document) -> Iterator[Problem]:
    if document.published is None and document.published_at is None:
        yield Problem(kind=ProblemKind.MISSING_DATE, detail="no publication date is stated")


def _quotation_marks(text: str, quotations: Quotations) -> Iterator[Problem]:
    for mark in quotations.unbalanced:
        yield Problem(
            kind=ProblemKind.UNBALANCED_QUOTATION, detail=f"quotation mark {mark.of(text)} has no partner", span=mark
        )


def _name_variants(cast: Cast) -> Iterator[Problem]:
    for actor in cast.actors:
        if actor.kind is ActorKind.PERSON:
            spellings = _surnames(actor)
            if len(spellings) > 1:
                detail = "one person, several spellings: " + ", ".join(spellings)
                yield Problem(kind=ProblemKind.NAME_VARIANTS, detail=detail, span=actor.mentions[0])


def _surnames(actor: Actor) -> list[str]:
    """Return the spellings whose last words differ in more than case and accents; bare given names are none."""
    seen: dict[str, str] = {}
    given = {v.split()[0] for v in actor.variants if " " in v}
    for variant in actor.variants:
        words = variant.split()
        if words and variant not in given:
            plain = unicodedata.normalize("NFKD", words[-1].casefold())
            seen.setdefault("".join(c for c in plain if not unicodedata.combining(c)), variant)
    return list(seen.values())


def _byline(document: Document) -> Iterator[Problem]:
    """Two names that share a part but not all, one above the other, sign the same report."""
    signed: list[tuple[str, Span | None]] = []
    if document.byline:
        match = _BYLINE.match(document.byline)
        if match:
            signed.append((match["name"], None))
    text = document.text
    for paragraph in paragraphs(text):
        if len(paragraph) <= _LONGEST_BYLINE:
            match = _BYLINE.fullmatch(text, paragraph.start, paragraph.end)
        else:
            match = _BIOGRAPHY.match(text, paragraph.start, paragraph.end)
        if match:
            signed.append((match["name"], Span(*match.span("name"))))
    for (one, _), (other, span) in pairwise(signed):
        if _half_alike(one, other):
            detail = f"signed both {one} and {other}"
            yield Problem(kind=ProblemKind.BYLINE_CONFLICT, detail=detail, span=span)


def _half_alike(one: str, other: str) -> bool:
    first, second = one.casefold().split(), other.casefold().split()
    shared = set(first) & set(second)
    return bool(shared) and not (set(first) <= set(second) or set(second) <= set(first))


def _mixed_scripts(text: str) -> Iterator[Problem]:
    if text.isascii():
        return
    for word in _WORD.finditer(text):
        if not word.group().isascii():
            scripts = {_script(c) for c in word.group()} - {""}
            if len(scripts) > 1:
                detail = f"one word in two scripts: {' and '.join(sorted(scripts))}"
                yield Problem(kind=ProblemKind.MIXED_SCRIPTS, detail=detail, span=Span(*word.span()))


@cache
def _script(char: str) -> str:
    """Return LATIN, CYRILLIC or GREEK, the scripts whose letters pass for one another; empty for all else."""
    first = unicodedata.name(char, "").partition(" ")[0]
    return first if first in ("LATIN", "CYRILLIC", "GREEK") else ""


def _truncated(text: str) -> Iterator[Problem]:
    last = paragraphs(text)[-1]
    words = last.of(text)
    ending = words[-40:].casefold().rstrip()
    cut = any(ending.endswith(row["ending"]) for row in table("truncation_marks"))
    unfinished = words.count(" ") >= _SHORTEST_PROSE and words[-1].isalnum()
    if cut or unfinished or words[-1] in ",;:(—–-":
        yield Problem(
            kind=ProblemKind.TRUNCATED,
            detail="the text breaks off",
            span=Span(max(last.start, last.end - 40), last.end),
        )


def _markup(text: str) -> Iterator[Problem]:
    share = sum(len(m.group()) for m in _TAG.finditer(text)) / len(text)
    if share > _MARKUP_SHARE:
        yield Problem(kind=ProblemKind.MOSTLY_MARKUP, detail=f"{share:.0%} of the text is tags, codes and addresses")


def _missing_space(text: str) -> Iterator[Problem]:
    for match in _STUCK.finditer(text):
        if not _in_address(text, match.start()):
            span = Span(max(0, match.start() - 1), min(len(text), match.end() + 1))
            yield Problem(kind=ProblemKind.MISSING_SPACE, detail="no space between two sentences", span=span)
    for match in _GLUED.finditer(text):
        if glued_outlet(match.group()):
            yield Problem(kind=ProblemKind.MISSING_SPACE, detail="two names run together", span=Span(*match.span()))


def _in_address(text: str, at: int) -> bool:
    start = max(text.rfind(" ", max(0, at - 200), at), text.rfind("\n", max(0, at - 200), at)) + 1
    word = text[start : at + 40]
    return "://" in word or "@" in word or word.startswith("www.")


def _control_characters(text: str) -> Iterator[Problem]:
    found = list(_CONTROLS.finditer(text))
    if found:
        detail = f"{len(found)} invisible control characters"
        yield Problem(kind=ProblemKind.CONTROL_CHARACTERS, detail=detail, span=Span(*found[0].span()))


def _other_language(text: str) -> Iterator[Problem]:
    for paragraph in paragraphs(text):
        words = _WORD.findall(paragraph.of(text))
        if len(words) < _SHORTEST_PROSE or sum(map(str.isupper, words)) > len(words) / 2:
            continue
        known = sum(word.lower() in _function_words() for word in words)
        lower = sum(word.islower() or not word.isascii() for word in words)
        if known / len(words) < _FEWEST_FUNCTION_WORDS and lower > len(words) / 2:
            yield Problem(kind=ProblemKind.OTHER_LANGUAGE, detail="a paragraph that is not English", span=paragraph)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(row["word"] for row in table("function_words"))


def _repeated(text: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for paragraph in paragraphs(text):
        words = " ".join(paragraph.of(text).split())
        if len(words) >= _SHORTEST_REPEAT:
            if words in seen:
                yield Problem(kind=ProblemKind.REPEATED_TEXT, detail="a paragraph stands twice", span=paragraph)
            seen.add(words)
