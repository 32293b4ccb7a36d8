from __future__ import annotations

import json
from pathlib import Path

import pytest

from training.corpus import load
from training.labels import FIXED, UNMARKED, Targets
from training.sources.attribution import read_attributions
from training.sources.factuality import read_factuality
from training.sources.gum_names import gum_names
from training.sources.names import open_tag, read_docred, read_universal_ner, read_wikigold
from training.sources.own import document_examples
from training.sources.treebank import paragraphs, read_sentences, read_treebank
from training.windows import windows_of

TREES = """# newdoc id = quay
# newpar
# sent_id = 1
1	President	President	PROPN	NNP	_	3	nsubj	_	Entity=(1-person-new-x-cf1-2-sgl-Ola_Kerr
2	Kerr	Kerr	PROPN	NNP	_	1	flat	_	Entity=1)
3-4	can't	_	_	_	_	_	_	_	_
3	ca	can	AUX	MD	_	0	root	_	_
4	n't	not	PART	RB	_	3	advmod	_	SpaceAfter=No
5	.	.	PUNCT	.	_	3	punct	_	_

# sent_id = 2
1	Port	Port	PROPN	NNP	_	2	compound	_	Entity=(2-organization-new-x-cf1-2-sgl-Port_Authority_of_Sey
2	Authority	Authority	PROPN	NNP	_	0	root	_	_
3	of	of	ADP	IN	_	4	case	_	_
4	Sey	Sey	PROPN	NNP	_	2	nmod	_	Entity=(3-place-new-x-cf1-1-sgl)2)
4.1	gone	go	VERB	VBN	_	_	_	_	_

# newpar
# sent_id = 3
1	Yes	yes	INTJ	UH	_	0	root	_	_

"""


def test_a_treebank_is_read_by_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "trees.conllu"
    path.write_text(TREES, encoding="utf-8")
    first, second = read_treebank(path, corpus="quay", names=gum_names)
    assert first.words == ["President", "Kerr", "ca", "n't", ".", "Port", "Authority", "of", "Sey"]
    assert first.heads == [2, 0, 2, 2, 2, 6, 6, 8, 6]
    assert first.starts == [True, False, False, False, False, True, False, False, False]
    assert first.tags["dep"][:3] == ["nsubj", "flat", "root"]
    assert second.words == ["Yes"]


def test_gum_names_leave_titles_out_and_take_linked_organisations_whole() -> None:
    one, two, _ = read_sentences(TREES)
    assert gum_names(one) == [(1, 2, "PER")]
    assert gum_names(two) == [(0, 4, "ORG")]


def test_spaces_follow_the_surface_words() -> None:
    one = next(read_sentences(TREES))
    assert one.spaces == [True, True, False, True, True]
    assert [len(group) for group in paragraphs(read_sentences(TREES))] == [2, 1]


def test_three_kind_corpora_leave_the_other_kinds_open() -> None:
    assert open_tag("O") == UNMARKED
    assert set(UNMARKED.split("|")) == {"O", *(f"{e}-{k}" for k in ("NORP", "FAC", "WPN", "EVT") for e in "BI")}
    assert open_tag("I-LOC") == "I-LOC|I-FAC"
    assert open_tag("B-MISC") == UNMARKED
    targets = Targets(FIXED["ner"])
    row = targets.rows[targets.row("B-LOC|B-FAC")]
    assert [tag for tag, allowed in zip(FIXED["ner"], row, strict=True) if allowed] == ["B-LOC", "B-FAC"]
    assert targets.row(None) == targets.row("nonsense") == -1


def test_universal_ner_and_wikigold(tmp_path: Path) -> None:
    path = tmp_path / "x.iob2"
    path.write_text("# newdoc id = a\n# sent_id = 1\n1\tSey\tB-LOC\t-\t-\n2\tslept\tO\t-\t-\n\n", encoding="utf-8")
    (found,) = read_universal_ner(path, corpus="u")
    assert found.tags["ner"] == ["B-LOC|B-FAC", UNMARKED]
    assert not found.sentences_known
    path.write_text(
        "Ola I-PER\nKerr I-PER\nSey I-ORG\nGamma I-MISC\n. O\n\n-DOCSTART- O\n\nBye O\n\n", encoding="utf-8"
    )
    one, two = read_wikigold(path, corpus="w")
    assert one.tags["ner"] == ["B-PER", "I-PER", "B-ORG", UNMARKED, UNMARKED]
    assert two.words == ["Bye"]


