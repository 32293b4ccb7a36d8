"""Words: a text cut into the syntactic words of English Universal Dependencies (EWT and GUM conventions).

One compiled pattern, alternatives in order of precedence; every repetition that can fail late is bounded, so the time
is linear in the text (a hyphenated run of 50,000 letters would otherwise be scanned from every hyphen).

>>> [text[a:b] for text in ["He can't go."] for a, b in find_words(text)]
['He', 'ca', "n't", 'go', '.']
"""

from __future__ import annotations

import re
from functools import cache

from sayso.resources.tables import table

_APOSTROPHE = "'’‘`ʼ"
_LETTER = r"[^\W\d_]"


@cache
def _pattern() -> re.Pattern[str]:
    rows = table("language/abbreviations")
    stops = [row["word"] for row in rows if row["kind"] == "abbreviation"]
    prefixes = [row["word"] for row in rows if row["kind"] == "prefix"]
    stopped = "|".join(sorted(map(re.escape, stops), key=len, reverse=True))
    prefixed = "|".join(sorted(prefixes, key=len, reverse=True))
    a, w = _APOSTROPHE, _LETTER
    return re.compile(
        rf"""
          (?:https?://|www\.)[^\s<>"”)\]]{{0,500}}[^\s<>"”)\].,;:!?'’]
        | [\w.+-]{{1,40}}@[\w-]{{1,40}}(?:\.[\w-]{{1,40}}){{1,6}}
        | \w[\w.]{{0,40}}@\w{{1,40}}
        | [\w-]{{1,60}}\.(?i:docx?|pdf|xlsx?|pptx?|html?|txt|jpe?g|png|zip|csv)\b
        | [a-zA-Z0-9-]{{1,63}}\.(?:com|org|net|gov|edu|info)(?:/[^\s)\]"]{{0,300}})?\b
        | [\#@][A-Za-z_]\w{{1,100}}
        | [:;=]-?[)(DPp](?!\w) | <3
        | (?:{w}\.){{2,}}(?!{w}{{2}}) | \b(?:{stopped})\.(?=\W|$) | \b[A-Z]\.(?=\s+[A-Z{a}])
        | \b(?:[ap]\.m|i\.e|e\.g)\.?
        | \b(?:[bB]/c|[wW]/o|[cC]/o)\b | \b\d{{3}}-\d{{4}}\b
        | \d+(?:st|nd|rd|th|s)\b | \d+(?:[.,:/]\d+)*(?:-\d{{1,20}}(?:-\d{{1,20}})+)?
        | \bcan(?=not\b) | (?<=\bcan)not\b | \b(?:gon|wan)(?=na\b) | \bgot(?=ta\b) | \b(?:gim|lem)(?=me\b)
        | {w}{{1,40}}?(?=n[{a}]t\b) | n[{a}]t\b
        | (?<=\w)[{a}](?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M)\b
        | (?i:\b(?:{prefixed})-{w}+)(?=\W|$)
        | \b[A-Z]{{1,20}}-\d+\w*
        | {w}{{1,60}}[.](?={w}{{1,60}}[.]{w})[\w.]+
        | [A-Z]&[A-Z]\b
        | {w}\w*(?:[{a}](?!s\b|S\b|re\b|ve\b|ll\b|d\b|m\b){w}+)*
        | \.{{2,}} | … | -{{2,}} | [*=_~]{{2,}} | [.!?]{{2,}} | <{{2,}} | >{{2,}} | \${{2,}} | '' | ’’ | •
        | \S
        """,
        re.VERBOSE,
    )


@cache
def _joined() -> dict[str, int]:
    """Words that are two written as one ("dont"), and where the second begins."""
    pairs = (row["word"].split(" ") for row in table("language/abbreviations") if row["kind"] == "split")
    return {first + second: len(first) for first, second in pairs}


def find_words(text: str) -> list[tuple[int, int]]:
    """Return the half-open character range of each word of `text`, in order; white space belongs to none."""
    found: list[tuple[int, int]] = []
    joined = _joined()
    for match in _pattern().finditer(text):
        start, end = match.span()
        if end - start > 3 and text[end - 1] in "tT" and text[end - 3] in "nN" and text[end - 2] in _APOSTROPHE:
            found += [(start, end - 3), (end - 3, end)]
        elif end - start < 8 and (cut := joined.get(text[start:end].lower())):
            found += [(start, start + cut), (start + cut, end)]
        else:
            found.append((start, end))
    return found
