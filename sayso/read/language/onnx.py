"""The default language model: our own small encoder as an int8 ONNX graph on onnxruntime, one thread.

Each window is its own run. Dynamic quantisation scales activations by the largest value in the whole input, so a
batch of several windows would let one text change another's numbers; alone, a text reads the same in any company.
Measured cost beside padded batches of 512 pieces: see `make bench`.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sayso.errors import ResourceError
from sayso.read.language.lemmas import lemma_of
from sayso.read.language.names import name_tags
from sayso.read.language.parse import Name, Parse, Token
from sayso.read.language.pieces import END, START, Pieces, case_of
from sayso.read.language.subjects import join_subjects
from sayso.read.language.tree import best_tree, is_tree
from sayso.read.language.windows import LONGEST, next_seam, paragraphs
from sayso.resources.tables import path

_MOST_PIECES: Final = 510  # the encoder has 512 positions, two of them for its start and end marks
_FIXED: Final = frozenset({"upos", "xpos", "ner", "sid", "head", "rel", "arc", "rh", "rd"})

Ints = npt.NDArray[np.int64]


@dataclass(slots=True)
class _Words:
    """What was read of one paragraph so far, one entry a word."""

    spans: list[tuple[int, int]]
    upos: list[str]
    xpos: list[str]
    heads: list[int]
    relations: list[str]
    names: list[str]
    starts: list[int]
    layers: dict[str, list[str]]


class OnnxModel:
    """Parses English texts; thread-safe, identical output for any batch composition."""

    def __init__(self, *, threads: int = 1, folder: Traversable | None = None) -> None:
        """Open the packaged weights, or those in `folder` (model.onnx, model.json, vocab.txt).

        `threads`: intra-op threads; two were measured slower than one.
        """
        folder = folder or path("language")
        self._labels = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        self._pieces = Pieces(folder / "vocab.txt")
        self._session = _open_session(folder / "model.onnx", threads)
        self._outputs = [output.name for output in self._session.get_outputs()]
        self._extra = [name for name in self._outputs if name not in _FIXED]
        self._lock = threading.Lock()

    @property
    def version(self) -> str:
        """Name and version of the weights, kept with every fact that came from them."""
        return f"{self._labels['name']}-{self._labels['version']}"

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """Parse each text; see `LanguageModel.parse`."""
        return [self._parse(text) for text in texts]

    def _parse(self, text: str) -> Parse:
        tokens: list[Token] = []
        sentences: list[tuple[int, int]] = []
        names: list[Name] = []
        layers: dict[str, list[str]] = {name: [] for name in self._extra}
        for spans in paragraphs(text):
            found = self._paragraph(text, spans)
            base = len(tokens)
            tokens += _tokens(text, found, base)
            ends = [*found.starts[1:], len(spans)]
            sentences += [(base + a, base + b) for a, b in zip(found.starts, ends, strict=True)]
            names += _names(found.names, base)
            for name in self._extra:
                layers[name] += found.layers[name]
        return Parse(
            text=text,
            tokens=tuple(tokens),
            sentences=tuple(sentences),
            names=tuple(names),
            layers={name: tuple(tags) for name, tags in layers.items()},
        )

    def _paragraph(self, text: str, spans: list[tuple[int, int]]) -> _Words:
        found = _Words(spans, [], [], [], [], [], [], {name: [] for name in self._extra})
        first, total = 0, len(spans)
        while first < total:
            words = [text[a:b] for a, b in spans[first : first + LONGEST]]
            end, output = self._run(words, first)
            starts = [first + i for i in _sentence_starts(output["sid"][0][: end - first])]
            seam = next_seam(starts, first, end, total)
            self._keep(found, output, first=first, seam=seam, starts=[s for s in starts if s < seam])
            first = seam
        join_subjects([text[a:b] for a, b in spans], found.upos, found.heads, found.relations)
        return found

    def _run(self, words: list[str], first: int) -> tuple[int, Mapping[str, npt.NDArray[Any]]]:
        """Run the encoder over as many of `words` as fit; return the end of what it saw and its outputs."""
        ids, cases, heads = [START], [0], []
        for word in words:
            pieces = self._pieces.of(word)
            if len(ids) + len(pieces) > _MOST_PIECES:
                pieces = pieces[: max(0, _MOST_PIECES - len(ids))]
            if not pieces:
                break
            heads.append(len(ids))
            ids.extend(pieces)
            cases.extend([case_of(word)] * len(pieces))
        ids.append(END)
        cases.append(0)
        feed = {
            "ids": _row(ids),
            "case": _row(cases),
            "mask": np.ones((1, len(ids)), dtype=np.int64),
            "widx": _row(heads),
            "wmask": np.ones((1, len(heads)), dtype=np.int64),
        }
        values = self._session.run(None, feed)
        return first + len(heads), dict(zip(self._outputs, values, strict=True))

    def _keep(
        self, found: _Words, output: Mapping[str, npt.NDArray[Any]], *, first: int, seam: int, starts: list[int]
    ) -> None:
        labels, count = self._labels["labels"], seam - first
        found.starts += starts
        found.upos += [labels["upos"][i] for i in output["upos"][0][:count]]
        found.xpos += [labels["xpos"][i] for i in output["xpos"][0][:count]]
        found.names += name_tags(output["ner"][0][:count], labels["ner"])
        heads = _valid_heads(output, first, starts, seam)
        found.heads += [first + int(h) for h in heads]
        relations = [labels["dep"][i] for i in output["rel"][0][:count]]
        found.relations += [
            "root" if heads[i] == i else ("dep" if relation == "root" else relation)
            for i, relation in enumerate(relations)
        ]
        for name in self._extra:
            values = output[name][0][:count]
            tags = values.argmax(axis=-1) if values.ndim == 2 else values
            found.layers[name] += [labels[name][i] for i in tags]


def _open_session(weights: Traversable, threads: int) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(weights.read_bytes(), options, providers=["CPUExecutionProvider"])
    except (OSError, RuntimeError) as error:
        raise ResourceError(f"the language model {weights} cannot be opened ({error}); reinstall sayso") from error


def _row(values: list[int]) -> Ints:
    return np.array([values], dtype=np.int64)


def _sentence_starts(numbers: Ints) -> list[int]:
    """Return where the running sentence number changes; a window always opens a sentence."""
    return [0, *(i for i in range(1, len(numbers)) if numbers[i] != numbers[i - 1])]


def _valid_heads(output: Mapping[str, npt.NDArray[Any]], first: int, starts: list[int], seam: int) -> Ints:
    """Return one tree a sentence, heads counted from the window's first word."""
    heads: Ints = output["head"][0][: seam - first].astype(np.int64)
    arcs = output["arc"][0]
    for start, end in zip(starts, [*starts[1:], seam], strict=True):
        a, b = start - first, end - first
        inner = heads[a:b] - a
        if inner.min() < 0 or inner.max() >= b - a or not is_tree(inner):
            heads[a:b] = best_tree(arcs[a:b, a:b]) + a
    return heads


def _tokens(text: str, found: _Words, base: int) -> list[Token]:
    tokens = []
    for index, (start, end) in enumerate(found.spans):
        word = text[start:end]
        tokens.append(
            Token(
                index=base + index,
                start=start,
                end=end,
                text=word,
                lemma=lemma_of(word, found.xpos[index]),
                upos=found.upos[index],
                xpos=found.xpos[index],
                head=base + found.heads[index],
                relation=found.relations[index],
            )
        )
    return tokens


def _names(tags: list[str], base: int) -> list[Name]:
    """Read B-/I- tags as names; an I- behind another label opens a name of its own."""
    names: list[Name] = []
    label, first = "", 0
    for index, tag in enumerate([*tags, "O"]):
        if label and tag != f"I-{label}":
            names.append(Name(base + first, base + index - 1, label))
            label = ""
        if tag != "O" and not label:
            label, first = tag[2:], index
    return names
