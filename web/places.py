"""Names of places of detention in languages in which the gazetteer has none: made from the English one."""

from __future__ import annotations

import re

from web.i18n import N_, gettext, speech

PLACE = "%(place)s"
# The longer before the shorter that it ends with.
PATTERNS = (
    N_("High Security Prison"),
    N_("Institute of Forensic Psychiatry"),
    N_("%(place)s Police Station"),
    N_("%(place)s Detention Centre"),
    N_("%(place)s Remand Centre"),
    N_("%(place)s Correctional Centre"),
    N_("%(place)s Women's Prison"),
    N_("%(place)s Prison"),
    N_("%(place)s Psychiatric Hospital"),
    N_("Psychiatric Clinic in %(place)s"),
    N_("Asylum Centre in %(place)s"),
    N_("Detention Centre for Foreigners in %(place)s"),
    N_("Correctional Centre for Women in %(place)s"),
    N_("Correctional Centre for Juveniles in %(place)s"),
    N_("Home for the Elderly in %(place)s"),
)
_READ = tuple((re.compile(re.escape(p).replace(re.escape(PLACE), "(?P<place>.+)")), p) for p in PATTERNS)


def named_in_words(english: str) -> str:
    """An English name in the language of the answer, where its words are known; else as it is."""
    for read, pattern in _READ:
        if found := read.fullmatch(english):
            name = gettext(pattern) % found.groupdict()
            return re.sub(r"\bde (?=[AEIOUYÉaeiouyé])", "d’", name) if speech().language == "fr" else name
    return english
