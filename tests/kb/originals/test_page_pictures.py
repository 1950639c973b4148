"""Pictures of pages: painted by a child process, kept, and every failure named."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kb.errors import KBError, UnreadableOriginal
from kb.originals import render
from kb.originals.render import page_image


def _sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_picture_is_painted_once_and_kept(tmp_path, two_pages, monkeypatch):
    cache = tmp_path / "cache"
    first = page_image(cache, two_pages, _sha(two_pages), 1, 200)
    assert first.read_bytes().startswith(b"\x89PNG")
    monkeypatch.setattr(render, "WALL_SECONDS", 0.0)  # a second painting would not end in time
    assert page_image(cache, two_pages, _sha(two_pages), 1, 200) == first


def test_each_page_and_width_has_a_picture_of_its_own(tmp_path, two_pages):
    sha = _sha(two_pages)
    made = {page_image(tmp_path, two_pages, sha, page, width) for page, width in ((1, 100), (1, 120), (2, 100))}
    assert len(made) == 3


def test_nothing_is_left_behind_by_a_failure(tmp_path, locked):
    with pytest.raises(UnreadableOriginal) as failure:
        page_image(tmp_path / "cache", locked, _sha(locked), 1, 200)
    assert failure.value.kind == "encrypted"
    assert failure.value.advice
    assert not [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]


def test_a_page_beyond_the_end_is_named(tmp_path, two_pages):
    with pytest.raises(UnreadableOriginal) as failure:
        page_image(tmp_path, two_pages, _sha(two_pages), 9, 200)
    assert failure.value.kind == "no-page"


def test_a_painter_that_takes_too_long_is_killed(tmp_path, two_pages, monkeypatch):
    monkeypatch.setattr(render, "WALL_SECONDS", 0.01)
    with pytest.raises(UnreadableOriginal) as failure:
        page_image(tmp_path, two_pages, _sha(two_pages), 1, 200)
    assert failure.value.kind == "timeout"


@pytest.mark.parametrize("sha", ["", "../../etc/passwd", "A" * 64, "0" * 63])
def test_only_a_hash_may_name_a_picture(tmp_path, two_pages, sha):
    with pytest.raises(KBError) as failure:
        page_image(tmp_path, two_pages, sha, 1, 200)
    assert failure.value.kind == "bad-hash"


@pytest.mark.parametrize(
    ("number", "width", "kind"), [(0, 200, "no-page"), (1, 3, "too-large"), (1, 99_999, "too-large")]
)
def test_what_cannot_be_asked_for_is_refused_before_anything_starts(tmp_path, two_pages, number, width, kind):
    with pytest.raises(UnreadableOriginal) as failure:
        page_image(tmp_path, two_pages, _sha(two_pages), number, width)
    assert failure.value.kind == kind
