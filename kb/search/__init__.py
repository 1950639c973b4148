"""The search: a Query in, an Answer out."""

from kb.search.advice import missing
from kb.search.answer import search
from kb.search.names import Names, Suggestion, named
from kb.search.suggest import complete
from kb.search.uncollected import uncollected

__all__ = ["Names", "Suggestion", "complete", "missing", "named", "search", "uncollected"]
