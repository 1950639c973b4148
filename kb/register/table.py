"""The register as a table that people fill in elsewhere: what is written, and what an answer is read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kb.nouns import Progress, Recommendation

COLUMNS = (
    "passage",
    "label",
    "title",
    "document_date",
    "institutions",
    "addressees",
    "themes",
    "text",
    "status",
    "date",
    "evidence",
    "note",
    "who",
    "seen",
)
SAID = ("status", "date", "evidence", "note", "who")  # what an import takes; the rest is there to be read


def rows_of(recommendations: Iterable[Recommendation]) -> Iterator[dict[str, str]]:
    """One row each, all values text; ``seen`` is the last entry of its history, by which an import knows a conflict."""
    for each in recommendations:
        last = each.history[-1] if each.history else None
        yield {
            "passage": each.key,
            "label": each.passage.label,
            "title": each.document.title,
            "document_date": each.document.date or "",
            "institutions": "; ".join(each.institutions),
            "addressees": "; ".join(each.addressees),
            "themes": "; ".join(each.themes),
            "text": each.passage.text,
            "status": each.status.value,
            "date": last.date if last else "",
            "evidence": last.evidence if last else "",
            "note": last.note if last else "",
            "who": last.who if last else "",
            "seen": str(each.seen),
        }


def differs(row: Mapping[str, str], now: Recommendation) -> bool:
    """Whether a row says something else than the register does."""
    said = next(rows_of([now]))
    if _plain(row.get("status", "")) in (now.said, Progress.ANSWERED):
        # A table may be older than the response that is held now, or newer: that says nothing of a person.
        row = {**row, "status": said["status"]}
    return any(_plain(row.get(name, said[name])) != _plain(said[name]) for name in SAID)


def _plain(text: str) -> str:
    """Spreadsheets change line ends and drop blanks at the ends of cells."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
