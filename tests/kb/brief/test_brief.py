"""What a brief holds, and what it must not hold; and that its files are what they say they are."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tomllib
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from docx import Document

from indexer.batch.run import Batch, Options
from kb.brief import FORMATS, LANGUAGES, Brief, Wanted, gather
from kb.brief.formats import made, save
from kb.brief.language import words_of
from kb.cli.main import kb
from kb.collection import Collection
from kb.errors import KBError, NotHeld
from kb.home import Home
from kb.nouns import Access, Progress, Role
from kb.register.register import Register, checked

MANIFEST = """
[defaults]
access = "public"
mechanism = "NPM"
kind = "report"
institutions = ["xk-dubrava"]
[files."one.txt"]
title = "Report on the visit in 2021"
date = "2021-06-01"
[files."two.txt"]
title = "Report on the visit in 2023"
date = "2023-06-01"
[files."hidden.txt"]
title = "Report that few may know of"
date = "2022-02-02"
access = "restricted"
[files."elsewhere.txt"]
title = "Report on another place"
date = "2023-02-02"
institutions = ["xk-lipjan"]
"""
TEXTS = {
    "one": "1. The delegation visited Dubrava Prison from 4 to 6 March 2021.\n\n"
    "2. It is recommended that the Ministry of Health employ a second doctor, for health care at night.\n\n"
    "3. It is recommended that the Director put an end to solitary confinement of juveniles <today> & tomorrow.\n",
    "two": "1. The delegation visited Dubrava Prison on 9 March 2023.\n\n"
    "2. It is recommended that the Director see to it that every prisoner has a medical examination on admission.\n",
    "hidden": "1. It is recommended that the doctor who struck a prisoner at the health care centre be suspended.\n",
    "elsewhere": "1. It is recommended that the Director of Lipjan buy medication for the health care centre.\n",
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    folder = tmp_path_factory.mktemp("brief")
    (folder / "in").mkdir()
    (folder / "in/kb.toml").write_text(MANIFEST, "utf-8")
    for name, text in TEXTS.items():
        (folder / f"in/{name}.txt").write_text(text, "utf-8")
    found = Home.at(folder / "home")
    Batch(found, Options(jobs=1)).run([folder / "in"])
    return found


def brief(home: Home, clearance: Access = Access.RESTRICTED, **wanted: object) -> Brief:
    register = Register(Collection(home, clearance))
    findings = Register(register.collection, Role.FINDING, filing=register.filing)
    given = {"institutions": ("xk-dubrava",), "root": "https://kb.example.org", **wanted}
    return gather(register, findings, Wanted(**given))  # type: ignore[arg-type]


def texts(one: Brief) -> str:
    return "\n".join(line.text for line in one.lines())


def test_it_gathers_what_was_asked_of_this_place_and_of_no_other(home: Home) -> None:
    said = texts(brief(home))
    assert "second doctor" in said
    assert "solitary confinement of juveniles" in said
    assert "medication" not in said


def test_a_passage_stands_in_it_once(home: Home) -> None:
    keys = [line.key for line in brief(home).lines() if line.key and "rule" not in line.key]
    assert keys
    assert len(keys) == len(set(keys))


def test_a_theme_holds_what_is_narrower_and_nothing_else(home: Home) -> None:
    one = brief(home, themes=("health-care",))
    assert "second doctor" in texts(one)
    assert "solitary confinement of juveniles" not in texts(one)


def test_years_bound_it_and_a_period_without_anything_is_empty(home: Home) -> None:
    assert "second doctor" not in texts(brief(home, year_from=2022))
    assert "medical examination" in texts(brief(home, year_from=2022))
    assert not [line for line in brief(home, year_from=1990, year_to=1991).lines() if line.key]


def test_what_is_done_is_left_out_and_what_was_said_stands_below(home: Home, tmp_path: Path) -> None:
    shutil.copytree(home.path, tmp_path / "home")
    home = Home.at(tmp_path / "home")
    register = Register(Collection(home))
    key = next(each.key for each in register.each() if "juveniles" in each.passage.text)
    register.say(key, checked("accepted", on="2022-01-05", note="by letter", who="A. B."), seen=0)
    line = next(line for line in brief(home).lines() if line.key == key)
    assert "accepted" in line.facts
    assert "by letter" in line.below[0].text
    public = next(line for line in brief(home, Access.PUBLIC).lines() if line.key == key)
    assert "by letter" not in public.below[0].text
    seen = register.one(key).seen
    register.say(key, checked(Progress.IMPLEMENTED.value, on="2022-02-05", note="seen"), seen=seen)
    assert key not in [line.key for line in brief(home).lines()]


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_a_brief_for_the_public_holds_nothing_that_is_hidden(home: Home, suffix: str) -> None:
    assert "struck" in texts(brief(home))
    data = made(brief(home, Access.PUBLIC), suffix)
    if suffix == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            data = b"".join(parts.read(name) for name in parts.namelist())
    assert b"struck" not in data
    assert b"few may know" not in data


def test_every_passage_has_its_citation_and_permanent_address(home: Home) -> None:
    lines = [line for line in brief(home).lines() if line.key]
    assert lines
    for line in lines:
        assert line.source is not None
        document, _, anchor = line.key.partition("#")
        assert line.source.address == f"https://kb.example.org/d/{document}/p/{anchor}"
    cited = next(line.source.citation for line in lines if line.source and "second doctor" in line.text)
    assert cited == "NPM, Report on the visit in 2021, para. 2"


def test_word_finds_headings_contents_and_a_note_for_every_reference(home: Home) -> None:
    data = made(brief(home), "docx")
    document = Document(io.BytesIO(data))
    assert next(p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1") == "Dubrava Prison"
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert parts.testzip() is None
        body = ElementTree.fromstring(parts.read("word/document.xml"))  # noqa: S314 - made here
        notes = ElementTree.fromstring(parts.read("word/footnotes.xml"))  # noqa: S314 - made here
        assert b"/word/footnotes.xml" in parts.read("[Content_Types].xml")
        assert b"footnotes.xml" in parts.read("word/_rels/document.xml.rels")
    referred = [each.get(f"{W}id") for each in body.iter(f"{W}footnoteReference")]
    held = [each.get(f"{W}id") for each in notes.iter(f"{W}footnote") if not each.get(f"{W}type")]
    assert referred == held == [str(n) for n in range(1, len(held) + 1)]
    assert "TOC" in "".join(each.text or "" for each in body.iter(f"{W}instrText"))
    marks = [each.get(f"{W}fldCharType") for each in body.iter(f"{W}fldChar")]
    assert marks.count("begin") == marks.count("separate") == marks.count("end") > 1


def test_markdown_and_html_number_their_notes_and_escape(home: Home) -> None:
    one = brief(home, notes={}, themes=("solitary-confinement", "juvenile", "health-care"))
    text = made(one, "md").decode()
    used = re.findall(r"\[\^(\d+)\](?!:)", text)
    assert used == re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    page = made(one, "html").decode()
    ids: list[str] = []
    targets: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert tag != "today"
            ids.extend(value for name, value in attrs if name == "id" and value)
            targets.extend(value[1:] for name, value in attrs if name == "href" and value and value[0] == "#")

    Reader().feed(page)
    assert set(targets) <= set(ids)
    assert len(ids) == len(set(ids))


def test_what_a_person_dropped_is_gone_and_what_they_noted_is_there(home: Home) -> None:
    first, second, *_ = [line.key for line in brief(home).lines() if line.key]
    one = brief(home, dropped=frozenset({first}), notes={second: "Ask the night nurse."})
    assert first not in [line.key for line in one.lines()]
    assert "Ask the night nurse." in made(one, "md").decode()


def test_every_language_has_the_same_words_and_questions() -> None:
    english = words_of("en")
    for language in LANGUAGES:
        other = words_of(language)
        for field in ("words", "statuses", "addressees", "visits"):
            assert getattr(other, field).keys() == getattr(english, field).keys(), language
        assert {k: len(v) for k, v in other.questions.items()} == {k: len(v) for k, v in english.questions.items()}


def test_every_question_is_of_a_theme_that_the_thesaurus_has(home: Home) -> None:
    assert set(words_of("en").questions) - {"general"} <= set(Collection(home).thesaurus.concepts)


def test_what_nobody_knows_is_said(home: Home, tmp_path: Path) -> None:
    with pytest.raises(NotHeld):
        brief(home, institutions=("Nowhere Prison",))
    with pytest.raises(NotHeld):
        brief(home, themes=("no-such-theme",))
    with pytest.raises(KBError, match="made in"):
        brief(home, language="tlh")
    with pytest.raises(KBError, match="written as"):
        save(brief(home), tmp_path / "brief.rtf")
    with pytest.raises(KBError, match="cannot be written"):
        save(brief(home), tmp_path / "nowhere/brief.md")


def test_without_the_font_the_error_names_the_package(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    from kb.brief import pdf

    monkeypatch.setattr(pdf, "_FOLDERS", (Path("/nowhere"),))
    with pytest.raises(KBError) as caught:
        made(brief(home), "pdf")
    assert "fonts-dejavu-core" in caught.value.advice


def test_the_command_writes_every_format(home: Home, tmp_path: Path) -> None:
    starts = {"docx": b"PK", "html": b"<!doctype html>", "md": b"# ", "pdf": b"%PDF"}
    for suffix, start in starts.items():
        file = tmp_path / f"brief.{suffix}"
        words = ["--home", str(home.path), "brief", "--institution", "Dubrava", "--lang", "sq", "--out", str(file)]
        result = CliRunner().invoke(kb, words)
        assert result.exit_code == 0, result.output
        assert file.read_bytes().startswith(start)


def test_the_words_are_toml_that_anybody_can_read() -> None:
    for path in (Path(__file__).resolve().parents[3] / "kb/brief/words").glob("*.toml"):
        assert tomllib.loads(path.read_text("utf-8"))["questions"]["general"]


def test_every_question_about_a_recommendation_cites_it_and_goes_with_it(home: Home) -> None:
    asked = [line for line in brief(home).lines() if line.about]
    assert asked
    for line in asked:
        document, _, anchor = line.about.partition("#")
        assert line.source is not None
        assert line.source.address == f"https://kb.example.org/d/{document}/p/{anchor}"
    gone = asked[0].about
    assert gone not in [line.about for line in brief(home, dropped=frozenset({gone})).lines()]


def is_heading(paragraph: Any) -> bool:
    return bool(paragraph.style and paragraph.style.name.startswith("Heading"))


def test_the_contents_lead_to_every_heading_with_a_page(home: Home) -> None:
    with zipfile.ZipFile(io.BytesIO(made(brief(home), "docx"))) as parts:
        body = ElementTree.fromstring(parts.read("word/document.xml"))  # noqa: S314 - made here
        settings = parts.read("word/settings.xml")
    marks = [each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")]
    assert marks
    assert [each.get(f"{W}anchor") for each in body.iter(f"{W}hyperlink")] == marks
    entries = ["".join(t.text or "" for t in link.iter(f"{W}t")) for link in body.iter(f"{W}hyperlink")]
    titles = [entry.rstrip("0123456789") for entry in entries]
    assert titles[0] == "Dubrava Prison"
    assert titles == [p.text for p in Document(io.BytesIO(made(brief(home), "docx"))).paragraphs if is_heading(p)]
    numbers = [int(entry.removeprefix(title)) for entry, title in zip(entries, titles, strict=True)]
    assert numbers[0] == 2
    assert numbers == sorted(numbers)
    assert b"updateFields" not in settings  # Word asks its reader before it updates


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_reads_all_of_it(home: Home, tmp_path: Path) -> None:
    one = brief(home)
    (tmp_path / "brief.docx").write_bytes(made(one, "docx"))
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/office", "--convert-to", "txt:Text"]
    subprocess.run(
        [*command, "--outdir", tmp_path, tmp_path / "brief.docx"], check=True, capture_output=True, timeout=120
    )
    read = " ".join((tmp_path / "brief.txt").read_text("utf-8-sig").split())
    for line in one.lines():
        assert line.text in read
