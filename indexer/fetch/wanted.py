"""What of a database is wanted, as the options say it; written into a query it can only ever be data."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.fetch.errors import FetchError

_PLAIN = re.compile(r"[\w./ -]{1,60}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The conditions that a document must meet; None or "" where there is none. Dates are YYYY-MM-DD."""

    query: str = ""
    application: str = ""
    state: str = ""
    article: str = ""
    language: str = ""
    importance: str = ""
    since: str = ""
    until: str = ""
    limit: int | None = None


def condition(field: str, value: str) -> str:
    """``field="value"``; FetchError where the value could end its quotes."""
    if not _PLAIN.fullmatch(value):
        raise FetchError(f"{value!r} cannot be asked for", advice="Letters, digits and . / - only", kind="address")
    return f'({field}="{value}")'


def free(text: str) -> str:
    """The words of --query in brackets of their own; FetchError where its brackets or quotes do not match."""
    depth = 0
    for sign in text:
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth < 0:
            break
    if depth or text.count('"') % 2:
        raise FetchError(f"brackets or quotes of {text!r} do not match", advice="Close them", kind="address")
    return f"({text})"


def between(field: str, since: str, until: str) -> list[str]:
    """The conditions on a date, both days included."""
    found = [f'({field}>="{since}T00:00:00.0Z")'] if since else []
    return [*found, f'({field}<="{until}T23:59:59.0Z")'] if until else found
