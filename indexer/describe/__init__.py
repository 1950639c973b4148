"""What a document says of itself: title, reference, date, kind, mechanism, State, work."""

from indexer.describe.describe import describe

__all__ = ["describe"]
