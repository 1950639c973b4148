"""A basket as a file: a document to read, citations for other programs, or a table of authorities."""

from __future__ import annotations

from collections.abc import Sequence

from kb.basket.as_brief import as_brief
from kb.basket.contents import Item
from kb.brief.formats import FORMATS as DOCUMENTS
from kb.brief.formats import made
from kb.citator.authorities import authorities_of_passages
from kb.citator.shapes import table_rows
from kb.citing import FORMATS as CITATIONS
from kb.citing import facts_of
from kb.citing import written as rows_written
from kb.collection import Collection
from kb.errors import KBError
from kb.wording import worded

AUTHORITIES = "authorities"
FORMATS = (*DOCUMENTS, *CITATIONS, AUTHORITIES)


def exported(
    collection: Collection, items: Sequence[Item], form: str, *, name: str, language: str = "en", root: str = ""
) -> tuple[bytes, str, str]:
    """The bytes, the media type and the ending of the file's name; KBError of kind ``misuse`` for another format."""
    if form in DOCUMENTS:
        brief = as_brief(items, name=name, language=language, root=root, clearance=collection.clearance)
        return made(brief, form), DOCUMENTS[form][1], form
    if form in CITATIONS:
        chosen = CITATIONS[form]
        entries = [facts_of(collection, each.document, each.passage, root=root) for each in items]
        mark = "\ufeff" if chosen.suffix == "csv" else ""  # spreadsheets know UTF-8 by it
        return (mark + chosen.write(entries)).encode("utf-8", "replace"), chosen.media_type, chosen.suffix
    if form == AUTHORITIES:
        table = authorities_of_passages(collection, [each.passage for each in items])
        return ("\ufeff" + rows_written(table_rows(table))).encode("utf-8", "replace"), "text/csv; charset=utf-8", "csv"
    raise KBError(
        worded("A basket cannot be written as “%(suffix)s”.", suffix=form),
        advice=worded("There are: %(known)s.", known=", ".join(FORMATS)),
        kind="misuse",
    )
