"""The search: a Query in, an Answer out."""

from kb.search.advice import missing
from kb.search.answer import search
from kb.search.names import Names, Suggestion
from kb.search.suggest import complete

__all__ = ["Names", "Suggestion", "complete", "missing", "search"]
