"""What is attached to an e-mail message."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from indexer.containers.archive import bomb
from indexer.containers.member import Member, clean_name
from indexer.formats.message import read_message
from indexer.limits import limits


def members(path: Path, _password: str) -> Iterator[Member]:
    """The attachments in order. Raises UnreadableOriginal: ``damaged``, ``empty``, ``too-large``, ``bomb``."""
    attachments = read_message(path).attachments
    if len(attachments) > limits().members:
        raise bomb(path, f"has {len(attachments):,} attachments")
    for name, data in attachments:
        yield Member(name=clean_name(name), size=len(data), read=partial(bytes, data))
