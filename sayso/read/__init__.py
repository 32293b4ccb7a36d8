"""From a document to facts: pure functions, one file a step; `pipeline` lists them in order.

The package can be called: `sayso.read(text, published="2022-10-14")` is `sayso.read.pipeline.read_text`.
"""

from __future__ import annotations

import sys
from datetime import date
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.model import Reading


class _Callable(ModuleType):
    """A package that is also the verb it is named after."""

    def __call__(self, text: str, *, published: date | str | None = None, id: str | None = None) -> Reading:  # noqa: A002
        """Read one text with the default reader."""
        from sayso.read.pipeline import read_text

        return read_text(text, published=published, id=id)


sys.modules[__name__].__class__ = _Callable
