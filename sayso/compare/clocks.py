"""Time order by the clocks that documents carry, each taken for what it is: stated by the publisher, or our own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from typing import Final

from sayso.model import Document

_SLACK: Final = timedelta(days=1)  # time zones and a day stated without an hour
_LATE: Final = timedelta(days=2)  # between the stated moment and our first sight of it, where others were seen before
_END: Final = datetime.max.replace(tzinfo=UTC)


def stated(document: Document) -> datetime | None:
    """Return the stated moment in UTC; a day without an hour counts as its last minute, None if nothing is stated."""
    if document.published_at is not None:
        return _utc(document.published_at)
    if document.published is not None:
        return datetime.combine(document.published, time(23, 59), tzinfo=UTC)
    return None


def in_future(document: Document) -> bool:
    """Tell whether a document states a moment behind the one at which it was fetched."""
    at, seen = stated(document), document.fetched
    return at is not None and seen is not None and at > _utc(seen) + _SLACK


def watching_since(documents: Iterable[Document]) -> datetime | None:
    """Return the first moment at which any of the documents was fetched, None if none says."""
    return min((_utc(d.fetched) for d in documents if d.fetched is not None), default=None)


def age_key(document: Document, since: datetime | None) -> tuple[datetime, str]:
    """Return the key by which documents are put in time order: stated moment, else the end of time; then id.

    The fetch stands in for a moment that is not believed: one in the future of the fetch, or one at which we were
    watching already (`since`) and yet saw nothing for days.
    """
    at, seen = stated(document), document.fetched
    if at is not None and seen is not None:
        unseen = since is not None and since <= at and at + _LATE < _utc(seen)
        at = _utc(seen) if unseen or in_future(document) else at
    return at or _END, document.id


def stated_too_early(document: Document, other: Document) -> bool:
    """Tell whether a document states an earlier moment than `other`, but was first seen days after both.

    So it may have been dated back; only our own clock can tell, so without a fetch on both sides nothing is said.
    """
    mine, theirs = stated(document), stated(other)
    if mine is None or theirs is None or document.fetched is None or other.fetched is None or mine >= theirs:
        return False
    return _utc(document.fetched) > _utc(other.fetched) + _LATE and _utc(document.fetched) > mine + _LATE


def _utc(moment: datetime) -> datetime:
    """Return a moment in UTC; one without a zone is taken as UTC, for order only."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
