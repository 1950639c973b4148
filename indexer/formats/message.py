"""E-mail messages as values: headers, body, attachments. EML by the standard library, MSG by its one home here."""

from __future__ import annotations

import mimetypes
import struct
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

from oxmsg import Message as Outlook

from indexer.formats.encoding import decode
from indexer.formats.reading import damaged, read_bytes
from indexer.limits import limits

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BROKEN = (ValueError, TypeError, KeyError, LookupError, AttributeError, IndexError, AssertionError, RecursionError,
           OSError, OverflowError, NotImplementedError, struct.error)  # fmt: skip

_SUFFIXES = mimetypes.MimeTypes()  # its own table: the machine's is out of a reader's sight
_SENDER_NAME = 0x0C1A  # MS-OXPROPS 2.1021; inside one organisation there is no address beside it
_SHOWN = ("From", "To", "Cc", "Date", "Subject")


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """``headers`` in the order they are read, as printed; ``date`` ISO, "" where none can be told.

    ``html`` is bytes as they came. ``attachments`` are names and bytes.
    """

    headers: tuple[tuple[str, str], ...]
    subject: str
    date: str
    plain: str
    html: bytes
    attachments: tuple[tuple[str, bytes], ...]


def read_message(path: Path) -> Message:
    """The message. Raises UnreadableOriginal: ``damaged``, ``empty``, ``too-large``."""
    data = read_bytes(path, largest=limits().output // 2)
    try:
        return _outlook(path) if data.startswith(_OLE) else _internet(data, path)
    except _BROKEN as error:
        raise damaged(path, f"the message cannot be read ({type(error).__name__})") from error


def _internet(data: bytes, path: Path) -> Message:
    message = message_from_bytes(data, _class=EmailMessage, policy=policy.default)
    if not any(message[name] for name in ("From", "To", "Date", "Subject", "Received", "Message-ID")):
        raise damaged(path, "it has none of the headers of a message")
    plain, html = _part(message, "plain"), _part(message, "html")
    return Message(
        headers=tuple(
            (name, text) for name in ("From", "To", "Cc", "Date", "Subject") if (text := _header(message, name))
        ),
        subject=_header(message, "Subject"),
        date=_day(_header(message, "Date")),
        plain=_text(plain, path) if plain is not None else "",
        html=_bytes(html) if html is not None else b"",
        attachments=tuple(_attached(message, {id(part) for part in (plain, html)})),
    )


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message[name] or "").split())
    except _BROKEN:  # the library gives up on some broken headers
        return ""


def _day(text: str) -> str:
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _part(message: EmailMessage, kind: str) -> EmailMessage | None:
    found = message.get_body(preferencelist=(kind,))
    return found if isinstance(found, EmailMessage) else None


def _bytes(part: EmailMessage) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _text(part: EmailMessage, path: Path) -> str:
    return decode(_bytes(part), path, declared=part.get_content_charset() or "")


def _attached(message: EmailMessage, bodies: set[int]) -> list[tuple[str, bytes]]:
    """Every part that is neither the body nor a shell around others; a forwarded message is one part."""
    found: list[tuple[str, bytes]] = []
    waiting = [message]
    while waiting:
        part = waiting.pop(0)
        if id(part) in bodies:
            continue
        kind = part.get_content_type()
        if kind == "message/rfc822":
            inner = part.get_payload(0) if part.is_multipart() else None
            if isinstance(inner, EmailMessage):
                name = _header(inner, "Subject")[:80] or "forwarded message"
                found.append((f"{name.replace('/', '-')}.eml", inner.as_bytes()))
        elif part.is_multipart():
            waiting[:0] = [inner for inner in part.iter_parts() if isinstance(inner, EmailMessage)]
        elif (name := _file_name(part)) or (part is not message and not kind.startswith("text/")):
            suffix = _SUFFIXES.guess_extension(kind) or ""
            found.append((name or f"attachment-{len(found) + 1}{suffix}", _bytes(part)))
    return found


def _file_name(part: EmailMessage) -> str:
    try:
        return str(part.get_filename() or "")
    except _BROKEN:
        return ""


def _outlook(path: Path) -> Message:
    """An Outlook message (MSG)."""
    message = Outlook.load(str(path))
    sent = message.sent_date
    known = {name.casefold(): str(value) for name, value in (message.message_headers or {}).items()}
    to = known.get("to") or ", ".join(f"{each.name} <{each.email_address}>" for each in message.recipients)
    said = {
        "From": known.get("from") or message.sender or message.properties.str_prop_value(_SENDER_NAME) or "",
        "To": to,
        "Cc": known.get("cc", ""),
        "Date": known.get("date") or (sent.isoformat(" ", "minutes") if sent else ""),
        "Subject": message.subject or "",
    }
    return Message(
        headers=tuple((name, " ".join(text.split())) for name, text in said.items() if text.strip()),
        subject=" ".join(said["Subject"].split()),
        date=sent.date().isoformat() if sent else _day(said["Date"]),
        plain=message.body or "",
        html=(message.html_body or "").encode("utf-8", "replace"),
        attachments=tuple(
            (each.file_name or f"attachment-{number}", each.file_bytes or b"")
            for number, each in enumerate(message.attachments, start=1)
            if each.attached_by_value
        ),
    )
