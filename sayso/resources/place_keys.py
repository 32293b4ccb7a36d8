"""The form under which places are stored and looked up: one for all spellings that differ in case, marks and signs.

>>> place_key("Côte d’Ivoire"), place_key("Port-au-Prince"), place_key("Бахмут")
('cote divoire', 'port au prince', 'бахмут')
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_DROPPED: Final = re.compile(r"[’'`ʼʻ‘.]")
_BREAKS: Final = re.compile(r"[\W_]+")
_PLAIN: Final = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ə": "a", "ß": "ss"})


@lru_cache(maxsize=50_000)
def place_key(name: str) -> str:
    """Return the look-up form of a name: no case, marks, apostrophes or stops; all other signs are one space."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    lower = _DROPPED.sub("", folded).translate(_PLAIN)
    # Cyrillic keeps й and ї, which decomposition would turn into other letters.
    plain = lower if lower.isascii() else "".join(map(_bare, lower))
    return _BREAKS.sub(" ", plain).strip()


def _bare(letter: str) -> str:
    if "\u0400" <= letter <= "\u04ff":
        return letter
    return "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
