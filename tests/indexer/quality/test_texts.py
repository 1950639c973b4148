"""Formats without pages pass the same gate, block by block."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.blocks import Block, Page
from indexer.formats.text import TextExtractor
from indexer.quality import check_texts
from indexer.quality.texts import mended
from kb.nouns import PageState
from tests.indexer.quality.breaking import macedonian_ascii, mojibake, sample, serbian_ascii, yu_ascii


def checked(*texts: str) -> Page:
    (page,) = check_texts([Page(number=None, blocks=tuple(Block(text=text) for text in texts))])
    return page


def test_a_text_in_yu_ascii_is_read_and_its_english_stays() -> None:
    english = "This paragraph is a quotation in English [sic] and it is to be left as it was in the report."
    paragraphs = sample("sr-Latn").splitlines()
    page = checked(*map(yu_ascii, paragraphs), english)
    assert [block.text for block in page.blocks] == [*paragraphs, english]
    assert (page.state, page.repairs) == (PageState.REPAIRED, ("yu-ascii",))


@pytest.mark.parametrize(
    ("language", "broken", "name"),
    [("mk", macedonian_ascii, "macedonian-ascii"), ("sr-Cyrl", serbian_ascii, "yu-ascii-cyrillic")],
)
def test_an_english_block_in_seven_bit_cyrillic_stays_english(language: str, broken, name: str) -> None:
    english = "This paragraph is a quotation in English and it is to be left as it was in the report of the court."
    page = checked(*map(broken, sample(language).splitlines()), english)
    assert page.blocks[-1].text == english
    assert name in page.repairs
    assert [block.text for block in page.blocks[1:3]] == sample(language).splitlines()[1:3]


def test_spans_go_with_their_letters() -> None:
    text = "Të drejtat e të burgosurve"
    block = Block(text=mojibake("cp1252")(text), bold=((4, 12),), italic=((13, 28),))
    found = mended(block, lambda broken: broken.replace("Ã«", "ë"))
    assert found.text == text
    assert [found.text[a:b] for a, b in found.bold] == ["drejtat "]


def test_a_garbled_text_has_no_blocks_and_a_clean_one_is_the_same_object() -> None:
    garbled = sample("en").lower().translate(str.maketrans("abcdefghijklmnopqrstuvwxyz", "qhzvkxwjtbgpcdfmlnrsyuaeio"))
    assert checked(garbled).state is PageState.UNREADABLE
    assert checked(garbled).blocks == ()
    page = Page(number=None, blocks=(Block(text=sample("sq")),))
    assert next(check_texts([page])) is page


def test_a_page_of_a_format_with_pages_goes_through() -> None:
    page = Page(number=3, blocks=(Block(text="Ã«Ã«Ã« pÃ«r ~lan `ivot"),))
    assert next(check_texts([page])) is page


@pytest.mark.real
def test_no_real_text_is_condemned_and_only_wrong_letters_are_touched(real_data: Path) -> None:
    allowed = {"decomposed", "look-alikes"}  # letters in two parts, letters of the other script: both are there
    touched = 0
    for path in sorted((real_data / "sib200").glob("*.tsv")):
        lines = [line.split("\t")[-1] for line in path.read_text("utf-8").splitlines()[1:]]
        for start in range(0, len(lines), 25):
            page = checked(*lines[start : start + 25])
            assert page.score >= 0.9, (path.name, start)
            assert set(page.repairs) <= allowed, (path.name, start, page.repairs)
            touched += bool(page.repairs)
    assert touched <= 5


@pytest.mark.real
def test_real_judgments_pass_untouched(real_data: Path) -> None:
    for path in sorted((real_data / "judgments").glob("*.txt")):
        (page,) = TextExtractor().extract(path)
        (after,) = check_texts([page])
        assert (after.state, after.blocks) == (PageState.TEXT, page.blocks), path.name
