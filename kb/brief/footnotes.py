"""The part of a Word document that holds its footnotes, which python-docx does not write.

ECMA-376, Part 1, 17.11: notes 0 and 1 are the line above the notes; each other is referred to from a run of the text.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RAISED = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
_LINES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


class Footnotes:
    """Footnotes in the order in which they are referred to."""

    def __init__(self) -> None:
        self._notes: list[str] = []

    def reference(self, citation: str, address: str) -> str:
        """Keep a note; the run that refers to it, as it is written."""
        number = len(self._notes) + 1
        text = f" {escape(citation)}, {escape(address)}"
        self._notes.append(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
            f"<w:r>{_RAISED}<w:footnoteRef/></w:r>"
            f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:footnote>'
        )
        return f'<w:r>{_RAISED}<w:footnoteReference w:id="{number}"/></w:r>'

    def part(self) -> bytes:
        """The part ``/word/footnotes.xml``."""
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        return f"{head}<w:footnotes {_W}>{_LINES}{''.join(self._notes)}</w:footnotes>".encode()
