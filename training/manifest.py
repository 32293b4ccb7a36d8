"""The manifest: which corpora exist, under which licence, for which use; the gate that keeps unlicensed text out."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

MANIFEST = Path(__file__).with_name("manifest.toml")
USES = frozenset({"train", "tune", "measure"})


class ManifestError(Exception):
    """A corpus may not be used, is missing, or is not the file that the manifest describes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """One row of the manifest. An empty licence means: none was given."""

    name: str
    file: str
    sha256: str
    licence: str
    use: str
    where: str


def read_manifest(path: Path = MANIFEST) -> dict[str, Corpus]:
    """Return the corpora by name. Raises `ManifestError` for a row that lacks a field or has an unknown use."""
    with path.open("rb") as file:
        rows = tomllib.load(file).get("corpus", [])
    corpora: dict[str, Corpus] = {}
    for row in rows:
        try:
            corpus = Corpus(**row)
        except TypeError as error:
            raise ManifestError(
                f"{path.name}: corpus {row.get('name', '?')}: {error}; see the rows above it"
            ) from error
        if corpus.use not in USES:
            raise ManifestError(f"{path.name}: corpus {corpus.name}: use {corpus.use!r} is none of {sorted(USES)}")
        corpora[corpus.name] = corpus
    return corpora


def may_train(corpus: Corpus, *, research_only: bool = False) -> bool:
    """Return whether weights that contain this corpus may be shipped; raise `ManifestError` where it may not be used.

    With `research_only` an unlicensed corpus is let through and the answer is False: mark the weights.
    """
    if corpus.use != "train" and not (research_only and not corpus.licence):
        raise ManifestError(f"{corpus.name} is there to {corpus.use}, not to train on; take it out of the recipe")
    if corpus.licence.strip():
        return True
    if research_only:
        return False
    raise ManifestError(
        f"{corpus.name} has no licence in the manifest; weights trained on it may not be shipped. "
        "Give its licence there, or train with --research-only for weights that stay here"
    )


def locate(corpus: Corpus, folder: Path) -> Path:
    """Return the corpus's file below `folder` after comparing its checksum. Raises `ManifestError`."""
    path = folder / corpus.file
    if not path.is_file():
        raise ManifestError(f"{path} is missing; get it from: {corpus.where}")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != corpus.sha256:
        raise ManifestError(
            f"{path}: sha256 is {found}, the manifest says {corpus.sha256}; get the version named there"
        )
    return path
