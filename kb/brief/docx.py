"""A brief as a Word document: headings, a table of contents, footnotes, page numbers."""

from __future__ import annotations

import io
import re
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from kb.brief.brief import Brief, Line
from kb.brief.footnotes import MEDIA_TYPE, Footnotes

_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TAGS = {"en": "en-GB", "sq": "sq-XK", "sr": "sr-Latn-RS"}


def written(brief: Brief) -> bytes:
    """The bytes of the file. Word and LibreOffice fill in the table's page numbers when it is updated."""
    document = Document()
    _styles(document, _TAGS.get(brief.language.partition("-")[0], brief.language))
    document.core_properties.title = _clean(f"{brief.title}: {brief.subtitle}")
    document.core_properties.author = ""
    document.core_properties.comments = ""
    _title_page(document, brief)
    notes = Footnotes()
    for section in brief.sections:
        document.add_heading(_clean(section.title), 1)
        for group in section.groups:
            if group.title:
                document.add_heading(_clean(group.title), 2)
            for line in group.lines:
                _line(document, line, notes, brief.words["note"], 0)
    _page_numbers(document)
    document.part.relate_to(
        Part(PackURI("/word/footnotes.xml"), MEDIA_TYPE, notes.part(), document.part.package),
        RELATIONSHIP_TYPE.FOOTNOTES,
    )
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _clean(text: str) -> str:
    return _NO_XML.sub("", text)


def _styles(document: Any, language: str) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Liberation Sans", Pt(10.5)
    normal.paragraph_format.space_after = Pt(4)
    for name, size in (("Title", 26), ("Heading 1", 16), ("Heading 2", 12.5)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Liberation Sans", Pt(size), RGBColor(0x1F, 0x2A, 0x44)
        fonts = style.element.rPr.rFonts
        for each in list(fonts.attrib):
            if "Theme" in each:
                del fonts.attrib[each]  # a theme's font would win over the one named here
        fonts.set(qn("w:ascii"), "Liberation Sans")
        fonts.set(qn("w:hAnsi"), "Liberation Sans")
        style.paragraph_format.keep_with_next = True
    language_tag = OxmlElement("w:lang")
    language_tag.set(qn("w:val"), language)
    normal.element.get_or_add_rPr().append(language_tag)


def _title_page(document: Any, brief: Brief) -> None:
    document.add_paragraph(_clean(brief.title), style="Title")
    subtitle = document.add_paragraph()
    run = subtitle.add_run(_clean(brief.subtitle))
    run.bold, run.font.size = True, Pt(15)
    for name, value in brief.facts:
        paragraph = document.add_paragraph()
        paragraph.add_run(_clean(name) + ": ").bold = True
        paragraph.add_run(_clean(value))
    if len(brief.sections) < 2:
        return
    heading = document.add_paragraph()
    heading.paragraph_format.space_before = Pt(24)
    heading.add_run(_clean(brief.words["contents"])).bold = True
    _contents(document, brief)
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _contents(document: Any, brief: Brief) -> None:
    """A field that is filled in already, so that who does not update it reads the titles too."""
    titles = [(1, section.title) for section in brief.sections]
    for at, (_, title) in enumerate(titles):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        if at == 0:
            _mark(paragraph.add_run(), "begin")
            _instruction(paragraph.add_run(), ' TOC \\o "1-2" \\h \\z \\u ')
            _mark(paragraph.add_run(), "separate")
        paragraph.add_run(_clean(title))
        if at == len(titles) - 1:
            _mark(paragraph.add_run(), "end")


def _mark(run: Any, kind: str) -> None:
    element = OxmlElement("w:fldChar")
    element.set(qn("w:fldCharType"), kind)
    run._r.append(element)


def _instruction(run: Any, text: str) -> None:
    element = OxmlElement("w:instrText")
    element.set(qn("xml:space"), "preserve")
    element.text = text
    run._r.append(element)


def _line(document: Any, line: Line, notes: Footnotes, word: str, depth: int) -> None:
    paragraph = document.add_paragraph(style="Normal" if line.tick else ("List Bullet", "List Bullet 2")[min(depth, 1)])
    if line.tick:
        paragraph.add_run("☐ ")
        paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Pt(18), Pt(-16)
    if line.facts:
        paragraph.add_run(_clean(" · ".join(line.facts)) + "  ").bold = True
    paragraph.add_run(_clean(line.text))
    if line.source:
        paragraph._p.append(notes.reference(_clean(line.source.citation), line.source.address))
    if line.note:
        added = document.add_paragraph(style="List Bullet 2")
        added.add_run(f"{_clean(word)}: {_clean(line.note)}").italic = True
    for each in line.below:
        _line(document, each, notes, word, depth + 1)


def _page_numbers(document: Any) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _mark(paragraph.add_run(), "begin")
    _instruction(paragraph.add_run(), " PAGE ")
    _mark(paragraph.add_run(), "separate")
    paragraph.add_run("1")
    _mark(paragraph.add_run(), "end")
