"""The learned layers as witnesses, on parses whose tags are written by hand."""

from __future__ import annotations

from dataclasses import replace

from sayso.model import Statement
from sayso.read.actors import find_cast
from sayso.read.language.parse import Parse, Token
from sayso.read.quotations import find_quotations
from sayso.read.statements import find_statements

# form, lemma, upos, xpos, head (from 1; 0 is the root), relation
FUMED = """Lund Lund PROPN NNP 2 nsubj
fumed fume VERB VBD 0 root
over over ADP IN 5 case
the the DET DT 5 det
money money NOUN NN 2 obl
missing missing ADJ JJ 5 amod
from from ADP IN 9 case
the the DET DT 9 det
harbour harbour NOUN NN 5 nmod"""
BACKED = """Lund Lund PROPN NNP 2 nsubj
backed back VERB VBD 0 root
the the DET DT 4 det
car car NOUN NN 2 obj"""
GARBLED = """Monday Monday PROPN NNP 3 nsubj
Lund Lund PROPN NNP 1 flat
says say VERB VBZ 0 root
that that SCONJ IN 6 mark
roads road NOUN NNS 6 nsubj
closed close VERB VBD 3 ccomp"""


def parse_of(rows: str, **layers: str) -> Parse:
    tokens, start = [], 0
    for index, row in enumerate(rows.splitlines()):
        form, lemma, upos, xpos, head, relation = row.split()
        place = int(head) - 1 if head != "0" else index
        tokens.append(Token(index, start, start + len(form), form, lemma, upos, xpos, place, relation))
        start += len(form) + 1
    text = " ".join(t.text for t in tokens)
    tags = {name: tuple(marks) for name, marks in layers.items()}
    return Parse(text=text, tokens=tuple(tokens), sentences=((0, len(tokens)),), layers=tags)


def read(parse: Parse) -> list[Statement]:
    return list(find_statements(parse, cast=find_cast(parse), quotations=find_quotations(parse.text)))


def source_of(parse: Parse) -> str | None:
    (statement,) = read(parse)
    return statement.source.span.of(parse.text) if statement.source else None


def test_tagged_cue_proposes_a_statement() -> None:
    assert read(parse_of(FUMED)) == []
    tagged = parse_of(FUMED, source="BOOOOOOOO", cue="OBOOOOOOO", content="OOBIIIIII", content2="OOOOOOOOO")
    (statement,) = read(tagged)
    assert statement.kind == "accuse"
    assert [c.of(tagged.text) for c in statement.content] == ["over the money missing from the harbour"]


def test_tagged_cue_without_tagged_source_is_no_statement() -> None:
    tagged = parse_of(FUMED, source="OOOOOOOOO", cue="OBOOOOOOO", content="OOBIIIIII", content2="OOOOOOOOO")
    assert read(tagged) == []


def test_weak_draft_needs_a_tag_where_there_are_layers() -> None:
    plain = parse_of(BACKED)
    assert [s.kind for s in read(plain)] == ["praise"]
    silent = parse_of(BACKED, source="OOOO", cue="OOOO", content="OOOO", content2="OOOO")
    assert read(silent) == []
    spoken = parse_of(BACKED, source="BOOO", cue="OBOO", content="OOBI", content2="OOOO")
    assert [s.kind for s in read(spoken)] == ["praise"]


def test_strong_draft_stands_without_tags() -> None:
    silent = parse_of(GARBLED, source="OOOOOO", cue="OOOOOO", content="OOOOOO", content2="OOOOOO")
    assert len(read(silent)) == 1


def test_tagged_source_beside_the_cue_replaces_an_untagged_one() -> None:
    rows = GARBLED.replace("Lund Lund PROPN NNP 1 flat", "Lund Lund PROPN NNP 3 dep")
    assert source_of(parse_of(rows)) == "Monday"
    tagged = parse_of(rows, source="OBOOOO", cue="OOBOOO", content="OOOBII", content2="OOOOOO")
    assert source_of(tagged) == "Lund"


def test_layers_of_wrong_length_break_nothing() -> None:
    parse = parse_of(GARBLED, source="B", cue="OOBOOO", content="", content2="")
    assert len(read(replace(parse, layers=dict(parse.layers)))) == 1


CUT_SHORT = """Lund Lund PROPN NNP 2 nsubj
says say VERB VBZ 0 root
roads road NOUN NNS 4 nsubj
closed close VERB VBD 2 ccomp
and and CCONJ CC 7 cc
bridges bridge NOUN NNS 7 nsubj
fell fall VERB VBD 2 dep"""


def test_tagged_content_moves_an_end_outward_only() -> None:
    plain = parse_of(CUT_SHORT)
    assert [c.of(plain.text) for c in read(plain)[0].content] == ["roads closed"]
    longer = parse_of(CUT_SHORT, source="BOOOOOO", cue="OBOOOOO", content="OOBIIII", content2="OOOOOOO")
    assert [c.of(longer.text) for c in read(longer)[0].content] == ["roads closed and bridges fell"]
    shorter = parse_of(CUT_SHORT, source="BOOOOOO", cue="OBOOOOO", content="OOBOOOO", content2="OOOOOOO")
    assert [c.of(shorter.text) for c in read(shorter)[0].content] == ["roads closed"]
