"""Which files hold documents, and which of what they hold is one."""

from __future__ import annotations

from pathlib import PurePosixPath

from indexer.formats import SUFFIXES
from indexer.formats.sniff import is_message

ARCHIVE, MAILBOX, MESSAGE = "archive", "mailbox", "message"
HEAD = 4096  # bytes that tell

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Zips that are one document, or one program's data.
_ZIPPED = frozenset(
    {".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott", ".epub", ".xlsx", ".xlsm", ".xltx", ".pptx", ".pptm", ".ods",
     ".odp", ".odg", ".jar", ".apk", ".whl", ".kmz", ".idml", ".pages", ".numbers", ".key"}
)  # fmt: skip
_MESSAGES = frozenset({".eml", ".msg"})
_NAMES = frozenset({"thumbs.db", "desktop.ini", "kb.toml", "kb.csv"})


def kind_of(path: str, head: bytes) -> str | None:
    """``archive``, ``mailbox`` or ``message`` by the first bytes of a file and its name; None for anything else."""
    name = PurePosixPath(path)
    suffix = name.suffix.casefold()
    if head.startswith(_ZIP):
        return None if suffix in _ZIPPED else ARCHIVE
    if head.startswith(_OLE):
        return MESSAGE if suffix == ".msg" else None
    if head.startswith(b"From ") and suffix in (".mbox", ".mbx", "") and b"\n" in head:
        return MAILBOX
    return MESSAGE if suffix in _MESSAGES or is_message(head) else None


def is_document(name: str) -> bool:
    """Whether a member is read, by its name: a document, or a container of them. Hidden files are not."""
    path = PurePosixPath(name)
    if path.name.casefold() in _NAMES or any(part.startswith((".", "__MACOSX", "~$")) for part in path.parts):
        return False
    suffix = path.suffix.casefold()
    return suffix in SUFFIXES or suffix in _MESSAGES or suffix in (".zip", ".mbox", "")
