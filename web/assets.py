"""The stylesheet, the script, the icon: addressed by their content, so that a browser keeps them for good."""

from __future__ import annotations

import functools
import hashlib
from importlib.resources import files

from web.reply import Reply

TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}
FOREVER = "public, max-age=31536000, immutable"


@functools.cache
def held() -> dict[str, tuple[bytes, str]]:
    """Name → (content, ETag) of every file in the folder; nothing outside it can be asked for."""
    found = {}
    for item in files("web").joinpath("static").iterdir():
        if item.name.rpartition(".")[2] in TYPES:
            content = item.read_bytes()
            found[item.name] = (content, hashlib.sha256(content).hexdigest()[:16])
    return found


def address(name: str) -> str:
    """``/static/site.css?v=…``; KeyError for a name that is not there, so that a test finds it."""
    return f"/static/{name}?v={held()[name][1]}"


def asset(name: str) -> Reply | None:
    """The file, None where there is none of this name."""
    if name not in held():
        return None
    content, etag = held()[name]
    return Reply(body=content, media_type=TYPES[name.rpartition(".")[2]], etag=etag, cache=FOREVER)
