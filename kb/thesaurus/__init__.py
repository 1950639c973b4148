"""The thesaurus: which concepts a question names, and in what other words a text may speak of them."""

from kb.thesaurus.dictionary import Dictionary, Entry, Other
from kb.thesaurus.expand import MOST_TERMS, nodes_of, terms_of
from kb.thesaurus.general import keep_general
from kb.thesaurus.keeping import keep, kept, mark, signs_of
from kb.thesaurus.learning import is_due, learn
from kb.thesaurus.lookup import Named, Thesaurus
from kb.thesaurus.signs import Signs, sign, signed_group

__all__ = [
    "MOST_TERMS",
    "Dictionary",
    "Entry",
    "Named",
    "Other",
    "Signs",
    "Thesaurus",
    "is_due",
    "keep",
    "keep_general",
    "kept",
    "learn",
    "mark",
    "nodes_of",
    "sign",
    "signed_group",
    "signs_of",
    "terms_of",
]
