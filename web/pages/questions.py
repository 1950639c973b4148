"""A list of questions: pasted or uploaded, answered on the page, downloaded as a table or a brief."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Any

from kb.brief import FORMATS, language_of
from kb.brief.formats import made
from kb.errors import KBError
from kb.questions import (
    COLUMNS,
    SHEET,
    WIDTHS,
    Answered,
    Checklist,
    answers,
    brief_of,
    carried,
    questions_in,
    read_checklist,
    rows_of,
    shapes_of,
)
from kb.tables import csv_lines, write_xlsx
from kb.wording import worded
from web.asked import MAX_BODY, Asked
from web.asking import LANGUAGE
from web.errors import BadRequest, Fault, fault_of
from web.i18n import gettext, speech
from web.pages.register_files import XLSX
from web.reply import JSON, Reply, disposition
from web.site import Site
from web.templating import page

MOST = 200  # questions at once
SECONDS = 25.0
FILES = {"csv": "CSV", "xlsx": "XLSX", "docx": "DOCX", "pdf": "PDF", "html": "HTML", "md": "Markdown", "json": "JSON"}


def questions(site: Site, asked: Asked) -> Reply:  # noqa: ARG001 - every handler is called alike
    """The form."""
    return _shown(site)


def ask(site: Site, asked: Asked) -> Reply:
    """The answers, as a page or as a file."""
    sent = asked.sent()
    text = sent.one("text", longest=MAX_BODY)
    best = sent.whole("best", low=1, high=10) or 3
    lang = sent.one("lang")
    try:
        if lang and not LANGUAGE.fullmatch(lang):
            raise BadRequest(worded("“%(value)s” is no language code.", value=lang), where="lang")
        checklist = _checklist(asked, sent, text)
        limit(len(checklist.questions))
    except KBError as error:
        return _shown(site, status=400, fault=fault_of_file(error), text=text, best=best, lang=lang)
    found = list(
        answers(site.collection, checklist.questions, best=best, languages=(lang,) if lang else (), seconds=SECONDS)
    )
    if wanted := sent.one("as"):
        return _file(site, found, wanted)
    return _shown(
        site,
        text=text,
        best=best,
        lang=lang,
        answered=found,
        empty=sum(1 for each in found if not each.passages),
        misread=checklist.misread,
        carried=carried(checklist.questions),
    )


def limit(count: int) -> None:
    """BadRequest where there is no question, or more than are asked at once."""
    if not count:
        raise BadRequest(worded("There is no question."), advice=worded("Write one in each line, or choose a table."))
    if count > MOST:
        raise BadRequest(
            worded("These are %(found)s questions; at most %(most)s are asked at once.", found=count, most=MOST),
            advice=worded("Ask them in parts, or on the command line."),
        )


def fault_of_file(error: KBError) -> Fault:
    """What is told of a file that cannot be read: it is the reader's own, so nothing is hidden."""
    if error.kind == "damaged":
        return Fault(400, error.kind, error.message, error.advice)
    return fault_of(error)


def _checklist(asked: Asked, sent: Asked, text: str) -> Checklist:
    """A file that was chosen, else what was pasted, else what the page carried."""
    name, data = asked.files.get("table", ("", b""))
    if data and name.lower().endswith((".txt", ".md")):
        return Checklist(questions=questions_in(data.decode("utf-8-sig", "replace")))
    if data:
        return read_checklist(data, name)
    if text:
        return Checklist(questions=questions_in(text))
    kept = sent.one("carried", longest=MAX_BODY)
    return read_checklist(kept.encode(), "") if kept else Checklist(questions=())


def _shown(
    site: Site, *, status: int = 200, fault: Fault | None = None, answered: Sequence[Answered] = (), **more: Any
) -> Reply:
    values = {
        "title": gettext("Many questions at once"),
        "query": None,
        "fault": fault,
        "text": "",
        "best": 3,
        "lang": "",
        "languages": site.collection.languages(),
        "most": MOST,
        "answered": answered,
        "empty": 0,
        "misread": (),
        "carried": "",
        "formats": FILES,
    }
    return page("questions.html", status=status, **(values | more))


def _file(site: Site, found: Sequence[Answered], wanted: str) -> Reply:
    if wanted not in FILES:
        raise BadRequest(worded("A brief cannot be written as “%(suffix)s”.", suffix=wanted[:20]))
    language = language_of(speech().language) or "en"
    media_type = "text/csv; charset=utf-8"
    if wanted == "csv":
        text = "".join(csv_lines(rows_of(found, root=site.address, language=language), COLUMNS))
        body = text.encode("utf-8", "replace")
    elif wanted == "xlsx":
        book = io.BytesIO()
        write_xlsx(rows_of(found, root=site.address, language=language), COLUMNS, book, sheet=SHEET, widths=WIDTHS)
        body, media_type = book.getvalue(), XLSX
    elif wanted == "json":
        body = json.dumps(list(shapes_of(found, root=site.address)), ensure_ascii=False, indent=1).encode()
        media_type = JSON
    else:
        brief = brief_of(found, clearance=site.collection.clearance, language=language, root=site.address)
        body, media_type = made(brief, wanted), FORMATS[wanted][1]
    return Reply(body=body, media_type=media_type, headers={"Content-Disposition": disposition(f"questions.{wanted}")})
