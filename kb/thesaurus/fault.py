"""A file of concepts that cannot be used."""

from __future__ import annotations

from kb.errors import KBError


class ThesaurusFault(KBError):
    """``where`` is the file, and the line where there is one."""

    kind = "thesaurus"
