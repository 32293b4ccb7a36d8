"""Times: an expression in the text and what it can mean, as an interval and never as a guess."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sayso.model.span import Span
from sayso.model.vocabulary import TimeType


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time expression.

    `value` is its TIMEX3 value, None where it needs a publication date that the document lacks.
    `earliest` and `latest` bound it, both inclusive; None where the value is no calendar interval.
    `rule` names what read it.
    """

    span: Span
    type: TimeType
    value: str | None
    earliest: date | None = None
    latest: date | None = None
    rule: str | None = None
