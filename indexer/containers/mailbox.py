"""A mailbox in one file (mbox): each message is a member, named by its date and its bytes.

A number would change with every message that is deleted before it, and with the number the permanent address.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from functools import partial
from pathlib import Path

from indexer.containers.archive import bomb
from indexer.containers.member import Member
from indexer.limits import limits

_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)


def members(path: Path, _password: str) -> Iterator[Member]:
    """The messages in order; the same one twice is one. Raises UnreadableOriginal ``bomb`` where there are too many."""
    seen: set[str] = set()
    for message in _messages(path):
        digest = hashlib.sha256(message).hexdigest()
        if digest in seen:
            continue
        seen.add(digest)
        if len(seen) > limits().members:
            raise bomb(path, f"holds more than {limits().members:,} messages")
        yield Member(name=f"{_day(message)}-{digest[:8]}.eml", size=len(message), read=partial(bytes, message))


def _messages(path: Path) -> Iterator[bytes]:
    held: list[bytes] = []
    blank = True
    with path.open("rb") as file:
        for line in file:
            if blank and line.startswith(b"From "):
                if held:
                    yield _bare(held)
                held = []
            else:
                held.append(line)
            blank = line in (b"\n", b"\r\n")
    if held:
        yield _bare(held)


def _bare(lines: list[bytes]) -> bytes:
    return _FROM.sub(rb"\1", b"".join(lines).rstrip(b"\r\n") + b"\n")


def _day(message: bytes) -> str:
    """The day of its Date header, "undated" where it has none."""
    header = message.split(b"\n\n", 1)[0].split(b"\r\n\r\n", 1)[0]
    try:
        stated = message_from_bytes(header, policy=policy.compat32)["Date"]
        return parsedate_to_datetime(str(stated)).date().isoformat()
    except (ValueError, TypeError, IndexError, LookupError):
        return "undated"
