"""Formats: bytes become pages of blocks. One small file per format; the content decides, then the suffix."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from indexer.blocks import Extractor
from indexer.formats.reading import encrypted
from indexer.formats.sniff import sniff
from indexer.options import DEFAULT, ReaderOptions
from kb.errors import UnreadableOriginal

__all__ = ["SUFFIXES", "extractor_for", "warm"]

# What a folder is searched for. Other files are offered too when they are named; their content then decides.
SUFFIXES = frozenset(
    {".pdf", ".doc", ".dot", ".docx", ".docm", ".dotx", ".dotm", ".rtf", ".odt", ".ott", ".fodt", ".epub", ".html",
     ".htm", ".xhtml", ".xht", ".xml", ".akn", ".md", ".markdown", ".txt", ".text"}
)  # fmt: skip

_ADVICE = {
    "office": "Only documents are read; export what you need as PDF or DOCX",
    "zip": "Unpack it and index the folder; of archives only ZIP is opened",
    "image": "Save it as PDF with a text layer (OCR)",
    "table": "A table of data is not a document; save what should be quotable as DOCX, PDF or text",
    "binary": "PDF, DOC, DOCX, RTF, ODT, EPUB, HTML, XML, Markdown and plain text are read; save it as one of them",
}
_NAMES = {
    "office": "an office file that is not a text document",
    "zip": "an archive",
    "image": "a picture",
    "table": "a table of data",
    "binary": "not a kind of file that is known here",
}


def warm() -> None:
    """Load every reader once, so that the processes forked from this one share them."""
    for name in ("doc", "docx", "epub", "html", "mail", "markdown", "odt", "pdf", "pdf_tables", "rtf", "text", "xml"):
        import_module(f"indexer.formats.{name}")


def extractor_for(path: Path, *, name: str = "", options: ReaderOptions = DEFAULT) -> Extractor:
    """The reader for a file, chosen by its content, then by the suffix of ``name``, or its own.

    Raises UnreadableOriginal: ``empty`` where there is nothing in it, ``unsupported`` where the kind of file is not
    read (with advice what to do instead), ``unreadable`` where it cannot be opened.
    """
    match sniff(path, name=name):
        case "pdf":
            from indexer.formats.pdf import PdfExtractor  # a worker that reads no PDF need not load pdfium

            return PdfExtractor(options)
        case "docx":
            from indexer.formats.docx import DocxExtractor

            return DocxExtractor()
        case "doc":
            from indexer.formats.doc import DocExtractor

            return DocExtractor()
        case "epub":
            from indexer.formats.epub import EpubExtractor

            return EpubExtractor()
        case "html":
            from indexer.formats.html import HtmlExtractor

            return HtmlExtractor()
        case "odt":
            from indexer.formats.odt import OdtExtractor

            return OdtExtractor()
        case "rtf":
            from indexer.formats.rtf import RtfExtractor

            return RtfExtractor()
        case "xml":
            from indexer.formats.xml import XmlExtractor

            return XmlExtractor()
        case "markdown":
            from indexer.formats.markdown import MarkdownExtractor

            return MarkdownExtractor()
        case "text":
            from indexer.formats.text import TextExtractor

            return TextExtractor()
        case "email":
            from indexer.formats.mail import MailExtractor

            return MailExtractor()
        case "encrypted":
            raise encrypted(path)
        case kind:
            raise UnreadableOriginal(
                f"this is {_NAMES[kind]}", where=str(path), advice=_ADVICE[kind], kind="unsupported"
            )
