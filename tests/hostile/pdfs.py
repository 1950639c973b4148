"""PDFs built to harm their reader, written byte by byte: no library would make them."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
RESOURCES = b"<< /Font << /F1 3 0 R >> /XObject << /X1 6 0 R >> >>"


def pdf(objects: Sequence[bytes], *, root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1, with a cross-reference table."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, at)
    return bytes(out)


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(data), more) + data + b"\nendstream"


def page(content: bytes, *, box: bytes = b"0 0 595 842", sixth: bytes = b"null", more: bytes = b"") -> bytes:
    """One page: 1 catalogue, 2 pages, 3 font, 4 page, 5 content, 6 whatever the content calls X1."""
    leaf = b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Resources %s /Contents 5 0 R %s >>" % (box, RESOURCES, more)
    catalogue, pages = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>"
    return pdf([catalogue, pages, FONT, leaf, content, sixth])


def say(text: str, y: int = 700) -> bytes:
    return b"BT /F1 12 Tf 72 %d Td (%s) Tj ET\n" % (y, text.encode("ascii"))


def deflated(piece: bytes, times: int, tail: bytes = b"") -> bytes:
    """A stream of ``piece`` so many times: a packed block stands for itself wherever it is repeated."""
    block = piece * (max(1, (1 << 20) // len(piece)))
    whole, rest = divmod(times * len(piece), len(block))
    last = block[:rest] + tail
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    ender = zlib.compressobj(9, zlib.DEFLATED, -15)
    check = 1
    for _ in range(whole):
        check = zlib.adler32(block, check)
    end = ender.compress(last) + ender.flush()
    return b"\x78\xda" + packed * whole + end + zlib.adler32(last, check).to_bytes(4, "big")


def flate_of_two_gigabytes() -> bytes:
    return page(stream(deflated(b"0 0 m\n", (2 << 30) // 6, say("after the flood")), b"/Filter /FlateDecode"))


def flate_in_flate() -> bytes:
    twice = zlib.compress(deflated(b" ", 2 << 30), 9)
    return page(stream(twice, b"/Filter [/FlateDecode /FlateDecode]"))


def endless_content() -> bytes:
    return page(stream(deflated(b"q 1 0 0 1 0 0 cm\n", 12_000_000, say("at last")), b"/Filter /FlateDecode"))


def a_million_text_objects() -> bytes:
    return page(stream(deflated(say("word"), 1_000_000), b"/Filter /FlateDecode"))


def a_million_lines_and_boxes() -> bytes:
    return page(stream(deflated(b"10 10 m 90 90 l S 5 5 80 80 re S\n", 500_000), b"/Filter /FlateDecode"))


def empty_pages(count: int = 100_000) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, count + 3))
    leaf = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    catalogue = b"<< /Type /Catalog /Pages 2 0 R >>"
    return pdf([catalogue, b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count), *[leaf] * count])


def count_that_lies() -> bytes:
    whole = page(stream(say("There is one page and no more.")))
    return whole.replace(b"/Count 1 ", b"/Count 2000000000 ")


def tree_of_pages_in_a_circle() -> bytes:
    catalogue = b"<< /Type /Catalog /Pages 2 0 R >>"
    return pdf(
        [catalogue, b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 9 >>", b"<< /Type /Pages /Kids [2 0 R] /Count 9 >>"]
    )


def forms_in_a_circle() -> bytes:
    form = stream(b"/X1 Do /X1 Do", b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources %s" % RESOURCES)
    return page(stream(say("A form that holds itself.") + b"/X1 Do"), sixth=form)


def forms_that_multiply() -> bytes:
    """Ten forms, each of which calls the next ten times: ten to the tenth pieces of text."""
    leaf = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
    leaf += b" /Resources << /Font << /F1 3 0 R >> /XObject << /N 6 0 R >> >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        FONT,
        leaf,
        stream(say("A little text.") + b"/N Do"),
    ]
    for number in range(7, 17):
        form = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842]"
        form += b" /Resources << /Font << /F1 3 0 R >> /XObject << /N %d 0 R >> >>" % number
        objects.append(stream(b"/N Do " * 10 if number < 16 else say("x"), form))
    return pdf(objects)


def arrays_in_arrays() -> bytes:
    return page(stream(say("Under it lies an array.")), more=b"/Deep " + b"[" * 100_000 + b"]" * 100_000)


def dictionaries_in_dictionaries() -> bytes:
    return page(
        stream(say("Under it lies a dictionary.")), more=b"/Deep " + b"<</A " * 100_000 + b"1" + b">>" * 100_000
    )


def arrays_in_the_content() -> bytes:
    return page(stream(b"[" * 1_000_000 + b"]" * 1_000_000 + b" TJ\n" + say("after the arrays")))


def huge_page() -> bytes:
    return page(stream(say("On a page as wide as the sea.")), box=b"0 0 1000000000 1000000000")


def huge_picture() -> bytes:
    picture = b"/Type /XObject /Subtype /Image /Width 2000000000 /Height 2000000000 /BitsPerComponent 8"
    picture += b" /ColorSpace /DeviceRGB"
    return page(stream(b"q 500 0 0 700 40 40 cm /X1 Do Q"), sixth=stream(b"\x00" * 64, picture))


def picture_that_swells() -> bytes:
    picture = b"/Type /XObject /Subtype /Image /Width 30000 /Height 30000 /BitsPerComponent 8"
    picture += b" /ColorSpace /DeviceRGB /Filter /FlateDecode"
    return page(stream(b"q 500 0 0 700 40 40 cm /X1 Do Q"), sixth=stream(deflated(b"\xff", 2_700_000_000), picture))


def _with_font(font: bytes, *more: bytes) -> bytes:
    catalogue, pages = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>"
    leaf = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
    leaf += b" /Resources << /Font << /F1 3 0 R >> >> >>"
    return pdf([catalogue, pages, font, leaf, stream(say("A font that turns in circles.")), *more])


def font_that_descends_from_itself() -> bytes:
    return _with_font(b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [3 0 R] >>")


def glyphs_that_draw_themselves() -> bytes:
    font = b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 0"
    font += b" /LastChar 255 /Widths [%s] /Resources << /Font << /F1 3 0 R >> >>" % (b"600 " * 256)
    font += b" /Encoding << /Differences [0 %s] >>" % (b"/A " * 256)
    return _with_font(font + b" /CharProcs << /A 6 0 R >> >>", stream(b"600 0 d0 BT /F1 12 Tf (AAAA) Tj ET"))


def letters_that_mean_books() -> bytes:
    """A character map in which each letter stands for two thousand."""
    long = b"0041" * 2_000
    rows = b"".join(b"<%02x> <%s>\n" % (code, long) for code in range(32, 127))
    cmap = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n"
    cmap += b"95 beginbfchar\n" + rows + b"endbfchar endcmap end"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    return _with_font(font, stream(cmap))


def table_of_references_in_a_circle() -> bytes:
    whole = page(stream(say("Its tables of references point at each other.")))
    at = whole.rindex(b"xref\n0")
    return whole.replace(b"/Root 1 0 R >>", b"/Root 1 0 R /Prev %d >>" % at)


def objects_in_a_circle() -> bytes:
    return page(b"6 0 R", sixth=b"5 0 R")


def outline_in_a_circle() -> bytes:
    whole = page(
        stream(say("1. Its outline goes round for ever.")),
        sixth=b"<< /Title (Round) /Parent 6 0 R /First 6 0 R /Next 6 0 R /Last 6 0 R /Count 9 >>",
    )
    return whole.replace(b"/Type /Catalog", b"/Type /Catalog /Outlines 6 0 R")


MADE: dict[str, Callable[[], bytes]] = {
    f"{each.__name__.replace('_', '-')}.pdf": each
    for each in (
        flate_of_two_gigabytes,
        flate_in_flate,
        endless_content,
        a_million_text_objects,
        a_million_lines_and_boxes,
        empty_pages,
        count_that_lies,
        tree_of_pages_in_a_circle,
        forms_in_a_circle,
        forms_that_multiply,
        arrays_in_arrays,
        dictionaries_in_dictionaries,
        arrays_in_the_content,
        huge_page,
        huge_picture,
        picture_that_swells,
        font_that_descends_from_itself,
        glyphs_that_draw_themselves,
        letters_that_mean_books,
        table_of_references_in_a_circle,
        objects_in_a_circle,
        outline_in_a_circle,
    )
}
