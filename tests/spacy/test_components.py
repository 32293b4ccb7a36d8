"""Our steps inside a spaCy pipeline."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import sayso
from sayso.errors import InputError, InvalidDate
from sayso.model.exchange.packed import decode_reading, encode_reading
from tests.spacy.pipelines import pipeline

spacy = pytest.importorskip("spacy")

TEXT = "Kelmar denied that its army had shelled Orsk."


def test_the_components_come_with_the_installation() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sayso_statements")
    nlp.add_pipe("sayso_events")
    assert nlp.pipe_names == ["sayso_statements", "sayso_events"]
    doc = nlp(TEXT)
    assert [s.cue[0].of(doc.text) for s in doc._.statements] == ["denied"]
    assert [e.type.value for e in doc._.events] == ["ASSAULT"]


def test_a_doc_without_a_tree_is_read_as_the_package_reads_it() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sayso_events")
    assert nlp(TEXT)._.sayso == sayso.read(TEXT)


def test_a_doc_with_a_tree_is_read_by_it_unless_told_otherwise() -> None:
    from spacy.tokens import Doc

    vocab = spacy.blank("en").vocab
    words = ["Kelmar", "denied", "that", "Orsk", "fell"]
    wrong = Doc(vocab, words=words, heads=[0, 0, 0, 0, 0], deps=["ROOT", "amod", "dep", "dep", "dep"], pos=["NOUN"] * 5)
    own, packaged = spacy.blank("en"), spacy.blank("en")
    own.add_pipe("sayso_statements")
    packaged.add_pipe("sayso_statements", config={"language": "packaged"})
    assert not own(wrong.copy())._.statements
    assert packaged(wrong.copy())._.statements


def test_events_share_the_reading_of_statements() -> None:
    nlp = pipeline()
    nlp.add_pipe("sayso_statements")
    first = nlp(TEXT)
    reading = first._.sayso
    nlp.add_pipe("sayso_events")
    again = nlp.get_pipe("sayso_events")(first)
    assert again._.sayso is reading
    assert again._.statements[0].events == (again._.events[0].id,)


def test_before_reading_there_is_nothing() -> None:
    doc = spacy.blank("en")("Orsk fell.")
    import sayso.spacy  # noqa: F401 -- brings the extensions

    assert (doc._.sayso, doc._.statements, doc._.events) == (None, (), ())


def test_the_day_of_publication_is_taken_from_the_doc() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sayso_statements")
    doc = nlp.make_doc("Kelmar said on Monday that Orsk fell.")
    doc._.sayso_published = "2031-03-05"
    assert [t.value for t in nlp(doc)._.sayso.times] == ["2031-03-03"]
    doc = nlp.make_doc("Orsk fell.")
    doc._.sayso_published = "soon"
    with pytest.raises(InvalidDate):
        nlp(doc)


def test_readings_survive_bytes_and_collections() -> None:
    from spacy.tokens import Doc, DocBin

    nlp = spacy.blank("en")
    nlp.add_pipe("sayso_statements")
    doc = nlp(TEXT)
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.sayso == doc._.sayso
    packed = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (back,) = DocBin(store_user_data=True).from_bytes(packed).get_docs(nlp.vocab)
    assert back._.statements == doc._.statements


def test_other_values_go_on_along_the_chain() -> None:
    assert encode_reading(3) == decode_reading(3) == 3
    assert encode_reading(3, chain=lambda value: value + 1) == decode_reading(3, chain=lambda value: value + 1) == 4
    assert decode_reading({"text": "a"}) == {"text": "a"}


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(InputError, match="none of pipeline, packaged"):
        spacy.blank("en").add_pipe("sayso_events", config={"language": "larger"})


def test_a_pipeline_comes_back_from_disk_with_our_steps(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sayso_statements", config={"language": "packaged"})
    nlp.to_disk(tmp_path)
    assert spacy.load(tmp_path)(TEXT)._.statements


def test_reading_does_not_load_spacy() -> None:
    read = "import sys, sayso, sayso.read.language.spacy_model; sayso.read('Kelmar left Orsk.')"
    code = f"{read}; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_examples_of_the_page_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = (Path(__file__).parents[2] / "docs" / "howto" / "index.md").read_text(encoding="utf-8")
    section = page.partition("## Use your own spaCy pipeline")[2].partition("\n## ")[0]
    examples = section.split("```python\n")[1:]
    pipeline().to_disk(tmp_path)
    names: dict[str, object] = {}
    for example in examples:
        exec(example.partition("```")[0].replace("path/to/pipeline", tmp_path.as_posix()), names)
    assert capsys.readouterr().out.splitlines() == [
        "deny ['that its army had shelled Orsk']",
        "ASSAULT [('s1', <Factuality.CERTAINLY_NOT: 'CT-'>), ('author', <Factuality.UNCOMMITTED: 'Uu'>)]",
    ]
    assert len(examples) == 3
