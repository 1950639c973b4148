"""XML: the vocabularies we know, a fallback for those we do not, and nothing fetched or expanded."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.formats import extractor_for
from indexer.formats.xml import XmlExtractor
from indexer.segment import segment
from kb.errors import UnreadableOriginal
from kb.nouns import Passage

AKOMA = """<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><meta><identification>
<FRBRWork><FRBRdate date="2020-05-01" name="x"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="sqi"/></FRBRExpression>
</identification></meta><preface><p><docTitle>Ligji për burgjet</docTitle></p></preface><body>
<chapter><num>KREU I</num><heading>Dispozita</heading>
<article eId="art_1"><num>Neni 1</num><heading>Qëllimi</heading><paragraph><num>1.</num><content><p>Ky ligj rregullon
<b>burgjet</b><authorialNote marker="1"><p>Shënim.</p></authorialNote>.</p></content></paragraph>
<paragraph><num>2.</num><list><intro><p>Ndalohet:</p></intro><point><num>a)</num><content><p>tortura;</p></content></point>
<point><num>b)</num><content><p>izolimi.</p></content></point></list></paragraph></article>
<article eId="art_2"><num>Neni 2</num><content><p>Hyn në fuqi.</p></content></article>
</chapter></body></act></akomaNtoso>"""


def _passages(tmp_path: Path, text: str | bytes) -> dict[str, Passage]:
    path = tmp_path / "a.xml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return {passage.anchor: passage for passage in segment(XmlExtractor().extract(path), document="d")}


def test_articles_of_a_declaration_keep_the_label_of_their_language(tmp_path: Path) -> None:
    passages = _passages(
        tmp_path,
        "<udhr xmlns='u' xml:lang='sl'><title>D</title><preamble><title>UVOD</title><para>Ker je…</para></preamble>"
        "<article number='1'><title>1. člen</title><para>Vsi.</para></article>"
        "<article number='2'><title>2</title><orderedlist><listitem><para>En.</para></listitem>"
        "<listitem><para>Dva.</para></listitem></orderedlist></article></udhr>",
    )
    assert passages["article-1"].label == "1. člen"
    assert passages["article-1"].heading == ("D",)
    assert passages["article-2"].label == "2"
    assert passages["article-2"].text == "2\n1. En.\n2. Dva."
    assert passages["0_1"].heading == ("D", "UVOD")


def test_akoma_ntoso_keeps_numbers_titles_and_notes(tmp_path: Path) -> None:
    passages = _passages(tmp_path, AKOMA)
    first = passages["article-1"]
    assert first.label == "Neni 1"
    assert first.heading[-2:] == ("KREU I Dispozita", "Qëllimi")
    assert first.text == "Neni 1\n1. Ky ligj rregullon burgjet[1].\n2. Ndalohet:\na) tortura;\nb) izolimi."
    assert first.notes == ("fn1",)
    assert passages["fn1"].text == "Shënim."
    assert passages["article-2"].text == "Neni 2\nHyn në fuqi."
    facts = XmlExtractor().facts(tmp_path / "a.xml")
    assert (facts.language, facts.date) == ("sqi", "2020-05-01")


def test_an_unknown_vocabulary_gives_its_paragraphs(tmp_path: Path) -> None:
    passages = _passages(tmp_path, "<doc><x><y>First <z>words</z> here.</y><y>Second.</y></x>tail</doc>")
    assert " ".join(passage.text for passage in passages.values()) == "First words here. Second. tail"


def test_entities_are_not_expanded_and_nothing_is_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret", encoding="utf-8")
    laughs = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
    passages = _passages(
        tmp_path,
        f"<!DOCTYPE d [<!ENTITY a0 'ha'>{laughs}<!ENTITY s SYSTEM '{secret.as_uri()}'>]>"
        "<d><p>text &a9; &s; end</p></d>",
    )
    whole = " ".join(passage.text for passage in passages.values())
    assert "text" in whole
    assert "secret" not in whole
    assert len(whole) < 100


def test_a_file_cut_short_keeps_what_it_has(tmp_path: Path) -> None:
    passages = _passages(tmp_path, "<doc><p>One paragraph.</p><p>Another one.</p><p>cut sho")
    assert [passage.text for passage in passages.values()][:2] == ["One paragraph.", "Another one."]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<?xml version='1.0'?>", "damaged"),
        ("<?xml version='1.0'?><a><b/></a>", "empty"),
        ("<a>" * 5_000 + "text", "unsafe"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, text: str, kind: str) -> None:
    with pytest.raises(UnreadableOriginal) as refused:
        _passages(tmp_path, text)
    assert refused.value.kind in (kind, "damaged")


LAW = """<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><meta>
<notes><note eId="n1" marker="1"><p>Izmenjeno 2021.</p></note></notes></meta>
<preface><longTitle><p>Zakon o <docTitle>nadzoru</docTitle></p></longTitle></preface>
<preamble><recitals><recital><num>(1)</num><p>Sloboda je važna.</p></recital></recitals></preamble>
<body><chapter><num>Glava I</num><heading>Osnove</heading>
<article><num>Član 1</num><paragraph><num>(1)</num><content><p>Uređuje <i>mere</i> i <b>nadzor</b><noteRef href="#n1"
marker="1"/>.</p></content></paragraph><paragraph><num>(2)</num><list><intro><p>Mere su:</p></intro><point><num>1)</num>
<list><intro><p>zabrana:</p></intro><indent><num>-</num><content><p>prilaska;</p></content></indent></list></point>
<wrapUp><p>osim ako je drukčije.</p></wrapUp></list></paragraph></article>
<article><num>Član 2.</num><alinea><content><p>Prva alineja.</p><table><tr><th><p>Mera</p></th><th><p>Rok</p></th></tr>
<tr><td><p>nadzor</p></td><td><p>6 meseci</p></td></tr></table></content></alinea></article></chapter></body>
<conclusions><p>U Liravi.</p></conclusions></act></akomaNtoso>"""


def test_a_law_in_akoma_ntoso_keeps_recitals_points_tables_and_notes_from_its_metadata(tmp_path: Path) -> None:
    path = tmp_path / "law.xml"
    path.write_text(LAW, encoding="utf-8")
    extractor = extractor_for(path)
    assert extractor.facts(path).title == "Zakon o nadzoru"
    (page,) = extractor.extract(path)
    first = next(block for block in page.blocks if block.text.startswith("Uređuje"))
    assert [first.text[a:b] for a, b in (*first.bold, *first.italic)] == ["nadzor", "mere"]
    passages = {passage.anchor: passage for passage in segment([page], document="d")}
    assert passages["article-1"].text == (
        "Član 1\n(1) Uređuje mere i nadzor[1].\n(2) Mere su:\n1) zabrana:\n- prilaska;\nosim ako je drukčije."
    )
    assert passages["article-1"].notes == ("fn1",)
    assert passages["fn1"].text == "Izmenjeno 2021."
    assert passages["0_2"].text == "(1) Sloboda je važna."
    assert [p.text for p in passages.values() if p.form == "table"] == ["Mera | Rok\nnadzor | 6 meseci"]
