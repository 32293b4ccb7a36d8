"""The reader: the list of steps that turn one document into one reading."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from itertools import islice

from sayso import __version__
from sayso.errors import InvalidDate
from sayso.model import Document, EventMention, Reading, Span, Statement
from sayso.read.actors import find_cast
from sayso.read.events import find_events
from sayso.read.language.parse import LanguageModel, Parse
from sayso.read.places import find_places
from sayso.read.problems import find_problems
from sayso.read.quotations import find_quotations
from sayso.read.statements import find_statements
from sayso.read.times import find_document_date, find_times
from sayso.resources.gazetteer import Gazetteer, open_gazetteer


class Reader:
    """Reads documents; pure, thread-safe, the same reading for the same document whatever came before."""

    def __init__(self, *, language: LanguageModel | None = None, gazetteer: Gazetteer | None = None) -> None:
        """Choose the language model (default: the packaged one) and the gazetteer (default: the packaged one)."""
        self.language = language if language is not None else _packaged_language()
        self._gazetteer = gazetteer if gazetteer is not None else open_gazetteer()

    @property
    def version(self) -> str:
        """What read it: kept with every fact, so that a better reader adds a layer and overwrites nothing."""
        return f"sayso-{__version__}+{self.language.version}"

    def read(self, document: Document) -> Reading:
        """Read one document; never raises, whatever the text."""
        return next(self.pipe((document,)))

    def pipe(self, documents: Iterable[Document], *, batch_size: int = 8) -> Iterator[Reading]:
        """Read documents in order, `batch_size` at a time through the language model."""
        rest = iter(documents)
        while batch := list(islice(rest, batch_size)):
            parses = self.language.parse([document.text for document in batch])
            for document, parse in zip(batch, parses, strict=True):
                yield read_parse(document, parse, gazetteer=self._gazetteer)


def read_parse(document: Document, parse: Parse, *, gazetteer: Gazetteer) -> Reading:
    """Read a document whose text is parsed already: every step behind the language model."""
    published = document.published if document.published is not None else find_document_date(document.text)
    times = find_times(document.text, published=published)
    places = find_places(parse, gazetteer=gazetteer)
    quotations = find_quotations(document.text)
    cast = find_cast(parse, quotations=quotations)
    statements = find_statements(parse, cast=cast, quotations=quotations, times=times)
    events = find_events(parse, statements=statements, cast=cast, places=places, times=times)
    return Reading(
        document=document,
        sentences=tuple(parse.span(first, end - 1) for first, end in parse.sentences),
        statements=tuple(_with_events(statement, events) for statement in statements),
        events=events,
        actors=cast.actors,
        places=places,
        times=times,
        problems=document.noticed + find_problems(document, parse, cast=cast, quotations=quotations),
    )


def _with_events(statement: Statement, events: Iterable[EventMention]) -> Statement:
    """Give a statement the ids of the events whose triggers its content holds."""
    held = tuple(event.id for event in events if any(_holds(statement.content, span) for span in event.trigger))
    return replace(statement, events=held)


def _holds(content: tuple[Span, ...], span: Span) -> bool:
    return any(part.contains(span) for part in content)


@cache
def _packaged_language() -> LanguageModel:
    from sayso.read.language.onnx import OnnxModel

    return OnnxModel()


@cache
def default_reader() -> Reader:
    """Return the reader with the packaged language model and gazetteer, opened once."""
    return Reader()


def read_text(text: str, *, published: date | str | None = None, id: str | None = None) -> Reading:  # noqa: A002
    """Read one text with the default reader.

    `published`: the day it was published, a date or ISO text; `InvalidDate` if it is none. `id`: the document's name,
    by default the first 16 hexadecimal digits of the text's SHA-256.
    """
    name = id if id is not None else hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return default_reader().read(Document(id=name, text=text, published=to_date(published)))


def to_date(value: date | str | None) -> date | None:
    """Return the day that `value` names, None for None; `InvalidDate` if it names none."""
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise InvalidDate(f"{value!r} is no date; write it as 2022-10-14") from error
