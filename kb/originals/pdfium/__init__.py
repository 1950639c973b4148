"""The one door to PDFium: open a PDF, read its pages as runs of text with font and place, paint a page."""

from kb.originals.pdfium.content import HYPHEN, Bookmark, Drawn, PageContent, Run
from kb.originals.pdfium.document import Pdf, render_page

__all__ = ["HYPHEN", "Bookmark", "Drawn", "PageContent", "Pdf", "Run", "render_page"]
