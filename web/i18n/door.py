"""Chooses the language of every answer: ``?ui=``, the cookie that kept it, else what the browser prefers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from web.i18n.languages import LANGUAGES, choose
from web.i18n.speaking import Speech, speaking

COOKIE = "ui"
YEAR = 365 * 24 * 3600
LONGEST = 8_192
MOST_FIELDS = 100

Environ = dict[str, Any]
App = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]


def spoken(app: App, *, secure: bool = False) -> App:
    """The app, answering in the reader's language. The API always speaks English: it is for programs.

    The cookie holds the code of the language and nothing else; it is set only where ``?ui=`` asks for one.
    """

    def site(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        asked, here = _address(environ)
        program = environ.get("PATH_INFO", "").startswith("/api/")
        kept, accepted = _kept(environ.get("HTTP_COOKIE", "")), environ.get("HTTP_ACCEPT_LANGUAGE", "")
        language = "en" if program else choose(asked=asked, kept=kept, accepted=accepted)

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            extra = []
            if any(name.lower() == "content-type" and value.startswith("text/html") for name, value in headers):
                extra = [("Content-Language", language), ("Vary", "Accept-Language, Cookie")]
                if asked in LANGUAGES and asked != kept:
                    safe = "; Secure" if secure else ""
                    value = f"{COOKIE}={asked}; Path=/; Max-Age={YEAR}; HttpOnly; SameSite=Lax{safe}"
                    extra.append(("Set-Cookie", value))
            return start_response(status, headers + extra, exc_info)

        with speaking(Speech(language=language, here=here)):
            return app(environ, start)

    return site


def _address(environ: Environ) -> tuple[str, str]:
    """The language asked for by name, and the address without that."""
    path = quote(environ.get("PATH_INFO", "/").encode("latin-1", "replace"))
    try:
        query = environ.get("QUERY_STRING", "")[:LONGEST]
        fields = parse_qsl(query, keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        fields = []
    asked = next((value for name, value in fields if name == "ui"), "")
    rest = urlencode([pair for pair in fields if pair[0] != "ui"])
    # Two slashes at the beginning would name another server.
    return asked, "/" + path.lstrip("/") + (f"?{rest}" if rest else "")


def _kept(header: str) -> str:
    try:
        found = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found and found.value in LANGUAGES else ""
