"""Makes copies of a report as careless outlets make them: cut, reordered, retitled, respelled, with lines between."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Final

_SENTENCE: Final = re.compile(r"(?<=[.!?”])\s+(?=[A-Z“])")
_LINES: Final = (
    "Sign up to our morning letter and never miss what matters in the region.",
    "Read more about this story on our live page, updated around the clock.",
    "Follow our channel for pictures and video from our correspondents.",
    "Share this article with your friends and tell us what you think about it.",
    "This page will be updated as soon as more becomes known.",
)
_RESPELLINGS: Final = (
    ("v", "w"),
    ("ks", "x"),
    ("y", "i"),
    ("tt", "t"),
    ("kh", "h"),
    ("o", "a"),
    ("iy", "y"),
    ("ll", "l"),
)


def cut(text: str, chance: random.Random) -> str:
    """Keep the first part of a text, between two fifths and four fifths of its sentences."""
    sentences = _SENTENCE.split(text)
    return " ".join(sentences[: max(2, round(len(sentences) * chance.uniform(0.4, 0.8)))])


def reorder(text: str, chance: random.Random) -> str:
    """Put the sentences into another order."""
    sentences = _SENTENCE.split(text)
    chance.shuffle(sentences)
    return " ".join(sentences)


def retitle(text: str, chance: random.Random) -> str:
    """Put a headline and a lead of the copier's own before the text."""
    return f"{chance.choice(_LINES)}\n\n{chance.choice(_LINES)}\n\n{text}"


def respell(text: str, chance: random.Random) -> str:
    """Spell every name inside a sentence in another way, each the same way throughout."""
    old, new = chance.choice(_RESPELLINGS)
    return re.sub(r"(?<=[a-z,] )[A-Z][a-z]+", lambda m: m.group()[0] + m.group()[1:].replace(old, new), text)


def pad(text: str, chance: random.Random) -> str:
    """Put lines of the outlet's between the sentences."""
    parts = []
    for sentence in _SENTENCE.split(text):
        parts.append(sentence)
        if chance.random() < 0.3:
            parts.append(chance.choice(_LINES))
    return "\n\n".join(parts)


WAYS: Final[tuple[Callable[[str, random.Random], str], ...]] = (cut, reorder, retitle, respell, pad)


def copy_of(text: str, chance: random.Random) -> str:
    """Return a copy made in one to three ways, chosen by `chance`."""
    for way in chance.sample(WAYS, chance.randint(1, 3)):
        text = way(text, chance)
    return text
