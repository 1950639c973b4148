"""EPUB: chapters in the order of the spine, read as web pages; a bookseller's lock fails by name."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.formats import extractor_for
from indexer.formats.epub import EpubExtractor
from kb.errors import UnreadableOriginal

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
<dc:title>Raporti vjetor</dc:title><dc:language>sq</dc:language><dc:creator>Mekanizmi</dc:creator>
<dc:date>2023-05-01T00:00:00Z</dc:date></metadata><manifest>
<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="b" href="text/b%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/>
<item id="s" href="s.css" media-type="text/css"/><item id="p" href="p.png" media-type="image/png"/></manifest>
<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/><itemref idref="a"/><itemref idref="p"/></spine>
</package>"""
PARTS = {
    "META-INF/container.xml": CONTAINER,
    "OEBPS/book.opf": PACKAGE,
    "OEBPS/nav.xhtml": "<html><body><ol><li>Contents</li></ol></body></html>",
    "OEBPS/text/a.xhtml": "<html><body>"
    "<h1>I. Hyrje</h1><p>1. E para <span class='x'>me rëndësi</span>.</p></body></html>",
    "OEBPS/text/b b.xhtml": "<?xml version='1.0'?><!DOCTYPE html><html><body>"
    "<h1>II. Gjetjet</h1><p>2. E dyta.</p></body></html>",
    "OEBPS/s.css": ".x { font-weight: bold }",
}  # fmt: skip
LOCK = """<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:e="http://www.w3.org/2001/04/xmlenc#">
<e:EncryptedData><e:EncryptionMethod Algorithm="{how}"/><e:CipherData><e:CipherReference URI="OEBPS/text/a.xhtml"/>
</e:CipherData></e:EncryptedData></encryption>"""


def _write(path: Path, **changes: str | None) -> Path:
    parts = PARTS | changes
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, text in parts.items():
            if text is not None:
                archive.writestr(name, text)
    return path


def test_chapters_come_in_the_order_of_the_spine_without_the_contents(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.epub")
    (page,) = extractor_for(path).extract(path)
    assert [block.text for block in page.blocks] == ["I. Hyrje", "1. E para me rëndësi.", "II. Gjetjet", "2. E dyta."]
    assert [page.blocks[1].text[a:b] for a, b in page.blocks[1].bold] == ["me rëndësi"]


def test_the_package_says_title_language_author_and_date(tmp_path: Path) -> None:
    facts = EpubExtractor().facts(_write(tmp_path / "a.epub"))
    assert (facts.title, facts.language, facts.author, facts.date) == (
        "Raporti vjetor", "sq", "Mekanizmi", "2023-05-01",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"META-INF/encryption.xml": LOCK.format(how="http://www.w3.org/2001/04/xmlenc#aes128-cbc")}, "encrypted"),
        ({"META-INF/encryption.xml": LOCK.format(how="http://www.idpf.org/2008/embedding")}, ""),
        ({"META-INF/container.xml": "<x/>"}, "damaged"),
        ({"OEBPS/book.opf": None}, "damaged"),
        ({"OEBPS/text/a.xhtml": None}, "damaged"),
        ({"OEBPS/text/a.xhtml": "<p/>", "OEBPS/text/b b.xhtml": "<p/>"}, "empty"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, changes: dict[str, str | None], kind: str) -> None:
    path = _write(tmp_path / "a.epub", **changes)
    if not kind:
        assert list(EpubExtractor().extract(path))
        return
    with pytest.raises(UnreadableOriginal) as refused:
        list(EpubExtractor().extract(path))
    assert refused.value.kind == kind


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 2_500), st.binary(min_size=1, max_size=6)), min_size=1, max_size=8))
def test_broken_bytes_never_do_more_than_a_named_failure(tmp_path: Path, changes: list[tuple[int, bytes]]) -> None:
    data = bytearray(_write(tmp_path / "whole.epub").read_bytes())
    for at, new in changes:
        data[at : at + len(new)] = new
    path = tmp_path / "a.epub"
    path.write_bytes(bytes(data))
    try:
        extractor = extractor_for(path)
        extractor.facts(path)
        list(extractor.extract(path))
    except UnreadableOriginal as error:
        assert error.kind in {"damaged", "empty", "unsafe", "encrypted", "unsupported"}  # noqa: PT017
