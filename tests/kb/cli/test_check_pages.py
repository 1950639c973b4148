"""``kb check --pages`` lists what a person should compare with the original."""

from __future__ import annotations

from pathlib import Path

import pytest
from fpdf import FPDF
from PIL import Image

from tests.kb.cli.test_commands import kb, lines

TEXT = "1. The delegation visited the prison and spoke with many prisoners in private about their daily regime."
FIELDS = {
    "document", "title", "page", "state", "repairs", "confidence", "score", "characters", "note", "anchor", "url",
    "picture",
}  # fmt: skip


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of a page of text and two pictures, and a text without pages."""
    folder = tmp_path_factory.mktemp("pages")
    made = FPDF()
    made.set_font("Helvetica", size=12)
    made.add_page()
    made.multi_cell(0, 7, TEXT)
    for shade in (60, 120):
        made.add_page()
        made.image(Image.new("L", (40, 60), shade), 20, 20, 160)
    (folder / "in").mkdir()
    made.output(str(folder / "in" / "scan.pdf"))
    (folder / "in" / "note.txt").write_text(f"{TEXT} It has no pages.\n", "utf-8")
    done = kb(folder / "home", "index", "--jobs", "1", "--ocr", "never", str(folder / "in"))
    assert done.returncode == 0, done.stderr
    return folder / "home"


def test_each_page_is_an_object_with_the_contracts_fields(home: Path) -> None:
    found = lines(kb(home, "check", "--pages", "--json"))
    assert [(page["page"], page["state"], page["anchor"]) for page in found] == [
        (2, "needs-ocr", None),
        (3, "needs-ocr", None),
    ]
    for page in found:
        assert set(page) == FIELDS
        assert page["url"] == f"/d/{page['document']}"
        assert page["picture"] == f"/page/{page['document']}/{page['page']}.png"


def test_people_read_a_line_for_each_page_and_their_number(home: Path) -> None:
    first, second, summary = kb(home, "check", "--pages").stdout.splitlines()
    assert "p. 2  a picture, not read; score 0.00" in first
    assert "p. 3  a picture, not read" in second
    assert summary == "2 pages to compare with the original."


def test_state_and_document_narrow_the_list(home: Path) -> None:
    documents = {held["title"]: held["document"] for held in lines(kb(home, "documents", "--json"))}
    [scan] = {page["document"] for page in lines(kb(home, "check", "--pages", "--json"))}
    [other] = set(documents.values()) - {scan}
    assert len(lines(kb(home, "check", "--pages", "--state", "ocr", "--state", "needs-ocr", "--json"))) == 2
    assert lines(kb(home, "check", "--pages", "--state", "repaired", "--json")) == []
    assert len(lines(kb(home, "check", "--pages", "--document", scan, "--json"))) == 2
    done = kb(home, "check", "--pages", "--document", other)
    assert (done.returncode, done.stdout) == (0, "No such page.\n")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--pages", "--state", "text"), 2, "text"),
        (("--state", "ocr"), 2, "--pages"),
        (("--document", "x"), 2, "--pages"),
        (("--pages", "--document", "unknown"), 1, "unknown"),
    ],
)
def test_what_cannot_be_listed_is_said(home: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    done = kb(home, "check", *arguments)
    assert done.returncode == code
    assert done.stdout == ""
    assert said in done.stderr
