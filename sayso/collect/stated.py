"""What a page states about itself: title, byline, outlet, dates, address, language and whom it took the text from.

Only JSON-LD, meta tags, microdata and links are asked, in the order of `resources/page_fields.tsv`; dates are never
looked for in running text or addresses, so a page that states none has none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from sayso.collect.facts import Facts, language_tag, web_address
from sayso.collect.limits import Limits
from sayso.collect.markup import line_text
from sayso.collect.moments import Stated, stated
from sayso.resources.tables import table

_LD_LIMIT: Final = 500_000
_NAMES: Final = ("name", "legalName", "alternateName", "headline")
_ADDRESSES: Final = ("url", "@id")


def page_facts(tree: Any, *, limits: Limits) -> Facts:
    """Collect what the lxml `tree` of a page states about itself."""
    article = _article(tree)

    def first(field: str) -> str | None:
        return next(
            (line for value in _values(tree, article, field) if (line := line_text(value, limits=limits))), None
        )

    def moment(field: str) -> Stated | None:
        return next((found for value in _values(tree, article, field) if (found := stated(value))), None)

    return Facts(
        title=first("title"),
        byline=_person(first("byline")),
        outlet=first("outlet"),
        url=next((link for value in _values(tree, article, "url") if (link := web_address(value))), None),
        published=moment("published"),
        modified=moment("modified"),
        language=language_tag(first("language")),
        origin=first("origin"),
    )


@cache
def _fields() -> dict[str, tuple[tuple[str, str], ...]]:
    rows = table("page_fields")
    return {r["field"]: tuple((x["place"], x["name"]) for x in rows if x["field"] == r["field"]) for r in rows}


def _values(tree: Any, article: dict[str, Any], field: str) -> Iterator[str]:
    for place, name in _fields()[field]:
        match place:
            case "json-ld":
                yield from _ld_values(article.get(name), field)
            case "meta":
                yield from _meta(tree, name)
            case "itemprop":
                yield from _marked(tree, "itemprop", name)
            case "time":
                yield from (e.get("datetime") or "" for e in tree.iter("time") if name in e.attrib)
            case "link":
                yield from (e.get("href") or "" for e in tree.iter("link") if (e.get("rel") or "").lower() == name)
            case _:
                yield tree.get(name) or ""


def _meta(tree: Any, name: str) -> Iterator[str]:
    for element in tree.iter("meta"):
        if any((element.get(key) or "").strip().lower() == name for key in ("property", "name", "http-equiv")):
            yield element.get("content") or ""


def _marked(tree: Any, attribute: str, name: str) -> Iterator[str]:
    for element in tree.iter():
        if isinstance(element.tag, str) and element.get(attribute) == name:
            yield element.get("content") or element.get("datetime") or "".join(element.itertext())


def _ld_values(value: Any, field: str) -> Iterator[str]:
    """Yield the strings that a JSON-LD value gives: itself, its names, or its addresses where only those are there."""
    keys = _ADDRESSES if field == "url" else _NAMES + _ADDRESSES
    match value:
        case str():
            yield value
        case dict():
            publisher = value.get("publisher") if field == "origin" else None
            yield from _ld_values(publisher, field)
            yield from (value[key] for key in keys if isinstance(value.get(key), str))
        case list() if field == "byline":
            names = [next(_ld_values(item, field), "") for item in value[:20] if not isinstance(item, list)]
            yield ", ".join(filter(None, names))
        case list():
            for item in value[:20]:
                if not isinstance(item, list):
                    yield from _ld_values(item, field)


def _article(tree: Any) -> dict[str, Any]:
    """Return the page's JSON-LD article object, the first where it has several, {} where it has none."""
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json":
            for thing in _things(script.text or ""):
                if any(isinstance(kind, str) and kind.endswith(_ARTICLE_ENDINGS) for kind in _kinds(thing)):
                    return thing
    return {}


_ARTICLE_ENDINGS: Final = ("Article", "Report", "BlogPosting", "Posting")  # schema.org types below Article


def _things(source: str) -> Iterator[dict[str, Any]]:
    if len(source) > _LD_LIMIT:
        return
    try:
        data = json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return
    for thing in data if isinstance(data, list) else [data]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            yield from (part for part in (graph if isinstance(graph, list) else []) if isinstance(part, dict))


def _kinds(thing: dict[str, Any]) -> list[Any]:
    kinds = thing.get("@type")
    return kinds if isinstance(kinds, list) else [kinds]


def _person(byline: str | None) -> str | None:
    """Return the byline without its "By", None where it is an address (a profile page names nobody)."""
    if byline is None or web_address(byline):
        return None
    return byline[3:].strip() or None if byline[:3].lower() == "by " else byline
