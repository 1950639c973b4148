"""A store in memory of nothing but a file, and readings to put in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kb.nouns import Access, Citation, Document, Kind, Link, Mark, PageFacts, Passage, Reading, Role
from kb.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "store.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def reading() -> Callable[..., Reading]:
    def make(name: str = "report", access: Access = Access.INTERNAL, cites: str = "opcat", count: int = 2) -> Reading:
        document = Document(
            id=name,
            title=f"The {name}",
            kind=Kind.REPORT,
            language="en",
            date="2023-05",
            institutions=("Lipjan", "Istog"),
            access=access,
            work=name,
            sha256=name.ljust(64, "0"),
            media_type="application/pdf",
            pages=1,
            passages=count,
        )
        passages = tuple(
            Passage(
                document=name,
                anchor=str(number),
                label=f"{number}.",
                text=f"Paragraph {number} on žaoka and čelija.",
                ordinal=number - 1,
                role=Role.FINDING,
                heading=("A", "B"),
                page=1,
                language="en",
                marks=(Mark(1, 0.1, 0.2, 0.9, 0.25),),
            )
            for number in range(1, count + 1)
        )
        citation = Citation(text="OPCAT", start=0, end=5, grammar="instrument", target=cites, pinpoint="1")
        return Reading(
            document=document,
            passages=passages,
            links=(Link(document=name, anchor="1", citation=citation),),
            pages=(PageFacts(1, 595.0, 842.0, 900),),
            entries=(),
        )

    return make
