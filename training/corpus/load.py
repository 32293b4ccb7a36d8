"""Corpus files to documents: the entry for training code."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from training.corpus.parse import Sheaf, parse
from training.corpus.values import SECOND, AnnotatedDocument, CorpusError, Problem

Where = str | PathLike[str]


def load(where: Where | Iterable[Where]) -> list[AnnotatedDocument]:
    """All documents of the files and folders named, in path order then file order.

    A folder stands for every ``*.txt`` below it, second annotations apart. Every span counts
    characters of the document's own ``text`` (half-open); see ``AnnotatedDocument``, ``Statement``
    and ``Event`` for shapes.
    Raises CorpusError at a file with broken markup (``read`` gives the problems instead).
    """
    documents: list[AnnotatedDocument] = []
    for sheaf in (read(path) for path in files(where)):
        if sheaf.problems:
            more = f" (and {len(sheaf.problems) - 1} more)" if len(sheaf.problems) > 1 else ""
            raise CorpusError(f"{sheaf.problems[0]}{more}; run 'python -m training.corpus check'")
        documents += sheaf.documents
    return documents


def read(path: Path) -> Sheaf:
    """One file's documents and problems; a file that is not UTF-8 is one problem."""
    try:
        return parse(path.read_text(encoding="utf-8"), path=path)
    except UnicodeDecodeError as error:
        message = f"not UTF-8 at byte {error.start}; save the file as UTF-8"
        return Sheaf(documents=[], problems=[Problem(str(path), 1, 1, message)])


def files(where: Where | Iterable[Where], *, second: bool = False) -> list[Path]:
    """The sheaf files meant, sorted, each once; CorpusError where nothing is found.

    second: take the folder of second annotations too where it lies below a folder that is named.
    """
    places = [where] if isinstance(where, (str, PathLike)) else list(where)
    found: dict[Path, None] = {}
    for place in map(Path, places):
        if not place.exists():
            raise CorpusError(f"{place}: no such file or folder; name a sheaf or a corpus folder")
        found.update(dict.fromkeys(_below(place, second=second) if place.is_dir() else [place]))
    return list(found)


def _below(folder: Path, *, second: bool) -> list[Path]:
    sheaves = sorted(folder.rglob("*.txt"))
    return [path for path in sheaves if second or SECOND not in path.relative_to(folder).parts]
