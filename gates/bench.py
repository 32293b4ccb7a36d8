"""Start, speed, memory and size, each in a process of its own, held against `[bench]` in `gates/floors.toml`.

python -m gates.bench
"""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import tomllib
from importlib.metadata import requires
from pathlib import Path
from typing import Final

from gates.__main__ import HERE, shortfalls

_IMPORT: Final = "import time; t = time.perf_counter(); import sayso; print(time.perf_counter() - t)"

_FIRST: Final = """
import time; t = time.perf_counter()
import sayso, resource, sys
sayso.read("Kelmar denied on Monday that its army had shelled Orsk in Ukraine.", published="2031-03-04")
first = time.perf_counter() - t
print(first)
"""

_WHOLE: Final = """
import json, resource, sys, time
from datetime import date
from pathlib import Path
from sayso.model import Document
from sayso.read.pipeline import Reader
from training.corpus import load
documents = [Document(id=d.id, text=d.text, published=date(2031, 3, 4)) for d in load([Path(sys.argv[1])])]
reader = Reader()
list(reader.pipe(documents[:3]))
words = 0
parsing = time.process_time()
for document in documents:
    words += len(reader.language.parse([document.text])[0].tokens)
parsing = time.process_time() - parsing
whole = time.process_time()
for _ in reader.pipe(documents):
    pass
whole = time.process_time() - whole
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({
    "words": words, "words_per_cpu_second": round(words / whole), "language_words_per_cpu_second": round(words /
    parsing), "whole_over_language": round(whole / parsing, 2), "peak_memory_mb":
    round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10), 1),
}))
"""


def _run(code: str, *arguments: str) -> str:
    done = subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def _best(code: str, times: int) -> float:
    return min(float(_run(code)) for _ in range(times))


def _installed_mb() -> float:
    """Return the size of the default install: our package and every distribution that it needs, without bytecode."""
    from importlib.metadata import PackageNotFoundError, distribution

    from packaging.requirements import Requirement

    wanted, total = ["sayso"], 0
    seen: set[str] = set()
    while wanted:
        name = wanted.pop().lower().replace("_", "-")
        if name in seen:
            continue
        seen.add(name)
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue
        files = [Path(str(found.locate_file(f))) for f in found.files or ()]
        total += sum(f.stat().st_size for f in files if f.suffix != ".pyc" and f.is_file())
        for line in requires(name) or ():
            need = Requirement(line)
            if need.marker is None or need.marker.evaluate({"extra": ""}):
                wanted.append(need.name)
    package = HERE.parent / "sayso"
    total += sum(f.stat().st_size for f in package.rglob("*") if f.is_file() and f.suffix != ".pyc")
    return total / 1e6


def measure() -> dict[str, float]:
    """Return all figures; seconds, megabytes, words a CPU second."""
    figures: dict[str, float] = {
        "import_seconds": round(_best(_IMPORT, 5), 3),
        "first_reading_seconds": round(_best(_FIRST, 3), 3),
        "install_mb": round(_installed_mb(), 1),
        "weights_mb": round((HERE.parent / "sayso/resources/language/model.onnx").stat().st_size / 1e6, 1),
    }
    figures |= json.loads(_run(_WHOLE, str(HERE.parent / "corpus/dev")))
    return figures


def main() -> int:
    """Print the figures and hold them against their bounds."""
    figures = measure()
    for key, value in figures.items():
        print(f"{key:32s} {value:>12g}")
    print(f"python {sysconfig.get_python_version()} on {sys.platform}")
    bounds = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["bench"]
    short = shortfalls(figures, bounds)
    for line in short:
        print(f"outside its bound: {line}", file=sys.stderr)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
