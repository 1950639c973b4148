"""ODT: headings, lists as LibreOffice counts them, notes, tables, accepted changes; damage fails by name."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.blocks import Block
from indexer.formats import extractor_for
from indexer.formats.docx import DocxExtractor
from indexer.formats.odt import OdtExtractor
from kb.errors import UnreadableOriginal

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
        ("svg", "svg-compatible"), ("fo", "xsl-fo-compatible"), ("manifest", "manifest"),
    )
)  # fmt: skip
LISTS = """
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=")"/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix="."/>
<text:list-level-style-number text:level="3" style:num-format="I" text:display-levels="3" text:start-value="4"/>
</text:list-style><text:list-style style:name="S">
<text:list-level-style-number text:level="1" style:num-format="а, б, .., аа, аб, ... (sr)" style:num-suffix=")"/>
</text:list-style><text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1"
 style:num-prefix="Neni "/></text:list-style>"""


def _write(path: Path, body: str, styles: str = LISTS) -> Path:
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return path


def _blocks(path: Path) -> tuple[Block, ...]:
    (page,) = extractor_for(path).extract(path)
    return page.blocks


def _list(*items: str, said: str = 'text:style-name="L"') -> str:
    return f"<text:list {said}>{''.join(items)}</text:list>"


def _item(text: str, inner: str = "", said: str = "") -> str:
    return f"<text:list-item {said}><text:p>{text}</text:p>{inner}</text:list-item>"


@pytest.mark.parametrize("suffix", [".odt", ".fodt"])
def test_open_document_reads_as_the_docx_of_the_same_text(visit: Path, suffix: str) -> None:
    (page,) = DocxExtractor().extract(visit.with_suffix(".docx"))
    assert _blocks(visit.with_suffix(suffix)) == page.blocks
    facts = OdtExtractor().facts(visit.with_suffix(suffix))
    assert (facts.title, facts.author, facts.date) == ("Vizita në Lirava", "Ekipi i vizitave", "2024-06-21")
    assert facts.language == "sq-AL"


def test_lists_count_as_in_libreoffice(tmp_path: Path) -> None:
    body = (
        _list(
            _item("a", _list(_item("b"), _item("c", _list(_item("d"), said="")), said="")),
            _item("e", _list(_item("f"), said="")),
        )
        + "<text:p>between</text:p>"
        + _list(_item("goes on"), said='text:style-name="L" text:continue-numbering="true"')
        + _list(
            _item("new"),
            _item("jumps", said='text:start-value="9"'),
            _item("on"),
            said='text:style-name="L" xml:id="x"'
        )
        + _list("<text:list-header><text:p>none</text:p></text:list-header>", _item("one", "<text:p>more</text:p>"))
        + _list(_item("continues x"), said='text:continue-list="x" text:style-name="L"')
        + _list(f"<text:list-item>{_list(_item('deep'), said='')}</text:list-item>", _item("then"))
        + _list(_item("slovo"), _item("slovo"), said='text:style-name="S"')
        + _list(_item("Qëllimi"), said='text:style-name="N"')
        + _list(_item("unknown style"), said='text:style-name="Q"')
    )  # fmt: skip
    assert [(block.text, block.number) for block in _blocks(_write(tmp_path / "a.odt", body))] == [
        ("a", "1)"), ("b", "a."), ("c", "b."), ("d", "1.b.IV"), ("e", "2)"), ("f", "a."), ("between", ""),
        ("goes on", "3)"), ("new", "1)"), ("jumps", "9)"), ("on", "10)"), ("none", ""),
        ("one", "1)"), ("more", ""),
        ("continues x", "11)"), ("deep", "a."), ("then", "2)"),
        ("slovo", "а)"), ("slovo", "б)"), ("Qëllimi", "Neni 1"), ("unknown style", ""),
    ]  # fmt: skip


def test_headings_have_their_level_and_the_outlines_number(tmp_path: Path) -> None:
    outline = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I" '
        'style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
        '</text:outline-style><style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    )
    body = '<text:p text:style-name="P1">T</text:p>' + "".join(
        f'<text:h text:outline-level="{level}">{text}</text:h>'
        for level, text in ((1, "A"), (2, "B"), (2, "C"), (1, "D"))
    )  # fmt: skip
    assert [(b.text, b.level, b.number) for b in _blocks(_write(tmp_path / "a.odt", body, outline))] == [
        ("T", 1, ""), ("A", 2, "I."), ("B", 3, "I.1"), ("C", 3, "I.2"), ("D", 2, "II."),
    ]  # fmt: skip


def test_boxes_are_read_once_and_contents_comments_and_descriptions_are_not(tmp_path: Path) -> None:
    body = (
        '<text:table-of-content><text:index-body><text:p>Findings 3</text:p></text:index-body></text:table-of-content>'
        '<text:p>Text<office:annotation><text:p>note to self</text:p></office:annotation> here<draw:frame>'
        '<draw:text-box><text:p>Boxed</text:p></draw:text-box><svg:title>alt</svg:title></draw:frame>'
        '<text:s text:c="2"/><text:title>field</text:title>.</text:p>'
        '<text:section text:display="none"><text:p>hidden</text:p></text:section>'
    )  # fmt: skip
    assert [block.text for block in _blocks(_write(tmp_path / "a.odt", body))] == ["Text here field.", "Boxed"]


def test_an_encrypted_file_says_so(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.odt", "")
    with zipfile.ZipFile(path, "a") as archive:
        entry = (
            '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
        )
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest {NAMES}>{entry}</manifest:manifest>")
    with pytest.raises(UnreadableOriginal) as refused:
        _blocks(path)
    assert refused.value.kind == "encrypted"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "unsafe"),
        ("<a>" * 230 + "x" + "</a>" * 230, "unsafe"),
        ("", "damaged"),
        ("<office:body", "damaged"),
        ("<x/>", "empty"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, content: str, kind: str) -> None:
    path = tmp_path / "a.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    with pytest.raises(UnreadableOriginal) as refused:
        _blocks(path)
    assert refused.value.kind == kind


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(0, 6_000), st.binary(min_size=1, max_size=6)), min_size=1, max_size=8), st.booleans()
)
def test_broken_bytes_never_do_more_than_a_named_failure(
    visit: Path, tmp_path: Path, changes: list[tuple[int, bytes]], flat: bool
) -> None:
    data = bytearray(visit.with_suffix(".fodt" if flat else ".odt").read_bytes())
    for at, new in changes:
        data[at : at + len(new)] = new
    path = tmp_path / "a.odt"
    path.write_bytes(bytes(data))
    try:
        extractor = extractor_for(path)
        extractor.facts(path)
        list(extractor.extract(path))
    except UnreadableOriginal as error:
        assert error.kind in {"damaged", "empty", "unsafe", "encrypted", "unsupported", "too-large", "encoding"}  # noqa: PT017
