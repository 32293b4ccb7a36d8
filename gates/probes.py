"""Measures factuality on our probe sentences: feared, denied, planned, demanded, conditional, negated, past.

    python -m gates.probes [--show]

`tests/probes/*.tsv` say for a trigger how its nearest (or outermost) sayer presents it. Two figures count: the share
that is right, and how many are stored as certain for somebody whom the probe does not call certain.
"""

from __future__ import annotations

import argparse
import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sayso.model import AUTHOR, Document, EventMention, Factuality, Kind, Presented, Reading, Span
from sayso.read.pipeline import Reader

FOLDER: Final = Path(__file__).parent.parent / "tests" / "probes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """One sentence, one trigger, and what is expected of it; `value` "none" wants no event at all."""

    kind: str
    sentence: str
    trigger: str
    sayer: str
    value: str


def load(file: Path) -> list[Probe]:
    """Return the probes of one file."""
    with file.open(encoding="utf-8", newline="") as rows:
        return [
            Probe(kind=r["class"], sentence=r["sentence"], trigger=r["trigger"], sayer=r["sayer"], value=r["value"])
            for r in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def event_at(probe: Probe, reading: Reading) -> EventMention | None:
    """Return the event that was found at the probe's trigger."""
    start = probe.sentence.index(probe.trigger)
    span = Span(start, start + len(probe.trigger))
    return next((e for e in reading.events if any(t.overlaps(span) for t in e.trigger)), None)


def is_right(probe: Probe, event: EventMention | None) -> bool:
    """Tell whether the sayer that the probe means presents the trigger as expected."""
    if event is None:
        return probe.value == "none"
    if probe.value == "none":
        return False
    return _asked(probe, event.factuality).value.value == probe.value


def _asked(probe: Probe, values: tuple[Presented, ...]) -> Presented:
    sayers = [p for p in values if p.source != AUTHOR]
    return sayers[-1] if probe.sayer == "outer" and sayers else values[0]


def wrongly_certain(probe: Probe, event: EventMention | None, reading: Reading) -> list[str]:
    """Return for whom the event is stored as certain although the probe does not allow it.

    Where the probe asks for the outermost sayer, what he denies may be certain for those whose saying he denies.
    """
    if event is None or probe.value in ("CT+", "none"):
        return []
    said = (Kind.REPORT, Kind.CLAIM, Kind.ACCUSE)
    reporters = set[str]()
    if probe.sayer == "outer":
        reporters = {s.id for s in reading.statements if s.kind in said} | {p.source for p in event.factuality[:-2]}
    return [p.source for p in event.factuality if p.value is Factuality.CERTAIN and p.source not in reporters]


def measure(data: Path | None) -> dict[str, float]:
    """Return the figures over all probes of the repository; `data` is not used."""
    del data
    probes = [p for file in sorted(FOLDER.glob("*.tsv")) for p in load(file)]
    results = _read(probes)
    right = sum(is_right(p, e) for p, e, _ in results)
    certain = sum(bool(wrongly_certain(p, e, r)) for p, e, r in results)
    return {
        "right": round(100 * right / len(probes), 1),
        "wrongly_certain": float(certain),
        "probes": float(len(probes)),
    }


def _read(probes: list[Probe]) -> list[tuple[Probe, EventMention | None, Reading]]:
    documents = (Document(id=str(i), text=p.sentence) for i, p in enumerate(probes))
    return [(p, event_at(p, r), r) for p, r in zip(probes, Reader().pipe(documents), strict=True)]


def main() -> int:
    """Print the figures, and with `--show` each probe of the open file that fails."""
    arguments = argparse.ArgumentParser(description="Measure factuality on the probes.")
    arguments.add_argument("--show", action="store_true")
    if arguments.parse_args().show:
        for probe, event, reading in _read(load(FOLDER / "probes.tsv")):
            if not is_right(probe, event) or wrongly_certain(probe, event, reading):
                got = " ".join(f"{p.source}={p.value.value}" for p in event.factuality) if event else "no event"
                print(f"{probe.kind}: wanted {probe.value}, got {got}: {probe.sentence} [{probe.trigger}]")
    print(measure(None))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
