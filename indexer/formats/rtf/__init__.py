"""RTF, by a reader of our own: the libraries that there are give text without notes, headings, bold or deletions."""

from indexer.formats.rtf.extractor import RtfExtractor

__all__ = ["RtfExtractor"]
