"""No feared, denied, planned, demanded, supposed or negated event is certain for anybody; most have the right value."""

from __future__ import annotations

from pathlib import Path

import pytest

from gates.probes import Probe, event_at, is_right, load, wrongly_certain
from sayso.model import Document, EventMention, Reading
from sayso.read.pipeline import Reader

Result = tuple[Probe, EventMention | None, Reading]
FOLDER = Path(__file__).parent
PROBES = [p for name in ("probes.tsv", "probes_held.tsv") for p in load(FOLDER / name)]


@pytest.fixture(scope="module")
def results() -> list[Result]:
    documents = [Document(id=str(i), text=p.sentence) for i, p in enumerate(PROBES)]
    return [(p, event_at(p, r), r) for p, r in zip(PROBES, Reader().pipe(documents), strict=True)]


def test_there_are_three_hundred_of_many_kinds() -> None:
    assert len(PROBES) >= 300
    assert len({p.sentence for p in PROBES}) >= 280
    kinds = {"feared", "denied", "planned", "demanded", "conditional", "negated", "history", "counterfactual"}
    assert kinds <= {p.kind for p in PROBES}
    assert all(p.trigger in p.sentence for p in PROBES)


def test_nothing_doubtful_is_certain_for_anybody(results: list[Result]) -> None:
    wrong = [(p.sentence, p.trigger, sources) for p, e, r in results if (sources := wrongly_certain(p, e, r))]
    assert wrong == []


def test_most_carry_the_right_value(results: list[Result]) -> None:
    wrong = [f"{p.kind}: {p.sentence} [{p.trigger}] wants {p.value}" for p, e, _ in results if not is_right(p, e)]
    assert len(wrong) <= 0.1 * len(results), "\n".join(wrong)
