"""What is sent back, as a plain value."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

HTML = "text/html; charset=utf-8"
JSON = "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer: ``body``, or the bytes of ``file``. No cache keeps pages and JSON: they may be confidential."""

    body: bytes = b""
    file: Path | None = None
    media_type: str = HTML
    status: int = 200
    etag: str = ""
    cache: str = "no-store"
    headers: dict[str, str] = field(default_factory=dict)


def as_json(value: Any, *, status: int = 200) -> Reply:
    """A value as JSON in UTF-8."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return Reply(body=body, media_type=JSON, status=status)


def see_other(address: str) -> Reply:
    """Go on to an address of this site after something was written, so that loading it again writes nothing."""
    return Reply(status=303, headers={"Location": address})


def disposition(name: str) -> str:
    """The Content-Disposition of a download under its own name, in ASCII for old programs and in full (RFC 6266)."""
    clean = "".join(c for c in name if c.isprintable() and c not in '/\\"').strip() or "original"
    plain = clean.encode("ascii", "replace").decode("ascii").replace("?", "_").replace("%", "_")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(clean.encode('utf-8', 'replace'), safe='')}"
