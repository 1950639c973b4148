"""The originals themselves: the file for download, and its pages as pictures."""

from __future__ import annotations

import hashlib

from kb.errors import NotHeld
from kb.nouns import Access, Document
from kb.wording import worded
from web.asked import Asked
from web.reply import Reply, disposition
from web.site import Site

WIDTHS = (400, 800, 1200, 1800)  # pixels; few, so that what is drawn once serves again
# Types that no browser runs as a page of this site; everything else goes out as mere bytes.
SAFE = {
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
    "application/msword",
    "application/rtf",
}
# The more confidential a document, the less of it stays on the reader's disk.
CACHE = {Access.PUBLIC: "private, max-age=86400", Access.INTERNAL: "private, no-cache", Access.RESTRICTED: "no-store"}


def has_page_images(document: Document) -> bool:
    """True where the original's pages can be drawn."""
    return document.media_type == "application/pdf"


def original(site: Site, asked: Asked) -> Reply:
    """The original as a download under its own name; never shown in the browser."""
    document = site.collection.document(asked.args["document"])
    path = site.collection.original(document.id)
    media_type = document.media_type if document.media_type in SAFE else "application/octet-stream"
    headers = {
        "Content-Disposition": disposition(site.collection.original_name(document.id)),
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    etag = document.sha256[:32]
    return Reply(file=path, media_type=media_type, etag=etag, cache=CACHE[document.access], headers=headers)


def page_image(site: Site, asked: Asked) -> Reply:
    """A page of the original as PNG, as wide as the next of the widths at or above ``w``."""
    document = site.collection.document(asked.args["document"])
    number = int(asked.args["number"])
    if not has_page_images(document) or not 1 <= number <= (document.pages or 0):
        raise NotHeld(worded("There is no picture of such a page."))
    wanted = asked.whole("w", low=1, high=4000) or WIDTHS[1]
    width = next((w for w in WIDTHS if w >= wanted), WIDTHS[-1])
    path = site.collection.page_image(document.id, number, width)
    etag = hashlib.sha256(f"{document.sha256}/{number}/{width}".encode()).hexdigest()[:32]
    return Reply(file=path, media_type="image/png", etag=etag, cache=CACHE[document.access])
