"""DOC: the binary form says the same as the DOCX of the same text; what is damaged fails by name."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path

import olefile
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.blocks import Block
from indexer.formats import extractor_for
from indexer.formats.doc import DocExtractor
from indexer.formats.docx import DocxExtractor
from indexer.segment import segment
from kb.errors import UnreadableOriginal

NAMED = {"damaged", "empty", "encrypted", "unsafe", "too-large", "unsupported"}


def _blocks(path: Path) -> tuple[Block, ...]:
    (page,) = DocExtractor().extract(path)
    return page.blocks


def _patched(visit: Path, path: Path, *changes: tuple[int, bytes]) -> Path:
    """A copy with bytes of its stream WordDocument changed."""
    shutil.copy(visit.with_suffix(".doc"), path)
    path.chmod(0o600)
    with olefile.OleFileIO(str(path), write_mode=True) as ole:
        data = bytearray(ole.openstream("WordDocument").read())
        for at, new in changes:
            data[at : at + len(new)] = new
        ole.write_stream("WordDocument", bytes(data))
    return path


def test_the_binary_form_reads_as_the_docx_of_the_same_text(visit: Path) -> None:
    (page,) = DocxExtractor().extract(visit.with_suffix(".docx"))
    assert _blocks(visit.with_suffix(".doc")) == page.blocks


def test_headings_numbers_notes_and_tables_are_read(visit: Path) -> None:
    blocks = _blocks(visit.with_suffix(".doc"))
    assert [(b.kind, b.level or b.number or b.marker) for b in blocks] == [
        ("heading", 1), ("heading", 2), ("list", "1."), ("footnote", "1"), ("list", "1.1."), ("list", "1.2."),
        ("list", "(a)"), ("list", "2."), ("heading", 3), ("list", "3."), ("footnote", "i"), ("list", "•"),
        ("list", "•"), ("table", ""), ("text", ""),
    ]  # fmt: skip
    assert blocks[2].text == "Delegacioni vizitoi qelitë e bllokut A[1] dhe bisedoi me të burgosurit."
    assert [blocks[4].text[a:b] for a, b in blocks[4].bold] == ["ajri është i pastër"]
    assert [blocks[7].text[a:b] for a, b in blocks[7].italic] == ["trajnohet"]
    assert blocks[-2].text == "Qelia | Sipërfaqja | Vetë\nA1 | 9 m² | 2\nA2 | 8 m²"


def test_deleted_and_hidden_words_are_dropped_and_fields_keep_their_result(visit: Path) -> None:
    blocks = _blocks(visit.with_suffix(".doc"))
    assert blocks[7].text == "Stafi duhet menjëherë të trajnohet për ndihmën e parë."
    assert blocks[-1].text.startswith("Shih faqen e mekanizmit dhe rregullat e shtëpisë; krah për krah; vetë-vrasje")


def test_automatic_numbers_are_labels_and_notes_are_tied(visit: Path) -> None:
    passages = {p.anchor: p for p in segment(DocExtractor().extract(visit.with_suffix(".doc")), document="d")}
    assert {"1", "1.1", "1.2", "2", "3", "fn1"} <= set(passages)
    assert passages["1"].notes == ("fn1",)
    assert passages["3"].heading[-1] == "Здравствена заштита"


def test_the_summary_gives_title_author_and_date(visit: Path) -> None:
    facts = DocExtractor().facts(visit.with_suffix(".doc"))
    assert (facts.title, facts.author, facts.date) == ("Vizita në Lirava", "Ekipi i vizitave", "2024-06-21")


def test_the_content_chooses_the_reader_whatever_the_name(visit: Path, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(visit.with_suffix(".doc").read_bytes())
    assert type(extractor_for(path)).__name__ == "DocExtractor"


def test_an_encrypted_file_says_so(visit: Path, tmp_path: Path) -> None:
    with pytest.raises(UnreadableOriginal) as refused:
        _blocks(_patched(visit, tmp_path / "a.doc", (11, b"\x03")))
    assert refused.value.kind == "encrypted"


@pytest.mark.parametrize(
    ("language", "page", "text"),
    [
        (0x041C, "cp1250", "Neni 1\rDelegacioni vizitoi qelitë dhe bisedoi me të burgosurit.\r"),
        (0x0C1A, "cp1251", "Члан 1\rДелегација је посетила ћелије и разговарала са затвореницима.\r"),
        (0x041F, "cp1254", "Madde 1\rHeyet hücreleri ziyaret etti ve tutuklularla görüştü; ışık yeterlidir.\r"),
    ],
)
def test_the_text_of_word_95_is_read_in_its_code_page(
    visit: Path, tmp_path: Path, language: int, page: str, text: str
) -> None:
    raw = (text + "Qelia\x07A1\x07\x07").encode(page)
    head = struct.pack("<HHHHHHH", 0xA5DC, 0x68, 0, language, 0, 0, 0)
    path = _patched(
        visit, tmp_path / "a.doc", (0, head), (24, struct.pack("<II", 0x300, 0x300 + len(raw))),
        (0x34, struct.pack("<7I", len(raw), 0, 0, 0, 0, 0, 0)), (0x300, raw),
    )  # fmt: skip
    blocks = _blocks(path)
    assert [block.text for block in blocks] == [*text.strip().split("\r"), "Qelia | A1"]
    assert blocks[-1].kind == "table"


def test_pieces_that_hold_more_than_the_file_are_refused(visit: Path, tmp_path: Path) -> None:
    data = visit.with_suffix(".doc").read_bytes()
    with olefile.OleFileIO(data) as ole:
        table = bytearray(ole.openstream("1Table").read())
        offset, _ = struct.unpack_from("<II", ole.openstream("WordDocument").read(), 154 + 8 * 33)
    path = tmp_path / "a.doc"
    path.write_bytes(data)
    table[offset + 9 : offset + 13] = struct.pack("<I", 0x7FFFFFF0)
    with olefile.OleFileIO(str(path), write_mode=True) as ole:
        ole.write_stream("1Table", bytes(table))
    with pytest.raises(UnreadableOriginal) as refused:
        _blocks(path)
    assert refused.value.kind == "damaged"


@pytest.mark.parametrize("cut", [600, 2000, 6000, 12000])
def test_a_file_cut_short_is_damaged(visit: Path, tmp_path: Path, cut: int) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(visit.with_suffix(".doc").read_bytes()[:cut])
    with pytest.raises(UnreadableOriginal) as refused:
        extractor_for(path).extract(path).__next__()
    assert refused.value.kind == "damaged"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 14_000), st.binary(min_size=1, max_size=6)), min_size=1, max_size=12))
def test_broken_bytes_never_do_more_than_a_named_failure(
    visit: Path, tmp_path: Path, changes: list[tuple[int, bytes]]
) -> None:
    data = bytearray(visit.with_suffix(".doc").read_bytes())
    for at, new in changes:
        data[at : at + len(new)] = new
    path = tmp_path / "a.doc"
    path.write_bytes(bytes(data))
    try:
        extractor = extractor_for(path, name="a.doc")
        extractor.facts(path)
        list(extractor.extract(path))
    except UnreadableOriginal as error:
        assert error.kind in NAMED  # noqa: PT017 - any other outcome is a text
