"""Any spaCy pipeline as the language step: labels, shapes, sentences and what pipelines leave out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso
from sayso.model import Document
from sayso.read.language.parse import Parse
from sayso.read.language.spacy_model import SpacyModel, parse_of
from sayso.read.language.tree import is_tree
from sayso.read.pipeline import Reader
from tests.spacy.pipelines import Annotator, pipeline, sentences

spacy = pytest.importorskip("spacy")
np = pytest.importorskip("numpy")

TEXTS = tuple(sentences())


def shape(text: str) -> dict[str, str]:
    """Return "relation > head" by word; repeated words keep their last."""
    (parse,) = SpacyModel(pipeline()).parse([text])
    return {t.text: f"{t.relation} > {parse.tokens[t.head].text}" for t in parse.tokens}


def text_with(word: str) -> str:
    return next(text for text in TEXTS if word in text)


def assert_sound(parse: Parse, text: str) -> None:
    assert parse.text == text
    assert [t.index for t in parse.tokens] == list(range(len(parse.tokens)))
    assert all(text[t.start : t.end] == t.text and t.text.strip() for t in parse.tokens)
    assert all(a.end <= b.start for a, b in zip(parse.tokens, parse.tokens[1:], strict=False))
    ends = [0, *(end for _, end in parse.sentences)]
    assert [first for first, _ in parse.sentences] == ends[:-1]
    assert ends[-1] == len(parse.tokens)
    for first, end in parse.sentences:
        assert is_tree(np.array([t.head - first for t in parse.tokens[first:end]]))
        assert "\n\n" not in text[parse.tokens[first].start : parse.tokens[end - 1].end]
        assert [t.relation == "root" for t in parse.tokens[first:end]].count(True) == 1
    assert all(n.first <= n.last and parse.sentence_of[n.first] == parse.sentence_of[n.last] for n in parse.names)


def test_a_passive_with_its_agent() -> None:
    found = shape(text_with("deployed"))
    assert found["troops"] == "nsubj:pass > deployed"
    assert found["were"] == "aux:pass > deployed"
    assert (found["Orsk"], found["army"]) == ("obl > deployed", "obl:agent > deployed")
    assert (found["to"], found["by"], found["Monday"]) == ("case > Orsk", "case > army", "obl > said")


def test_a_person_is_headed_by_the_first_name() -> None:
    found = shape(text_with("deployed"))
    assert (found["Ivan"], found["Petrov"], found["President"]) == ("nsubj > said", "flat > Ivan", "nmod:desc > Ivan")


def test_a_copula_hangs_on_its_predicate() -> None:
    found = shape(text_with("minister"))
    assert (found["minister"], found["is"]) == ("root > minister", "cop > minister")
    assert (found["president"], found["defence"]) == ("nsubj > minister", "nmod > minister")


def test_there_is_keeps_its_verb_and_prepositions_join_their_nouns() -> None:
    found = shape(text_with("clashes"))
    assert (found["were"], found["clashes"], found["There"]) == ("root > were", "nsubj > were", "expl > were")
    assert (found["Kyiv"], found["Lviv"], found["and"]) == ("nmod > clashes", "conj > Kyiv", "cc > Lviv")
    assert found["in"] == "case > Lviv"


def test_two_words_are_one_preposition() -> None:
    found = shape(text_with("According"))
    assert (found["army"], found["According"], found["to"]) == ("obl > quiet", "case > army", "fixed > According")
    assert (found["snow"], found["because"], found["of"]) == ("obl > quiet", "case > snow", "fixed > because")


def test_a_preposition_may_govern_a_clause_or_stand_alone() -> None:
    found = shape(text_with("attacking"))
    assert (found["attacking"], found["by"]) == ("advcl > win", "mark > attacking")
    assert (found["fought"], found["in"], found["n't"]) == ("acl:relcl > town", "obl > fought", "advmod > win")


def test_a_clause_may_be_the_predicate_and_conjuncts_hang_on_the_first() -> None:
    found = shape(text_with("fuel"))
    assert (found["give"], found["aim"], found["is"]) == ("root > give", "nsubj:outer > give", "cop > give")
    assert (found["food"], found["fuel"], found["and"]) == ("conj > arms", "conj > arms", "cc > fuel")
    assert found["rebels"] == "obl > give"


def test_from_and_to_both_hang_on_the_verb() -> None:
    found = shape(text_with("flew"))
    assert (found["Kyiv"], found["Lviv"]) == ("obl > flew", "obl > flew")


def test_entities_become_our_names() -> None:
    (parse,) = SpacyModel(pipeline()).parse([text_with("deployed")])
    assert [(parse.span(n.first, n.last).of(parse.text), n.label) for n in parse.names] == [
        ("Russian", "NORP"), ("Ivan Petrov", "PER"), ("Orsk", "LOC"),
    ]  # fmt: skip


def test_articles_and_possessive_endings_are_no_part_of_a_name() -> None:
    from spacy.tokens import Doc

    words, ents = ["the", "UN", "'s", "aid"], ["B-ORG", "I-ORG", "I-ORG", "O"]
    doc = Doc(spacy.blank("en").vocab, words=words, tags=["DT", "NNP", "POS", "NN"], ents=ents)
    parse = parse_of(doc)
    assert [parse.tokens[n.first].text for n in parse.names] == ["UN"]
    assert [(n.first, n.last) for n in parse.names] == [(1, 1)]


def test_universal_dependencies_pass_through() -> None:
    from spacy.tokens import Doc

    words = ["Ivan", "Petrov", "left", "Orsk", "Monday"]
    deps = ["nsubj", "flat:name", "root", "obj", "obl:tmod"]
    doc = Doc(
        spacy.blank("en").vocab, words=words, pos=["PROPN", "PROPN", "VERB", "PROPN", "PROPN"],
        morphs=["", "", "Tense=Past|VerbForm=Fin", "", ""], heads=[2, 0, 2, 2, 2], deps=deps,
    )  # fmt: skip
    parse = parse_of(doc)
    assert [t.relation for t in parse.tokens] == ["nsubj", "flat", "root", "obj", "obl:unmarked"]
    assert [t.head for t in parse.tokens] == [2, 0, 2, 2, 2]
    assert [t.xpos for t in parse.tokens] == ["NNP", "NNP", "VBD", "NNP", "NNP"]
    assert parse.tokens[2].lemma == "leave"


def test_tags_alone_give_parts_of_speech() -> None:
    from spacy.tokens import Doc

    doc = Doc(spacy.blank("en").vocab, words=["They", "would", "n't", "leave"], tags=["PRP", "MD", "RB", "VB"])
    assert [t.upos for t in parse_of(doc).tokens] == ["PRON", "AUX", "ADV", "VERB"]


def test_paragraphs_never_share_a_sentence_whatever_the_tree_says() -> None:
    from spacy.tokens import Doc

    words, spaces = ["Kelmar", "left", "\n\n", "Orsk", "fell"], [True, False, False, True, False]
    doc = Doc(
        spacy.blank("en").vocab, words=words, spaces=spaces, heads=[1, 1, 4, 1, 2],
        deps=["nsubj", "ROOT", "dep", "dobj", "conj"], pos=["PROPN", "VERB", "SPACE", "PROPN", "VERB"],
    )  # fmt: skip
    parse = parse_of(doc)
    assert_sound(parse, "Kelmar left\n\nOrsk fell")
    assert parse.sentences == ((0, 2), (2, 4))


@pytest.mark.parametrize("tree", [True, False])
@pytest.mark.parametrize("names", [True, False])
@pytest.mark.parametrize("tags", [True, False])
def test_what_a_pipeline_leaves_out_is_filled_plainly(*, tree: bool, names: bool, tags: bool) -> None:
    model = SpacyModel(pipeline(tree=tree, names=names, tags=tags))
    text = "\n\n".join(TEXTS)
    (parse,) = model.parse([text])
    assert_sound(parse, text)
    assert bool(parse.names) is names
    assert len(parse.sentences) == len(TEXTS)
    reading = Reader(language=model).read(Document(id="d", text=text))
    assert len(reading.sentences) == len(TEXTS)


def test_full_stops_end_sentences_where_the_pipeline_ends_none() -> None:
    text = 'Orsk fell. "Who won?" he asked... Nobody knew'
    (parse,) = SpacyModel(spacy.blank("en")).parse([text])
    assert [parse.span(a, b - 1).of(text) for a, b in parse.sentences] == [
        "Orsk fell.", '"Who won?"', "he asked...", "Nobody knew",
    ]  # fmt: skip


def test_a_long_text_is_read_in_parts_and_a_long_sentence_is_cut() -> None:
    nlp = spacy.blank("en")
    nlp.max_length = 50
    text = "Orsk fell on Monday.\n\nKelmar denied that it had shelled Orsk.\n\n" + "ab " * 400 + "x" * 120
    (parse,) = SpacyModel(nlp).parse([text])
    assert_sound(parse, text)
    assert "".join(t.text for t in parse.tokens) == "".join(text.split())
    (whole,) = SpacyModel(spacy.blank("en")).parse(["word " * 1000])
    assert max(end - first for first, end in whole.sentences) == 200


def test_a_tokenizer_that_changes_the_space_keeps_its_offsets() -> None:
    from spacy.tokens import Doc

    nlp = spacy.blank("en")
    nlp.tokenizer = lambda text: Doc(nlp.vocab, words=text.split())
    text = "Kelmar  denied\tthat Orsk\nfell.  "
    (parse,) = SpacyModel(nlp).parse([text])
    assert_sound(parse, text)
    assert [t.text for t in parse.tokens] == text.split()


def test_the_same_claim_is_read_as_with_our_own_model() -> None:
    reader = Reader(language=SpacyModel(pipeline()))
    assert reader.version.endswith("+spacy-en_pipeline-0.0.0")
    reading = reader.read(Document(id="d", text=text_with("shelled")))
    (denial,) = reading.statements
    (ours,) = sayso.read(reading.document.text).statements
    assert (denial.kind.value, denial.content, denial.cue) == ("deny", ours.content, ours.cue)
    assert [(e.type.value, e.value_for(denial.id)) for e in reading.events] == [("ASSAULT", "CT-")]
    assert [p.span.of(reading.document.text) for e in reading.events for p in e.recipients] == ["Orsk"]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(language=SpacyModel(pipeline()))


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\ud800", "a\ud800b said \udfff.", "\x00\x01", "“", "a" * 5000, "(" * 900]
)
def test_no_text_is_refused(text: str, reader: Reader) -> None:
    assert_sound(reader.language.parse([text])[0], text)
    assert reader.read(Document(id="d", text=text)).document.text == text


PIECES = st.sampled_from(
    [*TEXTS, "\n\n", " ", "\n \n", '"', "\u2029", "KYIV, Oct 3 (Agency) - ", "?!", "\ud83d", "e\u0301"]
)


@settings(max_examples=40)
@given(st.lists(PIECES | st.text(max_size=8), max_size=8).map("".join))
def test_every_parse_is_sound(text: str) -> None:
    assert_sound(SpacyModel(pipeline()).parse([text])[0], text)


@settings(max_examples=60)
@given(st.data())
def test_any_tree_with_any_labels_stays_a_tree(data: st.DataObject) -> None:
    from spacy.tokens import Doc

    words = data.draw(
        st.lists(
            st.sampled_from(["is", "of", "because", "such", "as", "to", "Ivan", "and", "."]), min_size=1, max_size=12
        )
    )
    heads = [data.draw(st.integers(0, index)) for index in range(len(words))]
    if data.draw(st.booleans()):
        heads = [len(words) - 1 - head for head in reversed(heads)]
    labels = st.sampled_from(
        ["prep", "pobj", "pcomp", "attr", "acomp", "conj", "cc", "ccomp", "xcomp", "mark", "compound", "agent", "expl"]
    )
    parts = st.sampled_from(["VERB", "AUX", "ADP", "NOUN", "PROPN", "SCONJ", "ADJ"])
    deps = [data.draw(labels) if head != index else "ROOT" for index, head in enumerate(heads)]
    pos = [data.draw(parts) for _ in words]
    ents = data.draw(st.sampled_from([["O"] * len(words), ["B-PERSON"] + ["I-PERSON"] * (len(words) - 1)]))
    doc = Doc(spacy.blank("en").vocab, words=words, heads=heads, deps=deps, pos=pos, ents=ents)
    assert_sound(parse_of(doc), doc.text)


def test_the_annotator_sets_what_was_written() -> None:
    doc = Annotator()(spacy.blank("en")(TEXTS[1]))
    assert [t.dep_ for t in doc][:2] == ["nsubj", "ROOT"]
