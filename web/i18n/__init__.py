"""The interface in the languages of its readers: which one, its words, its dates and numbers."""

from web.i18n.formats import date_text, language_name, number_text, percent_text, size_text, state_name
from web.i18n.languages import LANGUAGES, choose
from web.i18n.speaking import N_, Speech, gettext, ngettext, said, speaking, speech

__all__ = [
    "LANGUAGES",
    "N_",
    "Speech",
    "choose",
    "date_text",
    "gettext",
    "language_name",
    "ngettext",
    "number_text",
    "percent_text",
    "said",
    "size_text",
    "speaking",
    "speech",
    "state_name",
]
