"""Quotations and their cues: contents snap to marks, bare cues find their quotation, loose ones a speaker."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Final

from sayso.model import Span
from sayso.read.language.parse import Parse
from sayso.read.quotations import Quotations, Quoted
from sayso.read.statements.draft import Draft

_SHORTEST_FREE: Final = 3
"""Words; a quotation that makes a sentence of its own has at least so many."""
_WIDEST_GAP: Final = 160
"""Characters between a quotation and a cue in the same sentence: a long title and name."""
_NARROW_GAP: Final = 40
"""Characters between a short quotation ("No,") and its cue."""
_SHORT_SENTENCE: Final = 30
"""Tokens; a longer sentence without content of its own does not speak for the quotation before it."""


@dataclass(slots=True)
class Quotes:
    """The outermost quotations of a text, and which of them have found their saying."""

    parse: Parse
    all: tuple[Quoted, ...]
    starts: list[int] = field(default_factory=list)
    inner: list[Span] = field(default_factory=list)
    taken: dict[int, Draft] = field(default_factory=dict)

    @classmethod
    def of(cls, parse: Parse, quotations: Quotations) -> Quotes:
        """Collect the outermost quotations."""
        outer = quotations.outermost
        return cls(parse, outer, [q.span.start for q in outer], [q.span for q in quotations.quoted if q.depth])

    def around(self, offset: int) -> int | None:
        """Return the number of the quotation that holds the character at `offset`."""
        number = bisect_right(self.starts, offset) - 1
        return number if number >= 0 and self.all[number].span.end > offset else None

    def touching(self, span: Span) -> range:
        """Return the numbers of the quotations that share a character with `span`."""
        first = bisect_right(self.starts, span.start) - 1
        if first < 0 or self.all[first].span.end <= span.start:
            first += 1
        return range(first, bisect_left(self.starts, span.end))

    def near(self, span: Span) -> list[Span]:
        """Return outer and inner quotations that may touch `span`."""
        first = bisect_left(self.inner, Span(span.start, span.start))
        last = bisect_left(self.inner, Span(span.end, span.end))
        return [self.all[n].span for n in self.touching(span)] + self.inner[max(0, first - 1) : last]


def settle(drafts: list[Draft], quotes: Quotes) -> None:
    """Bring all drafts and all quotations together; changes the drafts' contents in place."""
    for draft in drafts:
        snap(quotes, draft)
    for draft in drafts:
        if draft.quotable and draft.anchor >= 0:
            _find(quotes, draft)
    for draft in drafts:
        _own_voice(quotes, draft)
        _carry_on(quotes, draft)
    _free(quotes, drafts)


def snap(quotes: Quotes, draft: Draft) -> None:
    """Let contents end where their quotation ends; inside a quotation nothing reaches beyond it."""
    home = quotes.around(quotes.parse.tokens[draft.anchor].start)
    if home is not None:
        inside = quotes.all[home].inner
        draft.content = [Span(max(c.start, inside.start), min(c.end, inside.end)) for c in draft.content
                         if c.start < inside.end and inside.start < c.end]  # fmt: skip
        return
    snapped: list[Span] = []
    for span in draft.content:
        start, end = span.start, span.end
        for number in quotes.touching(span):
            quoted = quotes.all[number].span
            start, end = min(start, quoted.start), max(end, quoted.end)
            if _is_long(quotes, number) or quoted.contains(span):
                quotes.taken.setdefault(number, draft)
        snapped.append(Span(start, end))
    draft.content = _joined(snapped)


def _joined(spans: list[Span]) -> list[Span]:
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _is_long(quotes: Quotes, number: int) -> bool:
    return quotes.all[number].inner.of(quotes.parse.text).count(" ") + 1 >= _SHORTEST_FREE


