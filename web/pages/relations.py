"""What a passage cites and who cites it, with the way to the citator."""

from __future__ import annotations

from dataclasses import dataclass

from kb.citator import Aim, aim_at, count_citing, path_of
from kb.citator.address import NOBODY
from kb.citator.groups import FINDINGS, group_of
from kb.nouns import Document, Link, Passage
from web.site import Site

MOST_COUNTED = 25  # addresses of one passage whose other citations are counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Cites:
    """A citation of the passage: where it leads, the citator's page of it, and how many others cite the same.

    ``findings`` is the address of the other findings under the rule, where the passage is a finding; else "".
    """

    link: Link
    target: Document | None
    path: str
    others: int
    findings: str


def cites_of(
    site: Site, document: Document, passage: Passage, links: list[tuple[Link, Document | None]]
) -> list[Cites]:
    """Each address that the passage cites, once."""
    finding = group_of(str(document.kind), str(passage.role)) == FINDINGS
    found: dict[str, Cites] = {}
    for link, target in links:
        address = link.citation.address
        if address in found or len(found) >= MOST_COUNTED or link.citation.target == NOBODY:
            continue
        aim: Aim = aim_at(site.collection, link.citation.target, link.citation.pinpoint)
        path = path_of(aim.address)
        found[address] = Cites(
            link=link,
            target=target,
            path=path,
            others=max(count_citing(site.collection, aim) - 1, 0),
            findings=f"{path}?group={FINDINGS}" if finding else "",
        )
    return list(found.values())
