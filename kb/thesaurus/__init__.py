"""The thesaurus: which concepts a question names, and in what other words a text may speak of them."""

from kb.thesaurus.dictionary import Dictionary, Entry, Other
from kb.thesaurus.expand import nodes_of, terms_of
from kb.thesaurus.general import keep_general
from kb.thesaurus.keeping import keep, kept
from kb.thesaurus.learning import is_due, learn
from kb.thesaurus.lookup import Named, Thesaurus

__all__ = [
    "Dictionary",
    "Entry",
    "Named",
    "Other",
    "Thesaurus",
    "is_due",
    "keep",
    "keep_general",
    "kept",
    "learn",
    "nodes_of",
    "terms_of",
]
