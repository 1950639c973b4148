"""HUDOC: judgments and decisions of the European Court of Human Rights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from indexer.fetch.http import Web
from indexer.fetch.item import Item, safe_name
from indexer.fetch.paging import Row, asked_language, needed, rows, said_date, said_language
from indexer.fetch.wanted import Wanted, between, condition, free

BASE = "https://hudoc.echr.coe.int"
FIELDS = (
    *("itemid", "appno", "docname", "doctype", "ecli", "importance", "kpdate", "languageisocode"),
    *("article", "conclusion", "respondent", "scl"),
)


@dataclass(frozen=True, slots=True)
class Hudoc:
    """A connector; ``base`` is the service or a mirror of it."""

    web: Web
    base: str = BASE

    def items(self, source: Wanted) -> Iterator[Item]:
        """Judgments and decisions, newest first; press releases and the old Commission's reports are left out."""
        query = [
            "contentsitename:ECHR",
            "(NOT (doctype=PR OR doctype=HFCOMOLD OR doctype=HECOMOLD))",
            *([free(source.query)] if source.query else []),
            *([condition("appno", source.application)] if source.application else []),
            *([condition("respondent", source.state.upper())] if source.state else []),
            *([condition("article", source.article)] if source.article else []),
            *([condition("languageisocode", asked_language(source.language))] if source.language else []),
            *([condition("importance", source.importance)] if source.importance else []),
            *between("kpdate", source.since, source.until),
        ]
        asked = " AND ".join(query)
        for row in rows(self.web, self.base, asked, FIELDS, sort="kpdate Descending", most=source.limit):
            yield self._item(row)

    def _item(self, row: Row) -> Item:
        where = f"{self.base}/app/query/results"
        identifier = safe_name(needed(row, "itemid", where), where, "itemid")
        date = said_date(needed(row, "kpdate", where), where, "kpdate")
        numbers = [number for number in needed(row, "appno", where).split(";") if number]
        ecli = row.get("ecli", "")
        states = [state for state in row.get("respondent", "").split(";") if state]
        return Item(
            name=identifier,
            addresses=(f"{self.base}/app/conversion/docx/html/body?library=ECHR&id={quote(identifier)}",),
            suffix=".html",
            title=needed(row, "docname", where),
            kind="judgment",
            date=date,
            reference=("no. " if len(numbers) == 1 else "nos. ") + " and ".join(filter(None, _listed(numbers))),
            state=states[0] if len(states) == 1 else "",
            language=said_language(needed(row, "languageisocode", where)),
            source_url=f"{self.base}/eng?i={quote(identifier)}",
            # One application has several judgments; the ECLI is that of one of them, in whatever language.
            work=(ecli or f"echr-{numbers[0].replace('/', '-')}-{date}").lower(),
        )


def _listed(numbers: list[str]) -> tuple[str, str]:
    """All but the last with commas between, and the last."""
    return ", ".join(numbers[:-1]), numbers[-1]
