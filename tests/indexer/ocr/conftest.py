"""What the tests of OCR share: the project's texts as PDFs, and programs that call themselves ``tesseract``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from indexer.ocr import languages, tesseract
from samples.pdf import FONTS
from tests.indexer.ocr.scans import typeset

Fake = Callable[..., None]
Page = Callable[..., Path]
NEEDED = {"eng", "sqi", "srp", "srp_latn"}
NAMES = {
    "sq": "visit-valmir-2023-sq",
    "sr-Latn": "thematic-women-juveniles-2023-sr",
    "sr-Cyrl": "visit-bregmir-2024-sr-cyrl",
    "en": "visit-bregmir-2024-en",
    "columns": "annual-report-2023-sr",
}


@pytest.fixture
def page(tmp_path: Path) -> Page:
    """Typesets a stretch of the sample in a language, with its text layer."""
    if not FONTS.is_dir():
        pytest.skip("needs the fonts in which the samples are set: sudo apt install fonts-dejavu-core")
    if not tesseract.installed() >= NEEDED:
        pytest.skip(f"needs Tesseract with {', '.join(sorted(NEEDED))}")

    def make(language: str, *, start: int = 4, parts: int = 4) -> Path:
        return typeset(NAMES[language], tmp_path / f"{language}-{start}-{parts}.pdf", start=start, parts=parts)

    return make


@pytest.fixture
def forget() -> Iterator[Callable[[], None]]:
    """Makes what was found out of Tesseract be found out anew: before this test, after it, and when it is called."""

    def clear() -> None:
        for cached in (tesseract.installed, languages._data_for):
            cached.cache_clear()

    clear()
    yield clear
    clear()


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forget: object) -> Fake:  # noqa: ARG001 - before and after it
    """Puts a shell script in the place of Tesseract, with trained data for ``data``; without one, nothing is there."""

    def put(script: str | None = None, *, data: tuple[str, ...] = ("eng", "srp")) -> None:
        folder = tmp_path / "bin"
        folder.mkdir(exist_ok=True)
        if script is not None:
            program = folder / "tesseract"
            listed = "\\n".join(("List of available languages (9):", *data))
            lists = f'if [ "$1" = --list-langs ]; then printf "{listed}\\n"; exit 0; fi'
            program.write_text(f"#!/bin/sh\n{lists}\n{script}\n", "utf-8")
            program.chmod(0o755)
        monkeypatch.setenv("PATH", str(folder))

    return put
