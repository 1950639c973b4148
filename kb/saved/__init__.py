"""Searches that are kept under a name, and what is new in them since somebody last looked."""

from kb.saved.feed import feed_of
from kb.saved.keeping import SavedSearches
from kb.saved.news import New, News
from kb.saved.search import SavedSearch

__all__ = ["New", "News", "SavedSearch", "SavedSearches", "feed_of"]
