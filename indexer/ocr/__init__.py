"""Reading a page from its picture, by Tesseract: where there is no text layer, or none that is text."""

from indexer.ocr.languages import ADVICE, available, lacking
from indexer.ocr.page import Scans
from indexer.ocr.rules import tables

__all__ = ["ADVICE", "Scans", "available", "lacking", "tables"]
