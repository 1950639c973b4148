"""Makes the table of letter sequences by which the indexer tells text from garbage. A tool, not installed."""
