"""A brief as a Word document: headings, a table of contents, footnotes, page numbers."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from kb.brief.brief import Brief
from kb.brief.footnotes import MEDIA_TYPE, Footnotes
from kb.brief.pages import MARGIN, NOTE, PAGE_HEIGHT, PAGE_WIDTH
from kb.brief.paragraphs import AFTER, CONTENTS, HEADINGS, SIZE, STEP, Body, clean, field, instruction, run

_FONT = "Liberation Sans"
_TAGS = {"en": "en-GB", "sq": "sq-XK", "sr-Latn": "sr-Latn-RS", "sr-Cyrl": "sr-Cyrl-RS"}


def written(brief: Brief) -> bytes:
    """The bytes of the file. Its table of contents has page numbers, which Word works out anew where one asks it to."""
    document = Document()
    _page(document)
    _styles(document, _TAGS.get(brief.language, brief.language))
    document.core_properties.title = clean(brief.heading)
    document.core_properties.author = ""
    document.core_properties.comments = ""
    _title_page(document, brief)
    notes = Footnotes()
    body = Body(notes, brief.words["note"])
    for section in brief.sections:
        if section.title:
            body.heading(section.title, 1)
        for group in section.groups:
            if group.title:
                body.heading(group.title, 2)
            for line in group.lines:
                body.line(line)
    _contents(document, brief, body)
    _put(document, body.paragraphs())
    _page_numbers(document)
    document.part.relate_to(
        Part(PackURI("/word/footnotes.xml"), MEDIA_TYPE, notes.part(), document.part.package),
        RELATIONSHIP_TYPE.FOOTNOTES,
    )
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Pt(PAGE_WIDTH), Pt(PAGE_HEIGHT)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Pt(MARGIN)
    section.footer_distance = Pt(MARGIN / 2)


def _styles(document: Any, language: str) -> None:
    styles = document.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(SIZE)
    normal.paragraph_format.space_after = Pt(AFTER)
    normal.paragraph_format.line_spacing = 1.0
    for name, size, before, after in (
        ("Title", 26.0, 0.0, 12.0),
        *((f"Heading {n}", *at) for n, at in HEADINGS.items()),
    ):
        style = styles[name]
        style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), RGBColor(0x1F, 0x2A, 0x44)
        fonts = style.element.rPr.rFonts
        for each in list(fonts.attrib):
            if "Theme" in each:
                del fonts.attrib[each]  # a theme's font would win over the one named here
        fonts.set(qn("w:ascii"), _FONT)
        fonts.set(qn("w:hAnsi"), _FONT)
        form = style.paragraph_format
        form.keep_with_next, form.space_before, form.space_after, form.line_spacing = True, Pt(before), Pt(after), 1.0
    for at, name in enumerate(("List Bullet", "List Bullet 2", "List Bullet 3")):
        style = styles[name]
        for each in style.element.findall(f".//{qn('w:contextualSpacing')}"):
            each.getparent().remove(each)
        style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Pt(STEP * (at + 1)), Pt(-14)
    for level in (1, 2):
        style = styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(qn("w:styleId"), f"TOC{level}")
        style.base_style, form = normal, style.paragraph_format
        form.space_after, form.left_indent = Pt(CONTENTS), Pt(STEP * (level - 1))
        form.tab_stops.add_tab_stop(Pt(PAGE_WIDTH - 2 * MARGIN), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    small = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
    small.element.set(qn("w:styleId"), "FootnoteText")
    small.base_style, small.font.size, small.paragraph_format.space_after = normal, Pt(NOTE), Pt(0)
    raised = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    raised.element.set(qn("w:styleId"), "FootnoteReference")
    raised.font.superscript = True
    language_tag = OxmlElement("w:lang")
    language_tag.set(qn("w:val"), language)
    normal.element.get_or_add_rPr().append(language_tag)


def _title_page(document: Any, brief: Brief) -> None:
    document.add_paragraph(clean(brief.title), style="Title")
    if brief.subtitle:
        shown = document.add_paragraph().add_run(clean(brief.subtitle))
        shown.bold, shown.font.size = True, Pt(15)
    for name, value in brief.facts:
        paragraph = document.add_paragraph()
        paragraph.add_run(clean(name) + ": ").bold = True
        paragraph.add_run(clean(value))


def _contents(document: Any, brief: Brief, body: Body) -> None:
    if len(brief.sections) < 2:
        return
    heading = document.add_paragraph()
    heading.paragraph_format.space_before = Pt(24)
    heading.add_run(clean(brief.words["contents"])).bold = True
    _put(document, body.contents(brief.words["contents"]))


def _put(document: Any, paragraphs: str) -> None:
    """Paragraphs as they are written, at the end of the document."""
    end = document.element.body.sectPr
    for element in list(parse_xml(f"<w:body {nsdecls('w')}>{paragraphs}</w:body>")):
        end.addprevious(element)


def _page_numbers(document: Any) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number = field("begin") + instruction(" PAGE ") + field("separate") + run("1") + field("end")
    for element in parse_xml(f"<w:p {nsdecls('w')}>{number}</w:p>"):
        paragraph._p.append(element)
