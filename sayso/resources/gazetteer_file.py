"""Unpacks the embedded gazetteer, once a user and version, atomically and checked."""

from __future__ import annotations

import atexit
import hashlib
import lzma
import os
import sys
import tempfile
from pathlib import Path
from typing import IO, Final

from sayso.errors import ResourceError
from sayso.resources.tables import path

_PACKED: Final = "gazetteer.sqlite.xz"
_CHECKSUM: Final = "gazetteer.sqlite.sha256"
_IMPORTED: Final = "geonames.sqlite"
_PIECE: Final = 1 << 20
_MOST: Final = 400 << 20
"""Bytes at most after unpacking; the real file has about 80 MB, more would be no file of ours."""


def unpacked(*, cache: Path | None = None) -> Path:
    """Return the path of the unpacked gazetteer, unpacking it where that was not done yet.

    Raises `ResourceError` if the packed file is missing or does not have the checksum that it was shipped with.
    """
    checksum, size = _shipped()
    folder = cache if cache is not None else cache_folder()
    target = folder / f"gazetteer-{checksum[:16]}.sqlite"
    if target.is_file() and target.stat().st_size == size:
        return target
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".gazetteer-", delete=False) as file:
            _unpack(file, checksum)
        Path(file.name).replace(target)
    except OSError:
        return _temporary(checksum)
    return target


def cache_folder() -> Path:
    """Return where this system keeps a user's caches of sayso."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "sayso"


def imported_file() -> Path:
    """Return where `sayso gazetteer import` keeps a user's import of GeoNames; the file need not be there."""
    if sys.platform in {"win32", "darwin"}:
        return cache_folder() / _IMPORTED
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "sayso" / _IMPORTED


def _shipped() -> tuple[str, int]:
    try:
        checksum, size = path(_CHECKSUM).read_text(encoding="ascii").split()
    except FileNotFoundError as error:
        raise ResourceError(f"{_CHECKSUM} is missing from the installation; reinstall sayso") from error
    return checksum, int(size)


def _temporary(checksum: str) -> Path:
    """Unpack for this process alone; the file goes when the process ends."""
    with tempfile.NamedTemporaryFile(prefix="sayso-gazetteer-", suffix=".sqlite", delete=False) as file:
        atexit.register(Path(file.name).unlink, missing_ok=True)
        _unpack(file, checksum)
    return Path(file.name)


def _unpack(file: IO[bytes], checksum: str) -> None:
    """Write the unpacked bytes; on any damage remove what was written and say so."""
    digest, written = hashlib.sha256(), 0
    try:
        with path(_PACKED).open("rb") as packed, lzma.open(packed) as plain:
            while (piece := plain.read(_PIECE)) and written <= _MOST:
                digest.update(piece)
                written += file.write(piece)
    except (FileNotFoundError, lzma.LZMAError, EOFError) as error:
        Path(file.name).unlink(missing_ok=True)
        raise ResourceError(f"{_PACKED} is missing or damaged ({error}); reinstall sayso") from error
    if digest.hexdigest() != checksum:
        Path(file.name).unlink(missing_ok=True)
        raise ResourceError(f"{_PACKED} does not have the checksum it was shipped with; reinstall sayso")
