"""What is kept of what was fetched: every answer with address, date and checksum, and the folder that is indexed."""

from __future__ import annotations

import csv
import hashlib
import html
import io
import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from indexer.fetch.errors import FetchError
from indexer.fetch.item import Item
from indexer.manifest import CSV

COLUMNS = ("file", "title", "kind", "date", "reference", "state", "language", "source_url", "work")
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/rtf": ".rtf",
    "text/plain": ".txt",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said: ``date`` is when (UTC), ``final`` the address after redirects, ``sha256`` of ``body``."""

    address: str
    final: str
    status: int
    date: str
    media_type: str
    sha256: str
    etag: str
    modified: str
    body: bytes


def whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.parent / f".{path.name}.part"
    with draft.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


class Keeping:
    """A folder of originals with its manifest; ``.fetch`` in it holds the answers and the ledger."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._answers = folder, folder / ".fetch" / "answers"
        self._ledger = folder / ".fetch" / "ledger.jsonl"
        self._last: dict[str, dict[str, Any]] = {}
        if self._ledger.is_file():
            for line in self._ledger.read_text("utf-8", "replace").splitlines():
                try:
                    said = json.loads(line)
                except ValueError:  # the line that was being written when the power went
                    continue
                if isinstance(said, dict) and said.get("status") == 200:
                    self._last[str(said.get("address"))] = said

    def keep(self, answer: Answer) -> None:
        """Keep an answer and a line about it; a body that is already kept is not written again."""
        place = self._answers / answer.sha256
        if answer.body and not place.is_file():
            whole(place, answer.body)
        said = {name: value for name, value in asdict(answer).items() if name != "body"}
        self._ledger.parent.mkdir(parents=True, exist_ok=True)
        before = self._ledger.read_bytes()[-1:] if self._ledger.is_file() else b"\n"
        with self._ledger.open("a", encoding="utf-8") as file:
            file.write(("" if before == b"\n" else "\n") + json.dumps(said, ensure_ascii=False) + "\n")
        if answer.status == 200:
            self._last[answer.address] = said

    def known(self, address: str) -> Answer | None:
        """The last good answer of an address, if its bytes are still what they were."""
        said = self._last.get(address)
        place = self._answers / str(said["sha256"]) if said else None
        if said is None or place is None or not place.is_file():
            return None
        body = place.read_bytes()
        if hashlib.sha256(body).hexdigest() != said["sha256"]:
            return None
        return Answer(**said, body=body)

    def held(self, item: Item) -> Path | None:
        """The file of an item that was put here before, or None."""
        suffixes = (item.suffix,) if item.suffix else tuple(dict.fromkeys(_SUFFIXES.values()))
        files = (self.folder / f"{item.name}{suffix}" for suffix in suffixes)
        return next((path for path in files if path.is_file()), None)

    def put(self, item: Item, answers: Sequence[Answer]) -> Path:
        """The item as one file, and its row in the manifest. FetchError where its media type is none we read."""
        if item.suffix == ".html":
            path, data = self.folder / f"{item.name}.html", _page(item, answers)
        else:
            media = answers[0].media_type
            if media not in _SUFFIXES and not item.suffix:
                raise FetchError(
                    f"{media or 'no media type'} is no document",
                    where=item.addresses[0],
                    advice="Fetch it in a browser and put it into the folder",
                    kind="shape",
                )
            path, data = self.folder / f"{item.name}{item.suffix or _SUFFIXES[media]}", answers[0].body
        whole(path, data)
        self._say(path.name, item)
        return path

    def _say(self, name: str, item: Item) -> None:
        """The item's row in kb.csv; what people wrote there stays, also in columns of their own."""
        path = self.folder / CSV
        rows: list[dict[str, str]] = []
        columns, separator = list(COLUMNS), ","
        if path.is_file():
            try:
                text = path.read_text("utf-8-sig")
            except UnicodeDecodeError as error:
                advice = "Save it as CSV in UTF-8 and run it again"
                raise FetchError("is not UTF-8", where=str(path), advice=advice, kind="address") from error
            head = text.partition("\n")[0]
            separator = ";" if head.count(";") > head.count(",") else ","
            reader = csv.DictReader(io.StringIO(text), delimiter=separator)
            rows = [{key: value or "" for key, value in row.items() if key} for row in reader]
            columns = list(dict.fromkeys([*(reader.fieldnames or ()), *COLUMNS]))
        row = next((row for row in rows if row.get("file") == name), None)
        if row is None:
            rows.append(row := {"file": name})
        for column in COLUMNS[1:]:
            row[column] = row.get(column) or " ".join(str(getattr(item, column)).split())
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, columns, delimiter=separator, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        whole(path, out.getvalue().encode())


def _page(item: Item, answers: Sequence[Answer]) -> bytes:
    """One page from the bodies that HUDOC serves: pieces without head, each with its own style sheet."""
    pieces = []
    for place, answer in enumerate(answers):
        head = item.heads[place] if place < len(item.heads) else ""
        body = answer.body.decode("utf-8-sig", "replace")
        pieces.append(f"<section>{f'<h2>{html.escape(head)}</h2>' if head else ''}\n{body}\n</section>")
    language = f' lang="{html.escape(item.language)}"' if item.language else ""
    head = f'<head><meta charset="utf-8"><title>{html.escape(item.title)}</title></head>'
    return f"<!doctype html>\n<html{language}>{head}\n<body>\n{chr(10).join(pieces)}\n</body></html>\n".encode()
