"""Builds the invented documents of corpus/samples from samples/sources. A tool for developers, not installed."""
