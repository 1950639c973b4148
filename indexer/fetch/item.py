"""The seam of the connectors: a source in, things to fetch out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from indexer.fetch.errors import changed_shape

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One document: where its parts are and what its source says of it, as a manifest says it.

    ``heads`` are the titles of the parts, "" where a part brings its own. ``suffix`` is "" where the answer's media
    type decides; ``.html`` items are put together from their parts.
    """

    name: str
    addresses: tuple[str, ...]
    heads: tuple[str, ...] = ()
    suffix: str = ""
    title: str = ""
    kind: str = ""
    date: str = ""
    reference: str = ""
    state: str = ""
    language: str = ""
    source_url: str = ""
    work: str = ""


Source = TypeVar("Source", contravariant=True)


class Connector(Protocol[Source]):
    """A kind of place that documents come from."""

    def items(self, source: Source) -> Iterator[Item]:
        """What the source offers, in its order. Raises FetchError."""


def safe_name(identifier: str, where: str, field: str) -> str:
    """An id that may be a file's name; FetchError (``shape``) for anything that could lead out of the folder."""
    if len(identifier) > 100 or not _SAFE.fullmatch(identifier):
        raise changed_shape(where, field, f"{identifier[:60]!r} is no id that could name a file")
    return identifier
