"""Real PDFs: what is broken is read, what is whole is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.quality import Checked, Gate
from indexer.quality.gate import text_of
from kb.errors import UnreadableOriginal
from kb.nouns import PageState
from kb.originals.pdfium import PageContent, Pdf

pytestmark = pytest.mark.real


def checked(path: Path) -> list[Checked]:
    with Pdf(path) as pdf:
        return list(Gate().pages(pdf.page(number) for number in range(1, pdf.pages + 1)))


@pytest.mark.parametrize(
    ("name", "repair", "words", "never"),
    [
        ("broken-text-yuscii.pdf", "yu-ascii", ("član", "održavanju", "riječi", "briše"), ("~lan", "|a~", "bri{e")),
        (
            "broken-text-mixed-scripts.pdf",
            "look-alikes",
            ("člana", "održavanje", "zаkonа".replace("а", "a")),
            ("člаn",),
        ),
        ("gazette-two-columns-soft-hyphens.pdf", "soft-hyphens", ("саобраћај", "радова", "пута"), ("\xad",)),
    ],
)
def test_broken_serbian_is_read_as_correct_serbian(
    real_data: Path, name: str, repair: str, words: tuple[str, ...], never: tuple[str, ...]
) -> None:
    pages = checked(real_data / "serbian-laws" / name)
    text = " ".join(text_of(page.content) for page in pages).lower()
    assert all(word in text for word in words)
    assert not any(sign in text for sign in never)
    assert sum(repair in page.names for page in pages) >= 0.7 * len(pages)
    assert not [page for page in pages if page.state is PageState.UNREADABLE]


@pytest.mark.parametrize("folder", ["albanian", "un-reviews", "un-paragraphs"])
def test_no_page_that_is_right_is_touched(real_data: Path, folder: str) -> None:
    for path in sorted((real_data / folder).rglob("*.pdf")):
        touched = [
            (page.content.number, page.state, page.names) for page in checked(path) if page.score < 0.9 or page.names
        ]
        assert not touched, (path.name, touched)


def test_of_the_odd_files_only_those_without_text_are_condemned(real_data: Path) -> None:
    states: dict[PageState, set[str]] = {}
    for path in sorted((real_data / "broken-pdfs").glob("*.pdf")):
        try:
            with Pdf(path) as pdf:
                contents: list[PageContent] = [pdf.page(number) for number in range(1, min(pdf.pages, 20) + 1)]
        except UnreadableOriginal:
            continue
        for page in Gate().pages(contents):
            states.setdefault(page.state, set()).add(path.stem)
    # Looked at beside their pictures: control characters for ligatures, nothing but U+FFFD, numbers of glyphs.
    assert states[PageState.UNREADABLE] == {"issue15516_reduced", "issue4650", "issue_cff_unsigned_bbox"}
    assert states[PageState.REPAIRED] == {"issue215"}  # small capitals in the private-use area
