"""Places of detention: which there are, where a text names them, when they were visited."""

from kb.institutions.find import Found, Recogniser
from kb.institutions.gazetteer import Gazetteer
from kb.institutions.mentions import mentions_of, of_passages
from kb.institutions.reading import InstitutionsError, read_file
from kb.institutions.use import find, known, use_institutions
from kb.institutions.words import KINDS

__all__ = [
    "KINDS",
    "Found",
    "Gazetteer",
    "InstitutionsError",
    "Recogniser",
    "find",
    "known",
    "mentions_of",
    "of_passages",
    "read_file",
    "use_institutions",
]
