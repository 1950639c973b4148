"""A file with an address on each line."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from indexer.fetch.errors import FetchError
from indexer.fetch.item import Item


@dataclass(frozen=True, slots=True)
class Addresses:
    """A connector."""

    def items(self, source: Path) -> Iterator[Item]:
        """One for each line that is neither empty nor a comment (#); FetchError for a file that cannot be read."""
        try:
            lines = source.read_text("utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            advice = "A text file in UTF-8 with an address on each line"
            raise FetchError(f"cannot be read ({error})", where=str(source), advice=advice, kind="address") from error
        for address in dict.fromkeys(line.strip() for line in lines):
            if address and not address.startswith("#"):
                yield Item(name=name_of(address), addresses=(address,), source_url=address)


def name_of(address: str) -> str:
    """A file's name without suffix: the last word of the address, and a sign that tells it from its likes."""
    try:
        last = unquote(urlsplit(address).path).rstrip("/").rpartition("/")[2]
    except ValueError:
        last = ""
    word = re.sub(r"[^A-Za-z0-9_-]+", "-", re.sub(r"\.\w{2,5}$", "", last)).strip("-_")[:60]
    return f"{word or 'page'}-{hashlib.sha256(address.encode()).hexdigest()[:8]}"
