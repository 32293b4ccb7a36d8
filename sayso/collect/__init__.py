"""From the outside world to documents: bytes of files, pages, feeds and archives become `Document` values.

Everything that comes in here is taken as hostile. What cannot become a document is handed on as an `InputFailure`
with its place and reason; it never stops the inputs after it.
"""

from __future__ import annotations

from sayso.collect.failure import InputFailure
from sayso.collect.files import read_inputs
from sayso.collect.limits import Limits

__all__ = ["InputFailure", "Limits", "read_inputs"]
