"""Cues that are no predicate: "according to N", "in the words of N", a headline's colon, the dash before a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sayso.model import Kind, Span
from sayso.read.clauses import base
from sayso.read.language.parse import Parse
from sayso.read.statements.draft import Draft
from sayso.read.statements.extent import clause, spans_of
from sayso.read.statements.lexicon import senses
from sayso.resources.tables import table

_PHRASES: Final = tuple(row["lemma"].split() for row in table("cues") if row["pos"] == "PREP")
_FIRST_WORDS: Final = frozenset(words[0] for words in _PHRASES)
_SPEAKERS: Final = frozenset(row["word"].split()[-1] for row in table("roles")) - {"people", "man", "men", "group"}
"""Last words of roles: "minister:", "defence ministry:"."""
_LONGEST_SPEAKER: Final = 7
"""Tokens before a headline's colon; longer ones are headings and lists."""
_CLAUSES: Final = frozenset({"ccomp", "xcomp", "advcl", "parataxis", "acl"})
_DASHES: Final = frozenset({"―", "—", "–", "--", "-"})


def read_phrases(parse: Parse) -> Iterator[Draft]:
    """Yield drafts for prepositional cues, headline colons and attribution dashes."""
    for token in parse.tokens:
        if token.lower in _FIRST_WORDS:
            draft = _prepositional(parse, token.index)
            if draft is not None:
                yield draft
    for number, (first, end) in enumerate(parse.sentences):
        draft = _colon(parse, number, first, end) or _dash(parse, first, end)
        if draft is not None:
            yield draft


def _phrase_at(parse: Parse, index: int) -> int:
    """Return how many tokens of a prepositional cue stand at `index`."""
    for words in _PHRASES:
        here = [t.lower for t in parse.tokens[index : index + len(words)]]
        if here == words:
            return len(words)
    return 0


def _prepositional(parse: Parse, index: int) -> Draft | None:
    length = _phrase_at(parse, index)
    if not length or index + length >= len(parse.tokens):
        return None
    source = _noun_after(parse, index + length)
    if source is None:
        return None
    words = " ".join(t.lower for t in parse.tokens[index : index + length])
    cue = senses(words, "PREP")[0]
    draft = Draft(anchor=index, rule="according-to", kind=cue.kind, speech=cue.speech, source=source, head=index)
    draft.cue = set(range(index, index + length))
    phrase = set(clause(parse, source)) | draft.cue
    draft.take(*_around(parse, index, phrase))
    return draft if draft.content else None


def _noun_after(parse: Parse, index: int) -> int | None:
    """Return the head of the noun phrase that starts at `index`."""
    sentence_end = parse.sentences[parse.sentence_of[index]][1]
    here = index
    for _ in range(len(parse.tokens)):
        token = parse.tokens[here]
        if token.head < index or token.head >= sentence_end or token.is_root:
            break
        if (
            base(token.relation) in ("obl", "nmod")
            and token.head > here
            and parse.tokens[token.head].upos in ("VERB", "ADJ")
        ):
            break
        here = token.head
    return here if parse.tokens[here].upos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X") else None


def _around(parse: Parse, index: int, phrase: set[int]) -> list[Span]:
    """Return the sentence around the phrase, up to a semicolon; a phrase inside a clause speaks for that clause."""
    first, end = parse.sentences[parse.sentence_of[index]]
    last = index
    while last + 1 < end and last + 1 in phrase:
        last += 1
    start = next((i + 1 for i in range(index - 1, first - 1, -1) if parse.tokens[i].text == ";"), first)
    stop = next((i for i in range(last + 1, end) if parse.tokens[i].text == ";"), end)
    if index == start or _tail(parse, last + 1, stop):
        return spans_of(parse, [i for i in range(start, stop) if not index <= i <= last])
    return spans_of(parse, [i for i in _clause_of(parse, index) if start <= i < stop and not index <= i <= last])


def _tail(parse: Parse, start: int, stop: int) -> bool:
    """Tell whether nothing but punctuation follows."""
    return all(parse.tokens[i].upos == "PUNCT" for i in range(start, stop))


def _clause_of(parse: Parse, index: int) -> list[int]:
    """Return the tokens of the clause that holds the token at `index`."""
    host = parse.tokens[index]
    while not host.is_root and base(host.relation) not in _CLAUSES:
        host = parse.tokens[host.head]
    return clause(parse, host.index)


