"""The content decides what a file is, then its name; every refusal has a name and says what to do."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from indexer.formats import extractor_for
from kb.errors import UnreadableOriginal


def _zip(**parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.pdf", b"%PDF-1.7\n", "PdfExtractor"),
        ("misnamed.txt", b"junk before\n%PDF-1.4\n", "PdfExtractor"),
        ("a.docx", _zip(**{"word__document.xml": "<x/>"}), "DocxExtractor"),
        ("report", _zip(**{"word__document.xml": "<x/>"}), "DocxExtractor"),
        ("a.xml", b"<?xml version='1.0'?><a>b</a>", "XmlExtractor"),
        ("no-suffix", b"\xef\xbb\xbf<?xml version='1.0'?><a>b</a>", "XmlExtractor"),
        ("law.xml", b"<akomaNtoso xmlns='x'><act><body>b</body></act></akomaNtoso>", "XmlExtractor"),
        ("dtd.xml", b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b '<body>'>]><a>c</a>", "XmlExtractor"),
        ("many.xml", b"<?xml version='1.0'?>" + b"<!---->" * 900 + b"& no root", "XmlExtractor"),
        ("a.html", b"<p>text</p>", "HtmlExtractor"),
        ("saved.txt", b"<!DOCTYPE html><html><body>x</body></html>", "HtmlExtractor"),
        ("x.xhtml", b"<?xml version='1.0'?><!DOCTYPE html><html><body>x</body></html>", "HtmlExtractor"),
        ("a.rtf", b"{\\rtf1 text}", "RtfExtractor"),
        ("a.odt", _zip(mimetype="application/vnd.oasis.opendocument.text"), "OdtExtractor"),
        ("a.md", b"# Title", "MarkdownExtractor"),
        ("a.txt", b"plain", "TextExtractor"),
        ("README", b"plain", "TextExtractor"),
        ("wide.txt", "plain".encode("utf-16"), "TextExtractor"),
    ],
)
def test_the_content_chooses_the_format(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert type(extractor_for(path)).__name__ == expected


@pytest.mark.parametrize(
    ("name", "data", "kind", "advice"),
    [
        ("empty.pdf", b"", "empty", "download"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "damaged", "again"),
        ("old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "damaged", "again"),
        ("scan.png", b"\x89PNG\r\n\x1a\n", "unsupported", "OCR"),
        ("sheet.xlsx", _zip(**{"[Content_Types].xml": "<Types>spreadsheetml</Types>"}), "unsupported", "PDF"),
        ("a.zip", _zip(readme="x"), "unsupported", "Unpack"),
        ("words.tsv", b"a\tb\n", "unsupported", "document"),
        ("program", bytes(range(256)) * 8, "unsupported", "plain text"),
        ("cut.docx", b"PK\x03\x04 and nothing more", "damaged", "again"),
    ],
)
def test_what_is_not_read_is_refused_by_name_with_advice(
    tmp_path: Path, name: str, data: bytes, kind: str, advice: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableOriginal) as refused:
        extractor_for(path)
    assert refused.value.kind == kind
    assert advice in refused.value.advice
    assert str(path) in str(refused.value)


def test_a_missing_file_is_a_named_failure(tmp_path: Path) -> None:
    with pytest.raises(UnreadableOriginal):
        extractor_for(tmp_path / "nowhere.txt")


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.xml"])
def test_a_file_of_nothing_but_space_is_empty(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(" \n\t\n ", encoding="utf-8")
    with pytest.raises(UnreadableOriginal) as refused:
        list(extractor_for(path).extract(path))
    assert refused.value.kind == "empty"
