"""Reading a page from its picture, by Tesseract: where there is no text layer, or none that is text."""

from indexer.ocr.languages import ADVICE, available
from indexer.ocr.page import read_page

__all__ = ["ADVICE", "available", "read_page"]
