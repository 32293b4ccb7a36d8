"""Problems: what a careful reader would notice about a text. Facts about it, not errors of ours."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.span import Span
from sayso.model.vocabulary import ProblemKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing noticed, with the place where it shows if it has one."""

    kind: ProblemKind
    detail: str
    span: Span | None = None
