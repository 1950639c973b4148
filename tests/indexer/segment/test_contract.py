"""The contract: nothing is lost, nothing is doubled, nothing is out of order, nothing raises."""

from __future__ import annotations

import re
from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.blocks import Block, Page
from indexer.segment import Trace, trace

_STARTS = [
    "", "1. ", "2. ", "3. ", "41. ", "7.2 ", "77.12. ", "Article 1", "Article 2 – ", "Neni 3. ", "Član 1.", "1. člen",
    "§ 5 ", "Rule 18.1 ", "(a) ", "– ", "1) ", "[2] ", "I. ", "A. ", "„", "“", "12 June 2003", "Madde 3- (1) ", "• ",
    "Chapter II", "ANNEX", "1", "2", "Article premier", "Recommendation 4: ", "Член 21а. ", "Article 3",
    "i. ", "ii. ", "iii. ", "a. ", "b. ", "text-Article 2", "999999999999999999. ",
]  # fmt: skip
_WORDS = [
    "The court finds that",
    "text",
    "THE FACTS",
    "“quoted”",
    "of the Convention.",
    "see 12",
    "",
    "end:",
    "\u00ad",
    "İ",
]

_texts = st.one_of(
    st.builds(
        lambda start, words, end: start + " ".join(words) + end,
        st.sampled_from(_STARTS),
        st.lists(st.sampled_from(_WORDS), max_size=4),
        st.sampled_from(["", ".", ":", ";", "”", "12", " "]),
    ),
    st.text(max_size=60),
    st.sampled_from(["", "A sentence that goes on. " * 300, "x" * 13_000, "A sentence that goes on. " * 2_000]),
)
_blocks = st.builds(
    Block,
    text=_texts,
    kind=st.sampled_from(["text", "text", "text", "heading", "list", "table", "footnote"]),
    level=st.integers(0, 4),
    marker=st.sampled_from(["", "1", "12", "*", "ä/%"]),
    continues=st.booleans(),
    number=st.sampled_from(["", "", "", "1.", "2.", "(a)", "Article 3", "•", "iv", "  "]),
    size=st.sampled_from([0.0, 10.0, 14.0]),
)
_pages = st.lists(
    st.builds(
        lambda number, blocks: Page(number=number, blocks=tuple(blocks)),
        st.one_of(st.none(), st.integers(1, 5)),
        st.lists(_blocks, max_size=14),
    ),
    max_size=4,
)


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _check(pages: list[Page], found: Trace) -> None:
    blocks = [block for page in pages for block in page.blocks]
    by_block = defaultdict(list)
    for span in found.spans:
        by_block[span.block].append(span)
    for at, block in enumerate(blocks):
        spans = by_block.get(at, [])
        if not spans:
            assert not block.text.strip()
            continue
        assert [span.start for span in spans] == [0, *(span.end for span in spans[:-1])]
        assert spans[-1].end == len(block.text)
    held = defaultdict(list)
    for span in found.spans:
        held[span.anchor].append(blocks[span.block].text[span.start : span.end])
    anchors = [passage.anchor for passage in found.passages]
    assert len(set(anchors)) == len(anchors)
    assert set(held) - {""} <= set(anchors)
    trails = {_bare(heading) for passage in found.passages for heading in passage.heading}
    for passage in found.passages:
        assert re.fullmatch(r"[a-z0-9._~-]+", passage.anchor)
        rest = _bare(passage.text)
        for part in held[passage.anchor]:  # in order, each once; between them only numbers that the format knew
            at = rest.find(_bare(part))
            assert at >= 0
            rest = rest[at + len(_bare(part)) :]
    for heading in held[""]:
        assert any(_bare(heading).strip("-–—") in trail for trail in trails)
    flow = [
        p.ordinal
        for s in found.spans
        if s.anchor
        for p in found.passages
        if p.anchor == s.anchor and p.form != "footnote"
    ]
    assert flow == sorted(flow)
    assert [passage.ordinal for passage in found.passages] == list(range(len(found.passages)))


@settings(max_examples=120, deadline=None)
@given(_pages)
def test_every_character_is_in_exactly_one_passage_or_in_the_trail_of_headings(pages: list[Page]) -> None:
    _check(pages, trace(pages, document="d"))


@settings(max_examples=25, deadline=None)
@given(_pages)
def test_the_same_blocks_give_the_same_passages(pages: list[Page]) -> None:
    assert trace(pages, document="d") == trace(pages, document="d")


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.builds(Block, text=st.text(alphabet="1234567890.§() \nAa“”„IVArticleNeni–:;", max_size=30)), max_size=40
    )
)
def test_texts_made_of_numbers_and_labels_never_raise(blocks: list[Block]) -> None:
    pages = [Page(number=None, blocks=tuple(blocks))]
    _check(pages, trace(pages, document="d"))


def test_no_pages_give_no_passages() -> None:
    assert trace([], document="d").passages == []
    assert trace([Page(number=1, blocks=())], document="d").passages == []


def test_a_footnote_that_goes_on_at_the_foot_of_the_next_page_is_one() -> None:
    notes = [Block(text="It was said that", kind="footnote", marker="3"), Block(text="Text.", page=1)]
    rest = Block(text="nobody came.", kind="footnote", continues=True)
    pages = [Page(number=1, blocks=(notes[1], notes[0])), Page(number=2, blocks=(notes[1], rest))]
    found = trace(pages, document="d")
    _check(pages, found)
    assert [(p.anchor, p.text) for p in found.passages if p.form == "footnote"] == [
        ("fn3", "It was said that nobody came.")
    ]
