"""Citing out: a document or a passage in the style of a court, a journal or a body, and for reference managers."""

from kb.citing.csv_rows import written
from kb.citing.facts import Facts, facts_of
from kb.citing.formats import FORMATS, Format
from kb.citing.styles import STYLES

__all__ = ["FORMATS", "STYLES", "Facts", "Format", "facts_of", "written"]
