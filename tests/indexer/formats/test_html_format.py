"""Web pages: what the author wrote, not what the site put around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.blocks import Block
from indexer.formats.html import HtmlExtractor
from indexer.segment import segment
from kb.errors import UnreadableOriginal


def _blocks(tmp_path: Path, html: str | bytes) -> tuple[Block, ...]:
    path = tmp_path / "a.html"
    path.write_bytes(html.encode() if isinstance(html, str) else html)
    (page,) = HtmlExtractor().extract(path)
    return page.blocks


def _kinds(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks]


def test_navigation_scripts_and_hidden_text_are_left_out(tmp_path: Path) -> None:
    blocks = _blocks(
        tmp_path,
        """<html><head><title>T</title><style>.off {display: none}</style></head><body>
        <nav><a href=/>Home</a></nav><div class="cookie-banner">We use cookies</div><header role=banner>Site</header>
        <main><h1>Report</h1><p>Seen <script>alert(1)</script>text.</p><p hidden>no</p><p style="display: none">no</p>
        <p class="x off">no</p><p aria-hidden="true">no</p></main><footer>Imprint</footer></body></html>""",
    )
    assert _kinds(blocks) == [("heading", "Report"), ("text", "Seen text.")]


def test_the_main_element_is_not_believed_where_it_holds_little(tmp_path: Path) -> None:
    blocks = _blocks(tmp_path, f"<main>Menu</main><div><p>{'The long text of the report. ' * 20}</p></div>")
    assert len(blocks) == 2


def test_lists_print_the_numbers_that_a_browser_prints(tmp_path: Path) -> None:
    blocks = _blocks(
        tmp_path,
        "<p>Intro:</p><ol start=3><li>three<li value=7><p>seven</p><p>more</p></ol>"
        "<ol type=a><li>x<ol type=i><li>y</ol></ol>"
        "<ul><li>dot</ul><ol><li>1. printed already</ol>",
    )
    assert [(b.kind, b.number, b.text) for b in blocks] == [
        ("text", "", "Intro:"),
        ("list", "3.", "three"),
        ("list", "7.", "seven"),
        ("list", "", "more"),
        ("list", "a.", "x"),
        ("list", "i.", "y"),
        ("list", "–", "dot"),
        ("list", "", "1. printed already"),
    ]


def test_a_table_of_data_is_rows_and_a_table_for_layout_is_text(tmp_path: Path) -> None:
    data = "<table><tr><th>Cell</th><th>m²</th></tr><tr><td>1</td><td>12</td></tr></table>"
    layout = f"<table><tr><td>side</td><td><p>{'Long text. ' * 80}</p><p>Second.</p></td></tr></table>"
    assert _kinds(_blocks(tmp_path, data)) == [("table", "Cell | m²\n1 | 12")]
    assert [block.kind for block in _blocks(tmp_path, layout)] == ["text", "text", "text"]


def test_footnotes_as_word_saves_them_are_tied_to_their_passage(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        """<p class=s1>1.&nbsp;&nbsp;The first.<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a></p>
        <p>2.&nbsp;&nbsp;The second.</p><hr>
        <div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> A note.</p></div>""",
        encoding="utf-8",
    )
    passages = {p.anchor: p for p in segment(HtmlExtractor().extract(path), document="d")}
    assert passages["1"].text == "1. The first.[1]"
    assert passages["1"].notes == ("fn1",)
    assert (passages["fn1"].form, passages["fn1"].text) == ("footnote", "A note.")


def test_bold_comes_from_elements_styles_and_the_pages_own_sheet(tmp_path: Path) -> None:
    blocks = _blocks(
        tmp_path,
        """<style>.s2 { font-size:12pt; font-weight:bold }</style><p><b>one</b> two <span class=s2>three</span>
        <span style="font-weight: bold">four</span></p>""",
    )
    assert [blocks[0].text[a:b] for a, b in blocks[0].bold] == ["one", "three four"]


def test_line_breaks_between_articles_begin_new_blocks(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<div>Član 1.<br>Prva odredba.<br><br>Član 2.<br>Druga odredba.</div>", encoding="utf-8")
    passages = segment(HtmlExtractor().extract(path), document="d")
    assert [(p.anchor, p.text) for p in passages] == [
        ("article-1", "Član 1.\nPrva odredba."),
        ("article-2", "Član 2.\nDruga odredba."),
    ]


def test_the_declared_code_page_is_believed(tmp_path: Path) -> None:
    head = '<meta http-equiv=Content-Type content="text/html; charset=windows-1250"><title>Žalba</title>'
    page = f"<html lang=sr><head>{head}</head><body>šćž đ</body>"
    blocks = _blocks(tmp_path, page.encode("cp1250"))
    assert blocks[0].text == "šćž đ"
    facts = HtmlExtractor().facts(tmp_path / "a.html")
    assert (facts.title, facts.language) == ("Žalba", "sr")


@pytest.mark.parametrize(
    ("html", "kinds"),
    [
        ("<html><body><script>render()</script></body></html>", {"empty"}),
        ("<div>" * 50_000 + "deep", {"unsafe", "damaged"}),
    ],
)
def test_a_page_of_scripts_alone_is_empty_and_a_bottomless_one_is_refused(
    tmp_path: Path, html: str, kinds: set[str]
) -> None:
    with pytest.raises(UnreadableOriginal) as refused:
        _blocks(tmp_path, html)
    assert refused.value.kind in kinds


def test_nothing_between_the_tags_is_lost(tmp_path: Path) -> None:
    blocks = _blocks(tmp_path, "<body>a<p>b<div>c</div>d</p>e<ul>f<li>g<p>h</p>i</li>j</ul>k<td>l<b>m</b></body>")
    assert "".join(block.text.replace(" ", "") for block in blocks) == "abcdefghijklm"


SITE = """<!DOCTYPE html><html lang="sr"><head><title>Mechanism</title></head><body class="page has-sidebar">
<div id="CookieConsentDialog"><p>We use cookies to improve.</p><a href="/c">Accept</a></div>
<header class="site-header"><a href="/">Logo</a></header>
<ul class="menu-main"><li><a href="/1">News</a></li></ul>
<ul>{links}</ul>
<div class="content">{main}
<ul><li><a href="/r">A report on the visit to the prison of Lirava in the year 2024</a></li></ul></div>
<div class="sidebar-right"><h3>Related</h3></div><div class="site-footer">Imprint <a href="/x">Contact</a></div>
</body></html>"""


def test_what_a_site_puts_around_its_pages_is_dropped_without_semantic_elements(tmp_path: Path) -> None:
    links = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(8))
    main = "<h1>Report</h1>" + "".join(f"<p>{n}. The delegation saw cell number {n}.</p>" for n in range(1, 30))
    blocks = _blocks(tmp_path, SITE.replace("{links}", links).replace("{main}", main))
    assert [block.text for block in blocks][:2] == ["Report", "1. The delegation saw cell number 1."]
    assert len(blocks) == 31


def test_an_element_that_is_called_furniture_but_holds_the_text_is_read(tmp_path: Path) -> None:
    blocks = _blocks(tmp_path, f'<div class="footer"><p>{"The text. " * 50}</p></div><p>short</p>')
    assert len(blocks) == 2


def test_a_page_as_a_court_publishes_it_keeps_its_typed_numbers_notes_and_spans(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        """<style>.s1{font-size:12pt}.s2{font-style:italic}.s3{font-weight:bold}</style>
        <p class="s1"><span class="s3">PROCEDURE</span></p>
        <p><span>1.</span><span>&nbsp;&nbsp;</span><span>The case of </span><span class="s2">A. v. B.</span> began.</p>
        <p><span>2.</span><span>&nbsp;&nbsp;</span><span>He complained</span>
        <a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>.</p>
        <hr><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a><span>. In 2020.</span></p></div>""",
        encoding="utf-8",
    )
    (page,) = HtmlExtractor().extract(path)
    assert [page.blocks[1].text[a:b] for a, b in page.blocks[1].italic] == ["A. v. B."]
    passages = {p.anchor: p for p in segment([page], document="d")}
    assert passages["2"].text == "2. He complained [1]."
    assert passages["2"].notes == ("fn1",)


def test_footnotes_that_are_marked_as_such_are_tied(tmp_path: Path) -> None:
    blocks = _blocks(
        tmp_path,
        """<p>1. Text<sup><a epub:type="noteref" href="#n1">1</a></sup>.</p>
        <aside epub:type="footnote" id="n1"><p><a href="#r1">1</a> The note.</p></aside>
        <p>2. More<a role="doc-noteref" href="#n2">*</a></p><div role="doc-footnote" id="n2">* Second.</div>""",
    )
    assert [(b.text, b.marker) for b in blocks] == [
        ("1. Text[1].", ""), ("The note.", "1"), ("2. More[*]", ""), ("Second.", "*"),
    ]  # fmt: skip


def test_cells_keep_what_is_hidden_hidden_and_footnote_calls(tmp_path: Path) -> None:
    table = """<table><caption>Cells</caption><tr><th>Cell<th>m²<tr><td>1<script>x</script><span hidden>no</span>
    <td><p>12</p><p>13<a href="#_ftn1">[1]</a></p><tr><td>2<td></table>"""
    assert _kinds(_blocks(tmp_path, table)) == [("text", "Cells"), ("table", "Cell | m²\n1 | 12 13[1]\n2")]


def test_a_code_page_that_was_declared_without_asking_is_not_believed(tmp_path: Path) -> None:
    head = '<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1">'
    text = "Članovi 5 i 6 određuju način podnošenja žalbe, a odluka se donosi u roku od četiri dana."
    blocks = _blocks(tmp_path, f"<html><head>{head}</head><body><p>{text}</p></body></html>".encode("cp1250"))
    assert blocks[0].text == text
