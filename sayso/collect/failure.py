"""Failures of intake as data: an input that could not become a document, with its place, reason and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFailure:
    """One input that could not be read. `where` is `file`, `file:line` or `file:item`, as a person would look it up."""

    where: str
    reason: str
    advice: str

    def __str__(self) -> str:
        line = f"{self.where}: {self.reason}; {self.advice}"
        return "".join(c if c.isprintable() else "\ufffd" for c in line)  # names and addresses come from outside


def reader_fault(document: Document, error: Exception) -> InputFailure:
    """Return the failure of a document on which the reader broke: one that never should, and must cost no other."""
    return InputFailure(
        where=document.url or f"document {document.id}",
        reason=f"the reader broke on it ({type(error).__name__}: {str(error)[:120]})",
        advice="please report this text as a fault of sayso",
    )
