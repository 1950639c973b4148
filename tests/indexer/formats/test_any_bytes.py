"""Whatever bytes a file has under whatever name: a text without control characters, or a failure with a name."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.formats import extractor_for
from kb.errors import UnreadableOriginal

NAMED = {"damaged", "empty", "encrypted", "unsafe", "too-large", "unsupported", "encoding"}
SEEDS = (
    b"<html><head><meta charset=windows-1250></head><body><h1>T</h1><p>1. a<table><tr><td>x<td>y</table></body></html>",
    b"<?xml version='1.0'?><udhr><article number='1'><title>Neni 1</title><para>Te gjithe.</para></article></udhr>",
    b"# Title\n\n1. one\n2. two [^1]\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1]: note\n",
    b"Neni 1\r\n1. Lica li\x9aena slobode imaju pravo na pristup lekaru.\r\n[1] note\r\n",
    rb"{\rtf1\ansi\ansicpg1250{\fonttbl{\f0\fcharset238 A;}}\f0 \'e8lan {\footnote\chftn x}\par\trowd a\cell\row}",
)
NAMES = ("a.html", "a.xml", "a.md", "a.txt", "a.rtf", "a.doc", "a.odt", "a.epub", "a")


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.integers(0, 120), st.integers(0, 8), st.binary(max_size=6)), max_size=10),
    st.sampled_from(NAMES),
)
def test_every_file_is_a_text_or_a_named_failure(
    tmp_path: Path, seed: bytes, changes: list[tuple[int, int, bytes]], name: str
) -> None:
    data = bytearray(seed)
    for at, length, new in changes:
        data[at : at + length] = new
    path = tmp_path / name
    path.write_bytes(bytes(data))
    try:
        extractor = extractor_for(path)
        facts = extractor.facts(path)
        texts = [facts.title, *(block.text for page in extractor.extract(path) for block in page.blocks)]
    except UnreadableOriginal as error:
        assert error.kind in NAMED  # noqa: PT017 - any other outcome is a text
        return
    for text in texts:
        text.encode()  # no half letters
        assert not any(ord(letter) < 32 and letter != "\n" for letter in text)


@pytest.mark.parametrize("name", NAMES)
def test_zero_bytes_are_no_text(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(bytes(5000))
    with pytest.raises(UnreadableOriginal) as refused:
        list(extractor_for(path).extract(path))
    assert refused.value.kind in NAMED
