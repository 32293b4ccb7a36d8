r"""From bytes to text: the character set found, control characters taken out, and what was done said.

The text that leaves here is the stored text that all offsets refer to; nothing after it changes a character.

>>> decode(b"caf\xc3\xa9\r\n").text
'café\n'
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from sayso.errors import UnreadableInput
from sayso.model import Problem, ProblemKind
from sayso.resources.tables import table

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16 LE, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE: Final = 65_536
_LINE_ENDS: Final = re.compile(
    "\r\n|[\r\x0b\x0c\x85]"
)  # a form feed or vertical tab parts words: it becomes a line end
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_BINARY_SHARE: Final = 0.02  # of control bytes in the sample; text files have none, damaged ones a handful
_MENDABLE: Final = 10  # sound multi-byte characters for each broken one that still make a text UTF-8


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Clean text, the character set that was used, and what had to be done to get it."""

    text: str
    encoding: str
    noticed: tuple[Problem, ...] = ()


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """Decode `data`: byte order mark, then UTF-8, then `declared` (a charset label), then by statistics.

    UTF-8 goes before a declaration because legacy text is practically never valid UTF-8 by chance, while wrong
    declarations are common. Raises `UnreadableInput` for binary data and for bytes that fit no character set.
    """
    text, encoding, noticed = _to_text(data, declared)
    cleaned, removed = clean(text)
    return Decoded(text=cleaned, encoding=encoding, noticed=noticed + removed)


def clean(text: str) -> tuple[str, tuple[Problem, ...]]:
    r"""Return `text` with line ends as `\n`, without C0 controls but tab, surrogates replaced, and what was done."""
    text = _LINE_ENDS.sub("\n", text.removeprefix("\ufeff"))
    text, removed = _CONTROLS.subn("", text)
    text, replaced = _SURROGATES.subn("\ufffd", text)
    noticed = []
    if removed:
        noticed.append(_problem(ProblemKind.CONTROL_CHARACTERS, f"{removed} control characters were removed"))
    if replaced:
        noticed.append(_problem(ProblemKind.UNDECODABLE, f"{replaced} lone surrogates were replaced by U+FFFD"))
    return text, tuple(noticed)


def storable(text: str) -> tuple[str, tuple[Problem, ...]]:
    """Return `text` with NUL and lone surrogates replaced one for one, so that given offsets stay true.

    For text that is taken as it is (JSONL): databases and UTF-8 cannot hold these two, everything else is kept.
    """
    text, replaced = re.subn("[\x00\ud800-\udfff]", "\ufffd", text)
    if not replaced:
        return text, ()
    return text, (_problem(ProblemKind.UNDECODABLE, f"{replaced} NUL or surrogate characters were replaced by U+FFFD"),)


def codec_of(label: str | None) -> str | None:
    """Return the codec for a charset label from outside, None for one that is unknown or not to be trusted."""
    try:
        name = codecs.lookup((label or "").strip().strip("\"'").lower()).name
    except (LookupError, ValueError, UnicodeError):
        return None
    if name not in _codecs():
        return None
    return "cp1252" if name == "iso8859-1" else name  # WHATWG Encoding Standard: what that label means in practice


@cache
def _codecs() -> dict[str, bool]:
    return {codecs.lookup(row["codec"]).name: row["seven_bit"] == "yes" for row in table("charsets")}


def _to_text(data: bytes, declared: str | None) -> tuple[str, str, tuple[Problem, ...]]:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return *_forgiving(data[len(mark) :], name), ()
    codec = codec_of(declared)
    if codec is not None and _codecs()[codec] and (text := _strict(data, codec)) is not None:
        return text, codec, ()
    if (wide := _wide(data)) is not None and (text := _strict(data, wide)) is not None:
        return text, wide, (_problem(ProblemKind.WRONG_CHARSET, f"no byte order mark, read as {wide}"),)
    refuse_binary(data)
    if (text := _strict(data, "utf-8")) is not None:
        overruled = codec not in {None, "utf-8"} and not text.isascii()
        detail = f"the text says it is {declared}, but it is UTF-8"
        return text, "utf-8", (_problem(ProblemKind.WRONG_CHARSET, detail),) if overruled else ()
    if codec is not None and (text := _strict(data, codec)) is not None:
        return text, codec, ()
    return _guessed(data, declared)


def _wide(data: bytes) -> str | None:
    """Return the UTF-16 order in which mostly Latin text without a mark would show: every second byte is NUL."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or max(even, odd) < 0.4 * max(len(sample) // 2, 4) or min(even, odd) > 0.05 * max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, ValueError):
        return None


def _forgiving(data: bytes, codec: str) -> tuple[str, str]:
    return data.decode(codec, errors="replace"), codec


def _guessed(data: bytes, declared: str | None) -> tuple[str, str, tuple[Problem, ...]]:
    """Mend UTF-8 with a few broken bytes, otherwise ask charset-normalizer."""
    mended = data.decode("utf-8", errors="replace")
    broken = mended.count("\ufffd")
    sound = sum(1 for character in mended if character > "\x7f") - broken
    if sound >= _MENDABLE * broken:
        detail = f"{broken} byte sequences that are not UTF-8 were replaced by U+FFFD"
        return mended, "utf-8", (_problem(ProblemKind.UNDECODABLE, detail),)
    codec = _detect(data)
    if codec is None:
        raise UnreadableInput("the character set cannot be told; save the file as UTF-8")
    text = data.decode(codec, errors="replace")
    detail = f"no character set is declared, read as {codec}"
    if declared is not None:
        detail = f"the declared character set {declared[:40]!r} does not fit, read as {codec}"
    return text, codec, (_problem(ProblemKind.WRONG_CHARSET, detail),)


def _detect(data: bytes) -> str | None:
    """Return the likeliest codec of a sample around the first byte that is not ASCII."""
    from charset_normalizer import from_bytes  # 30 ms that UTF-8 input never pays

    first = next((n for n in range(0, len(data), 4096) if not data[n : n + 4096].isascii()), 0)
    found = from_bytes(data[max(0, first - 4096) : first + _SAMPLE])
    best = found.best()
    if best is None:
        return None
    # Western text in few words fits several code pages equally well; windows-1252 is the commonest by far
    equal = {match.encoding for match in found if match.chaos <= best.chaos and match.encoding == "cp1252"}
    codec = "cp1252" if equal else best.encoding
    return codec if codec_of(codec) else None


def refuse_binary(data: bytes) -> None:
    """Raise `UnreadableInput` where `data` is no text: known first bytes, or too many control bytes."""
    for row in table("signatures"):
        offset, signature = int(row["offset"]), bytes.fromhex(row["bytes"])
        if data[offset : offset + len(signature)] == signature:
            raise UnreadableInput(f"this is {row['name']}, not text; give text, HTML, JSONL, WARC or a feed")
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, delete=_CONTROL_BYTES))
    if controls > max(_BINARY_SHARE * len(sample), 8):
        raise UnreadableInput("this is binary data, not text; give text, HTML, JSONL, WARC or a feed")


# ESC and the white-space controls occur in ISO 2022 text, terminal logs and old text files
_CONTROL_BYTES: Final = bytes(b for b in range(32) if b not in b"\t\n\r\x0b\x0c\x1b\x08") + b"\x7f"


def _problem(kind: ProblemKind, detail: str) -> Problem:
    return Problem(kind=kind, detail=detail)
