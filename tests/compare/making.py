"""Documents and readings for the tests of the comparison, made from a line or two."""

from __future__ import annotations

from datetime import UTC, date, datetime

from gates.compare import as_reading
from sayso.model import Document, Reading

STORY = """Rebels in the Sarn highlands have seized two villages on the road to Metra, the provincial governor said.
Governor Idris Okoba said that about 4,000 people had fled towards the lake.

The army claimed that it had killed twenty fighters in air strikes on Sunday. A rebel spokesman, Jonas Beyr, dismissed
the figure as fantasy and said no fighter had been hurt.

Aid workers reported that the only bridge to Metra had been destroyed. They warned that food stores would last for six
days. Neighbouring Tolu has put its brigade at the border on alert."""


def told(
    name: str,
    text: str = STORY,
    *,
    outlet: str | None = None,
    day: int | None = None,
    hour: int | None = None,
    fetched: datetime | None = None,
    url: str | None = None,
    origin: str | None = None,
) -> Reading:
    """Return a reading of a text put out on a day of March 2031, cut into sentences and nothing more."""
    published = date(2031, 3, day) if day is not None else None
    at = datetime(2031, 3, day, hour, tzinfo=UTC) if day is not None and hour is not None else None
    return as_reading(
        Document(
            id=name,
            text=text,
            outlet=outlet or f"Outlet {name}",
            published=published,
            published_at=at,
            fetched=fetched,
            url=url,
            origin=origin,
        )
    )