def _find(quotes: Quotes, draft: Draft) -> None:
    """Give a cue that has no content, or only what looks like its inverted subject, the quotation beside it."""
    parse = quotes.parse
    anchor = parse.tokens[draft.anchor]
    if quotes.around(anchor.start) is not None:
        return
    first, end = parse.sentences[parse.sentence_of[draft.anchor]]
    sentence = Span(parse.tokens[first].start, parse.tokens[end - 1].end)
    before = _before(quotes, draft, sentence, tokens=end - first)
    if draft.content and not (before is not None and _prevails(quotes, before, draft)):
        return
    number = before if before is not None else _after(quotes, draft, sentence)
    if number is None:
        return
    if draft.content and draft.source is None:
        draft.source = parse.token_at(draft.content[0].start)
    if draft.rule == "verb:obj":
        draft.source = _inverted(parse, draft)
    if draft.source is not None and draft.source == draft.addressee:
        draft.addressee = None
    draft.content = [_with_object(parse, draft, quotes.all[number].span)]
    draft.rule = "verb:quote"
    quotes.taken[number] = draft


def _own_voice(quotes: Quotes, draft: Draft) -> None:
    """A speaker does not stand inside his own quotation: look behind the cue, else let him be nobody."""
    parse = quotes.parse
    if draft.source is None or draft.anchor < 0:
        return
    home = quotes.around(parse.tokens[draft.source].start)
    if home is None or home == quotes.around(parse.tokens[draft.anchor].start) or quotes.taken.get(home) is not draft:
        return
    end = parse.sentences[parse.sentence_of[draft.anchor]][1]
    behind = range(draft.anchor + 1, min(end, draft.anchor + 12))
    nouns = (i for i in behind if parse.tokens[i].upos in ("NOUN", "PROPN", "PRON"))
    first = next(nouns, None)
    while first is not None and draft.anchor < parse.tokens[first].head < end and parse.tokens[first].head > first:
        first = parse.tokens[first].head
    draft.source = first


def _prevails(quotes: Quotes, number: int, draft: Draft) -> bool:
    """Tell whether the quotation before a cue is its content, whatever the tree found behind the cue."""
    if draft.rule == "verb:obj" and _hugs(quotes, number, draft):
        return True
    span = quotes.all[number].span
    if any(quotes.around(c.start) is not None for c in draft.content):
        return False
    return quotes.parse.text[max(0, span.end - 2) : span.end].startswith(",") and _is_long(quotes, number)


def _with_object(parse: Parse, draft: Draft, span: Span) -> Span:
    """Return the quotation, with the object before it where the cue says what something is called."""
    if not draft.naming or span.start < parse.tokens[draft.anchor].start:
        return span
    between = [t.start for t in parse.dependents(draft.anchor, "obj", "obl", "xcomp") if t.start < span.start]
    if not between:
        return span
    last = max(draft.cue)
    return Span(parse.tokens[last + 1].start, span.end) if last + 1 < len(parse.tokens) else span


def _inverted(parse: Parse, draft: Draft) -> int | None:
    """Return the object that is really the subject: "said the minister"."""
    behind = [t.index for t in parse.dependents(draft.anchor, "obj", "nsubj") if t.index > draft.anchor]
    return behind[0] if behind else draft.source


def _hugs(quotes: Quotes, number: int, draft: Draft) -> bool:
    """Tell whether nothing but white space and commas lies between the quotation and the cue."""
    start = min(quotes.parse.tokens[i].start for i in draft.cue)
    return not quotes.parse.text[quotes.all[number].span.end : start].strip(" ,\t\n")


def _before(quotes: Quotes, draft: Draft, sentence: Span, *, tokens: int) -> int | None:
    parse = quotes.parse
    start = parse.tokens[min(draft.cue)].start
    number = bisect_right(quotes.starts, start) - 1
    if number < 0 or number in quotes.taken:
        return None
    span = quotes.all[number].span
    gap = parse.text[span.end : start]
    if "\n\n" in gap or len(gap) > _WIDEST_GAP or (not _is_long(quotes, number) and len(gap) > _NARROW_GAP):
        return None
    if span.end > sentence.start:
        return number if _ends_open(parse.text, span, gap) else None
    lonely = not parse.text[span.end : sentence.start].strip()
    return number if lonely and tokens <= _SHORT_SENTENCE and _closes(parse, draft) else None


