"""Readings inside msgpack, for the library srsly, which spaCy uses for docs on disk and between processes.

srsly finds the two functions by entry points and asks them about every value that it cannot write, and about every
mapping that it reads; so they import nothing beyond the model.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from sayso.model.exchange import from_json, to_json
from sayso.model.reading import Reading

_KEYS: Final = frozenset({"sayso_reading", "text"})


def encode_reading(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Return a mapping for a `Reading`; anything else goes on along the chain."""
    if isinstance(value, Reading):
        return {"sayso_reading": to_json(value), "text": value.document.text}
    return value if chain is None else chain(value)


def decode_reading(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Return the `Reading` of a mapping that `encode_reading` made; anything else goes on along the chain."""
    if isinstance(value, dict) and value.keys() == _KEYS:
        return from_json(value["sayso_reading"], value["text"])
    return value if chain is None else chain(value)
