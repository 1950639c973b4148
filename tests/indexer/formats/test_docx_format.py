"""DOCX: what Word shows is what is read, with its numbers counted as Word counts them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from indexer.blocks import Block
from indexer.formats import extractor_for
from indexer.formats.docx import DocxExtractor
from indexer.segment import segment
from kb.errors import UnreadableOriginal

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _write(path: Path, body: str, **parts: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, inner in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {W}>{inner}</w:{name}>")
    return path


def _blocks(path: Path) -> tuple[Block, ...]:
    (page,) = DocxExtractor().extract(path)
    return page.blocks


def _p(text: str, *, num: str = "", depth: int = 0, style: str = "") -> str:
    number = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{num}"/></w:numPr>' if num else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{number}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def _level(depth: int, form: str, text: str, more: str = "") -> str:
    start = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
    return f'<w:lvl w:ilvl="{depth}">{start}<w:lvlText w:val="{text}"/></w:lvl>'


LISTS = (
    '<w:abstractNum w:abstractNumId="5">'
    + _level(0, "decimal", "%1.")
    + _level(1, "decimal", "%1.%2.")
    + _level(2, "lowerLetter", "(%3)")
    + "</w:abstractNum>"
    + '<w:abstractNum w:abstractNumId="6">'
    + _level(0, "upperRoman", "%1.")
    + _level(1, "decimal", "%1.%2", "<w:isLgl/>")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="7">' + _level(0, "bullet", "") + "</w:abstractNum>"
    + '<w:abstractNum w:abstractNumId="8">' + _level(0, "decimal", "Neni %1") + "</w:abstractNum>"
    + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/></w:num>'
        for number, definition in ((1, 5), (2, 5), (4, 6), (5, 7), (6, 8))
    )
    + '<w:num w:numId="3"><w:abstractNumId w:val="5"/>'
    + '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)  # fmt: skip


def test_automatic_numbers_count_restart_and_continue_as_in_word(tmp_path: Path) -> None:
    body = (
        _p("a", num="1") + _p("b", num="1", depth=1) + _p("c", num="1", depth=1) + _p("d", num="1", depth=2)
        + _p("e", num="1") + _p("f", num="1", depth=1) + _p("shares the count", num="2")
        + _p("restarts", num="3") + _p("goes on", num="3")
        + _p("roman", num="4") + _p("legal", num="4", depth=1) + _p("dot", num="5")
        + _p("none", num="0") + _p("odd", num="99")
    )  # fmt: skip
    blocks = _blocks(_write(tmp_path / "a.docx", body, numbering=LISTS))
    assert [block.number for block in blocks] == [
        "1.", "1.1.", "1.2.", "(a)", "2.", "2.1.", "3.", "1.", "2.", "I.", "1.1", "•", "", "",
    ]  # fmt: skip


def test_automatic_numbers_become_labels_and_are_printed(tmp_path: Path) -> None:
    body = (
        _p("First.", num="1") + _p("Deeper.", num="1", depth=1) + _p("Item.", num="1", depth=2) + _p("Second.", num="1")
    )
    passages = segment(DocxExtractor().extract(_write(tmp_path / "a.docx", body, numbering=LISTS)), document="d")
    assert [(p.anchor, p.label, p.text) for p in passages] == [
        ("1", "1", "1. First."),
        ("1.1", "1.1", "1.1. Deeper.\n(a) Item."),
        ("2", "2", "2. Second."),
    ]


def test_an_article_whose_very_name_is_automatic_is_an_article(tmp_path: Path) -> None:
    body = _p("", num="6") + _p("E para.") + _p("Qëllimi", num="6") + _p("E dyta.")
    passages = segment(DocxExtractor().extract(_write(tmp_path / "a.docx", body, numbering=LISTS)), document="d")
    assert [(p.anchor, p.label, p.text) for p in passages] == [
        ("article-1", "Neni 1", "Neni 1\nE para."),
        ("article-2", "Neni 2", "Neni 2 Qëllimi\nE dyta."),
    ]


def test_numbering_and_headings_come_from_styles_too(tmp_path: Path) -> None:
    styles = (
        '<w:style w:styleId="Base"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:styleId="Num"><w:name w:val="Para"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>'
    )
    body = _p("Findings", style="Own") + _p("x", style="Num") + _p("y", style="Num") + _p("z", style="Loop")
    blocks = _blocks(_write(tmp_path / "a.docx", body, numbering=LISTS, styles=styles))
    assert [(b.kind, b.level, b.number) for b in blocks] == [
        ("heading", 2, ""),
        ("list", 0, "1."),
        ("list", 0, "2."),
        ("text", 0, ""),
    ]


def test_tracked_changes_are_accepted_and_hidden_text_is_not_read(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>Staff </w:t></w:r><w:del><w:r><w:delText>may</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>must</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:tab/><w:t>be trained</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space='preserve'>One </w:t></w:r></w:p>"
        "<w:p><w:r><w:t>paragraph</w:t></w:r></w:p>"
    )
    assert [block.text for block in _blocks(_write(tmp_path / "a.docx", body))] == [
        "Staff must be trained",
        "One paragraph",
    ]


def test_footnotes_are_numbered_in_order_and_tied(tmp_path: Path) -> None:
    body = (
        '<w:p><w:r><w:t>1. First</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r></w:p>'
        '<w:p><w:r><w:t>2. Second</w:t></w:r><w:r><w:footnoteReference w:id="3"/></w:r></w:p>'
    )
    notes = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Note {n}.</w:t></w:r></w:p></w:footnote>'
        for n in (3, 7)
    )
    path = _write(tmp_path / "a.docx", body, footnotes='<w:footnote w:type="separator" w:id="0"/>' + notes)
    passages = {p.anchor: p for p in segment(DocxExtractor().extract(path), document="d")}
    assert passages["1"].notes == ("fn1",)
    assert passages["fn1"].text == "Note 7."
    assert passages["fn2"].text == "Note 3."
    assert passages["2"].text == "2. Second[2]"


def test_a_document_as_word_libraries_write_it(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "Raport"
    document.core_properties.author = "Ekipi"
    document.add_heading("Raporti i vizitës", 0)
    document.add_heading("Gjetjet", 1)
    paragraph = document.add_paragraph("1. Qelitë ishin ")
    paragraph.add_run("të pastra").bold = True
    document.add_paragraph("2. Oborri ishte i vogël.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Qelia", "m²", "1", "12"), strict=True):
        cell.text = text
    path = tmp_path / "a.docx"
    document.save(str(path))
    blocks = _blocks(path)
    assert [(b.kind, b.level) for b in blocks[:2]] == [("heading", 1), ("heading", 2)]
    assert [blocks[2].text[a:b] for a, b in blocks[2].bold] == ["të pastra"]
    assert (blocks[-1].kind, blocks[-1].text) == ("table", "Qelia | m²\n1 | 12")
    facts = DocxExtractor().facts(path)
    assert (facts.title, facts.author) == ("Raport", "Ekipi")
    passages = segment([*DocxExtractor().extract(path)], document="d")
    assert [(p.anchor, p.form) for p in passages] == [("1", "text"), ("2", "text"), ("2_1", "table")]
    assert passages[0].heading == ("Raporti i vizitës", "Gjetjet")


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(100):
            part.write(b" " * 1024 * 1024)
    with pytest.raises(UnreadableOriginal) as refused:
        _blocks(path)
    assert refused.value.kind == "unsafe"


def test_an_entity_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        laughs = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        archive.writestr("word/document.xml", f"{laughs}<w:document {W}><w:body>&b;</w:body></w:document>")
    with pytest.raises(UnreadableOriginal) as refused:
        _blocks(path)
    assert refused.value.kind == "unsafe"


@pytest.mark.parametrize("cut", [10, 200, 600])
def test_a_file_cut_short_is_damaged(tmp_path: Path, cut: int) -> None:
    whole = _write(tmp_path / "whole.docx", _p("text " * 200)).read_bytes()
    path = tmp_path / "a.docx"
    path.write_bytes(whole[: min(cut, len(whole) - 30)])
    with pytest.raises(UnreadableOriginal) as refused:
        _blocks(path)
    assert refused.value.kind == "damaged"


def test_flipped_bytes_never_do_more_than_a_named_failure(tmp_path: Path) -> None:
    whole = bytearray(_write(tmp_path / "whole.docx", _p("text", num="1") * 30, numbering=LISTS).read_bytes())
    path = tmp_path / "a.docx"
    kinds: set[str] = set()
    for at in range(0, len(whole), 7):
        broken = bytearray(whole)
        broken[at] ^= 0x55
        path.write_bytes(bytes(broken))
        try:
            _blocks(path)
            DocxExtractor().facts(path)
        except UnreadableOriginal as error:
            kinds.add(error.kind)
    assert kinds <= {"damaged", "unsafe", "empty", "encrypted"}


def test_a_damaged_side_part_does_not_cost_the_document(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{_p('kept', num='1')}</w:body></w:document>")
        archive.writestr("word/numbering.xml", "<w:numbering")
        archive.writestr("word/styles.xml", b"\x00\x01")
    assert [block.text for block in _blocks(path)] == ["kept"]


def test_a_document_without_text_is_empty(tmp_path: Path) -> None:
    with pytest.raises(UnreadableOriginal) as refused:
        _blocks(_write(tmp_path / "a.docx", "<w:p/>"))
    assert refused.value.kind == "empty"


def test_part_names_with_backslashes_and_capitals_are_found(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("Word\\Document.xml", f"<w:document {W}><w:body>{_p('found')}</w:body></w:document>")
    path = tmp_path / "a.docx"
    path.write_bytes(stream.getvalue())
    assert _blocks(path)[0].text == "found"


def test_a_strict_document_is_read_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    strict = "http://purl.oclc.org/ooxml"
    with zipfile.ZipFile(path, "w") as archive:
        relation = (
            f'<Relationship Id="r" Type="{strict}/officeDocument/relationships/officeDocument" Target="/d/m.xml"/>'
        )
        archive.writestr("_rels/.rels", f"<Relationships>{relation}</Relationships>")
        archive.writestr(
            "[Content_Types].xml",
            "<Types>application/vnd.openxmlformats-officedocument.wordprocessingml.document</Types>",
        )
        names = f'xmlns:w="{strict}/wordprocessingml/main"'
        archive.writestr("d/m.xml", f"<w:document {names}><w:body>{_p('strict')}</w:body></w:document>")
    assert type(extractor_for(path)).__name__ == "DocxExtractor"
    assert [block.text for block in _blocks(path)] == ["strict"]


def test_what_was_moved_stands_where_it_was_moved_to_and_boxes_and_controls_are_read_once(tmp_path: Path) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent>"
    body = (
        "<w:p><w:moveFrom><w:r><w:t>old</w:t></w:r></w:moveFrom><w:r><w:t>Kept</w:t></w:r><w:moveTo><w:r>"
        "<w:t xml:space='preserve'> moved</w:t></w:r></w:moveTo>"
        "<w:r><w:noBreakHyphen/><w:softHyphen/><w:t>in</w:t></w:r>"
        f"<w:r><mc:AlternateContent xmlns:mc='m'><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
        "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent><w:p><w:sdt><w:sdtContent><w:r><w:t>Control</w:t>"
        "</w:r></w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>"
    )
    assert [block.text for block in _blocks(_write(tmp_path / "a.docx", body))] == ["Kept moved-in", "Box", "Control"]


def test_italics_come_from_runs_and_styles_and_toggle(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Navaden"><w:name w:val="Normal"/>'
        "<w:rPr><w:i/></w:rPr></w:style>"
        '<w:style w:type="character" w:styleId="Em"><w:name w:val="Emphasis"/><w:rPr><w:i/><w:b/></w:rPr></w:style>'
    )
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>slanted </w:t></w:r><w:r><w:rPr><w:rStyle w:val='Em'/></w:rPr><w:t>upright"
        "</w:t></w:r><w:r><w:rPr><w:i w:val='0'/></w:rPr><w:t xml:space='preserve'> plain</w:t></w:r></w:p>"
    )
    (block,) = _blocks(_write(tmp_path / "a.docx", body, styles=styles))
    assert [block.text[a:b] for a, b in block.italic] == ["slanted"]
    assert [block.text[a:b] for a, b in block.bold] == ["upright"]


def test_a_style_that_a_level_is_linked_to_numbers_at_that_level(tmp_path: Path) -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="1">'
        + _level(0, "decimal", "%1.", '<w:pStyle w:val="H1"/>')
        + _level(1, "decimal", "%1.%2.", '<w:pStyle w:val="H2"/>')
        + '</w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="1"/></w:num>'
    )  # fmt: skip
    styles = "".join(
        f'<w:style w:styleId="{name}"><w:name w:val="{name}"/><w:pPr>'
        '<w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>'
        for name in ("H1", "H2")
    )
    body = _p("a", style="H1") + _p("b", style="H2") + _p("c", style="H2") + _p("d", style="H1") + _p("e", style="H2")
    blocks = _blocks(_write(tmp_path / "a.docx", body, numbering=lists, styles=styles))
    assert [block.number for block in blocks] == ["1.", "1.1.", "1.2.", "2.", "2.1."]


def test_typed_line_breaks_before_numbers_begin_paragraphs_and_the_contents_are_not_read(tmp_path: Path) -> None:
    styles = '<w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    body = (
        _p("Neni 1 ... 3", style="T1")
        + "<w:p><w:r><w:t>Neni 1</w:t><w:br/><w:t>Qëllimi i ligjit</w:t><w:br/><w:t>Neni 2</w:t>"
        "<w:br/><w:t>1. Fusha</w:t>"
        "</w:r></w:p>"
    )
    blocks = _blocks(_write(tmp_path / "a.docx", body, styles=styles))
    assert [block.text for block in blocks] == ["Neni 1", "Qëllimi i ligjit", "Neni 2", "1. Fusha"]
