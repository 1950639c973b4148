"""Languages: which one a text is in, and what its words are for the index.

`detect`, `detect_all` say the language; `terms`, `analyse` make the terms of a text, `query_terms` those of a query
word; `LANGUAGES` holds what is known of each language. Dictionaries are read when first needed; `warm` reads all,
`keep_tables_in` names the folder where they are kept ready for the next process.
"""

from kb.languages.analysis import Token, analyse, analysed, terms
from kb.languages.detection import Detection, detect
from kb.languages.documents import detect_all
from kb.languages.folding import fold
from kb.languages.language import LANGUAGES, Language, group_of
from kb.languages.lookalikes import repair_lookalikes
from kb.languages.querying import QueryTerms, query_terms
from kb.languages.stems import VERSION as ANALYSIS_VERSION
from kb.languages.stems.keeping import keep_tables_in
from kb.languages.tokens import words
from kb.languages.warming import is_prepared, prepare, warm

__all__ = [
    "ANALYSIS_VERSION",
    "LANGUAGES",
    "Detection",
    "Language",
    "QueryTerms",
    "Token",
    "analyse",
    "analysed",
    "detect",
    "detect_all",
    "fold",
    "group_of",
    "is_prepared",
    "keep_tables_in",
    "prepare",
    "query_terms",
    "repair_lookalikes",
    "terms",
    "warm",
    "words",
]
