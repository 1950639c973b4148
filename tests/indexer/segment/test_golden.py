"""Short invented texts with the passages a lawyer would expect, side by side. KB_GOLDEN=write renews them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from indexer.blocks import Block, Page
from indexer.segment import segment

GOLDEN = Path(__file__).parents[2] / "golden" / "segment"


def _shown(source: Path) -> str:
    lines = source.read_text(encoding="utf-8").splitlines()
    passages = segment([Page(number=None, blocks=tuple(Block(text=line) for line in lines))], document="d")
    shown = []
    for passage in passages:
        shown.append(f"{passage.anchor}  [{passage.label}]  {passage.form}  {' > '.join(passage.heading)}".rstrip())
        shown.extend(f"    {line}" for line in passage.text.split("\n"))
    return "\n".join(shown) + "\n"


@pytest.mark.parametrize("source", sorted(GOLDEN.glob("*.txt")), ids=lambda path: path.stem)
def test_a_text_is_cut_as_a_lawyer_would_cite_it(source: Path) -> None:
    expected = source.with_suffix(".expected")
    if os.environ.get("KB_GOLDEN") == "write":
        expected.write_text(_shown(source), encoding="utf-8")
    assert _shown(source) == expected.read_text(encoding="utf-8")
