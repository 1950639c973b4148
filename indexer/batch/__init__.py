"""Reading many originals: what changed, in which order, in processes that can be killed, into one writer."""

from indexer.batch.report import FileReport, Summary
from indexer.batch.run import Batch, Options

__all__ = ["Batch", "FileReport", "Options", "Summary"]
