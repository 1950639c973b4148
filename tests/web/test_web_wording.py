"""Small things that pages are made of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kb.nouns import Citation, Document, Kind, Link, Passage, Query, Snippet
from web.asked import Asked, read_fields
from web.asking import address_of, read_query
from web.citation_text import cite_passage, pinpoint
from web.contents import contents_of
from web.i18n import date_text, number_text
from web.marked import label_end, linked_pieces, marked_pieces, misread, table_rows
from web.strings import sentence


def passage(label: str = "41", anchor: str = "41", **more: object) -> Passage:
    return Passage(**{"document": "d", "anchor": anchor, "label": label, "text": "Words.", "ordinal": 0} | more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("label", "anchor", "kind", "words"),
    [
        ("41", "41", Kind.REPORT, "para. 41"),
        ("41.", "41", Kind.REPORT, "para. 41"),
        ("7.2", "7.2", Kind.CPT_REPORT, "para. 7.2"),
        ("1", "57.1", Kind.REPORT, "para. 57.1"),
        ("ii", "6.ii~2", Kind.JUDGMENT, "§ 6.ii"),
        ("(a)", "a", Kind.LAW, "(a)"),
        ("(a)", "41.a", Kind.REPORT, "para. 41 (a)"),
        ("(ii)", "41.b.ii~2", Kind.JUDGMENT, "§ 41 (b) (ii)"),
        ("92", "92", Kind.JUDGMENT, "§ 92"),
        ("Neni 3", "article-3", Kind.LAW, "Neni 3"),
        ("18.1", "rule-18.1", Kind.INSTRUMENT, "Rule 18.1"),
        ("", "0_1", Kind.REPORT, ""),
    ],
)
def test_a_pinpoint_is_written_as_lawyers_write_it(label: str, anchor: str, kind: Kind, words: str) -> None:
    assert pinpoint(Document(id="d", title="T", kind=kind), passage(label, anchor)) == words


def test_a_citation_names_what_is_known_and_nothing_twice() -> None:
    known = Document(id="d", title="Report on X", mechanism="CPT", reference="CPT/Inf (2019) 9", date="2019-05")
    cited = cite_passage(known, passage(page=12), address="http://h")
    assert cited == "CPT, Report on X, CPT/Inf (2019) 9, para. 41, p. 12, http://h/d/d/p/41"
    bare = Document(id="d", title="Notes")
    assert cite_passage(bare, passage("", "0_1"), address="http://h") == "Notes, http://h/d/d/p/0_1"


def test_marks_that_overlap_or_leave_the_text_lose_no_character() -> None:
    for spans in (((0, 3), (2, 5)), ((4, 99),), ((9, 12),), ((3, 3),), ()):
        pieces = marked_pieces(Snippet(text="abcdefgh", spans=spans))
        assert "".join(piece.text for piece in pieces) == "abcdefgh"
    assert [p.text for p in marked_pieces(Snippet(text="abcdefgh", spans=((0, 3), (2, 5)))) if p.marked] == [
        "abc",
        "de",
    ]


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("41. Words", "41", "Words"),
        ("41.\n Words", "41", "Words"),
        ("41 Words", "41", "Words"),
        ("411 Words", "41", "411 Words"),
        ("41.5 Words", "41", "41.5 Words"),
        ("(a) Words", "(a)", "Words"),
        ("Neni 3\nFjalë", "Neni 3", "Fjalë"),
        ("Article 3 – Words", "Article 3", "Words"),
        ("41.", "41", "41."),
        ("Words", "41", "Words"),
        ("Words", "", "Words"),
    ],
)
def test_the_printed_label_is_shown_once(text: str, label: str, rest: str) -> None:
    assert text[label_end(text, label) :] == rest


def test_links_keep_their_place_when_the_label_is_cut() -> None:
    text = "3. See Rule 43 and Rule 43 EPR."
    spans = [(7, 14), (7, 10), (19, 30), (50, 60), (5, 5)]
    links = [
        Link(document="d", anchor="3", citation=Citation(text=text[a:b], start=a, end=b, grammar="g", target="t"))
        for a, b in spans
    ]
    pieces = linked_pieces(text, links, "3")
    assert "".join(piece.text for piece in pieces) == "See Rule 43 and Rule 43 EPR."
    assert [piece.text for piece in pieces if piece.link] == ["Rule 43", "Rule 43 EPR"]


def test_what_is_printed_in_bold_or_italics_is_a_piece_of_its_own_within_links_too() -> None:
    text = "3. See Rule 43 and no more."
    link = Link(document="d", anchor="3", citation=Citation(text="Rule 43", start=7, end=14, grammar="g", target="t"))
    pieces = linked_pieces(text, [link], "3", bold=((0, 11),), italic=((12, 18),))
    assert [(piece.text, piece.bold, piece.italic, piece.link is link) for piece in pieces] == [
        ("See ", True, False, False),
        ("Rule", True, False, True),
        (" ", False, False, True),
        ("43", False, True, True),
        (" and", False, True, False),
        (" no more.", False, False, False),
    ]


def test_a_table_is_one_only_when_its_rows_agree() -> None:
    assert table_rows("a | b\nc | d") == (("a", "b"), ("c", "d"))
    assert table_rows("a | b\nc") == ()
    assert table_rows("a | b") == ()
    assert table_rows("a\nb") == ()


def test_the_place_in_a_misread_question_is_cut_out() -> None:
    assert misread("ab(c", "character 3") == ("ab", "(", "c")
    assert misread("ab", "character 3") == ("ab", "\u2038", "")
    assert misread("ab", "character 9") is None
    assert misread("ab", "elsewhere") is None


def test_contents_list_a_heading_when_it_opens_and_footnotes_open_none() -> None:
    def trails() -> Iterator[Passage]:
        trail: list[tuple[str, ...]] = [("A",), ("A", "x"), ("N",), ("A", "x"), ("A", "y"), ("B", "y"), ("A",)]
        for number, heading in enumerate(trail):
            yield passage(
                anchor=str(number), heading=heading, ordinal=number, form="footnote" if number == 2 else "text"
            )

    entries = contents_of(list(trails()))
    assert [(e.title, e.depth, e.anchor) for e in entries] == [
        ("A", 1, "0"), ("x", 2, "1"), ("y", 2, "4"), ("B", 1, "5"), ("y", 2, "5"), ("A", 1, "6"),
    ]  # fmt: skip


def test_an_address_holds_the_whole_question_and_reads_back_the_same() -> None:
    query = Query(
        text='"Article 3" ћ & =', kind=("report", "law"), language=("sq",), institution=("Lirava & Co",),
        year_from=2001, exact=True, group=True, sort="date", limit=20,
    )  # fmt: skip
    address = address_of(query)
    assert read_query(Asked(fields=read_fields(address.partition("?")[2]))) == query
    paged = address_of(query, page=3)
    assert read_query(Asked(fields=read_fields(paged.partition("?")[2]))).offset == 40


def test_dates_are_as_precise_as_their_source() -> None:
    said = {"2019": "2019", "2019-05": "May 2019", "2019-05-07": "7 May 2019", None: "", "2019-13": "2019-13"}
    assert {date: date_text(date) for date in said} == said


def test_messages_become_sentences() -> None:
    assert sentence("no word in it") == "No word in it."
    assert sentence("Done!") == "Done!"
    assert sentence("") == ""
    assert number_text(1234567) == "1,234,567"
