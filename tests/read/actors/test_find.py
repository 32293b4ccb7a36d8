"""Who is who in short texts, on parses that are written down."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.model import Actor
from sayso.read.actors import find_cast
from tests.trees import Case, cases_of

CASES = cases_of(Path(__file__).parent / "cases.conllu")


def shown(text: str, actor: Actor) -> str:
    """Write an actor as the file of cases does."""
    roles = "; ".join(f"{role.title} of {role.of}" if role.of else role.title for role in actor.roles)
    mentions = "; ".join(span.of(text) for span in actor.mentions)
    return " | ".join([actor.name, actor.kind, actor.country or "-", actor.sector or "-", mentions, roles or "-"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:60])
def test_cast_of_a_text(case: Case) -> None:
    assert [shown(case.text, a) for a in find_cast(case.parse).actors] == case.comments.get("actor", [])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:60])
def test_country_and_sector_have_evidence(case: Case) -> None:
    for actor in find_cast(case.parse).actors:
        assert bool(actor.country or actor.sector) == bool(actor.evidence)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:60])
def test_heads_belong_to_mentions(case: Case) -> None:
    cast = find_cast(case.parse)
    for head, name in cast.by_head.items():
        token = case.parse.tokens[head]
        assert any(span.start < token.end and token.start < span.end for span in cast.actor(name).mentions)
