"""Markdown: headings with level, lists with the numbers they print, tables, footnotes, bold."""

from __future__ import annotations

from pathlib import Path

from indexer.blocks import Block
from indexer.formats.markdown import MarkdownExtractor
from indexer.segment import segment


def _blocks(tmp_path: Path, text: str) -> tuple[Block, ...]:
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    (page,) = MarkdownExtractor().extract(path)
    return page.blocks


def test_headings_have_their_level_even_without_a_space(tmp_path: Path) -> None:
    blocks = _blocks(tmp_path, "# One\n\n##Two\n\nText\n\nUnder\n=====\n")
    assert [(b.kind, b.level, b.text) for b in blocks] == [
        ("heading", 1, "One"),
        ("heading", 2, "Two"),
        ("text", 0, "Text"),
        ("heading", 1, "Under"),
    ]


def test_list_items_keep_the_numbers_they_print(tmp_path: Path) -> None:
    blocks = _blocks(tmp_path, "Intro:\n\n3. three\n4. four\n\n   more of four\n\n- dash\n")
    assert [(b.kind, b.number, b.text) for b in blocks] == [
        ("text", "", "Intro:"),
        ("list", "3.", "three"),
        ("list", "4.", "four"),
        ("list", "", "more of four"),
        ("list", "–", "dash"),
    ]


def test_bold_words_are_spans_of_the_text(tmp_path: Path) -> None:
    (block,) = _blocks(tmp_path, "The CPT **recommends** that [staff](http://x) *be* **trained**.")
    assert block.text == "The CPT recommends that staff be trained."
    assert [block.text[a:b] for a, b in block.bold] == ["recommends", "trained"]


def test_a_table_is_one_block_with_a_row_a_line(tmp_path: Path) -> None:
    (block,) = _blocks(tmp_path, "| Cell | m² |\n|---|---|\n| 1 | 12 |\n| 2 | 9 |\n")
    assert (block.kind, block.text) == ("table", "Cell | m²\n1 | 12\n2 | 9")


def test_footnotes_are_blocks_of_their_own_and_tied_to_their_passage(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("1. First.[^n]\n\n2. Second.[^2]\n\n[^n]: Note one.\n[^2]: Note two.\n", encoding="utf-8")
    passages = {p.anchor: p for p in segment(MarkdownExtractor().extract(path), document="d")}
    assert passages["1"].notes == ("fnn",)
    assert passages["2"].notes == ("fn2",)
    assert passages["fn2"].text == "Note two."
    assert passages["fn2"].form == "footnote"


def test_html_in_markdown_leaves_its_words_only(tmp_path: Path) -> None:
    blocks = _blocks(tmp_path, "<meta charset='utf-8' />\n\n<div>kept <b>words</b></div>\n\nText<br>more")
    assert [block.text for block in blocks] == ["kept words", "Text more"]


def test_front_matter_is_facts_and_not_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text('---\ntitle: "Report"\nlang: sq\ndate: 2025-01-02\n---\n# Raport\n', encoding="utf-8")
    facts = MarkdownExtractor().facts(path)
    assert (facts.title, facts.language, facts.date) == ("Report", "sq", "2025-01-02")
    (page,) = MarkdownExtractor().extract(path)
    assert [block.text for block in page.blocks] == ["Raport"]


def test_deep_nesting_ends(tmp_path: Path) -> None:
    assert _blocks(tmp_path, "> " * 5_000 + "deep\n\n" + "- " * 500 + "deep")
