"""Everything that sayso refuses to do, as one tree.

    SaysoError
    ├── InputError            something given from outside cannot be used
    │   ├── UnreadableInput   a file, line or page that cannot be turned into a document
    │   └── InvalidDate       a date that is none
    ├── ResourceError         a built resource is missing or was made for another version
    └── RecordError           the database cannot be opened, upgraded or written
        └── RecordUnavailable the file as a whole cannot be written now: disk full, locked, gone

Messages say what went wrong, where (file, line, URL, offset) and what to do about it.
"""

from __future__ import annotations


class SaysoError(Exception):
    """Root of all errors that sayso raises on purpose."""


class InputError(SaysoError):
    """Something given from outside cannot be used."""


class UnreadableInput(InputError):  # noqa: N818 -- reads as the finding that it is
    """A file, line or page that cannot be turned into a document."""


class InvalidDate(InputError):  # noqa: N818
    """A date that is none; ISO dates (2022-10-14) are understood everywhere."""


class ResourceError(SaysoError):
    """A built resource is missing or was made for another version."""


class RecordError(SaysoError):
    """The database cannot be opened, upgraded or written."""


class RecordUnavailable(RecordError):  # noqa: N818
    """The file as a whole cannot be read or written now: disk full, locked by another, gone."""
