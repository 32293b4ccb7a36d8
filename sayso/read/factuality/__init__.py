"""Factuality: how certain each sayer, and the author, presents a happening (FactBank values).

`local` reads the words around a trigger, `algebra` combines them with the statements that hold it.
"""

from __future__ import annotations

from sayso.read.factuality.algebra import presented
from sayso.read.factuality.climb import LocalView
from sayso.read.factuality.local import local_view
from sayso.read.factuality.scopes import Effect

__all__ = ["Effect", "LocalView", "local_view", "presented"]