def _colon(parse: Parse, number: int, first: int, end: int) -> Draft | None:
    """Read "N: what N says", at the head of a sentence."""
    stop = min(end, first + _LONGEST_SPEAKER + 1)
    at = next((i for i in range(first, stop) if parse.tokens[i].text == ":"), None)
    if at is None or at == first:
        return _colon_behind(parse, first, end)
    name = [i for i in range(first, at) if parse.tokens[i].upos != "PUNCT"]
    if not name or not _is_speaker(parse, name):
        return _colon_behind(parse, first, end)
    last = _paragraph_end(parse, number) if _is_transcript(parse, name) else end
    draft = Draft(anchor=at, rule="colon", kind=Kind.SAY, quotable=True, head=at)
    draft.cue = {at}
    draft.source = next((i for i in name if parse.tokens[i].head not in name or parse.tokens[i].is_root), name[-1])
    draft.source_span = parse.span(name[0], name[-1])
    draft.take(*spans_of(parse, list(range(at + 1, last))))
    return draft if draft.content else None


def _colon_behind(parse: Parse, first: int, end: int) -> Draft | None:
    """Read "what N says: N", a headline without a full stop."""
    if end - first < 4 or parse.tokens[end - 1].upos == "PUNCT":
        return None
    at = next((i for i in range(end - 2, max(first, end - 5), -1) if parse.tokens[i].text == ":"), None)
    if at is None or not _is_speaker(parse, list(range(at + 1, end))):
        return None
    draft = Draft(anchor=at, rule="colon", kind=Kind.SAY, head=at)
    draft.cue, draft.source = {at}, end - 1
    draft.source_span = parse.span(at + 1, end - 1)
    draft.take(*spans_of(parse, list(range(first, at))))
    return draft


def _is_transcript(parse: Parse, name: list[int]) -> bool:
    """Tell whether the speaker is written as in a transcript: capitals at the head of a paragraph that goes on."""
    return _opens_paragraph(parse, name[0]) and parse.span(name[0], name[-1]).of(parse.text).isupper()


def _opens_paragraph(parse: Parse, first: int) -> bool:
    return (
        first == 0
        or "\n" in parse.text[parse.tokens[first - 1].end : parse.tokens[first].start]
        or (parse.tokens[first].text in '"“')
    )


def _paragraph_end(parse: Parse, number: int) -> int:
    """Return the end of the paragraph, in tokens, that holds the sentence."""
    end = parse.sentences[number][1]
    for _, stop in parse.sentences[number + 1 :]:
        if "\n" in parse.text[parse.tokens[end - 1].end : parse.tokens[end].start]:
            break
        end = stop
    return end


def _is_speaker(parse: Parse, name: list[int]) -> bool:
    """Tell whether the words before a colon name somebody rather than a topic."""
    words = [parse.tokens[i] for i in name]
    if any(t.upos in ("VERB", "AUX", "ADV", "SCONJ", "NUM") for t in words):
        return False
    if any(t.upos == "PROPN" for t in words) and all(t.upos in ("PROPN", "NOUN", "ADJ", "ADP", "DET") for t in words):
        return words[-1].upos == "PROPN" or words[-1].lemma.lower() in _SPEAKERS
    return words[-1].lemma.lower() in _SPEAKERS


def _dash(parse: Parse, first: int, end: int) -> Draft | None:
    """A quotation, a dash and a name."""
    for at in range(max(first + 1, end - _LONGEST_SPEAKER - 1), end - 1):
        token = parse.tokens[at]
        if token.text in _DASHES and parse.text[max(0, token.start - 2) : token.start].strip()[-1:] in '”"’':
            name = [i for i in range(at + 1, end) if parse.tokens[i].upos != "PUNCT"]
            if name and all(parse.tokens[i].upos in ("PROPN", "NOUN", "ADP", "ADJ") for i in name):
                draft = Draft(anchor=at, rule="dash", kind=Kind.SAY, quotable=True, head=at)
                draft.cue, draft.source = {at}, name[0]
                draft.source_span = parse.span(name[0], name[-1])
                draft.take(*spans_of(parse, list(range(first, at))))
                return draft
    return None
