"""Citing out: a document or a passage in the style of a court, a journal or a body, and for reference managers."""
