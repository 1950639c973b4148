"""One source as a Word file, part by part: real footnotes, heading styles, running head, automatic numbers if asked."""

from __future__ import annotations

import zipfile
from html import escape
from pathlib import Path

from samples.source import Part, Run, Source

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PARTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "header1": "header"}


def build(source: Source, target: Path) -> None:
    """Writes the Word file; the same source gives the same bytes."""
    files = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations({"word/document.xml": "officeDocument", "docProps/core.xml": "core"}),
        "docProps/core.xml": _core(source.meta),
        "word/_rels/document.xml.rels": _relations({f"{name}.xml": kind for name, kind in PARTS.items()}),
        "word/document.xml": _document(source),
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(),
        "word/footnotes.xml": _footnotes(source),
        "word/header1.xml": f"<w:hdr {W}>{_p(_r(source.meta['running']), 'Header')}</w:hdr>",
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            archive.writestr(info, XML + content)


def _types() -> str:
    kinds = {f"/word/{name}.xml": f"{WORD}.{kind}+xml" for name, kind in PARTS.items()}
    kinds["/word/document.xml"] = f"{WORD}.document.main+xml"
    kinds["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{PACKAGE}/content-types">{rels}{overrides}</Types>'


def _relations(targets: dict[str, str]) -> str:
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    made = "".join(
        f'<Relationship Id="rId{n}" Type="{core if kind == "core" else f"{OFFICE}/{kind}"}" Target="{target}"/>'
        for n, (target, kind) in enumerate(targets.items(), start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def _core(meta: dict[str, str]) -> str:
    when = f'<dcterms:created xsi:type="dcterms:W3CDTF">{meta["date"]}T00:00:00Z</dcterms:created>'
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(meta['title'])}</dc:title><dc:creator>{escape(meta['body'])}</dc:creator>"
        f"<dc:language>{meta['language']}</dc:language>{when}</cp:coreProperties>"
    )


def _styles() -> str:
    made = (
        f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>{_looks(22)}</w:style>'
    )
    sizes = {"Title": 40, "Subtitle": 26, "heading 1": 30, "heading 2": 25, "heading 3": 23, "heading 4": 21}
    for name, size in {**sizes, "header": 16, "footnote text": 17}.items():
        key = name.title().replace(" ", "")
        level = f'<w:outlineLvl w:val="{int(name[-1]) - 1}"/>' if name[-1].isdigit() else ""
        bold = name in sizes and name != "Subtitle"
        made += (
            f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
            f"<w:pPr>{'<w:keepNext/>' if level else ''}{level}</w:pPr>{_looks(size, bold=bold)}</w:style>"
        )
    made += '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    return f'<w:styles {W}>{made}<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>'


def _looks(size: int, *, bold: bool = False) -> str:
    face = '<w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:cs="Cambria"/>'
    return f'<w:rPr>{face}{"<w:b/>" if bold else ""}<w:sz w:val="{size}"/></w:rPr>'


def _numbering() -> str:
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    bullet = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/></w:lvl>'
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{lvl}</w:abstractNum>' for n, lvl in enumerate((level, bullet))
    )
    used = "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(2))
    return f"<w:numbering {W}>{abstract}{used}</w:numbering>"


def _footnotes(source: Source) -> str:
    made = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    for number, runs in source.notes.items():
        mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        made += f'<w:footnote w:id="{number}">{_p(mark + _r(" ") + _runs(runs), "FootnoteText")}</w:footnote>'
    return f"<w:footnotes {W}>{made}</w:footnotes>"


def _document(source: Source) -> str:
    meta = source.meta
    made = [_p(_r(meta["body"], bold=True)), _p(_r(f"{meta['reference']} · {meta['dated']}"))]
    made += [_p(_r(meta["title"]), "Title"), _p(_r(meta.get("subtitle", "")), "Subtitle")]
    made.append(_p(_r(meta["notice"]), shade=True))
    made += [_block(part, auto=meta.get("numbers") == "auto") for part in source.parts]
    head = '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    return f"<w:document {W} {R}><w:body>{''.join(made)}{head}</w:body></w:document>"


def _block(part: Part, *, auto: bool) -> str:
    match part.kind:
        case "heading":
            return _p(_runs(part.runs), f"Heading{part.level}")
        case "item":
            return _p(_runs(part.runs), number=2)
        case "numbered":
            return _p(_runs(part.runs), number=1) if auto else _p(_r(f"{part.label}\t") + _runs(part.runs))
        case "table":
            return _table(part)
        case "columns":
            return ""
        case _:
            return _p(_runs(part.runs))


def _table(part: Part) -> str:
    edge = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    rows = "".join(
        "<w:tr>" + "".join(f"<w:tc>{_p(_r(cell, bold=number == 0))}</w:tc>" for cell in row) + "</w:tr>"
        for number, row in enumerate(part.rows)
    )
    return f"<w:tbl><w:tblPr><w:tblBorders>{edge}</w:tblBorders></w:tblPr>{rows}</w:tbl>"


def _p(content: str, style: str = "", *, number: int = 0, shade: bool = False) -> str:
    look = f'<w:pStyle w:val="{style}"/>' if style else ""
    look += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    look += '<w:shd w:val="clear" w:fill="EEF3F8"/>' if shade else ""
    space = "" if style.startswith("Heading") else '<w:spacing w:after="140"/>'
    return f"<w:p><w:pPr>{look}{space}</w:pPr>{content}</w:p>"


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(_mark(run.note) if run.note else _r(run.text, bold=run.bold) for run in runs)


def _mark(number: str) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def _r(text: str, *, bold: bool = False) -> str:
    cut = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "" for piece in text.split("\t")
    )
    return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{cut}</w:r>"
