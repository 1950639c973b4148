"""DOCX, read from its parts: what real files are is wider than what libraries for writing them accept."""

from indexer.formats.docx.extractor import DocxExtractor

__all__ = ["DocxExtractor"]
