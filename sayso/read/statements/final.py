"""Speech clauses behind what they report, by word order: "<clause>, N said on Tuesday." whatever the parser made of it.

The parser takes a long clause before such a cue for its subject in about one case of ten; the comma or quotation mark
before the speaker's name does not lie.
"""

from __future__ import annotations

from typing import Final

from sayso.read.clauses import base
from sayso.read.language.parse import Parse
from sayso.read.statements.direct import Quotes
from sayso.read.statements.draft import Draft
from sayso.read.statements.extent import spans_of
from sayso.read.statements.frames import DAYS

_NOMINAL: Final = ("NOUN", "PROPN", "PRON", "NUM")
_BOUNDARY: Final = frozenset(',—–―”"’»')
_LONGEST_SPEAKER: Final = 14
"""Tokens of a speaker's name and titles without a comma in it."""
_SHORTEST: Final = 3
_CONTENT_WORDS: Final = frozenset({"DET", "NOUN", "PROPN", "PRON", "NUM", "VERB", "AUX", "SCONJ"})
"""What stands behind a cue that still has something to say, day names apart."""
_PREFACES: Final = frozenset({"ADP", "SCONJ", "CCONJ", "ADV"})


def read_final(parse: Parse, draft: Draft, quotes: Quotes) -> None:
    """Correct source and content of a verbal draft that closes its sentence, in place."""
    if not (draft.quotable and draft.speech and draft.rule.startswith("verb:")) or draft.anchor < 0:
        return
    if _read_inverted(parse, draft, quotes):
        return
    anchor = parse.tokens[draft.anchor]
    if any(span.start > anchor.start for span in draft.content) or not _is_finite(parse, draft):
        return
    if _leads_on(parse, draft, quotes):
        return
    first, end = parse.sentences[parse.sentence_of[draft.anchor]]
    speaker = _speaker_before(parse, min(draft.cue), first)
    if speaker is None:
        return
    head, start = speaker
    if draft.source != head and (draft.source is None or draft.source < start or draft.source > draft.anchor):
        draft.source = head
    home = quotes.around(parse.tokens[start - 2].start) if start - 2 >= first else None
    if home is None and parse.tokens[first].upos not in _PREFACES and start - 1 > first:
        rest = _rest(parse, max(draft.cue), end)
        if start - 1 - first >= _SHORTEST or rest:
            draft.content = spans_of(parse, [*range(first, start - 1), *rest])
            draft.rule = "verb:final"


def _rest(parse: Parse, cue: int, end: int) -> range:
    """Return what goes on behind a speech clause in the middle: "The bridge, the army said, had been mined"."""
    if cue + 3 >= end or parse.tokens[cue + 1].text != ",":
        return range(0)
    after = parse.tokens[cue + 2]
    if after.upos in ("CCONJ", "SCONJ", "ADP") or after.xpos in ("VBG", "WDT", "WP"):
        return range(0)
    return range(cue + 2, end)


def _read_inverted(parse: Parse, draft: Draft, quotes: Quotes) -> bool:
    """Correct "The bridge, said the mayor, had been mined", in place; tell whether the tree had it wrong."""
    first, end = parse.sentences[parse.sentence_of[draft.anchor]]
    cue = min(draft.cue)
    if cue - 1 <= first or not _bounds(parse, cue - 1) or parse.tokens[first].upos in _PREFACES:
        return False
    stop = draft.anchor + 1
    while stop < end and not _bounds(parse, stop) and parse.tokens[stop].upos != "PUNCT":
        stop += 1
    inside = range(draft.anchor + 1, stop)
    speaker = _head_of(parse, inside)
    if speaker is None or draft.source in inside or not _is_finite(parse, draft):
        return False
    home = quotes.around(parse.tokens[cue - 1].start)
    if home is None and draft.rule == "verb:obj":
        return False
    draft.source = speaker
    if home is not None:
        draft.content = [quotes.all[home].span]
    else:
        draft.content = spans_of(parse, [*range(first, cue - 1), *_rest(parse, stop - 1, end)])
    draft.rule = "verb:final"
    return True


def _head_of(parse: Parse, inside: range) -> int | None:
    """Return the head of a stretch that is one noun phrase, None if it is more than that or nothing."""
    if len(inside) > _LONGEST_SPEAKER or any(parse.tokens[i].upos in ("VERB", "AUX", "SCONJ") for i in inside):
        return None
    nouns = [i for i in inside if parse.tokens[i].upos in _NOMINAL]
    if not nouns or parse.tokens[inside[0]].upos not in (*_NOMINAL, "DET", "ADJ"):
        return None
    return next((i for i in nouns if parse.tokens[i].head not in inside), nouns[-1])


def _is_finite(parse: Parse, draft: Draft) -> bool:
    verbs = [parse.tokens[i] for i in draft.cue]
    return (
        any(t.xpos in ("VBD", "VBZ", "VBP", "MD") for t in verbs) and base(parse.tokens[draft.anchor].relation) != "acl"
    )


def _leads_on(parse: Parse, draft: Draft, quotes: Quotes) -> bool:
    """Tell whether what is said follows the cue: a colon, a quotation, a clause."""
    _, end = parse.sentences[parse.sentence_of[draft.anchor]]
    after = parse.tokens[draft.anchor + 1 : min(end, draft.anchor + 8)]
    if any(t.text == ":" or quotes.around(t.start) is not None for t in after):
        return True
    if any(t.index > draft.anchor for t in parse.dependents(draft.anchor, "ccomp", "xcomp", "obj")):
        return True
    return draft.addressee is None and bool(after) and after[0].upos in _CONTENT_WORDS and after[0].text not in DAYS


def _speaker_before(parse: Parse, cue: int, first: int) -> tuple[int, int] | None:
    """Return head and first token of the noun phrase between a comma or closing mark and the cue."""
    last = cue - 1
    if last <= first or parse.tokens[last].upos not in _NOMINAL:
        return None
    start = last
    while start > first and last - start < _LONGEST_SPEAKER and not _bounds(parse, start - 1):
        start -= 1
    if start <= first or not _bounds(parse, start - 1):
        return None
    inside = range(start, last + 1)
    if any(parse.tokens[i].upos in ("VERB", "AUX", "SCONJ", "CCONJ") for i in inside):
        return None
    head = next((i for i in inside if parse.tokens[i].head not in inside and parse.tokens[i].upos in _NOMINAL), last)
    return head, start


def _bounds(parse: Parse, index: int) -> bool:
    return parse.tokens[index].text in _BOUNDARY or parse.tokens[index].text == "''"
