"""Paragraphs that people marked in eight PDFs: is each found as exactly one?

A label counts as found where one passage has the same letters and digits, its footnotes' numbers apart. The labels
include the headings, which stand in the trail of the passages beneath them and are no passages, because a heading
alone is no paragraph: they are counted apart. So are paragraphs that stand as one of several in a passage. Compared
without case, space and punctuation.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from indexer.formats.pdf import PdfExtractor
from indexer.segment.segment import segment

OF_ALL = 0.93  # of all labels, headings among them, that are exactly one passage of text
OF_PARAGRAPHS = 0.97  # of the labels that are no headings
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def _bare(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum() and char not in RAISED)


def _count(pdf: Path, labels: list[str]) -> Counter[str]:
    passages = segment(PdfExtractor().extract(pdf), document="x")
    whole = {_bare(passage.text) for passage in passages if passage.form != "heading"}
    parts = {_bare(line) for passage in passages for line in passage.text.split("\n")}
    headings = {_bare(heading) for passage in passages for heading in passage.heading}
    headings |= {_bare(passage.text) for passage in passages if passage.form == "heading"}
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
    paragraphs = everything - total["heading"]
    with capsys.disabled():
        print(f"\nall: {dict(total)} of {everything}: {total['passage'] / everything:.3f} are passages;", end=" ")
        print(f"without headings {total['passage'] / paragraphs:.3f}")
    assert total["passage"] >= OF_ALL * everything
    assert total["passage"] >= OF_PARAGRAPHS * paragraphs
