"""Files built to harm their reader end as a named outcome, each within its limits, and the batch goes on.

``python -m tests.hostile.test_hostile_files FOLDER`` writes them, to be tried by hand.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from indexer.batch.report import FileReport
from kb.home import Home
from kb.nouns import Access
from kb.store import Store, read
from tests.hostile import pdfs, texts
from tests.hostile.conftest import GOOD, TIGHT, Ran

MADE = pdfs.MADE | texts.MADE
# The one of a few outcomes that is right for each; where several are, a faster machine may get further.
TOO_MUCH = {"memory", "timeout", "too-large", "unsafe", "bomb"}
READ = {"indexed"}
NOTHING = {"empty", "needs-ocr", "damaged"}
WANTED: dict[str, set[str]] = {
    "flate-of-two-gigabytes.pdf": TOO_MUCH,
    "flate-in-flate.pdf": TOO_MUCH,
    "endless-content.pdf": TOO_MUCH,
    "a-million-text-objects.pdf": TOO_MUCH | READ,
    "a-million-lines-and-boxes.pdf": TOO_MUCH | NOTHING,
    "empty-pages.pdf": TOO_MUCH,
    "count-that-lies.pdf": READ | NOTHING | {"too-large"},
    "tree-of-pages-in-a-circle.pdf": NOTHING,
    "forms-in-a-circle.pdf": TOO_MUCH | READ,
    "forms-that-multiply.pdf": TOO_MUCH | READ,
    "arrays-in-arrays.pdf": READ | NOTHING,
    "dictionaries-in-dictionaries.pdf": READ | NOTHING,
    "arrays-in-the-content.pdf": READ | NOTHING,
    "huge-page.pdf": READ,
    "huge-picture.pdf": NOTHING | {"timeout"},
    "picture-that-swells.pdf": NOTHING | TOO_MUCH,
    "font-that-descends-from-itself.pdf": READ | NOTHING,
    "glyphs-that-draw-themselves.pdf": READ | NOTHING,
    "letters-that-mean-books.pdf": READ | TOO_MUCH | {"unreadable-text"},
    "table-of-references-in-a-circle.pdf": READ | NOTHING,
    "objects-in-a-circle.pdf": NOTHING,
    "outline-in-a-circle.pdf": READ,
    "docx-bomb.docx": TOO_MUCH,
    "docx-bomb-in-the-styles.docx": TOO_MUCH,
    "docx-of-a-million-runs.docx": TOO_MUCH,
    "docx-of-tables-in-tables.docx": {"damaged", "unsafe"},
    "docx-that-laughs.docx": {"unsafe"},
    "docx-of-many-parts.docx": TOO_MUCH,
    "odt-bomb.odt": TOO_MUCH,
    "odt-of-many-spaces.odt": READ | {"unsafe"},
    "odt-of-repeated-cells.odt": READ | {"unsafe", "too-large"},
    "zip-in-zip.zip": TOO_MUCH | READ | {"unsupported"},
    "zip-whose-files-overlap.zip": TOO_MUCH | {"unsupported", "damaged"},
    "billion-laughs.xml": READ | {"unsafe", "damaged", "empty"},
    "quadratic-blow-up.xml": {"unsafe", "damaged", "empty"},
    "entity-of-a-file.xml": READ | {"unsafe", "damaged", "empty"},
    "entity-of-the-network.xml": READ | {"unsafe", "damaged", "empty"},
    "xml-of-many-attributes.xml": TOO_MUCH,
    "xml-nested.xml": {"unsafe", "damaged"},
    "html-nested.html": READ | {"unsafe"},
    "html-of-inline-nested.html": READ | {"unsafe"},
    "html-of-a-million-tags.html": TOO_MUCH | {"damaged"},
    "html-table-of-spans.html": READ,
    "text-of-one-line.txt": TOO_MUCH,
    "text-without-a-space.txt": TOO_MUCH,
    "text-of-empty-lines.txt": TOO_MUCH,
    "text-of-numbers.txt": TOO_MUCH,
    "text-of-citations.txt": READ | TOO_MUCH,
    "table-as-text.txt": TOO_MUCH | {"unsupported"},
    "markdown-nested.md": READ | {"unsafe"},
    "rtf-nested.rtf": READ | {"unsafe", "damaged"},
    "rtf-of-binary.rtf": READ | {"damaged"},
    "mail-in-mail.eml": READ | {"unsafe", "damaged", "empty", "unsupported"},
}
OVERHEAD = 6.0  # seconds on a busy machine: the copy into the collection, the start of a reader, its end


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """One run over all of them, with honest files before, among and behind them."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, make in MADE.items():
        (folder / name).write_bytes(make())
    for name in ("a-first.md", "m-among.md", "zz-last.md"):
        (folder / name).write_text(GOOD.format(n=len(name)), "utf-8")
    ran = Ran(Home.at(tmp_path_factory.mktemp("home"))).over(folder)
    print("", *map(_told, ran.reports.values()), sep="\n")  # seen with pytest -s
    return ran


def test_every_file_that_is_made_has_an_outcome_that_is_wanted() -> None:
    assert set(WANTED) == set(MADE)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the limits are the kernel's")
class TestHostileFiles:
    @pytest.mark.parametrize("name", MADE)
    def test_each_ends_as_a_named_outcome(self, ran: Ran, name: str) -> None:
        report = ran.reports[name]
        assert ran.kind(name) in WANTED[name], report.error
        if report.error:
            assert report.error["message"]
            assert report.error["advice"]

    @pytest.mark.parametrize("name", MADE)
    def test_each_ends_in_time(self, ran: Ran, name: str) -> None:
        assert ran.reports[name].seconds < TIGHT.seconds + TIGHT.extension + OVERHEAD

    def test_the_batch_goes_on(self, ran: Ran) -> None:
        for name in ("a-first.md", "m-among.md", "zz-last.md"):
            assert ran.kind(name) == "indexed"

    def test_nothing_of_another_file_is_in_what_was_read(self, ran: Ran) -> None:
        store = Store(ran.home.store)
        with store.read() as connection:
            for name in ("entity-of-a-file.xml", "entity-of-the-network.xml"):
                document = ran.reports[name].document
                if document and ran.kind(name) == "indexed":
                    text = " ".join(each.text for each in read.passages(connection, document, Access.RESTRICTED))
                    assert "root" not in text
        store.close()


def _told(report: FileReport) -> str:
    what = f"{report.error['kind']}: {report.error['message']}" if report.error else f"{report.passages} passages"
    return f"{Path(report.source).name:42} {report.outcome.value:8} {report.seconds:6.2f} s  {what[:90]}"


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    for given, maker in MADE.items():
        (target / given).write_bytes(maker())
