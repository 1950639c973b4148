"""Stands before the whole site: the security headers on every answer, and requests that are refused unread."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from web.asked import is_clean
from web.errors import plain_fault
from web.i18n import said

CSP = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = (
    ("Content-Security-Policy", CSP),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),  # to nobody else; without it a form would not say where it comes from
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ("X-Robots-Tag", "noindex, nofollow"),
)
METHODS = frozenset({"GET", "HEAD", "POST"})

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
App = Callable[[Environ, StartResponse], Iterable[bytes]]


def guarded(app: App, hosts: frozenset[str]) -> App:
    """The app behind the guard. ``hosts`` are the names it answers to: a page on another name that was pointed at this
    machine (DNS rebinding) gets 421, whatever the port."""

    def site(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            own = {name.casefold() for name, _ in headers}
            extra = [pair for pair in HEADERS if pair[0].casefold() not in own]
            return start_response(status, headers + extra, exc_info)

        refused = refusal(environ, hosts)
        if refused:
            fault = plain_fault(refused)
            body = f"{said(fault.message)} {said(fault.advice)}\n".encode()
            start(
                f"{refused} Refused",
                [
                    ("Content-Type", "text/plain; charset=utf-8"),
                    ("Content-Length", str(len(body))),
                    ("Cache-Control", "no-store"),
                    *([("Allow", "GET, HEAD")] if refused == 405 else []),
                ],
            )
            return [] if environ.get("REQUEST_METHOD") == "HEAD" else [body]
        return app(environ, start)

    return site


def refusal(environ: Environ, hosts: frozenset[str]) -> int:
    """The status a request is refused with before anything reads it, 0 when it may pass."""
    if host_name(environ.get("HTTP_HOST", "")) not in hosts:
        return 421
    if environ.get("REQUEST_METHOD") not in METHODS:
        return 405
    if environ.get("REQUEST_METHOD") == "POST" and not from_here(environ, hosts):
        return 403
    try:
        path = environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8")
    except UnicodeError:
        return 400
    return 0 if is_clean(path) and "\n" not in path and "\r" not in path else 400


def from_here(environ: Environ, hosts: frozenset[str]) -> bool:
    """Whether what is sent comes from a page of this site, or from no page at all: another site's page must not write
    in the name of who reads it. Browsers say where a form stands (Fetch standard: Origin, Sec-Fetch-Site)."""
    if environ.get("HTTP_SEC_FETCH_SITE", "same-origin") not in ("same-origin", "none"):
        return False
    origin = environ.get("HTTP_ORIGIN")
    return origin is None or host_name(origin.partition("://")[2]) in hosts


def host_name(header: str) -> str:
    """The name in a Host header without its port, in lower case: ``[::1]:8080`` → ``::1``."""
    header = header.strip().casefold()
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.partition(":")[0].rstrip(".")
