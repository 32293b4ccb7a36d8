"""Whether annotated documents keep the guide: structural and semantic complaints."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator

from training.corpus import group
from training.corpus.values import AUTHOR, SECOND, AnnotatedDocument, Mark, Problem, Statement
from training.corpus.vocabulary import ACTOR_KINDS, GENRES, MODES, SECTORS, STATEMENT_KINDS

_COUNTRY = re.compile(r"[A-Z]{3}")
# TIMEX3 values (TimeML 1.2.1): dates, weeks, quarters, seasons, parts of day, durations, anchors.
_DATE = (
    r"[0-9X]{2,4}(?:-(?:W[0-9X]{2}(?:-(?:WE|[1-7X]))?|Q[1-4X]|H[12X]|SP|SU|FA|WI"
    r"|[0-9X]{2}(?:-[0-9X]{2})?))?"
)
_CLOCK = r"T(?:MO|MI|AF|EV|NI|DT|[0-9X]{2}(?::[0-9X]{2}(?::[0-9X]{2})?)?Z?)"
_AMOUNT = r"(?:[0-9]{1,6}(?:\.[0-9]{1,3})?|X)"
_LENGTH = rf"P(?:{_AMOUNT}(?:Y|M|WE|W|DE|D|CE|Q)){{0,4}}(?:T(?:{_AMOUNT}[HMS]){{1,3}})?"
_TIMEX = re.compile(rf"(?:{_DATE})?(?:{_CLOCK})?|{_LENGTH}|PRESENT_REF|PAST_REF|FUTURE_REF")
_BEFORE_TIME = re.compile(r"(?:on|in|since|at|by|until|till|from|during|for)\s", re.IGNORECASE)
_QUOTES = frozenset("\"“”«»„'‘’")

Fault = tuple[Mark | int, str]


def check(documents: Iterable[AnnotatedDocument]) -> list[Problem]:
    """All complaints about the documents, with identities compared over all of them.

    A document of the folder `second` bears the id and the text of the one that it marks again.
    """
    problems: list[Problem] = []
    firsts: dict[str, AnnotatedDocument] = {}
    seconds: dict[str, AnnotatedDocument] = {}
    for document in documents:
        seen = seconds if document.split == SECOND else firsts
        if document.id in seen:
            message = f"the id {document.id} is also used at {_place(seen[document.id])}; rename one"
            problems.append(Problem(str(document.path), document.line, 1, message))
        seen.setdefault(document.id, document)
        problems += check_document(document)
    return problems + list(_strayed(firsts, seconds))


def _strayed(firsts: dict[str, AnnotatedDocument], seconds: dict[str, AnnotatedDocument]) -> Iterator[Problem]:
    for name in firsts.keys() & seconds.keys():
        first, second = firsts[name], seconds[name]
        if first.text != second.text:
            message = f"the text of {name} differs from {_place(first)}; annotate the same text"
            yield Problem(str(second.path), second.line, 1, message)


def _place(document: AnnotatedDocument) -> str:
    return f"{document.path}:{document.line}"


def check_document(document: AnnotatedDocument) -> list[Problem]:
    """Complaints about one document by itself, in line order."""
    problems = []
    for rule in RULES:
        for where, message in rule(document):
            line, column = (where, 1) if isinstance(where, int) else (where.line, where.column)
            problems.append(Problem(str(document.path), line, column, message))
    return sorted(problems)


def _header(document: AnnotatedDocument) -> Iterator[Fault]:
    if document.genre not in GENRES:
        genres = ", ".join(sorted(GENRES))
        yield document.line, f"genre {document.genre!r} is not one of {genres}"
    if document.published is None:
        yield document.line, "the header needs 'published: YYYY-MM-DD'"
    for actor in document.actors:
        if actor.kind not in ACTOR_KINDS:
            yield actor.line, f"@{actor.id}: kind must be one of {', '.join(sorted(ACTOR_KINDS))}"
        if actor.country and not _COUNTRY.fullmatch(actor.country):
            yield actor.line, f"@{actor.id}: country {actor.country!r} must be three capitals or -"
        if actor.sector and actor.sector not in SECTORS:
            sectors = _listed(SECTORS)
            yield actor.line, f"@{actor.id}: sector {actor.sector!r} is not one of {sectors}"


def _edges(document: AnnotatedDocument) -> Iterator[Fault]:
    loose = document.genre == "garbled"
    for mark in document.marks:
        text = document.covered(mark.span)
        if text != text.strip():
            yield mark, f"{text!r} begins or ends with a space; move the brace"
        elif not loose and any(_cut(document.text, at) for at in (mark.span.start, mark.span.end)):
            yield mark, f"{text!r} begins or ends inside a word; take the whole word"


def _cut(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _actors(document: AnnotatedDocument) -> Iterator[Fault]:
    known = {actor.id for actor in document.actors}
    for mark in document.marks:
        if mark.actor and mark.actor not in known:
            yield mark, f"@{mark.actor} is not in the header; add it or correct the id"
        if mark.actor and not _can_be_actor(mark, document):
            yield mark, f"@{mark.actor} stands on a mark that is no source, name or participant"
    used = {mark.actor for mark in document.marks}
    for actor in document.actors:
        if actor.id not in used:
            yield actor.line, f"@{actor.id} is never used; mark its mentions or remove it"


def _can_be_actor(mark: Mark, document: AnnotatedDocument) -> bool:
    return any(other.span == mark.span and other.letter in "svdarN" for other in document.marks)


def _names(document: AnnotatedDocument) -> Iterator[Fault]:
    named = [mark for mark in document.marks if mark.letter == "N"]
    for outer, inner in ((a, b) for a in named for b in named if a is not b):
        same = outer.span == inner.span
        if outer.span.holds(inner.span) and (not same or outer.detail < inner.detail):
            yield (
                inner,
                f"a name within the name {document.covered(outer.span)!r}; keep the outer one",
            )


def _times(document: AnnotatedDocument) -> Iterator[Fault]:
    for mark in (mark for mark in document.marks if mark.letter == "T"):
        if not mark.detail or not _TIMEX.fullmatch(mark.detail):
            known = "2031-03-03, 2031-W09, P3D, 2031-03-03TNI, PRESENT_REF"
            yield mark, f"{mark.detail!r} is no TIMEX3 value (such as {known})"
    for mark in (mark for mark in document.marks if mark.letter in "tT"):
        found = _BEFORE_TIME.match(document.covered(mark.span))
        if found:
            yield mark, f"the word {found[0].strip()!r} stays outside the time"


def _statements(document: AnnotatedDocument) -> Iterator[Fault]:
    marks = _marks_of(document, "sqcvd")
    for statement in document.statements:
        own = marks[statement.number]
        name = f"statement {statement.number}"
        if not statement.content:
            yield own[0], f"{name} has no content; mark what is said as c{statement.number}"
        if not statement.cue and not _quoted(document, statement):
            yield own[0], f"{name} has no cue; mark the words of saying as q{statement.number}.kind"
        yield from _cue_kinds([mark for mark in own if mark.letter == "q"], name)
        if _circular(document, statement.number):
            yield own[0], f"{name} stands within itself; check the numbers of its cue and content"


def _full_stops(document: AnnotatedDocument) -> Iterator[Fault]:
    """The full stop belongs to a quotation, never to indirect content."""
    if document.genre == "garbled":
        return
    for mark in (mark for mark in document.marks if mark.letter == "c"):
        text = document.covered(mark.span)
        if re.search(r"[a-z0-9)]\.$", text) and not _in_quotation(document, mark.number):
            yield mark, "the full stop stays outside indirect content; move the brace"


def _in_quotation(document: AnnotatedDocument, number: int) -> bool:
    return any(s.number == number and _quoted(document, s) for s in document.statements)


def _quoted(document: AnnotatedDocument, statement: Statement) -> bool:
    return any(_QUOTES & set(document.covered(piece)) for piece in statement.content)


def _cue_kinds(cues: list[Mark], name: str) -> Iterator[Fault]:
    if cues and not cues[0].detail:
        yield cues[0], f"{name} lacks its kind; write q{cues[0].number}.say or the like"
    for cue in cues[1:]:
        if cue.detail:
            yield cue, f"{name} has its kind twice; is this cue another statement's?"
    for cue in cues:
        if cue.detail and cue.detail.rstrip("-?") not in STATEMENT_KINDS:
            yield cue, f"kind {cue.detail!r} is not one of {_listed(STATEMENT_KINDS)}"


def _circular(document: AnnotatedDocument, number: int) -> bool:
    outer = {statement.number: statement.within for statement in document.statements}
    at: int | None = outer[number]
    for _ in outer:
        if at is None or at == number:
            break
        at = outer.get(at)
    return at == number


def _events(document: AnnotatedDocument) -> Iterator[Fault]:
    statements = {statement.holder for statement in document.statements} | {AUTHOR}
    for number, marks in _marks_of(document, "eaprt").items():
        triggers = [mark for mark in marks if mark.letter == "e"]
        name = f"event {number}"
        if not triggers:
            wanted = f"e{number}.TYPE=VALUE"
            yield marks[0], f"{name} has arguments but no trigger; mark its word as {wanted}"
            continue
        if not triggers[0].detail:
            yield triggers[0], f"{name} needs its type and value: e{number}.TYPE.mode=VALUE"
        for trigger in triggers[1:]:
            if trigger.detail:
                yield trigger, f"{name} has a second typed trigger; give it a number of its own"
        for trigger in (trigger for trigger in triggers if trigger.detail):
            yield from _event(trigger, name, statements)


def _event(trigger: Mark, name: str, holders: set[str]) -> Iterator[Fault]:
    kind, modes, values = group.split_event(trigger.detail)
    if kind not in MODES:
        yield trigger, f"{name}: {kind} is not one of {_listed(MODES)}"
        return
    for mode in modes:
        if mode not in MODES[kind]:
            allowed = _listed(MODES[kind]) or "none"
            yield trigger, f"{name}: mode {mode!r} does not go with {kind} (allowed: {allowed})"
    for holder in values:
        if holder and holder not in holders:
            yield trigger, f"{name}: there is no statement {holder} to hold a value"


def _far_pieces(document: AnnotatedDocument) -> Iterator[Fault]:
    """A number used again by mistake shows as a trigger and arguments in far-off sentences."""
    lines = sorted({sentence.line for sentence in document.sentences})
    order = {line: at for at, line in enumerate(lines)}
    for letters, kind in (("sqvd", "statement"), ("eaprt", "event")):
        for number, marks in _marks_of(document, letters).items():
            if order[marks[-1].line] - order[marks[0].line] > 3:
                yield marks[-1], f"{kind} {number} reaches over more than three sentences; renumber"


def _reused_tags(document: AnnotatedDocument) -> Iterator[Fault]:
    counts = Counter((mark.line, mark.column, mark.letter, mark.number) for mark in document.marks)
    for mark in document.marks:
        if counts[mark.line, mark.column, mark.letter, mark.number] > 1:
            yield mark, "the same tag stands twice on one mark; remove one"


def _marks_of(document: AnnotatedDocument, letters: str) -> dict[int, list[Mark]]:
    found: dict[int, list[Mark]] = defaultdict(list)
    for mark in document.marks:
        if mark.letter in letters:
            found[mark.number].append(mark)
    return found


def _listed(words: Iterable[str]) -> str:
    return " ".join(sorted(words))


RULES: tuple[Callable[[AnnotatedDocument], Iterator[Fault]], ...] = (
    _header,
    _edges,
    _actors,
    _names,
    _times,
    _statements,
    _full_stops,
    _events,
    _far_pieces,
    _reused_tags,
)
