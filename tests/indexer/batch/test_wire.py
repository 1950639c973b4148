"""What crosses from a reader to the writer is a reading and nothing else."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from indexer.batch.wire import pack, unpack
from kb.nouns import (
    Access,
    Citation,
    Document,
    IndexEntry,
    Kind,
    Link,
    Mark,
    PageFacts,
    PageState,
    Passage,
    Reading,
    Role,
    Sketch,
)

READING = Reading(
    document=Document(id="d", title="Извештај Ş", kind=Kind.REPORT, access=Access.INTERNAL, themes=("cells", "food")),
    passages=(
        Passage(
            document="d",
            anchor="41",
            label="41",
            text="The cells\x00 are small.\n“Të vogla.” 🜂",
            ordinal=0,
            role=Role.FINDING,
            heading=("A", "B"),
            page=3,
            language="en",
            notes=("fn1",),
            marks=(Mark(3, 0.1, 0.2, 0.3, 0.4),),
            bold=((0, 3), (4, 9)),
        ),
    ),
    links=(
        Link(document="d", anchor="41", citation=Citation(text="ECHR", start=0, end=4, grammar="name", target="echr")),
    ),
    pages=(PageFacts(3, 595.0, 842.0, 120, "", PageState.REPAIRED, 0.5, ("shift",), None),),
    entries=(IndexEntry(key="d#41", document="d", anchor="41", ordinal=0, exact="the", folded="the", stem="en:the"),),
    warnings=("page 4: damaged",),
    sketch=Sketch(version=1, words=5, text="ab", keys=(1, 2), anchors=("41",), lengths=(9,), numbers=("12",)),
)


def test_a_reading_comes_back_as_it_was() -> None:
    assert unpack(pack(READING)) == READING


def _changed(**values: object) -> bytes:
    raw = msgspec.msgpack.decode(pack(READING))
    return msgspec.msgpack.encode(raw | values)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a reading",
        pack(READING)[:-1],
        pack(READING) + b"\x00",
        msgspec.msgpack.encode([1, 2]),
        _changed(passages=None),
        _changed(warnings=[1]),
        _changed(links=[{"document": "d", "anchor": "41", "citation": "echr"}]),
        _changed(document={"id": "d"}),
        _changed(document={"id": "d", "title": "t", "access": "everyone"}),
        _changed(entries=[{"key": b"d#41"}]),
        _changed(pages=[[3, 595.0]]),
    ],
)
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a reading"):
        unpack(data)


def test_halves_of_characters_are_replaced_one_by_one_and_noted() -> None:
    """A span counted before still covers the same words; all else is as it was."""
    passage = replace(READING.passages[0], text="Cell \ud800\udc00 7", heading=("\udfff", "B"))
    made = replace(READING, passages=(passage,), warnings=("first",))
    read = unpack(pack(made))
    assert read.passages[0].text == "Cell \ufffd\ufffd 7"
    assert read.passages[0].heading == ("\ufffd", "B")
    assert read.warnings[0] == "first"
    assert "surrogates" in read.warnings[1]
    whole = replace(read, passages=(passage,), warnings=("first",))
    assert whole == made
