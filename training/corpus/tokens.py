"""Plain word and punctuation tokens, until a caller brings a better tokenizer."""

from __future__ import annotations

import re
from collections.abc import Callable

from training.corpus.values import Span

Tokenizer = Callable[[str], list[Span]]

# Possessive 's stays with neither side's name, so that a name mark ends on a token edge.
_TOKEN = re.compile(r"\w+(?=['’]s\b)|['’]s\b|\w+|[^\w\s]")


def tokenize(text: str) -> list[Span]:
    """Spans of words, possessive endings and single punctuation marks."""
    return [Span(*found.span()) for found in _TOKEN.finditer(text)]


def tokens_in(tokens: list[Span], spans: tuple[Span, ...]) -> list[int]:
    """Indices of the tokens that share a character with any of the spans."""
    return [
        at
        for at, token in enumerate(tokens)
        if any(token.start < span.end and span.start < token.end for span in spans)
    ]