def test_docred_drops_articles_and_tells_peoples_from_places(tmp_path: Path) -> None:
    def mention(sentence: int, start: int, end: int, kind: str) -> dict[str, object]:
        return {"sent_id": sentence, "pos": [start, end], "type": kind}

    document = {
        "sents": [["The", "Sey", "Guard", "met", "a", "French", " ", "envoy"], ["Catholic", "Rome"]],
        "vertexSet": [
            [mention(0, 0, 3, "ORG")],
            [mention(0, 5, 6, "LOC")],
            [mention(1, 0, 1, "ORG"), mention(1, 1, 2, "LOC")],
        ],
    }
    path = tmp_path / "d.json"
    path.write_text(json.dumps([document]), encoding="utf-8")
    (found,) = read_docred(path, corpus="d")
    assert found.words == ["The", "Sey", "Guard", "met", "a", "French", "envoy", "Catholic", "Rome"]
    assert found.tags["ner"] == [
        UNMARKED,
        "B-ORG",
        "I-ORG",
        UNMARKED,
        UNMARKED,
        "B-NORP",
        UNMARKED,
        UNMARKED,
        "B-LOC|B-FAC",
    ]


def test_factuality_judgements_only_rule_certainty_in_or_out(tmp_path: Path) -> None:
    row = {
        "split": "train",
        "text": "It sank and may rise.",
        "predicates": [{"span": [3, 7], "factuality": 2.1}, {"span": [16, 20], "factuality": -1.0}],
    }
    path = tmp_path / "f.jsonl"
    path.write_text(json.dumps(row) + "\n" + json.dumps(row | {"split": "dev"}) + "\n", encoding="utf-8")
    (found,) = read_factuality(path, corpus="f")
    assert found.tags["fact"][1] == "CT+"
    assert found.tags["fact"][4] is not None
    assert "CT+" not in found.tags["fact"][4].split("|")
    assert found.tags["fact"][0] is None


@pytest.mark.parametrize(("whole", "outside"), [(True, "O"), (False, None)])
def test_attribution_gold_and_its_licence(tmp_path: Path, whole: bool, outside: str | None) -> None:
    row = {
        "text": "Rain fell. He said it stopped.",
        "attributions": [{"source": [[11, 13]], "cue": [[14, 18]], "content": [[19, 29]], "satellite": [[11, 18]]}],
    }
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(row) + "\n" + json.dumps(row | {"commercial_ok": None}) + "\n", encoding="utf-8")
    (found,) = read_attributions(path, corpus="a", whole=whole)
    assert found.tags["cue"] == [outside, outside, outside, "O", "B", "O", "O", outside]
    assert found.tags["content"][5:7] == ["B", "I"]


OWN = """=== quay-01
title: Nothing
published: 2031-03-04
genre: wire
@k: person; KLM; GOV; Ola Kerr

{s1@k {PER Ola Kerr's} aide} {q1.say said} {c1 {s2 we} {q2.deny denied} {c2 it {e1.ASSAULT=CT- had shelled} {LOC Sy}}}.
It {e2.PROTEST=CT+ rallied}.
"""


def test_our_corpus_becomes_every_layer(tmp_path: Path) -> None:
    path = tmp_path / "quay.txt"
    path.write_text(OWN, encoding="utf-8")
    (document,) = load(path)
    (found,) = document_examples(document, corpus="own")
    assert found.words[:5] == ["Ola", "Kerr", "'s", "aide", "said"]
    assert found.tags["ner"][:4] == ["B-PER", "I-PER", "O", "O"]
    assert found.tags["source"][:6] == ["B", "I", "I", "I", "O", "B"]
    assert found.tags["cue"][4:8] == ["B", "O", "B", "O"]
    assert found.tags["content"][5:12] == ["B", "I", "I", "I", "I", "I", "O"]
    assert found.tags["content2"][5:12] == ["O", "O", "B", "I", "I", "I", "O"]
    assert found.tags["event"][7:12] == ["O", "B-ASSAULT", "I-ASSAULT", "O", "O"]
    assert found.tags["fact"][7:10] == [None, "CT-", "CT-"]
    assert found.starts == [index in {0, 12} for index in range(len(found.words))]
    assert found.tags["event"][13] == "B-PROTEST"


def test_windows_keep_whole_sentences(tmp_path: Path) -> None:
    path = tmp_path / "quay.txt"
    path.write_text(OWN, encoding="utf-8")
    (document,) = load(path)
    (example,) = document_examples(document, corpus="own")
    example.words = example.words[:12] * 20
    example.starts = [index % 12 == 0 for index in range(240)]
    example.tags = {"cue": ["O"] * 240}
    windows = list(windows_of(example, {"cue": Targets(FIXED["cue"])}))
    assert [len(window.words) for window in windows] == [144, 96]
    assert all(window.starts[0] and window.tags["sent"][0] == 1 for window in windows)
