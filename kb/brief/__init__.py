"""What a team takes along on a visit: what was found, asked and answered, what the standards say, what to ask."""

from kb.brief.brief import Brief, Group, Line, Section, Source
from kb.brief.formats import FORMATS, save
from kb.brief.gather import Wanted, checked, gather
from kb.brief.language import LANGUAGES, language_of

__all__ = [
    "FORMATS",
    "LANGUAGES",
    "Brief",
    "Group",
    "Line",
    "Section",
    "Source",
    "Wanted",
    "checked",
    "gather",
    "language_of",
    "save",
]
