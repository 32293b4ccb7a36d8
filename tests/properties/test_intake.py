"""Whatever bytes come in: documents and failures go out, never an exception, and the stored text is clean."""

from __future__ import annotations

import io
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.collect import InputFailure, read_inputs
from sayso.collect.decode import clean, storable
from sayso.model import Document

TAGS = ["<p>", "</p>", "<div hidden>", "</div>", "<!--", "-->", "<![CDATA[", "]]>", "<script>", "</script>", "<item>"]
OTHERS = ["</item>", "<title>", "<a href='x\">", "&#0;", "&amp;", '{"text": "', '"}', "\n", "said ", "\ud83d", "\x00"]
PIECES = st.sampled_from(TAGS + OTHERS)
MARKUP = st.lists(PIECES | st.text(max_size=8), max_size=40).map(
    lambda parts: "".join(parts).encode("utf-8", "replace")
)


@given(st.binary(max_size=400) | MARKUP)
def test_standard_input_never_raises(data: bytes) -> None:
    for found in read_inputs(["-"], stdin=io.BytesIO(data)):
        assert isinstance(found, Document | InputFailure)


@pytest.mark.parametrize("name", ["a.html", "a.rss", "a.json", "a.jsonl", "a.warc", "a.warc.gz", "a.txt"])
@settings(max_examples=40)
@given(data=st.binary(max_size=200) | MARKUP)
def test_no_kind_of_file_raises(name: str, data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        for found in read_inputs([path]):
            assert isinstance(found, Document | InputFailure)
            if isinstance(found, Document):
                found.text.encode("utf-8")


@given(st.text(alphabet=st.characters()))
def test_clean_text_is_clean_and_stays_so(text: str) -> None:
    once, _ = clean(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]", once)
    assert clean(once)[0].removeprefix("\ufeff") == once.removeprefix("\ufeff")


@given(st.text(alphabet=st.characters()))
def test_taken_text_keeps_its_offsets(text: str) -> None:
    kept, _ = storable(text)
    assert len(kept) == len(text)
    kept.encode("utf-8")
