"""What is new in a saved search as an Atom feed (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape

from kb.brief.cited import source_of
from kb.brief.language import words_of
from kb.saved.news import New

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def feed_of(
    items: Sequence[New], *, title: str, subtitle: str = "", address: str, own: str, root: str, saved_at: str
) -> bytes:
    """The feed. ``address`` is of the page it belongs to and its permanent id, ``own`` its own, ``root`` the server's.

    An entry's id is the permanent address of its passage; ``updated`` is when the passage was first seen here, of a
    feed without entries when the search was saved.
    """
    updated = max((each.at for each in items), default=saved_at)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<id>{_x(address)}</id>",
        f"<title>{_x(title)}</title>",
        *([f"<subtitle>{_x(subtitle)}</subtitle>"] if subtitle else []),
        f"<updated>{_time(updated)}</updated>",
        "<author><name>Detention KB</name></author>",
        f'<link rel="self" type="application/atom+xml" href="{_x(own)}"/>',
        f'<link rel="alternate" type="text/html" href="{_x(address)}"/>',
    ]
    for each in items:
        lines += _entry(each, root)
    return "\n".join([*lines, "</feed>", ""]).encode("utf-8")


def _entry(each: New, root: str) -> list[str]:
    document, passage = each.document, each.passage
    language = f' xml:lang="{_x(passage.language)}"' if passage.language else ""
    source = source_of(document, passage, words_of("en"), root=root)
    title = ", ".join(filter(None, (document.title, passage.label)))
    return [
        f"<entry{language}>",
        f"<id>{_x(source.address)}</id>",
        f"<title>{_x(title)}</title>",
        f"<updated>{_time(each.at)}</updated>",
        f'<link rel="alternate" type="text/html" href="{_x(source.address)}"/>',
        f"<summary>{_x(source.citation)}</summary>",
        f'<content type="text">{_x(passage.text)}</content>',
        "</entry>",
    ]


def _x(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))


def _time(at: str) -> str:
    try:
        found = datetime.fromisoformat(at)
    except ValueError:
        found = datetime.now(UTC)
    return found.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
