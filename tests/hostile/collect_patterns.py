"""Run as a script: print every regular expression that sayso compiles, with its flags, as JSON lines.

`re.compile` is wrapped before anything of sayso is imported; all modules are imported and a report is read and
reported on, so that patterns compiled on first use are seen too.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import sys
from pathlib import Path
from types import FrameType

_PACKAGE = str(Path(__file__).parent.parent.parent / "sayso")
_seen: dict[tuple[str, int], None] = {}
_real = re._compile  # type: ignore[attr-defined]


def _ours(frame: FrameType | None) -> bool:
    """Tell whether the nearest caller outside `re` and `functools` is a module of sayso."""
    while frame is not None and ("/re/" in frame.f_code.co_filename or frame.f_code.co_filename == __file__):
        frame = frame.f_back
    return frame is not None and frame.f_code.co_filename.startswith(_PACKAGE)


def _record(pattern: object, flags: object) -> object:
    if isinstance(pattern, str) and _ours(sys._getframe(1)):
        _seen[pattern, int(flags)] = None  # type: ignore[call-overload]
    return _real(pattern, flags)


def main(text: str) -> None:
    re._compile = _record  # type: ignore[attr-defined]
    package = importlib.import_module("sayso")
    for module in pkgutil.walk_packages(package.__path__, "sayso."):
        if not module.name.endswith(("__main__", "spacy", "migrations.env")):
            importlib.import_module(module.name)
    reading = package.read(text, published="2031-03-04")
    from sayso.report.sitrep import Filed, build_sitrep, to_html, to_markdown

    ids = {f.id: f.id for f in [*reading.statements, *reading.events]}
    day = reading.document.published
    made = build_sitrep([Filed(reading=reading, ids=ids)], first=day, last=day, reader="r")
    to_html(made)
    to_markdown(made)
    for pattern, flags in _seen:
        sys.stdout.write(json.dumps([pattern, flags]) + "\n")


if __name__ == "__main__":
    main(sys.stdin.read())
