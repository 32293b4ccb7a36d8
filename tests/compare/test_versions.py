"""What changed between two versions of one document, claim by claim."""

from __future__ import annotations

import pytest

from sayso.compare.versions import changes
from sayso.model import Document, Reading
from sayso.model.dispute import ChangeKind
from sayso.read.language.onnx import OnnxModel
from sayso.read.pipeline import Reader

FIRST = (
    "Governor Idris Okoba said that 24 people had been killed in Metra. "
    "General Petar Halm confirmed that his troops had shelled the lake road. "
    "Bishop Tomas Hale said that the clinic was out of water."
)


def read(language: OnnxModel, text: str) -> Reading:
    return Reader(language=language).read(Document(id="d", text=text))


@pytest.mark.parametrize(
    ("old", "new", "kind", "words"),
    [
        ("24 people", "14 people", ChangeKind.NUMBER, "24 became 14"),
        ("Bishop Tomas Hale", "Doctor Mila Tork", ChangeKind.ATTRIBUTION, "Mila Tork"),
        ("General Petar Halm confirmed", "General Petar Halm claimed", ChangeKind.SOFTENED, "confirm became claim"),
        ("General Petar Halm confirmed", "General Petar Halm denied", ChangeKind.REVERSED, "confirm became deny"),
        (" Bishop Tomas Hale said that the clinic was out of water.", "", ChangeKind.WITHDRAWN, ""),
    ],
)
def test_each_sort_of_change_is_found(language: OnnxModel, old: str, new: str, kind: ChangeKind, words: str) -> None:
    (change,) = changes(read(language, FIRST), read(language, FIRST.replace(old, new)))
    assert change.kind is kind
    assert words in change.detail


def test_what_is_new_is_added(language: OnnxModel) -> None:
    later = f"{FIRST} Teacher Sela Dorn said that the school would open on Friday."
    (change,) = changes(read(language, FIRST), read(language, later))
    assert (change.kind, change.old) == (ChangeKind.ADDED, None)


def test_the_same_text_in_another_order_is_no_change(language: OnnxModel) -> None:
    assert changes(read(language, FIRST), read(language, FIRST)) == ()
    turned = " ".join(reversed(FIRST.replace(". ", ".|").split("|")))
    assert changes(read(language, FIRST), read(language, turned)) == ()


def test_nothing_against_nothing(language: OnnxModel) -> None:
    assert changes(read(language, ""), read(language, "")) == ()
