"""Words that usually want a mark and have none: hints for the annotator, not faults."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from training.corpus.values import AnnotatedDocument, Problem, Span

_SAYING = re.compile(
    r"\b(?:sa(?:id|ys|ying)|told|tells|added|adds|claim(?:s|ed|ing)|den(?:y|ies|ied|ying)"
    r"|accus(?:es|ed|ing)|blam(?:es|ed|ing)|insist(?:s|ed|ing)|warn(?:s|ed|ing)|according to"
    r"|announc(?:es|ed|ing)|declar(?:es|ed|ing)|admit(?:s|ted|ting)|acknowledg(?:es|ed|ing)"
    r"|alleg(?:es|ed|ing)|condemn(?:s|ed|ing)|urg(?:es|ed|ing)|demand(?:s|ed|ing)"
    r"|threaten(?:s|ed|ing)|argu(?:es|ed|ing)|predict(?:s|ed|ing)|believ(?:es|ed|ing)"
    r"|fear(?:s|ed|ing)|vow(?:s|ed|ing)|pledg(?:es|ed|ing)|promis(?:es|ed|ing))\b"
)
_ACTING = re.compile(
    r"\b(?:attack(?:s|ed)?|shell(?:ed|ing)|bomb(?:ed|ing)s?|arrest(?:s|ed)?|detain(?:ed)?"
    r"|withdr(?:ew|awn|awal)|protest(?:s|ed)?|strikes?|ceasefire|deploy(?:ed|ment)|seized?"
    r"|kill(?:ed|ing)|shot|expel(?:led)?|invaded?|invasion|raid(?:s|ed)?|sanctions)\b"
)
_TIME = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|tomorrow|tonight|today"
    r"|(?:19|20)[0-9][0-9])\b"
)
# A capital behind a lower-case letter and a space is nearly always a name or a title.
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}")
_TITLES = (
    "President Prime Minister General Colonel Major Captain Mayor Governor Defence Interior "
    "Foreign Secretary Deputy Chancellor Senator Ambassador Marshal Admiral Brigadier Lieutenant "
    "King Queen Prince Sergeant Judge Commander Chief Vice Archbishop Sheikh Imam Bishop Father "
    "Sister Commissioner Doctor Professor Premier Emir Sultan"
)


def advise(documents: Iterable[AnnotatedDocument]) -> list[Problem]:
    """Hints for all the documents, in text order."""
    return [hint for document in documents for hint in _hints(document)]


def _hints(document: AnnotatedDocument) -> Iterator[Problem]:
    yield from _actorless_acts(document)
    titles = _TITLES.split()
    for pattern, letters, meaning in (
        (_SAYING, "qe", "no cue or event marked"),
        (_ACTING, "qeNa", "no event marked"),
        (_TIME, "tTN", "no time marked"),
        (_CAPITAL, "NT", "no name marked"),
    ):
        marked = [mark.span for mark in document.marks if mark.letter in letters]
        if document.genre == "distractor" and pattern is _ACTING:
            continue
        for found in pattern.finditer(document.text):
            span = Span(*found.span())
            if found.group() in titles or any(mark.holds(span) for mark in marked):
                continue
            yield _problem(document, span, f"{found.group()!r}: {meaning} here; meant so?")


def _actorless_acts(document: AnnotatedDocument) -> Iterator[Problem]:
    """An act that is also a cue is done by its statement's source."""
    for event in document.events:
        acting = any(argument.role == "actor" for argument in event.arguments)
        for statement in document.statements:
            if statement.source and not acting and set(statement.cue) & set(event.trigger):
                message = f"event {event.number} is also a cue; is its source not the actor?"
                yield _problem(document, event.trigger[0], message)


def _problem(document: AnnotatedDocument, span: Span, message: str) -> Problem:
    line = next(s.line for s in document.sentences if s.span.holds(span))
    return Problem(str(document.path), line, 1, message)
