"""Twelve judgments with every citation labelled by hand (docs/citations.md says by which rules).

Eight were at hand while the grammars were made; four were not looked at until they were done.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from corpus.catalogue import instruments
from indexer.manifest import Settings
from indexer.read import read
from kb import citations
from kb.nouns import Access, Citation

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "citations"


class Label(NamedTuple):
    """A citation as a person marked it. Targets: ``law`` is any law that is not held, ``self`` the judgment itself."""

    document: str
    anchor: str
    start: int
    end: int
    text: str
    target: str
    resolves: bool


@pytest.fixture(autouse=True, scope="module")
def _catalogue() -> Iterator[None]:
    citations.use_instruments(instruments())
    yield
    citations.use_instruments(())


def labels(half: str) -> list[Label]:
    rows = [line.split("\t") for line in (GOLDEN / f"{half}.tsv").read_text("utf-8").splitlines()[1:]]
    return [
        Label(d, a, int(start), int(end), text.replace("\\n", "\n"), target, resolves == "yes")
        for d, a, start, end, text, target, resolves in rows
    ]


def is_right(citation: Citation, label: Label) -> bool:
    found, wanted = citation.address, label.target
    if wanted.startswith("self#"):
        return found == f"doc/{label.document}#{wanted[5:]}"
    if wanted.split("#")[0] == "law":
        pinpoint = wanted.partition("#")[2]
        return found.startswith(("law/", "unnamed#")) and (not pinpoint or citation.pinpoint == pinpoint)
    return found == wanted


@pytest.mark.real
@pytest.mark.parametrize("half", ["tuned", "untouched"])
def test_citations_are_found_where_people_marked_them(real_data: Path, half: str) -> None:
    marked = labels(half)
    wanted = {(one.document, one.anchor, one.start, one.end): one for one in marked}
    found: dict[tuple[str, str, int, int], Citation] = {}
    for name in {one.document for one in marked}:
        path = real_data / "judgments" / f"{name}.txt"
        reading = read(
            path, name=path.name, document=name, access=Access.INTERNAL, settings=Settings(), sha256="", size=0
        )
        texts = {passage.anchor: passage.text for passage in reading.passages}
        assert all(texts[one.anchor][one.start : one.end] == one.text for one in marked if one.document == name)
        for link in reading.links:
            found[name, link.anchor, link.citation.start, link.citation.end] = link.citation
    both = found.keys() & wanted.keys()
    right = sum(is_right(found[key], wanted[key]) for key in both if wanted[key].resolves)
    resolved = sum(wanted[key].resolves for key in both)
    print(
        f"{half}: {len(wanted)} marked, {len(found)} found, {len(both)} of them as marked, {right}/{resolved} led right"
    )
    assert len(both) >= 0.98 * len(found)
    assert len(both) >= 0.95 * len(wanted)
    assert right >= 0.97 * resolved > 100
    assert sum(is_right(found[key], wanted[key]) for key in both) >= 0.97 * len(both)
