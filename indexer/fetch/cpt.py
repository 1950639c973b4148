"""HUDOC-CPT: reports of the CPT and the answers of governments, which the service keeps in sections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from indexer.fetch.errors import changed_shape
from indexer.fetch.http import Web
from indexer.fetch.item import Item, safe_name
from indexer.fetch.paging import Row, needed, rows, said_date, said_language
from indexer.fetch.wanted import Wanted, between, condition, free

BASE = "https://hudoc.cpt.coe.int"
FIELDS = (
    *("cptdocumentid", "cptsectionid", "cptsectiontitle", "cptsectionnumber", "cptsectiontotal", "cptdocumentdate"),
    *("cptdocumenttype", "cptstate", "cptvisittype", "cptlanguage", "cptdocumentreference"),
)
_LANGUAGE = re.compile(r"-[a-z]{2,3}$")  # p-alb-20230504-en and p-alb-20230504-fr are one work
_MOST = 2000  # sections; a report has some dozens


@dataclass(frozen=True, slots=True)
class Cpt:
    """A connector; ``base`` is the service or a mirror of it."""

    web: Web
    base: str = BASE

    def items(self, source: Wanted) -> Iterator[Item]:
        """Whole documents: a section that meets the conditions brings all the others of its document."""
        query = [
            "contentsitename=CPT",
            *([free(source.query)] if source.query else []),
            *([condition("cptstate", source.state.upper())] if source.state else []),
            *([condition("cptlanguage", source.language.lower())] if source.language else []),
            *between("cptdocumentdate", source.since, source.until),
        ]
        documents: dict[str, dict[int, Row]] = {}
        where = f"{self.base}/app/query/results"
        asked = " AND ".join(query)
        for row in rows(self.web, self.base, asked, FIELDS, sort="cptdocumentdate Descending", most=None):
            identifier = safe_name(needed(row, "cptdocumentid", where), where, "cptdocumentid")
            number = _count(row, "cptsectionnumber", where)
            documents.setdefault(identifier, {})[number] = row
        for place, (identifier, sections) in enumerate(documents.items()):
            if source.limit is not None and place >= source.limit:
                return
            yield self._item(identifier, sections, where)

    def _item(self, identifier: str, sections: dict[int, Row], where: str) -> Item:
        totals = {_count(row, "cptsectiontotal", where) for row in sections.values()}
        total = max(totals)
        if len(totals) > 1 or total < max(sections) or total > _MOST:
            found = f"{sorted(totals)} beside section {max(sections)} of {identifier}"
            raise changed_shape(where, "cptsectiontotal", found)
        row = sections[min(sections)]
        part = f"{self.base}/app/conversion/docx/section/html/body?library=CPT&id={quote(identifier)}&sectionnumber="
        kind = needed(row, "cptdocumenttype", where).casefold()
        reference = row.get("cptdocumentreference", "")
        states = [state for state in row.get("cptstate", "").split(";") if state]
        return Item(
            name=identifier,
            addresses=tuple(f"{part}{number:04}" for number in range(1, total + 1)),
            suffix=".html",
            title=" ".join(filter(None, (reference, sections[1].get("cptsectiontitle", "") if 1 in sections else ""))),
            kind="response" if "response" in kind or "réponse" in kind else "report",
            date=said_date(needed(row, "cptdocumentdate", where), where, "cptdocumentdate"),
            reference=reference,
            state=states[0] if len(states) == 1 and re.fullmatch("[A-Z]{3}", states[0]) else "",
            language=said_language(needed(row, "cptlanguage", where)),
            source_url=f"{self.base}/eng?i={quote(identifier)}",
            work=_LANGUAGE.sub("", identifier).lower(),
        )


def _count(row: Row, field: str, where: str) -> int:
    value = needed(row, field, where)
    if not re.fullmatch("[0-9]{1,6}", value) or not int(value):
        raise changed_shape(where, field, f"{value[:40]!r} is no number of a section")
    return int(value)
