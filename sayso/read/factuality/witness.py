"""The tagger as a further witness of factuality, heard on the nearest sayer's value; it never makes anything certain.

Rules know scopes that they can name, the tagger has seen how people judged whole sentences. Where they differ, the
tagger is believed unless it says certain; a no that the words spell out stands.
"""

from __future__ import annotations

from sayso.model import Factuality

_VALUES = {value.value: value for value in Factuality}


def tagged_value(layer: tuple[str, ...] | None, index: int) -> Factuality | None:
    """Return the value that the tagger gives token `index`, None where it gives none."""
    return _VALUES.get(layer[index]) if layer else None


def heard(value: Factuality, tagged: Factuality | None) -> Factuality:
    """Return the rules' value after hearing the tagger's."""
    if tagged is None or tagged is Factuality.CERTAIN:
        return value
    if value.polarity == "-":
        return value if tagged.polarity == "+" else tagged
    return tagged
