"""Whether a paragraph of a report introduces it: who came when and why. It is read last among what was found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kb.languages import fold

# Headings as they are folded: Cyrillic comes out in Latin letters. The plural ("Visits", "Posete") is of families.
_HEADING = re.compile(
    r"\W*(?:(?:[ivx]{1,5}|\d{1,2}|[a-z])[.)]\s*)?(?:"
    r"(?:about )?(?:the )?visit(?: itself)?(?:,.*)?\W*$|introduction|foreword|preface|dates? of the visit"
    r"|(?:purpose|aims?|objectives?|course|context) of the visit|composition of the delegation|methodology\b"
    r"|(?:the )?(?:establishments|places|institutions) visited"
    r"|hyrje|parathenie|vizita\W*$|(?:rreth|per) vizit|(?:qellimi|objektivat|rrjedha) (?:i|e) vizit|metodologji"
    r"|uvod|predgovor|poseta\W*$|posjeta\W*$|o pose?j?e?ti|(?:cilj|svrha|tok) pose?j?e?te|metodologija"
    r"|voved|giris\W*$|onsoz|ziyaretin|yontem\W*$|avant-propos|(?:la )?visite(?:,.*)?\W*$|(?:but|objet) de la visite"
    r")"
)


def introduces(headings: Sequence[str]) -> bool:
    """Whether it stands under a heading of introduction or of the visit; ``headings`` from the title inwards."""
    return any(map(_is_of_the_visit, headings))


@lru_cache(maxsize=1024)  # a heading stands above many passages
def _is_of_the_visit(heading: str) -> bool:
    return bool(_HEADING.match(fold(heading)))
