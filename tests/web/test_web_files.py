"""Originals, pictures of pages, and the files of the interface."""

from __future__ import annotations

import struct
from typing import Any

from kb.nouns import Document
from web.reply import disposition


def test_an_original_is_a_download_byte_for_byte(web: Any, held: dict[str, Document]) -> None:
    report = held["visit-en"]
    got = web.get(f"/original/{report.id}")
    assert got.status == 200
    assert got.body.startswith(b"%PDF-")
    assert len(got.body) == report.size
    assert got.headers["Content-Type"] == "application/pdf"
    assert got.headers["Content-Disposition"] == "attachment; filename=\"visit-en.pdf\"; filename*=UTF-8''visit-en.pdf"
    assert "sandbox" in got.headers["Content-Security-Policy"]


def test_types_a_browser_could_run_go_out_as_bytes(web: Any, held: dict[str, Document]) -> None:
    got = web.get(f"/original/{held['hostile'].id}")
    assert got.headers["Content-Type"] == "application/octet-stream"
    assert got.headers["X-Content-Type-Options"] == "nosniff"


def test_part_of_an_original_can_be_asked_for(web: Any, held: dict[str, Document]) -> None:
    got = web.get(f"/original/{held['visit-en'].id}", HTTP_RANGE="bytes=0-4")
    assert (got.status, got.body) == (206, b"%PDF-")
    beyond = web.get(f"/original/{held['visit-en'].id}", HTTP_RANGE="bytes=99999999-")
    assert beyond.status == 416


def test_a_page_is_a_picture_of_the_width_asked_for(web: Any, held: dict[str, Document]) -> None:
    got = web.get(f"/page/{held['visit-en'].id}/1.png?w=390")
    assert got.headers["Content-Type"] == "image/png"
    assert got.body.startswith(b"\x89PNG")
    assert struct.unpack(">I", got.body[16:20])[0] == 400


def test_what_a_browser_has_is_not_sent_again(web: Any, held: dict[str, Document]) -> None:
    for address in (f"/page/{held['visit-en'].id}/1.png?w=400", f"/original/{held['visit-en'].id}", "/static/site.css"):
        etag = web.get(address).headers["ETag"]
        assert etag
        again = web.get(address, HTTP_IF_NONE_MATCH=etag)
        assert (again.status, again.body) == (304, b"")
        assert web.get(address, HTTP_IF_NONE_MATCH='"other"').status == 200


def test_the_more_confidential_the_less_is_kept_by_the_browser(web: Any, held: dict[str, Document]) -> None:
    kept = {
        name: web.get(f"/original/{held[name].id}").headers["Cache-Control"] for name in ("visit-en", "inside", "names")
    }
    assert kept == {"visit-en": "private, max-age=86400", "inside": "private, no-cache", "names": "no-store"}


def test_the_files_of_the_interface_are_kept_for_good(web: Any) -> None:
    for name, media_type in (("site.css", "text/css"), ("site.js", "text/javascript"), ("icon.svg", "image/svg+xml")):
        got = web.get(f"/static/{name}")
        assert got.headers["Content-Type"].startswith(media_type)
        assert "immutable" in got.headers["Cache-Control"]


def test_a_file_name_of_any_alphabet_survives_and_none_breaks_the_header() -> None:
    assert disposition("Извештај.pdf").endswith("filename*=UTF-8''%D0%98%D0%B7%D0%B2%D0%B5%D1%88%D1%82%D0%B0%D1%98.pdf")
    for name in ('a"b.pdf', "a\r\nX: y.pdf", "../../x", "", "\udce9.pdf"):
        header = disposition(name)
        assert header.isascii()
        assert "\n" not in header
        assert "\r" not in header
        assert header.count('"') == 2
        assert "/" not in header
