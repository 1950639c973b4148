"""Segmentation: blocks become passages as people cite them. Total: it never raises and never loses a character."""

from indexer.segment.draft import Span
from indexer.segment.segment import Trace, segment, trace

__all__ = ["Span", "Trace", "segment", "trace"]
