"""The query service that HUDOC and its sisters share: pages of results, each a row of ``columns``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote, urlencode

from indexer.fetch.errors import changed_shape
from indexer.fetch.http import Web

PAGE = 500  # the service gives no more
Row = dict[str, str]
_TODAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T|$)")
_SLASHED = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})\b")

# ISO 639-1 and the codes that HUDOC writes (ISO 639-2, some of them bibliographic); the first is what is asked for.
_LANGUAGES = """
en ENG|fr FRE FRA|sq ALB SQI|sr SRP SCC|hr HRV SCR|bs BOS|mk MAC MKD|sl SLV|tr TUR|de GER DEU|it ITA|es SPA|pt POR
ru RUS|uk UKR|ro RUM RON|bg BUL|el GRE ELL|hy ARM HYE|ka GEO KAT|az AZE|hu HUN|pl POL|cs CZE CES|sk SLO SLK|nl DUT NLD
lt LIT|lv LAV|et EST|fi FIN|sv SWE|da DAN|no NOR|is ICE ISL
""".replace("\n", "|")
_ASKED = {words[0]: words[1] for line in _LANGUAGES.split("|") if (words := line.split())}
_SAID = {code: words[0] for line in _LANGUAGES.split("|") if (words := line.split()) for code in words[1:]}


def asked_language(language: str) -> str:
    """The service's code for a language: ``sq`` is ALB; a code of three letters goes as it is."""
    return _ASKED.get(language.lower(), language.upper())


def said_language(code: str) -> str:
    """ISO 639-1 for a code of the service (ALB, or en as HUDOC-CPT writes it); "" where we do not know it."""
    return _SAID.get(code.upper(), code.lower() if code.lower() in _ASKED else "")


def said_date(value: str, where: str, field: str) -> str:
    """YYYY-MM-DD; only the year where day and month cannot be told apart; FetchError for what is no date."""
    if not value:
        return ""
    if found := _TODAY.match(value):
        return found[1]
    if found := _SLASHED.match(value):
        first, second, year = int(found[1]), int(found[2]), found[3]
        if first > 12 >= second:
            return f"{year}-{second:02}-{first:02}"
        if second > 12 >= first:
            return f"{year}-{first:02}-{second:02}"
        return f"{year}-{first:02}-{first:02}" if first == second else year
    raise changed_shape(where, field, f"{value[:40]!r} is no date")


def rows(web: Web, base: str, query: str, fields: Sequence[str], *, sort: str, most: int | None) -> Iterator[Row]:
    """The rows of all pages, ``most`` of them at most; FetchError where the answer is not of that shape."""
    start = 0
    while most is None or start < most:
        length = PAGE if most is None else min(PAGE, most - start)
        asked = {"query": query, "select": ",".join(fields), "sort": sort, "start": start, "length": length}
        at = f"{base}/app/query/results?{urlencode(asked, quote_via=quote)}"
        total, page = _page(web.get(at).body, at)
        yield from page
        start += len(page)
        if start >= total:
            return
        if not page:
            raise changed_shape(at, "results", f"empty at {start} of {total}")


def _page(body: bytes, at: str) -> tuple[int, list[Row]]:
    try:
        said = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise changed_shape(at, "(all of it)", f"no JSON ({str(error)[:80]})") from error
    if not isinstance(said, dict):
        raise changed_shape(at, "(all of it)", "no object")
    total, results = said.get("resultcount"), said.get("results")
    if not isinstance(total, int) or isinstance(total, bool) or total < 0:
        raise changed_shape(at, "resultcount", f"no number but {type(total).__name__}")
    if not isinstance(results, list):
        raise changed_shape(at, "results", f"no list but {type(results).__name__}")
    page = []
    for place, result in enumerate(results):
        columns = result.get("columns") if isinstance(result, dict) else None
        if not isinstance(columns, dict):
            raise changed_shape(at, f"results[{place}].columns", "no object")
        page.append({str(name): "" if value is None else str(value) for name, value in columns.items()})
    return total, page


def needed(row: Row, field: str, at: str) -> str:
    """A column that must be there and say something."""
    if not row.get(field):
        raise changed_shape(at, field, "missing or empty")
    return row[field]
