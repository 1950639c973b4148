"""DOC, Word's binary form of 1997 to 2003 ([MS-DOC]), and the text of Word 6 and 95."""

from indexer.formats.doc.extractor import DocExtractor

__all__ = ["DocExtractor"]
