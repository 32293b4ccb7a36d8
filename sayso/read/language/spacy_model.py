"""Any spaCy pipeline as the language step (extra `sayso[spacy]`): a spaCy `Doc` turned into a `Parse`.

Nothing here imports spaCy: the pipeline comes from the caller. Every token is one spaCy token; white-space tokens are
left out. What a pipeline does not set is filled plainly: without a tree each sentence hangs flat on its first verb,
without sentences a full stop ends one, without entities there are no names.
"""

from __future__ import annotations

import re
import threading
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, Final

from sayso.read.language.clear import Word, flatten_name, is_clear, rename, to_universal
from sayso.read.language.lemmas import lemma_of
from sayso.read.language.parse import Name, Parse, Token
from sayso.read.language.spacy_tags import tags_of
from sayso.read.language.windows import paragraphs
from sayso.resources.tables import table

_LONGEST: Final = 200
"""Words; a longer sentence is cut. Ours has at most 160 a window, and the rules that read trees count on a bound."""
_AHEAD: Final = 1000
"""Characters within which a token is looked for when a tokenizer changed the text around it."""
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_BREAK: Final = re.compile(r"\n[^\S\n]*\n")
_END: Final = frozenset({".", "!", "?", "…", "...", "?!", "!?"})
_CLOSING: Final = frozenset("\"'”’»)]") | {"''", "-RRB-"}

_MARKS: Final = 4  # closing marks behind one full stop; more are noise

_Place = tuple[int, int]


class SpacyModel:
    """A spaCy pipeline as a `LanguageModel`; texts go through one by one, so that no batch changes a reading.

    Labels may be CLEAR's (spaCy's own English pipelines) or Universal Dependencies. A text longer than the pipeline's
    `max_length` is read in parts, cut between paragraphs where there are any.
    """

    def __init__(self, nlp: Any) -> None:
        """Take a loaded pipeline (`spacy.language.Language`)."""
        self._nlp = nlp
        self._lock = threading.Lock()  # spaCy's store of strings grows with every text

    @property
    def version(self) -> str:
        """Language, name and version of the pipeline, as its meta data has them."""
        meta = self._nlp.meta
        return f"spacy-{meta.get('lang', '')}_{meta.get('name', '')}-{meta.get('version', '')}"

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """Parse each text; see `LanguageModel.parse`. Only an error of the pipeline's own components is raised."""
        return [self._parse(text) for text in texts]

    def _parse(self, text: str) -> Parse:
        readable = _SURROGATE.sub("\ufffd", text)  # spaCy keeps strings as UTF-8, which has no lone surrogates
        parts = []
        for start, end in _parts(readable, self._nlp.max_length):
            with self._lock:
                doc = self._nlp(readable[start:end])
            parts.append((start, parse_of(doc, text=text[start:end])))
        return parts[0][1] if len(parts) == 1 else _joined(text, parts)


def parse_of(doc: Any, *, text: str | None = None) -> Parse:
    """Return what a spaCy `Doc` says as a `Parse` of `text`, by default the doc's own text.

    `text` may differ from the doc's where its tokenizer changed the space between words, or a character for another.
    """
    stored: str = doc.text if text is None else text
    kept = [(token, place) for token, place in zip(doc, _places(doc, stored), strict=True) if place is not None]
    number = {token.i: index for index, (token, _) in enumerate(kept)}
    words = [_word(token, stored[start:end]) for token, (start, end) in kept]
    sentences = _sentences(doc, stored, kept)
    has_tree = bool(doc.has_annotation("DEP"))
    heads = [number.get(_kept_head(token, number), index) for index, (token, _) in enumerate(kept)]
    names = tuple(sorted(_names(doc, number, words, sentences), key=_opens))
    clear = is_clear([word.relation for word in words])
    for first, end in sentences:
        sentence = words[first:end]
        _plant(sentence, [head - first for head in heads[first:end]] if has_tree else None)
        here = slice(bisect_left(names, first, key=_opens), bisect_left(names, end, key=_opens))
        _convert(sentence, names[here], first, clear=clear)
        for word in sentence:
            word.head += first
    return Parse(
        text=stored,
        tokens=tuple(_token(index, place, stored, words[index]) for index, (_, place) in enumerate(kept)),
        sentences=tuple(sentences),
        names=names,
    )


def _parts(text: str, longest: int) -> Iterator[_Place]:
    """Yield ranges of at most `longest` characters: whole paragraphs if possible, whole words if not."""
    start = 0
    while len(text) - start > longest:
        limit = start + longest
        ends = [m.end() for m in _BREAK.finditer(text, start, limit)]
        space = max(text.rfind(" ", start + 1, limit), text.rfind("\n", start + 1, limit))
        end = ends[-1] if ends else space + 1 if space > start else limit
        yield start, end
        start = end
    yield start, len(text)


def _joined(text: str, parts: list[tuple[int, Parse]]) -> Parse:
    tokens: list[Token] = []
    sentences: list[_Place] = []
    names: list[Name] = []
    for offset, parse in parts:
        base = len(tokens)
        tokens += [
            replace(t, index=base + t.index, start=offset + t.start, end=offset + t.end, head=base + t.head)
            for t in parse.tokens
        ]
        sentences += [(base + first, base + end) for first, end in parse.sentences]
        names += [Name(base + n.first, base + n.last, n.label) for n in parse.names]
    return Parse(text=text, tokens=tuple(tokens), sentences=tuple(sentences), names=tuple(names))


