"""The text of an e-mail message: its headers, then its body. Its attachments are documents of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from indexer.blocks import Block, Facts, Page
from indexer.formats.html import blocks_of as blocks_of_html
from indexer.formats.message import read_message
from indexer.formats.text import blocks_of as blocks_of_text
from indexer.formats.text import clean
from kb.errors import UnreadableOriginal


class MailExtractor:
    """One Page without number. The plain text is read where there is one: it is what the sender's program wrote."""

    media_types: tuple[str, ...] = ("message/rfc822", "application/vnd.ms-outlook")

    def extract(self, path: Path) -> Iterator[Page]:
        """The headers as one block, then the body's. Raises UnreadableOriginal: ``damaged``, ``empty``."""
        message = read_message(path)
        heads = Block(text="\n".join(f"{name}: {clean(text)}" for name, text in message.headers), kind="table")
        body = blocks_of_text(message.plain)
        if not body and message.html:
            try:
                body = tuple(blocks_of_html(message.html, path))
            except UnreadableOriginal:
                if not message.headers:
                    raise
        yield Page(number=None, blocks=(heads, *body) if message.headers else body)

    def facts(self, path: Path) -> Facts:
        """The subject as title, the day of the Date header, the sender."""
        message = read_message(path)
        author = dict(message.headers).get("From", "")
        return Facts(title=clean(message.subject), date=message.date, author=author, settled=True)
