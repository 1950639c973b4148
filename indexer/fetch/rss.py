"""RSS and Atom: what a site announces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin
from xml.etree import ElementTree

from indexer.fetch.addresses import name_of
from indexer.fetch.errors import changed_shape
from indexer.fetch.http import Web
from indexer.fetch.item import Item

_ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass(frozen=True, slots=True)
class Rss:
    """A connector."""

    web: Web

    def items(self, source: str) -> Iterator[Item]:
        """What the entries of the feed lead to: the enclosed file where there is one, else the page."""
        body = self.web.get(source).body
        if re.search(rb"<!(?:DOCTYPE|ENTITY)", body, re.I) or b"\0" in body[:200]:
            raise changed_shape(source, "(all of it)", "declares entities, or is no UTF-8: not read")
        try:
            root = ElementTree.fromstring(body)  # noqa: S314 (no document type, so no entity)
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            raise changed_shape(source, "(all of it)", f"no XML ({error})") from error
        entries = [e for e in root.iter() if e.tag in ("item", f"{_ATOM}entry") or e.tag.endswith("}item")]
        if not entries and root.tag.rpartition("}")[2] not in ("rss", "feed", "RDF"):
            raise changed_shape(source, root.tag[:60], "neither rss nor feed")
        for entry in entries:
            address = urljoin(source, _address(entry))
            if address == source:
                raise changed_shape(source, "link", "an entry leads nowhere")
            title = _text(entry, "title")
            date = _date(_text(entry, "pubDate") or _text(entry, "published") or _text(entry, "date"))
            yield Item(name=name_of(address), addresses=(address,), title=title, date=date, source_url=address)


def _text(entry: ElementTree.Element, name: str) -> str:
    found = (child.text or "" for child in entry if child.tag.rpartition("}")[2] == name)
    return " ".join(next(found, "").split())


def _address(entry: ElementTree.Element) -> str:
    enclosed = entry.find("enclosure")
    if enclosed is not None and enclosed.get("url"):
        return str(enclosed.get("url"))
    links = {link.get("rel", "alternate"): link.get("href", "") for link in entry.findall(f"{_ATOM}link")}
    return links.get("enclosure") or links.get("alternate") or _text(entry, "link")


def _date(said: str) -> str:
    """YYYY-MM-DD, or "" where the feed says no date that can be read."""
    if found := re.match(r"\d{4}-\d\d-\d\d", said):
        return found[0]
    try:
        return parsedate_to_datetime(said).date().isoformat()
    except (TypeError, ValueError):
        return ""
