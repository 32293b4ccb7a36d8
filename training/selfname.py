"""Names for a treebank that has none: the network's own sure guesses, held against the treebank's gold proper nouns.

Universal NER's training part is not among our data, but the words of EWT's training part are. A stage may ask for
names there (noisy student, Xie et al. 2020): a guess counts if all its words are sure and the treebank calls them
proper nouns; other words that are no proper nouns are outside; what is left teaches nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

import torch
from torch import Tensor

from sayso.read.language.pieces import Pieces
from training.batches import collate
from training.example import Example, Tags
from training.labels import FIXED, OUTSIDE, UNMARKED, all_targets
from training.network import Network
from training.sources.names import open_tag
from training.windows import chunks, encode, windows_of

SURE: Final = {"PER": 0.9, "LOC": 0.8, "ORG": 0.6, OUTSIDE: 0.9}
"""Least probability of a guess. The network is least sure of organisations; one bound for all would teach it to
forget them."""
_BATCH: Final = 3000
_JOINTS: Final = frozenset({"of", "the", "and", "for", "&", "-", "'s", "’s", "de", "al", ","})


def named(examples: Iterable[Example], network: Network, pieces: Pieces) -> Iterator[Example]:
    """Yield the examples with a "ner" layer added; examples of more than one window keep theirs unknown."""
    found = list(examples)
    targets = all_targets(network.labels)
    whole = [(index, windows) for index, e in enumerate(found) if len(windows := list(windows_of(e, targets))) == 1]
    encoded = {index: encode(windows[0], pieces) for index, windows in whole}
    order = sorted(encoded, key=lambda index: len(encoded[index].ids))
    guesses: dict[int, tuple[list[str], list[float]]] = {}
    network.eval()
    at = 0
    for items in chunks([encoded[index] for index in order], list(range(len(order))), _BATCH):
        batch = collate(items, [])
        with torch.no_grad():
            share, best = _guess(network, batch.ids, batch.case, batch.mask, batch.firsts)
        for row, item in enumerate(items):
            count = len(item.firsts)
            guesses[order[at]] = ([FIXED["ner"][i] for i in best[row, :count]], share[row, :count].tolist())
            at += 1
    for index, example in enumerate(found):
        tags, sure = guesses.get(index, ([], []))
        known = len(tags) == len(example.words)
        yield replace(example, tags=example.tags | {"ner": held(example, tags, sure)}) if known else example


def _guess(network: Network, ids: Tensor, case: Tensor, mask: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
    shares = network(ids, case, mask, firsts).tags["ner"].softmax(-1)
    for edge in "BI":  # the corpora before this stage leave open whether a place is a facility
        place, facility = (FIXED["ner"].index(f"{edge}-{kind}") for kind in ("LOC", "FAC"))
        shares[:, :, place] += shares[:, :, facility]
        shares[:, :, facility] = 0
    best, tag = shares.max(-1)
    return best, tag


def held(example: Example, tags: list[str], sure: list[float]) -> Tags:
    """Return the guesses that the treebank's proper nouns bear out; see the module's head."""
    count = len(tags)
    proper = [tag == "PROPN" for tag in example.tags["upos"]]
    near = [any(proper[max(0, i - 1) : i + 2]) for i in range(count)]
    kept: Tags = [
        None if proper[i] or (near[i] and (word.lower() in _JOINTS or word[:1].isupper())) else UNMARKED
        for i, word in enumerate(example.words)
    ]
    for start, end in _spans(tags):
        inside = range(start, end)
        fits = all(proper[i] or example.words[i].lower() in _JOINTS for i in inside) and proper[start]
        if (
            fits
            and not _goes_on(example.words, proper, start, end)
            and min(sure[start:end]) >= SURE.get(tags[start][2:], 1)
        ):
            for i in inside:
                kept[i] = open_tag(tags[i])
    for i in range(count):
        if kept[i] is None and tags[i] == OUTSIDE and sure[i] >= SURE[OUTSIDE]:
            kept[i] = UNMARKED
    return kept


def _goes_on(words: list[str], proper: list[bool], start: int, end: int) -> bool:
    """Tell whether a proper noun stands right beside the span, or behind a hyphen: the name may be longer."""
    before = start - 2 if start > 1 and words[start - 1] == "-" else start - 1
    after = end + 1 if end + 1 < len(words) and words[end] == "-" else end
    return (before >= 0 and proper[before]) or (after < len(words) and proper[after])


def _spans(tags: list[str]) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for index, tag in enumerate([*tags, OUTSIDE]):
        if start is not None and tag[:1] != "I":
            yield start, index
            start = None
        if tag[:1] == "B":
            start = index
