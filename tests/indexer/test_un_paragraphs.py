"""Paragraphs that people marked in eight PDFs: is each found as exactly one?

A label counts as found where one passage, its footnotes' numbers apart, has the same letters and digits; where it is
one whole paragraph within a passage, because items in parentheses and quotations stay in the numbered paragraph they
belong to; or where it is a heading of the trail. Compared without case, space and punctuation. The three are counted
apart.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from indexer.formats.pdf import PdfExtractor
from indexer.segment.segment import segment

AS_PASSAGE = 0.85  # the passage or the heading alone, nothing more and nothing less
AS_PARAGRAPH = 0.93  # the passage, a paragraph of it, or a heading
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def _bare(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum() and char not in RAISED)


def _count(pdf: Path, labels: list[str]) -> Counter[str]:
    passages = segment(PdfExtractor().extract(pdf), document="x")
    whole = {_bare(passage.text) for passage in passages}
    parts = {_bare(line) for passage in passages for line in passage.text.split("\n")}
    headings = {_bare(heading) for passage in passages for heading in passage.heading}
    count: Counter[str] = Counter()
    for label in map(_bare, labels):
        how = next(
            (name for name, found in (("passage", whole), ("heading", headings), ("part", parts)) if label in found),
            "lost",
        )
        count[how] += 1
    return count


@pytest.mark.real
def test_labelled_paragraphs_are_found_as_one(real_data, capsys):
    folder = real_data / "un-paragraphs"
    total: Counter[str] = Counter()
    for path in sorted((folder / "labels").glob("*.json")):
        labels = json.loads(path.read_text(encoding="utf-8"))
        pdf = folder / "pdfs" / labels["main_xml_name"].replace(".xml", ".pdf")
        count = _count(pdf, [pair["main_language"] for pair in labels["paragraphs"]])
        with capsys.disabled():
            print(f"\n{path.stem}: {dict(count)}", end="")
        total += count
    everything = sum(total.values())
    with capsys.disabled():
        print(f"\nall: {dict(total)} of {everything}: {1 - total['lost'] / everything:.3f} found")
    assert total["passage"] + total["heading"] >= AS_PASSAGE * everything
    assert everything - total["lost"] >= AS_PARAGRAPH * everything
