"""Makes the catalogues of the interface's languages; a tool of the repository, not installed."""
