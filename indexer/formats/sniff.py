"""What kind of file is this? The first bytes decide, a look into the zip, then the suffix."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from indexer.formats.encoding import wide
from indexer.formats.ole import kind_of
from indexer.formats.reading import damaged, empty
from kb.errors import UnreadableOriginal

_HEAD = 8192
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"RIFF", "binary"),
    (b"7z\xbc\xaf", "zip"),
    (b"Rar!", "zip"),
    (b"\x1f\x8b", "zip"),
)
_FLAT = b"opendocument:xmlns:office"  # the namespace that a flat OpenDocument file declares at its root
_TABLES = frozenset({".tsv", ".csv", ".tab", ".conllu", ".conll", ".json", ".jsonl", ".sql"})
_HEADER = re.compile(rb"[A-Za-z][A-Za-z-]{1,40}:[^\n]*\n")
# What stands in no letter on paper.
_SERVER = re.compile(rb"^(?:Return-Path|Received|Delivered-To|Message-ID|MIME-Version):", re.IGNORECASE | re.MULTILINE)
_MARKDOWN = frozenset({".md", ".markdown", ".mdown"})
# Declarations and comments, and the name of the first element behind them. Each is matched by itself: possessive
# quantifiers, which would do it at once, are broken in Python before 3.11.5.
_ASIDE = re.compile(rb"\s*<(?:\?[^>]*\?|!--.*?--|!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?)>", re.DOTALL | re.IGNORECASE)
_ELEMENT = re.compile(rb"\s*<(?:[\w.-]+:)?([\w.-]+)")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


def sniff(path: Path, *, name: str = "") -> str:
    """``pdf docx doc html xml markdown text``, or the name of a kind that is not read (``rtf odt office encrypted zip
    image email table binary``). Raises UnreadableOriginal for a file that is empty, damaged or cannot be opened."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError as error:
        raise UnreadableOriginal(
            f"the file cannot be opened ({error.strerror})", where=str(path), advice="Check that you may read it"
        ) from error
    if not head:
        raise empty(path)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(path)
    if head.startswith(_OLE):
        return kind_of(path)
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    return _text(Path(name or path).suffix.casefold(), head)


def _text(suffix: str, head: bytes) -> str:
    if not head.startswith((b"\xff\xfe", b"\xfe\xff")) and _looks_binary(head):
        return "pdf" if suffix == ".pdf" else "binary"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = head.decode("utf-16", "replace").lstrip("\ufeff \r\n\t").encode("utf-8", "replace")
    if _FLAT in start[:4096]:
        return "odt"
    root = _root(start)
    if root and (start.startswith(b"<?xml") or b"xmlns" in start[root.start(1) : root.end() + 500]):
        return "html" if root[1].lower() == b"html" else "xml"
    if start.startswith(b"<?xml"):
        return "html" if suffix in (".html", ".htm", ".xhtml") else "xml"
    if suffix in _TABLES:
        return "table"
    if suffix in _MARKDOWN:
        return "markdown"
    if start.startswith(b"<") and (_HTML.search(start[:4096]) or suffix in (".html", ".htm")):
        return "html"
    if suffix in (".html", ".htm", ".xhtml"):
        return "html"
    if suffix in (".xml", ".akn"):
        return "xml"
    if suffix in (".eml", ".msg", ".mbox") or is_message(start):
        return "email"
    return "pdf" if suffix == ".pdf" else "text"  # a PDF without its first line is the PDF reader's to refuse by name


def _root(start: bytes) -> re.Match[bytes] | None:
    at = 0
    while aside := _ASIDE.match(start, at):
        at = aside.end()
    return _ELEMENT.match(start, at)


def is_message(head: bytes) -> bool:
    """Whether a text begins with the headers that a mail server writes, whatever its name (a mail folder has none)."""
    return _HEADER.match(head) is not None and _SERVER.search(head.split(b"\n\n", 1)[0]) is not None


def _looks_binary(head: bytes) -> bool:
    """Control bytes that no text has; UTF-16 without a mark is left to the text reader."""
    control = sum(head.count(byte) for byte in range(32) if byte not in (9, 10, 12, 13, 26, 27))
    return control > 0.01 * len(head) and not wide(head)


def _zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            kind = archive.open("mimetype").read(100) if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise damaged(path, f"its zip container cannot be opened ({error})") from error
    if any(name.casefold() in ("word/document.xml", "word\\document.xml") for name in names):
        return "docx"
    if b"opendocument.text" in kind:
        return "odt"
    if b"epub" in kind or "META-INF/container.xml" in names:
        return "epub"
    if "[Content_Types].xml" in names:
        return "docx" if b"wordprocessingml.document" in _types(path) else "office"
    return "office" if kind else "zip"


def _types(path: Path) -> bytes:
    """What the container says its parts are, as far as it may reasonably say."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open("[Content_Types].xml") as stream:
            return stream.read(1_000_000)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise damaged(path, f"its zip container cannot be read ({error})") from error
