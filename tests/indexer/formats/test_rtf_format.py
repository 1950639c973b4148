"""RTF: code pages, notes, tables, lists and styles; what is damaged fails by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.blocks import Block
from indexer.formats import extractor_for
from indexer.formats.docx import DocxExtractor
from indexer.formats.rtf import RtfExtractor
from indexer.segment import segment
from kb.errors import UnreadableOriginal


def _write(path: Path, body: str, head: str = r"\ansi\ansicpg1252") -> Path:
    path.write_bytes((r"{\rtf1" + head + "\n" + body + "}").encode("latin-1"))
    return path


def _blocks(path: Path) -> tuple[Block, ...]:
    (page,) = RtfExtractor().extract(path)
    return page.blocks


def _texts(path: Path) -> list[str]:
    return [block.text for block in _blocks(path)]


def test_rich_text_reads_as_the_docx_of_the_same_text(visit: Path) -> None:
    (page,) = DocxExtractor().extract(visit.with_suffix(".docx"))
    assert _blocks(visit.with_suffix(".rtf")) == page.blocks
    facts = RtfExtractor().facts(visit.with_suffix(".rtf"))
    assert (facts.title, facts.author, facts.date) == ("Vizita në Lirava", "Ekipi i vizitave", "2024-06-21")


@pytest.mark.parametrize(
    ("head", "body", "text"),
    [
        (r"\ansi\ansicpg1250", r"\'c8lan 7\par", "Član 7"),
        (r"\ansi\ansicpg1251", r"\'d7\'eb\'e0\'ed 7\par", "Члан 7"),
        (r"\ansi\ansicpg1254", r"\'fe\'fd\'f0\par", "şığ"),
        (r"\ansi\ansicpg1252", r"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset238 B;}}\f1 \'c8lan\f0  n\'eb\par", "Član në"),
        (r"\ansi\ansicpg1252", r"{\fonttbl{\f1\fcharset204 B;}}\f1\'d7\'eb\'e0\'ed\plain  \'eb\par", "Члан ë"),
        (r"\ansi\ansicpg1250", r"{\fonttbl{\f0\fcharset0 A;}}\f0 \'c8lan\par", "Član"),
        (r"\mac", r"n\'91\par", "në"),
        (r"\ansi", r"\u268?lan \uc2\u1063\'d7x\uc0\u1083  \u-10179\u-8704\par", "Član Чл 😀"),
        (r"\ansi", r"{\upr{lan}{\*\ud{\u268?lan}}}\par", "Član"),
        (r"\ansi", r"{\fonttbl{\f2\fcharset2 Symbol;}}{\f2\'b7}\tab 5\emdash 6\~m\'b2 so\-ft\par", "• 5—6 m² soft"),
        (r"\ansi", r"non\_break \{x\}\par", "non-break {x}"),
    ],
)  # fmt: skip
def test_letters_come_out_of_every_way_to_write_them(tmp_path: Path, head: str, body: str, text: str) -> None:
    assert _texts(_write(tmp_path / "a.rtf", body, head)) == [text]


def test_styles_outline_levels_and_titles_are_headings(tmp_path: Path) -> None:
    body = (
        r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 Kapitull;}{\s2 heading 2;}{\s9 Title;}}"
        r"\pard\s9 T\par\pard\s1 A\par\pard\s2 B\par\pard\outlinelevel2 C\par\pard D\par"
    )
    assert [(b.kind, b.level) for b in _blocks(_write(tmp_path / "a.rtf", body))] == [
        ("heading", 1), ("heading", 2), ("heading", 3), ("heading", 4), ("text", 0),
    ]  # fmt: skip


def test_bold_italic_hidden_and_deleted_runs(tmp_path: Path) -> None:
    body = r"We {\b recommend}{\i  that} x{\v hidden}{\deleted gone}\b y\b0 .{\field{\*\fldinst PAGE}{\fldrslt 3}}\par"
    (block,) = _blocks(_write(tmp_path / "a.rtf", body))
    assert block.text == "We recommend that xy.3"
    assert [block.text[a:b] for a, b in block.bold] == ["recommend", "y"]
    assert [block.text[a:b] for a, b in block.italic] == ["that"]


def test_footnotes_are_tied_and_endnotes_counted_apart(tmp_path: Path) -> None:
    body = (
        r"1. First{\super\chftn{\footnote\pard\chftn  Note one.\par Second line.}} goes on.\par "
        r"2. Second{\chftn{\footnote\ftnalt\chftn  End note.}}.\par"
    )
    path = _write(tmp_path / "a.rtf", body)
    assert [(b.text, b.marker) for b in _blocks(path)] == [
        ("1. First[1] goes on.", ""), ("Note one. Second line.", "1"), ("2. Second[i].", ""), ("End note.", "i"),
    ]  # fmt: skip
    assert segment(RtfExtractor().extract(path), document="d")[0].notes == ("fn1",)


def test_tables_are_rows_and_a_table_inside_a_cell_stays_in_it(tmp_path: Path) -> None:
    body = (
        r"\trowd\cellx1\cellx2\pard\intbl Cell\cell Area\cell\row"
        r"\trowd\pard\intbl A1\par more\cell\itap2 inner\nestcell{\*\nesttableprops\nestrow}\itap1 9\cell\row"
        r"\pard After.\par"
    )
    assert [(b.kind, b.text) for b in _blocks(_write(tmp_path / "a.rtf", body))] == [
        ("table", "Cell | Area\nA1 more | inner 9"), ("text", "After."),
    ]  # fmt: skip


def test_headers_pictures_comments_and_objects_are_not_text_and_boxes_are(tmp_path: Path) -> None:
    body = (
        r"{\header Page}{\pict\bin3 }}{0102}{\*\unknown x}{\annotation no}"
        r"Text{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt\pard Box\par}}{\shprslt Box}} here.\par"
        r"{\object{\*\objdata 00}{\result Kept}}\par"
    )
    assert _texts(_write(tmp_path / "a.rtf", body)) == ["Text here.", "Box", "Kept"]


def test_printed_numbers_of_lists_are_numbers(tmp_path: Path) -> None:
    body = r"{\listtext\pard 1.\tab}First\par{\pntext\f2\'b7\tab}Second\par{\listtext\u-3913\'b7\tab}Third\par"
    assert [(b.number, b.text) for b in _blocks(_write(tmp_path / "a.rtf", body))] == [
        ("1.", "First"),
        ("•", "Second"),
        ("•", "Third"),
    ]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (rb"{\rtf1\ansi}", "empty"),
        (rb"{\rtf1 a {\b cut", "damaged"),
        (rb"{\rtf1 " + b"{" * 5000, "unsafe"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, data: bytes, kind: str) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(data)
    with pytest.raises(UnreadableOriginal) as refused:
        list(extractor_for(path).extract(path))
    assert refused.value.kind == kind


def test_a_missing_last_brace_costs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1 kept\par")
    assert _texts(path) == ["kept"]


@settings(max_examples=70, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(6, 13_000), st.binary(min_size=1, max_size=6)), min_size=1, max_size=12))
def test_broken_bytes_never_do_more_than_a_named_failure(
    visit: Path, tmp_path: Path, changes: list[tuple[int, bytes]]
) -> None:
    data = bytearray(visit.with_suffix(".rtf").read_bytes())
    for at, new in changes:
        data[at : at + len(new)] = new
    path = tmp_path / "a.rtf"
    path.write_bytes(bytes(data))
    try:
        RtfExtractor().facts(path)
        (page,) = RtfExtractor().extract(path)
        assert not any(letter in block.text for block in page.blocks for letter in "\x00\r\t\ud800")
    except UnreadableOriginal as error:
        assert error.kind in {"damaged", "empty", "unsafe"}  # noqa: PT017 - any other outcome is a text
