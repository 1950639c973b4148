"""The masthead of a first page: names of the body that publishes, the symbol, the date of distribution. No headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.layout.contents import letters

TOP = 0.4  # of the page's height: what stands lower is no masthead
FAR = 0.8  # of the page's height, for the names alone: a cover page has them where it likes
_SYMBOL = re.compile(r"(?:^|\s)[A-Z]{1,8}(?:/[A-Za-z]*[0-9.()-]*)*/[A-Za-z.]*\s?\(?[0-9]+[^\s]*(?:\s\d+)?$")
_DISTRIBUTION = re.compile(
    r"(?:^|\s)(?:distr\.|original\s?:|язык оригинала|\(e\)$)|^(?:general|limited|restricted)$", re.IGNORECASE
)
_NAMES = frozenset(
    {"unitednations", "nationsunies", "nacionesunidas", "организацияобъединенныхнаций", "unitedanations"}
    | {"generalassembly", "assembléegénérale", "asambleageneral", "генеральнаяассамблея", "united", "nations"}
    | {"humanrightscouncil", "conseildesdroitsdelhomme", "consejodederechoshumanos", "советпоправамчеловека"}
    | {"securitycouncil", "economicandsocialcouncil", "nacionesaunidas", "nationsa", "unidas", "naciones"}
    | {"councilofeurope", "conseildeleurope", "këshillieevropës", "savetevrope", "саветевропе", "avrupakonseyi"}
    | {"africanunion", "unionafricaine", "uniãoafricana", "africanunionunionafricaine", "osce", "europeanunion"}
)


def masthead(texts: Sequence[tuple[str, float]], height: float) -> set[int]:
    """Which of the paragraphs of a first page, each with its baseline, are its masthead."""
    found = {
        i
        for i, (text, y) in enumerate(texts)
        if (y < TOP * height and (_SYMBOL.search(text) or _DISTRIBUTION.search(text)))
        or (y < FAR * height and len(text) < 120 and letters(text) in _NAMES)
    }
    told = [texts[i][1] for i in found if _DISTRIBUTION.search(texts[i][0])]
    if told:  # as the United Nations print it: all that stands above or beside the distribution
        found |= {i for i, (text, y) in enumerate(texts) if y <= max(told) and len(text) < 120}
    return found
