"""The search: a Query in, an Answer out."""

from kb.search.answer import search
from kb.search.suggest import complete

__all__ = ["complete", "search"]
