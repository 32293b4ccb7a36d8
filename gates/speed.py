"""How fast the bare encoder runs: words per CPU second on one thread, beside other weights in the same run."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnxruntime

from sayso.read.language.pieces import END, START, Pieces, case_of
from sayso.read.language.windows import LONGEST, paragraphs
from sayso.resources.tables import path

_WORDS: Final = 20_000
_ROUNDS: Final = 3
"""The two graphs take turns, so that a machine that slows down slows both; the median round counts."""


def words_per_second(text: str, *, own: Path | None, other: Path) -> dict[str, float]:
    """Return words per CPU second of both graphs and their ratio. `other`: a folder with one .onnx file."""
    vocabulary = (own / "vocab.txt") if own else path("language/vocab.txt")
    feeds = _feeds(text, Pieces(vocabulary))
    words = sum(feed["widx"].shape[1] for feed in feeds)
    own_graph = (own / "model.onnx").read_bytes() if own else path("language/model.onnx").read_bytes()
    sessions = [_session(graph) for graph in (own_graph, next(other.glob("*.onnx")).read_bytes())]
    spent: list[list[float]] = [[], []]
    for _ in range(_ROUNDS):
        for session, times in zip(sessions, spent, strict=True):
            began = time.process_time()
            for feed in feeds:
                session.run(None, feed)
            times.append(time.process_time() - began)
    speeds = [words / float(np.median(times)) for times in spent]
    return {
        "words_per_cpu_second": round(speeds[0]),
        "other": round(speeds[1]),
        "ratio": round(speeds[0] / speeds[1], 3),
    }


def _session(graph: bytes) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def _feeds(text: str, pieces: Pieces) -> list[dict[str, Any]]:
    """Return encoder inputs for about `_WORDS` words, a paragraph (at most a window's words of it) each."""
    feeds: list[dict[str, Any]] = []
    total = 0
    for spans in paragraphs(text):
        words = [text[start:end] for start, end in spans[:LONGEST]]
        cut = [pieces.of(word) for word in words]
        firsts = np.cumsum([1, *map(len, cut)])[:-1]
        ids = [START, *(piece for found in cut for piece in found), END]
        cases = [0, *(case_of(word) for word, found in zip(words, cut, strict=True) for _ in found), 0]
        if len(ids) <= 512:
            row = {"ids": ids, "case": cases, "mask": [1] * len(ids), "widx": firsts, "wmask": [1] * len(words)}
            feeds.append({name: np.array([values], dtype=np.int64) for name, values in row.items()})
            total += len(words)
        if total >= _WORDS:
            break
    return feeds
