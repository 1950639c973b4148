"""The thesaurus: which concepts a question names, and in what other words a text may speak of them."""

from kb.thesaurus.expand import nodes_of, terms_of
from kb.thesaurus.keeping import keep, kept
from kb.thesaurus.lookup import Named, Thesaurus

__all__ = ["Named", "Thesaurus", "keep", "kept", "nodes_of", "terms_of"]
