"""Places: toponyms of a text and what the gazetteer says they are, with reasons and honest uncertainty."""

from __future__ import annotations

from sayso.read.places.find import find_places, resolve_spans

__all__ = ["find_places", "resolve_spans"]
