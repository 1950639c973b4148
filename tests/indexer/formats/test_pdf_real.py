"""Real PDFs: a viewer's broken ones, each in a process with limits, and the columns of a gazette."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter

import pytest

from indexer.formats.pdf import PdfExtractor

KINDS = {"encrypted", "damaged", "empty", "needs-ocr", "too-large", "unreadable-text"}
MEMORY = 1 << 30
CHILD = """
import json, resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
from indexer.formats.pdf import PdfExtractor
from indexer.options import ReaderOptions
from kb.errors import UnreadableOriginal
for name in sys.argv[1:]:
    try:
        pages = list(PdfExtractor(ReaderOptions(ocr="never")).extract(Path(name)))
        print(json.dumps([name, "read", len(pages)]), flush=True)
    except UnreadableOriginal as error:
        print(json.dumps([name, error.kind, 0]), flush=True)
"""


@pytest.mark.real
@pytest.mark.slow
def test_every_broken_pdf_is_read_or_refused_by_name(real_data):
    files = sorted(str(path) for path in (real_data / "broken-pdfs").glob("*.pdf"))
    done = subprocess.run(
        [sys.executable, "-c", CHILD.format(memory=MEMORY), *files],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, done.stderr[-2000:]
    assert [name for name, *_ in told] == files
    outcomes = Counter(kind for _, kind, _ in told)
    assert set(outcomes) <= KINDS | {"read"}
    assert outcomes["read"] >= 0.6 * len(files)


@pytest.mark.real
def test_a_gazette_in_two_columns_reads_down_each(real_data):
    pages = PdfExtractor().extract(real_data / "serbian-laws" / "gazette-two-columns-soft-hyphens.pdf")
    numbers = []
    for page in pages:
        for block in page.blocks:
            words = block.text.split()
            if len(words) == 2 and words[0] == "Члан" and words[1].rstrip(".").isdigit():
                numbers.append(int(words[1].rstrip(".")))
    assert len(numbers) > 10
    assert numbers == sorted(numbers)


@pytest.mark.real
def test_no_soft_hyphen_or_control_character_is_left(real_data):
    for path in sorted((real_data / "serbian-laws").glob("*.pdf"))[2:4]:
        for page in PdfExtractor().extract(path):
            for block in page.blocks:
                assert not any(char in block.text for char in "\xad\ufffe\ufffd\x02")
                assert block.kind == "table" or "\n" not in block.text
