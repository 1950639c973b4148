"""Files for other programs, read back by small readers of their formats."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from kb.citing import FORMATS, Facts
from kb.nouns import Document, Kind, Passage

EVIL = 'Costs & 100 % of {braces}, $5 #1 a_b ~ ^ \\ "quoted" =1+1'
TEXT = "=cmd|' /C calc'!A0 one\r\nER  - \nTY  - CASE\x00\x1b two\u2028three } @misc{x,"
ENTRY = Facts(
    document=Document(
        id="doc-1",
        title=EVIL,
        kind=Kind.REPORT,
        date="2019-05-21",
        mechanism="A and B",
        reference="@ref",
        language="sq",
    ),
    name=EVIL,
    passage=Passage(document="doc-1", anchor="41~2", label="41", text=TEXT, ordinal=0, page=7),
    word="paragraph",
    number="41",
    address="http://h/d/doc-1/p/41~2",
)
CASE = Facts(
    document=Document(id="j", title="T", kind=Kind.JUDGMENT, date="2000", reference="no. 1/02"),
    name="Doe v. Ruritania",
    numbers=("1/02", "2/03"),
    address="http://h/d/j",
)
BARE = Facts(document=Document(id="n", title=""), name="", address="http://h/d/n")


def read_bibtex(text: str) -> list[dict[str, str]]:
    """Entries of a file whose values stand in braces that match."""
    found, at = [], 0
    while (start := text.find("@", at)) >= 0:
        head = re.compile(r"@(\w+)\{([^,\s{}]+),").match(text, start)
        assert head, text[start : start + 40]
        entry, at = {"": head[1], "key": head[2]}, head.end()
        while field := re.compile(r"\s*(\w+) = \{").match(text, at):
            depth, begin = 1, field.end()
            at = begin
            while depth:
                depth += {"{": 1, "}": -1}.get(text[at], 0)
                at += 1
            entry[field[1]] = text[begin : at - 1]
            at += text[at : at + 1] == ","
        close = re.compile(r"\s*\}").match(text, at)
        assert close, text[at : at + 40]
        at = close.end()
        found.append(entry)
    return found


def printed_by_tex(value: str) -> str:
    for command, sign in (
        (r"\textbackslash{}", "\\"),
        (r"\textasciitilde{}", "~"),
        (r"\textasciicircum{}", "^"),
        (r"\textbraceleft{}", "{"),
        (r"\textbraceright{}", "}"),
    ):
        value = value.replace(command, sign)
    return re.sub(r"\\([$&%#_])", r"\1", value)


def read_ris(text: str) -> list[dict[str, str]]:
    records: list[dict[str, str]] = []
    for line in filter(None, text.split("\r\n")):
        match = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
        assert match, repr(line)
        if match[1] == "TY":
            records.append({})
        assert match[1] not in records[-1], line
        records[-1][match[1]] = match[2]
    return records


def test_bibtex_reads_back_as_it_was() -> None:
    one, two, three = read_bibtex(FORMATS["bibtex"].write([ENTRY, CASE, BARE]))
    assert (one[""], two[""], three[""]) == ("techreport", "misc", "misc")
    assert printed_by_tex(one["title"]) == EVIL
    assert one["author"] == "{A and B}"
    assert (one["year"], one["month"], one["pages"], one["note"]) == ("2019", "5", "7", "para. 41")
    assert one["url"] == "http://h/d/doc-1/p/41~2"
    assert two["howpublished"] == "European Court of Human Rights"
    assert len({entry["key"] for entry in (one, two, three)}) == 3


def test_ris_reads_back_as_it_was_and_no_line_breaks_a_record() -> None:
    one, two, _ = read_ris(FORMATS["ris"].write([ENTRY, CASE, BARE]))
    assert (one["TY"], two["TY"]) == ("RPRT", "CASE")
    assert one["TI"] == EVIL
    assert one["DA"] == "2019/05/21/"
    assert two["DA"] == "2000///"
    assert "ER  - TY  - CASE" in " ".join(one["AB"].split(" ")).replace("ER - ", "ER  - ").replace("TY - ", "TY  - ")
    assert "\x1b" not in one["AB"]


def test_csl_json_has_the_types_and_dates_of_its_schema() -> None:
    one, two, three = json.loads(FORMATS["csl"].write([ENTRY, CASE, BARE]))
    assert (one["type"], two["type"], three["type"]) == ("report", "legal_case", "document")
    assert one["issued"] == {"date-parts": [[2019, 5, 21]]}
    assert two["issued"] == {"date-parts": [[2000]]}
    assert one["title"] == EVIL
    assert two["number"] == "1/02; 2/03"
    assert all(item["id"] and item["URL"] for item in (one, two, three))


def test_no_cell_of_a_table_is_taken_for_a_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"].write([ENTRY, CASE, BARE]), newline="")))
    assert [row["document"] for row in rows] == ["doc-1", "j", "n"]
    assert rows[0]["text"].startswith("'=cmd")
    assert rows[0]["reference"] == "'@ref"
    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row.values())
    assert rows[1]["court"] == "Doe v. Ruritania, nos. 1/02 and 2/03, 2000"


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_to_write_is_an_empty_file_of_the_format(name: str) -> None:
    text = FORMATS[name].write([])
    assert text.strip() in ("", "[]") or text.startswith("document,")


@pytest.mark.parametrize(
    ("passage", "document", "told"), [("fr", "mul", "fr"), (None, "mul", "mul"), ("sq", None, "sq"), (None, None, "")]
)
def test_every_format_says_the_language_of_the_passage(passage: str | None, document: str | None, told: str) -> None:
    """One provision of a text in two languages is in one of them."""
    held = Document(id="c", title="Convention", kind=Kind.INSTRUMENT, language=document)
    cited = Passage(document="c", anchor="article-3", label="Article 3", text="Words", ordinal=0, language=passage)
    facts = [Facts(document=held, name="Convention", passage=cited, word="article", number="3", address="http://h")]
    assert json.loads(FORMATS["csl"].write(facts))[0].get("language", "") == told
    assert re.findall(r"^LA  - (.*)$", FORMATS["ris"].write(facts).replace("\r", ""), re.MULTILINE) == [told] * bool(
        told
    )
    assert read_bibtex(FORMATS["bibtex"].write(facts))[0].get("langid", "") == told
    assert next(csv.DictReader(io.StringIO(FORMATS["csv"].write(facts))))["language"] == told


def test_a_whole_document_in_several_languages_stays_so() -> None:
    facts = [
        Facts(document=Document(id="c", title="Convention", language="mul"), name="Convention", address="http://h")
    ]
    assert json.loads(FORMATS["csl"].write(facts))[0]["language"] == "mul"
