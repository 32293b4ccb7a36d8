"""How much of an input is taken before it is refused.

HTML and XML parsers are quadratic in nesting depth and in attributes a tag: at depth 1,000 or 1,000 attributes each of
the usual parsers stays below 0.03 s, at 100,000 they need minutes. The bounds below keep every parser on the cheap side
of that curve; real news pages stay well under a tenth of each. A page at the bound of tags takes 4 s, the dearest here.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Upper bounds of one input; sizes in bytes of the input, after decompression.

    `line`: one line of a JSONL file. `text`: a plain text file. `page`: an HTML page or fragment. `feed`: a feed file.
    `depth`, `attributes`, `tag`, `tags`: nesting, attributes a tag, characters a tag, tags a page.
    `weight`: sum of the depths of all elements (a page at 90,000 elements and depth 450 on average takes 7 s).
    `feed_depth`: nesting of a feed's XML. `record`: one record of a web archive, `heading`: its headers.
    """

    line: int = 20_000_000
    text: int = 20_000_000
    page: int = 5_000_000
    feed: int = 10_000_000
    depth: int = 1_000
    attributes: int = 500
    tag: int = 65_536
    tags: int = 100_000
    weight: int = 10_000_000
    feed_depth: int = 256
    record: int = 1_000_000_000
    heading: int = 1_000_000
