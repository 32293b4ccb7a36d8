"""Spans: where in a document's stored text something stands.

Offsets are Unicode code points of the stored text, half-open, as in the W3C TextPositionSelector:
`document.text[span.start:span.end]` is the marked text. A span never holds text of its own, so it cannot drift.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, `0 <= start <= end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}:{self.end} is not 0 <= start <= end")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the marked part of `text`."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


def cover(spans: tuple[Span, ...]) -> Span:
    """Return the smallest span that contains all of `spans` (at least one)."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))
