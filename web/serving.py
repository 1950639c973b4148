"""The server that carries the application: waitress, set against slow and greedy clients."""

from __future__ import annotations

from typing import Any

import waitress  # type: ignore[import-untyped]  # it has no types of its own

from web.guard import App

LIMITS = {
    "threads": 8,
    "connection_limit": 1_000,  # idle connections are cheap; one slow client must not keep the others out
    "channel_timeout": 30,
    "cleanup_interval": 10,
    "max_request_header_size": 16 * 1024,
    "max_request_body_size": 512 * 1024,
    "backlog": 256,
    "ident": None,  # the server does not say what it is
    "expose_tracebacks": False,
    "clear_untrusted_proxy_headers": True,  # no X-Forwarded-… is believed
}


def listen(app: App, *, host: str, port: int) -> Any:
    """A server that is listening already; ``run()`` serves until interrupted. OSError where the port is taken."""
    return waitress.create_server(app, host=host, port=port, **LIMITS)
