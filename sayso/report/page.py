"""A reading as one HTML page: the marked text beside its records, linked both ways, nothing loaded from anywhere."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sayso.model import Reading
from sayso.report.marks import Segment, lines, marks_of
from sayso.report.phrases import clip, name_of, visible, when_of

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def environment() -> Environment:
    """Return the template environment: everything is escaped, and an unknown name is an error."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("sayso.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["clip"] = clip
    made.filters["visible"] = visible
    return made


def render_readings(readings: Sequence[Reading]) -> str:
    """Return one self-contained page with all readings, one article each."""
    template = environment().get_template("reading.html")
    return template.render(
        readings=readings, blocks=blocks, name_of=name_of, when_of=when_of, script_hash=script_hash("reading.js")
    )


def script_hash(name: str) -> str:
    """Return the Content-Security-Policy hash of a packaged script as the template includes it."""
    script = environment().get_template(name).render()
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def blocks(reading: Reading) -> Iterator[list[Segment]]:
    """Yield the marked segments of each line that is not blank."""
    return lines(reading.document.text, marks_of(reading))
