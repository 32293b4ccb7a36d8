"""Components for any spaCy pipeline (extra `sayso[spacy]`): `nlp.add_pipe("sayso_statements")`, `"sayso_events"`.

Both leave one `Reading` on the doc as `doc._.sayso`, whose parts are `doc._.statements` and `doc._.events`; whichever
comes second finds the reading there and adds nothing, for events and statements refer to each other. All offsets are
of `doc.text`. The day of publication, if known, is set before the doc is read: `doc._.sayso_published = "2031-03-04"`.

Readings survive `doc.to_bytes()`, `DocBin` and several processes; they travel as their own JSON, see
`sayso.model.exchange.packed`.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any, Final

from spacy.language import Language
from spacy.tokens import Doc

from sayso.errors import InputError
from sayso.model import Document, EventMention, Reading, Statement
from sayso.read.language.spacy_model import parse_of
from sayso.read.pipeline import default_reader, read_parse, to_date
from sayso.resources.gazetteer import Gazetteer, open_gazetteer

_LANGUAGES: Final = ("pipeline", "packaged")


class ReadingComponent:
    """Reads a doc: by the tree and names that the pipeline gave it, or by the packaged language model."""

    def __init__(self, *, language: str) -> None:
        """`language`: "pipeline", which falls back on the packaged model for a doc without a tree, or "packaged"."""
        if language not in _LANGUAGES:
            raise InputError(f"sayso component: language {language!r} is none of {', '.join(_LANGUAGES)}")
        self._language = language

    def __call__(self, doc: Doc) -> Doc:
        """Leave the reading on the doc unless one is there; set `doc._.sayso = None` to read it again."""
        if doc._.sayso is None:
            doc._.sayso = self._read(doc)
        return doc

    def _read(self, doc: Doc) -> Reading:
        text: str = doc.text
        name = hashlib.sha256(text.encode()).hexdigest()[:16]
        document = Document(id=name, text=text, published=to_date(doc._.sayso_published))
        if self._language == "packaged" or not doc.has_annotation("DEP"):
            return default_reader().read(document)
        return read_parse(document, parse_of(doc), gazetteer=_gazetteer())


def make_component(nlp: Language, name: str, language: str) -> ReadingComponent:  # noqa: ARG001 -- spaCy passes all
    """Make a component; spaCy calls this for `nlp.add_pipe`."""
    return ReadingComponent(language=language)


@cache
def _gazetteer() -> Gazetteer:
    return open_gazetteer()


def _statements(doc: Doc) -> tuple[Statement, ...]:
    return () if doc._.sayso is None else doc._.sayso.statements


def _events(doc: Doc) -> tuple[EventMention, ...]:
    return () if doc._.sayso is None else doc._.sayso.events


def _register() -> None:
    extensions: dict[str, dict[str, Any]] = {
        "sayso": {"default": None},
        "sayso_published": {"default": None},
        "statements": {"getter": _statements},
        "events": {"getter": _events},
    }
    for name, how in extensions.items():
        if not Doc.has_extension(name):  # a name that the user has taken stays the user's; `doc._.sayso` has all
            Doc.set_extension(name, **how)
    for factory, part in (("sayso_statements", "statements"), ("sayso_events", "events")):
        Language.factory(
            factory,
            default_config={"language": "pipeline"},
            assigns=["doc._.sayso", f"doc._.{part}"],
            func=make_component,
        )


_register()
