"""Labels that the original prints at the end of the line before."""

from __future__ import annotations

import pytest

from indexer.blocks import Block, Page
from indexer.segment import trace


def _trace(*texts: str):
    return trace([Page(number=None, blocks=tuple(Block(text=text) for text in texts))], document="d")


@pytest.mark.parametrize("line", ["-izostavljenČlan 3.", "Uzani koloseci Član 3.", "koloseci Č" + "l\u0430n 3."])
def test_an_article_that_the_count_misses_is_found_at_the_end_of_a_line(line):
    found = _trace("Član 1.", "Prvo.", "Član 2.", line, "Treće.", "Član 4.", "Četvrto.")
    assert [p.anchor for p in found.passages] == ["article-1", "article-2", "article-3", "article-4"]
    third = found.passages[2]
    assert third.text.endswith("Treće.")
    assert [(s.start, s.end) for s in found.spans if s.block == 3][-1][1] == len(line)
    assert next(s.start for s in found.spans if s.block == 3) == 0
    assert len([s for s in found.spans if s.block == 3]) == 2


def test_a_sentence_that_ends_in_another_article_stays_whole():
    found = _trace("Article 1", "It is read with Article 3.", "Article 2", "See also Article 3.", "Article 3", "Text.")
    assert [p.anchor for p in found.passages] == ["article-1", "article-2", "article-3"]
    assert found.passages[1].text == "Article 2\nSee also Article 3."


def test_a_wider_gap_in_the_count_is_no_reason_to_cut():
    found = _trace("Article 1", "It is read with Article 2.", "Article 7", "Text.", "Article 8", "Text.")
    assert [p.anchor for p in found.passages] == ["article-1", "article-7", "article-8"]