def _places(doc: Any, text: str) -> Iterator[_Place | None]:
    """Yield where each token of the doc stands in `text`; None for white space and for what is not there."""
    done, same = 0, len(doc.text) == len(text)
    for token in doc:
        word: str = token.text
        start = token.idx
        if not same and not (start >= done and text.startswith(word, start)):
            start = text.find(word, done, done + _AHEAD + len(word))
        if token.is_space or not word or start < done:
            yield None
        else:
            done = start + len(word)
            yield start, done


def _word(token: Any, text: str) -> Word:
    upos, xpos = tags_of(text, upos=token.pos_, xpos=token.tag_, features=token.morph.to_dict(), relation=token.dep_)
    return Word(text.lower(), lemma_of(text, xpos), upos, xpos, 0, token.dep_ or "dep")


def _kept_head(token: Any, number: dict[int, int]) -> int:
    """Return the nearest governor that is kept, the token itself if there is none."""
    head = token.head
    for _ in range(_LONGEST):
        if head.i in number or head.i == head.head.i:
            break
        head = head.head
    return int(head.i)


def _sentences(doc: Any, text: str, kept: list[tuple[Any, _Place]]) -> list[_Place]:
    """Return token ranges: the pipeline's sentences, or those that full stops end, cut between paragraphs."""
    opens = [words[0][0] for words in paragraphs(text)]
    stated = bool(doc.has_annotation("SENT_START"))
    starts: list[int] = []
    paragraph, fresh, since = -1, True, 0
    for index, (token, (start, _)) in enumerate(kept):
        if stated:
            before = kept[index - 1][0].i + 1 if index else 0
            fresh = any(doc[i].is_sent_start for i in range(before, token.i + 1))
        elif index:
            fresh = _ended(kept, index)
        here = bisect_right(opens, start)
        if fresh or here != paragraph or index - since >= _LONGEST:
            starts.append(index)
            since = index
        paragraph = here
    if starts:
        starts[0] = 0
    return list(zip(starts, [*starts[1:], len(kept)], strict=True)) if kept else []


def _ended(kept: list[tuple[Any, _Place]], index: int) -> bool:
    """Tell whether a sentence ends before this token: a full stop, perhaps with closing marks close behind it."""

    def closes(place: int) -> bool:
        return kept[place][0].text in _CLOSING and kept[place][1][0] == kept[place - 1][1][1]

    before = index - 1
    while before > 0 and closes(before) and index - before < _MARKS:
        before -= 1
    return kept[before][0].text in _END and not closes(index) and kept[index][0].text not in _END


@cache
def _labels() -> dict[str, str]:
    return {row["label"]: row["name"] for row in table("language/spacy_names")}


def _names(doc: Any, number: dict[int, int], words: list[Word], sentences: list[_Place]) -> Iterator[Name]:
    """Yield the doc's entities that are names of ours, without article and possessive ending, within one sentence."""
    ends = [end for _, end in sentences]
    for entity in doc.ents:
        label = _labels().get(entity.label_.upper())
        inside = [number[i] for i in range(entity.start, entity.end) if i in number]
        if label is None or not inside:
            continue
        first = inside[0]
        last = min(inside[-1], ends[bisect_right(ends, first)] - 1)
        if words[first].upos == "DET" and first < last:
            first += 1
        if words[last].xpos == "POS" and first < last:
            last -= 1
        yield Name(first, last, label)


def _plant(words: list[Word], heads: list[int] | None) -> None:
    """Give the words of one sentence heads that form one tree; `heads` may point outside or in circles, or be None."""
    count = range(len(words))
    if heads is None:
        root = next((i for i in count if words[i].upos == "VERB"), 0)
        heads = [root] * len(words)
        for index in count:
            words[index].relation = "punct" if words[index].upos == "PUNCT" else "dep"
    loose = [i for i in count if heads[i] == i or heads[i] not in count]
    root = next((i for i in loose if heads[i] == i), loose[0] if loose else 0)
    for index in loose:
        if index != root:
            words[index].relation = "parataxis" if heads[index] == index else "dep"
            heads[index] = root
    heads[root], words[root].relation = root, "root"
    for index in _unrooted(heads, root):
        heads[index], words[index].relation = root, "dep"
    for index in count:
        words[index].head = heads[index]


def _unrooted(heads: list[int], root: int) -> list[int]:
    """Return one word of each circle of heads."""
    seen = [0] * len(heads)
    seen[root] = -1
    found = []
    for start in range(len(heads)):
        here = start
        while not seen[here]:
            seen[here] = start + 1
            here = heads[here]
        if seen[here] == start + 1 and here != root:
            found.append(here)
    return found


def _opens(name: Name) -> int:
    return name.first


def _convert(words: list[Word], names: Sequence[Name], first: int, *, clear: bool) -> None:
    if not clear:
        rename(words)
        return
    for name in names:
        if name.label == "PER":
            flatten_name(words, name.first - first, name.last - first)
    to_universal(words)


def _token(index: int, place: _Place, text: str, word: Word) -> Token:
    start, end = place
    return Token(index, start, end, text[start:end], word.lemma, word.upos, word.xpos, word.head, word.relation)
