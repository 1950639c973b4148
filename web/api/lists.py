"""Lists of questions and saved searches, as JSON."""

from __future__ import annotations

import json

from kb.errors import KBError
from kb.questions import Checklist, answers, questions_in, read_checklist, shapes_of
from kb.saved.search import shape_of
from kb.shapes import hit_shape
from web.asked import MAX_BODY, Asked
from web.errors import BadRequest
from web.pages.questions import SECONDS, limit
from web.reply import Reply, as_json
from web.site import Site

MOST_NEW = 500


def questions(site: Site, asked: Asked) -> Reply:
    """The questions in the body: CSV, lines of text, or ``{"questions": […]}``; ``best``, ``lang``, ``group`` in the
    address."""
    best = asked.whole("best", low=1, high=10) or 3
    checklist = _sent(asked)
    limit(len(checklist.questions))
    found = answers(
        site.collection,
        checklist.questions,
        best=best,
        languages=asked.many("lang"),
        group=asked.flag("group"),
        seconds=SECONDS,
    )
    misread = [{"line": each.line, "why": each.why} for each in checklist.misread]
    return as_json({"questions": list(shapes_of(found, root=site.address)), "misread": misread})


def _sent(asked: Asked) -> Checklist:
    if len(asked.body) > MAX_BODY:
        raise BadRequest("The body is too long.", where="body", advice="Send less at a time.")
    kind = asked.content_type.partition(";")[0].strip()
    try:
        if kind == "text/csv":
            return read_checklist(asked.body, "body")
        text = asked.body.decode("utf-8")
        if kind == "application/json":
            sent = json.loads(text)
            lines = sent.get("questions") if isinstance(sent, dict) else None
            if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
                raise ValueError("no list of questions")
            text = "\n".join(" ".join(line.split()) for line in lines)
        return Checklist(questions=questions_in(text))
    except KBError as error:
        raise BadRequest(error.message, where="body", advice=error.advice) from error
    except (ValueError, RecursionError):
        raise BadRequest("The body is not what its type says.", where="body", advice="Send UTF-8.") from None


def saved(site: Site, asked: Asked) -> Reply:  # noqa: ARG001 - every call is called alike
    """The saved searches."""
    return as_json({"saved": [shape_of(each) for each in site.saved.list()]})


def new(site: Site, asked: Asked) -> Reply:
    """What is new in one; looking does not move anything on."""
    each = site.saved.by_id(int(asked.args["saved"]))
    news = site.saved.news(each, most=MOST_NEW)
    found = [hit_shape(one.hit) | {"at": one.at} for one in news.items]
    return as_json(shape_of(each) | {"new": len(found), "more": news.more, "passages": found})
