"""ODT, the OpenDocument text of LibreOffice, zipped or flat."""

from indexer.formats.odt.extractor import OdtExtractor

__all__ = ["OdtExtractor"]
