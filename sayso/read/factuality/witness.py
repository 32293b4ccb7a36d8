"""The tagger as a further witness of factuality: it may lower what the rules say, and speaks where they are unsure."""

from __future__ import annotations

from dataclasses import replace

from sayso.model import Factuality
from sayso.read.factuality.climb import LocalView
from sayso.read.factuality.scopes import weaker

_VALUES = {value.value: value for value in Factuality}


def with_tag(view: LocalView, layer: tuple[str, ...] | None, index: int) -> LocalView:
    """Return the view after hearing the tagged value of the trigger, if there is one.

    The tagged value is that of the nearest sayer. It can take certainty away from the rules' value, never add to it.
    """
    tagged = _VALUES.get(layer[index]) if layer else None
    if tagged is None or tagged is view.value:
        return view
    if view.value in (Factuality.CERTAIN, Factuality.CERTAINLY_NOT) and tagged.polarity == view.value.polarity:
        return replace(view, value=weaker(view.value, tagged), reasons=(*view.reasons, f"tagged:{tagged.value}"))
    return view
