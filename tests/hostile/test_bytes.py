"""Bytes that are no text, or text in disguise."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from sayso.collect import InputFailure, read_inputs
from sayso.collect.decode import decode
from sayso.errors import UnreadableInput
from sayso.model import Document, ProblemKind

RUSSIAN = "Министр обороны заявил в пятницу, что мост закрыт для грузовиков до понедельника. " * 8


def _zip() -> bytes:
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as archive:
        archive.writestr("../../etc/x", "x" * 1000)
    return box.getvalue()


BINARY = {
    "pdf": b"%PDF-1.7\n%\xe2\xe3",
    "zip": _zip(),
    "gzip": gzip.compress(b"x" * 100),
    "png": b"\x89PNG\r\n\x1a\n" + bytes(50),
    "jpeg": b"\xff\xd8\xff\xe0" + bytes(50),
    "program": b"\x7fELF" + bytes(50),
    "video": b"\x00\x00\x00\x20ftypisom" + bytes(60),
    "noise": bytes(range(256)) * 40,
    "zeros": bytes(10_000),
}


@pytest.mark.parametrize("name", BINARY)
def test_binary_is_named_and_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(BINARY[name])
    (found,) = read_inputs([path])
    assert isinstance(found, InputFailure)
    assert found.where == str(path)
    assert "not text" in found.reason


TEXTS = {
    "utf-8": (RUSSIAN.encode(), None, RUSSIAN),
    "utf-8-bom": (b"\xef\xbb\xbf" + RUSSIAN.encode(), None, RUSSIAN),
    "utf-16-le-bom": (b"\xff\xfe" + RUSSIAN.encode("utf-16-le"), None, RUSSIAN),
    "utf-16-be-bom": (b"\xfe\xff" + RUSSIAN.encode("utf-16-be"), None, RUSSIAN),
    "utf-32-bom": (RUSSIAN.encode("utf-32"), None, RUSSIAN),
    "utf-16-no-bom": ("The bridge is closed.".encode("utf-16-le") + b"\n\x00", None, "The bridge is closed.\n"),
    "utf-16-be-no-bom": ("The bridge is closed.".encode("utf-16-be"), None, "The bridge is closed."),
    "cp1251-declared": (RUSSIAN.encode("cp1251"), "windows-1251", RUSSIAN),
    "cp1251-undeclared": (RUSSIAN.encode("cp1251"), None, RUSSIAN),
    "koi8-undeclared": (RUSSIAN.encode("koi8-r"), None, RUSSIAN),
    "wrongly-declared": (RUSSIAN.encode(), "iso-8859-1", RUSSIAN),
    "wrongly-declared-ascii": (RUSSIAN.encode("cp1251"), "us-ascii", RUSSIAN),
    "unknown-label": (b"plain", "x-no-such", "plain"),
    "dangerous-label": (b"plain", "zip", "plain"),
    "idna-label": (b"plain", "idna", "plain"),
    "escape-label": (rb"\u0041", "unicode_escape", r"\u0041"),
    "nul-label": (b"plain", "utf-8\x00", "plain"),
    "utf-7": (b"+ADw-script+AD4-", "utf-7", "+ADw-script+AD4-"),
    "smart-quotes": (b"He said \x93no\x94, it\x92s over.", None, "He said “no”, it’s over."),
    "latin-1-means-1252": (b"\x93no\x94", "latin-1", "“no”"),
    "iso-2022-jp": ("橋は閉鎖".encode("iso2022_jp"), "iso-2022-jp", "橋は閉鎖"),
    "one-broken-byte": (RUSSIAN.encode() + b"\xff.", None, RUSSIAN + "\ufffd."),
    "nul": (b"a\x00b said so and so on" * 2, None, "ab said so and so on" * 2),
    "line-ends": (b"a\r\nb\rc\x0cd\x0be", None, "a\nb\nc\nd\ne"),
    "escapes": (b"\x1b[31mred\x1b[0m said no", None, "[31mred[0m said no"),
    "encoded-surrogate": (b"x" * 40 + "é".encode() * 40 + b"\xed\xa0\x80", None, "x" * 40 + "é" * 40 + "\ufffd" * 3),
    "bidi-kept": ("abc \u202edef".encode(), None, "abc \u202edef"),
    "astral": ("🛩 flew".encode(), None, "🛩 flew"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_text_in_disguise(name: str) -> None:
    data, declared, text = TEXTS[name]
    assert decode(data, declared=declared).text == text


@pytest.mark.parametrize(
    ("data", "declared", "kind"),
    [
        (b"a\x00b" + b"c" * 100, None, ProblemKind.CONTROL_CHARACTERS),
        (RUSSIAN.encode() + b"\xff", None, ProblemKind.UNDECODABLE),
        (RUSSIAN.encode(), "koi8-r", ProblemKind.WRONG_CHARSET),
        (RUSSIAN.encode("cp1251"), None, ProblemKind.WRONG_CHARSET),
    ],
)
def test_what_was_done_is_noticed(data: bytes, declared: str | None, kind: ProblemKind) -> None:
    assert kind in {problem.kind for problem in decode(data, declared=declared).noticed}


def test_sound_text_has_nothing_to_notice() -> None:
    assert decode(RUSSIAN.encode(), declared="utf-8").noticed == ()


def test_bytes_of_no_character_set_are_refused() -> None:
    with pytest.raises(UnreadableInput):
        decode(bytes(range(128, 256)) * 20 + b"\x81\x8d\x8f\x90\x9d" * 500)


def test_a_name_with_nul_is_a_failure() -> None:
    (found,) = read_inputs(["a\x00b"])
    assert isinstance(found, InputFailure)


def test_pipes_and_devices_in_folders_are_not_opened(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "good.txt").write_text("A said b.")
    (found,) = read_inputs([tmp_path])
    assert isinstance(found, Document)
