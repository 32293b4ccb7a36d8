"""sayso: reads security news and keeps a sourced, checkable record of who did what to whom, and on whose say-so.

>>> import sayso
>>> reading = sayso.read("Kelmar denied that its army had shelled Orsk.", published="2031-03-04")
>>> [(s.kind.value, e.value_for(s.id).value) for s in reading.statements for e in reading.events]
[('deny', 'CT-')]
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from datetime import date

    from sayso.model import Document, EventMention, Reading, Statement
    from sayso.read.pipeline import Reader

    def read(text: str, *, published: date | str | None = None, id: str | None = None) -> Reading:  # noqa: A002
        """Read one text with the default reader; see `sayso.read.pipeline.read_text`."""
        ...


__version__: Final = "0.1.0"
__all__ = ["Document", "EventMention", "Reader", "Reading", "Statement", "__version__", "read"]

_HOMES: Final = {
    "Document": "sayso.model",
    "EventMention": "sayso.model",
    "Reading": "sayso.model",
    "Statement": "sayso.model",
    "Reader": "sayso.read.pipeline",
}


def __getattr__(name: str) -> Any:
    """Import public names when they are first asked for: `import sayso` stays under 10 ms."""
    if name == "read":
        return import_module("sayso.read")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")