def _ends_open(text: str, span: Span, gap: str) -> bool:
    """Tell whether a speech clause may follow: the quotation ends in a comma or stop, or a comma follows."""
    return text[max(0, span.end - 2) : span.end].strip("”\"’'»“") in {
        ",",
        "?",
        "!",
        ".",
        "…",
        "-",
        "—",
    } or gap.lstrip().startswith(",")


def _closes(parse: Parse, draft: Draft) -> bool:
    """Tell whether the cue's own clause promises nothing more: no colon behind it."""
    end = parse.sentences[parse.sentence_of[draft.anchor]][1]
    return parse.tokens[end - 1].text != ":"


def _after(quotes: Quotes, draft: Draft, sentence: Span) -> int | None:
    parse = quotes.parse
    anchor = parse.tokens[draft.anchor]
    number = bisect_left(quotes.starts, anchor.end)
    if number >= len(quotes.all) or number in quotes.taken:
        return None
    start = quotes.all[number].span.start
    gap = parse.text[anchor.end : start]
    if start < sentence.end:
        return number if len(gap) <= _WIDEST_GAP else None
    colon = gap.rstrip().endswith((":", ","))
    if parse.text[sentence.end : start].strip() or len(gap) > 2 * _WIDEST_GAP:
        return None
    return number if colon or ("\n\n" not in gap and _is_long(quotes, number)) else None


def _carry_on(quotes: Quotes, draft: Draft) -> None:
    """Add the quotations that carry on a draft's own: interrupted by the cue, or in the next paragraph."""
    if draft.anchor < 0 or not draft.speech:
        return
    numbers = [n for span in draft.content for n in quotes.touching(span) if quotes.taken.get(n) is draft]
    while numbers:
        last = max(numbers)
        following = last + 1
        if following >= len(quotes.all) or following in quotes.taken or not _continues(quotes, last, following, draft):
            return
        quotes.taken[following] = draft
        draft.content.append(quotes.all[following].span)
        numbers = [following]


def _continues(quotes: Quotes, last: int, following: int, draft: Draft) -> bool:
    parse, here, there = quotes.parse, quotes.all[last].span, quotes.all[following]
    if there.continues and not quotes.all[last].closed:
        return True
    gap = parse.text[here.end : there.span.start]
    if "\n\n" in gap or (not _is_long(quotes, following) and not gap.strip(" ,")):
        return False
    if not gap.strip():
        return True
    cue = [parse.tokens[i] for i in draft.cue]
    if not any(here.end <= t.start < there.span.start for t in cue):
        return False
    end = parse.sentences[parse.sentence_of[draft.anchor]][1]
    closing = parse.tokens[end - 1].end
    return there.span.start < closing or not parse.text[closing : there.span.start].strip()


def _free(quotes: Quotes, drafts: list[Draft]) -> None:
    """Leave a sentence that is all quotation to the last speaker before it in the same or the previous paragraph."""
    spoken = sorted((d for d in drafts if d.speech and d.anchor >= 0 and d.content), key=lambda d: d.anchor)
    anchors = [quotes.parse.tokens[d.anchor].start for d in spoken]
    for number, quoted in enumerate(quotes.all):
        if number in quotes.taken or not _is_long(quotes, number) or not _stands_alone(quotes.parse.text, quoted.span):
            continue
        place = bisect_left(anchors, quoted.span.start) - 1
        while place >= 0 and quotes.around(anchors[place]) is not None:
            place -= 1
        if place < 0:
            continue
        gap = quotes.parse.text[anchors[place] : quoted.span.start]
        if gap.count("\n\n") <= 1:
            spoken[place].content.append(quoted.span)
            quotes.taken[number] = spoken[place]


def _stands_alone(text: str, span: Span) -> bool:
    """Tell whether a quotation is a sentence of its own."""
    before = text[max(0, span.start - 3) : span.start]
    opens = span.start == 0 or "\n" in before or before.rstrip()[-1:] in {".", "!", "?", "”", '"', ":"}
    ends = text[max(0, span.end - 2) : span.end].rstrip("”\"’'»“")[-1:] in {".", "!", "?", "…"}
    return opens and ends
