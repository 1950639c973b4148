"""Which recommendations have an answer in the collection that nobody has judged yet.

Told from what the reader may see alone: a response that is not for this reader answers nothing, and a report that is
not does not take the answers of another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kb.collection import Collection
from kb.nouns import Document, Passage, Role
from kb.register.answers import REPORTS, Answering, is_response, last_report, same_report

Matched = dict[tuple[str, str], frozenset[str]]


def answered(collection: Collection, matched: Matched) -> dict[str, str]:
    """The day of the latest response that answers it, by the key of each recommendation that any answers; "" where the
    response has no date. ``matched`` remembers, from call to call, what texts were held against one another."""
    held = collection.documents()
    responses = [each for each in held if is_response(each)]
    reports = [each for each in held if each.kind in REPORTS and each.date and not is_response(each)]
    found: dict[str, str] = {}
    texts: dict[str, Answering] = {}
    asked: dict[str, list[Passage]] = {}
    for response in responses:
        last, cited = last_report(response, reports), cited_by(collection, response)
        for report in held:
            if report.id == response.id or not (report.id in cited or (last and same_report(last, report))):
                continue
            key = (f"{report.id}:{report.sha256}", f"{response.id}:{response.sha256}:{len(cited[report.id])}")
            if key not in matched:
                if report.id not in asked:
                    own = collection.passages(report.id)
                    asked[report.id] = [each for each in own if each.role is Role.RECOMMENDATION]
                if response.id not in texts:
                    texts[response.id] = Answering(response, collection.passages(response.id))
                matched[key] = _anchors(texts[response.id], report, asked[report.id], cited[report.id])
            for anchor in matched[key]:
                name = f"{report.id}#{anchor}"
                found[name] = max(found.get(name, ""), response.date or "")
    return found


def _anchors(
    response: Answering, report: Document, asked: Sequence[Passage], cited: dict[str, set[str]]
) -> frozenset[str]:
    return frozenset(
        each.anchor for each in asked if response.to(report, each, citing=cited.get(each.anchor, frozenset()))
    )


def cited_by(collection: Collection, response: Document) -> defaultdict[str, dict[str, set[str]]]:
    """By report and anchor, the keys of the response's own passages that cite it."""
    found: defaultdict[str, dict[str, set[str]]] = defaultdict(dict)
    roles = {each.anchor: each for each in collection.passages(response.id) if each.role is Role.RESPONSE}
    for link in collection.links(response.id):
        if link.resolved and link.anchor in roles:
            document, _, anchor = link.resolved.partition("#")
            found[document].setdefault(anchor, set()).add(roles[link.anchor].key)
    return found
