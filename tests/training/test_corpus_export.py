"""Counts, exports and agreement over parsed documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from training.corpus import AnnotatedDocument, CorpusError, Span
from training.corpus.__main__ import main
from training.corpus.agreement import agree
from training.corpus.export import brat, conllu, jsonl
from training.corpus.parse import parse
from training.corpus.stats import count
from training.corpus.tokens import tokenize

HEADER = "=== d\npublished: 2031-03-04\ngenre: wire\n\n"
BODY = (
    "{s1,PER Rusk} {q1.say told} {v1,ORG Tass} {c1 that {a1 rebels} "
    "{e1.ASSAULT.firearms=PS+ shot}, {s2 she} {q2.fear fears} {c2 so}}."
)


def document(body: str = BODY) -> AnnotatedDocument:
    sheaf = parse(HEADER + body + "\n", path=Path("corpus/dev/x.txt"))
    assert sheaf.problems == []
    return sheaf.documents[0]


def test_counts_by_split() -> None:
    counts = count([document()])["dev"]
    assert counts["total sentences"] == 1
    assert counts["kind say"] == counts["kind fear"] == 1
    assert counts["statements nested"] == counts["statements with via"] == 1
    assert counts["statements no source"] == 0
    assert counts["event ASSAULT"] == counts["value PS+"] == counts["events with actor"] == 1
    assert counts["names PER"] == counts["names ORG"] == 1


def test_jsonl_spans_point_into_the_text() -> None:
    found = json.loads(next(jsonl([document()])))
    start, end = found["events"][0]["trigger"][0]
    assert found["text"][start:end] == "shot"
    assert found["events"][0]["values"] == {"s1": "PS+", "author": "Uu"}
    assert found["statements"][1]["within"] == 1


def test_conllu_columns_and_nested_labels() -> None:
    lines = list(conllu([document()]))
    width = len(lines[0].split("=")[1].split())
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert all(len(row) == width for row in rows)
    columns = dict(zip([row[1] for row in rows], rows, strict=True))
    assert columns["Rusk"][3] == "B-PER"
    assert columns["Rusk"][5] == "B-1"
    assert columns["shot"][8] == "B-1.ASSAULT.firearms=PS+"
    assert columns["so"][7] == "I-1|B-2"
    assert columns["so"][2].endswith("SpaceAfter=No")


def test_conllu_takes_another_tokenizer() -> None:
    lines = list(conllu([document("One two.")], tokenizer=lambda text: [Span(0, len(text))]))
    assert lines[-2].split("\t")[:2] == ["1", "One two."]


def test_brat_bounds_repeat_the_text() -> None:
    found = document()
    for line in brat(found).splitlines():
        if line.startswith("T"):
            _, bound, text = line.split("\t")
            places = bound.split(" ", 1)[1].split(";")
            spans = [Span(*map(int, place.split())) for place in places]
            assert " ".join(found.covered(span) for span in spans) == text
    assert "Factuality" in brat(found)


def test_possessives_are_tokens_of_their_own() -> None:
    text = "Kelmar's dogs'"
    assert [text[t.start : t.end] for t in tokenize(text)] == ["Kelmar", "'s", "dogs", "'"]


def test_agreement_is_full_with_itself_and_partial_otherwise() -> None:
    assert all(figure.f1 == 1.0 for figure in agree([document()], [document()]).values())
    other = document(BODY.replace("ASSAULT.firearms=PS+", "COERCE=PS+").replace("{v1,ORG Tass}", "Tass"))
    found = agree([document()], [other])
    assert found["trigger"].f1 == 1.0
    assert found["type"].f1 == 0.0
    assert found["names"].f1 == pytest.approx(2 / 3)
    assert found["content"].both == found["content"].first == 8


def test_agreement_wants_equal_texts() -> None:
    with pytest.raises(CorpusError, match="at character 4"):
        agree([document("One two.")], [document("One six.")])
    with pytest.raises(CorpusError, match="share no document"):
        agree([document()], [])


def test_commands_write_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheaf = tmp_path / "a.txt"
    sheaf.write_text(HEADER + BODY + "\n", "utf-8")
    assert main(["stats", str(sheaf)]) == 0
    assert "kind fear" in capsys.readouterr().out
    out = tmp_path / "out"
    assert main(["export", "--format", "brat", "--out", str(out), str(sheaf)]) == 0
    assert sorted(path.name for path in out.iterdir()) == ["d.ann", "d.txt"]
    assert main(["export", "--out", str(tmp_path / "o.jsonl"), str(sheaf)]) == 0
    assert json.loads((tmp_path / "o.jsonl").read_text("utf-8"))["id"] == "d"
    assert main(["export", "--format", "conllu", str(sheaf)]) == 0
    assert "# newdoc id = d" in capsys.readouterr().out
    assert main(["agreement", str(sheaf), str(sheaf)]) == 0
    assert main(["export", "--format", "brat", str(sheaf)]) == 2
