"""How fast are citations found? Megabytes of UTF-8 for each second of one processor: ``python -m bench.citations``.

Every line of the files is read as a passage of one document, as the indexer does; the processor's time is counted, not
the clock's, and the best of several runs, because other programs only make it slower.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from corpus.catalogue import instruments
from kb import citations
from kb.nouns import Document, Kind

DATA = Path(__file__).resolve().parents[2] / "shared/data"
RUNS = 5


def lines_of(folder: Path) -> list[list[str]]:
    """The lines that are not empty, file by file."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".md", ".tsv"))
    return [[line for line in path.read_text("utf-8").splitlines() if line.strip()] for path in files]


def measure(documents: list[list[str]], document: Document | None) -> tuple[float, int]:
    """The best megabytes a second, and how many citations there are."""
    size = sum(len(line.encode()) for lines in documents for line in lines) / 1e6
    best, count = 0.0, 0
    for _ in range(RUNS):
        began, count = time.process_time(), 0
        for lines in documents:
            thread = citations.Thread(document)
            count += sum(len(thread.find(line)) for line in lines)
        best = max(best, size / (time.process_time() - began))
    return best, count


def main() -> None:
    """Print a line for each kind of text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder of real documents")
    data = parser.parse_args().data
    citations.use_instruments(instruments())
    judgment = Document(id="j", title="CASE OF A v. POLAND", kind=Kind.JUDGMENT, mechanism="ECtHR", state="POL")
    for name, folder, document in (
        ("judgments", data / "judgments", judgment),
        ("treaties", data / "instruments", Document(id="t", title="Treaty", kind=Kind.INSTRUMENT)),
        ("sentences in 15 languages", data / "sib200", None),
    ):
        speed, count = measure(lines_of(folder), document)
        print(f"{name:28} {speed:6.2f} MB/s  {count:6} citations")


if __name__ == "__main__":
    main()
