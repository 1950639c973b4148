"""What the citator and tables of authorities answer, as JSON Schema."""

from __future__ import annotations

from kb.nouns import Kind, Role
from web.api.schemas import COUNTS, LINK, TEXT, TEXT_OR_NULL, WHOLE, Shape, closed, enum, listed, ref

CITATION_SCHEMAS: dict[str, Shape] = {
    "CitatorPage": closed(
        address=TEXT,
        name=TEXT,
        url=TEXT,
        same_as=listed(TEXT),
        documents=listed(closed(document=TEXT, title=TEXT, language=TEXT_OR_NULL, date=TEXT_OR_NULL, url=TEXT)),
        texts=listed(
            closed(document=TEXT, title=TEXT, anchor=TEXT, label=TEXT, language=TEXT_OR_NULL, text=TEXT, url=TEXT)
        ),
        total=WHOLE,
        citations=WHOLE,
        groups=COUNTS,
        citing=listed(ref("CitingPassage")),
        facets={"type": "object", "additionalProperties": COUNTS},
        years={"type": "object", "additionalProperties": COUNTS},
        parts=listed(closed(address=TEXT, name=TEXT, passages=WHOLE)),
        cites=listed(closed(**LINK)),
        why=TEXT,
        advice=listed(TEXT),
    ),
    "CitingPassage": closed(
        group=TEXT,
        document=TEXT,
        title=TEXT,
        kind=enum(Kind),
        date=TEXT_OR_NULL,
        state=TEXT_OR_NULL,
        anchor=TEXT,
        label=TEXT,
        role=enum(Role),
        language=TEXT_OR_NULL,
        sentence=TEXT,
        spans=listed(listed(WHOLE)),
        cites=listed(TEXT),
        portion=TEXT,
        portion_title=TEXT,
        url=TEXT,
    ),
    "References": closed(
        references=listed(
            closed(
                line=WHOLE,
                text=TEXT,
                address=TEXT,
                name=TEXT,
                resolved=TEXT_OR_NULL,
                title=TEXT,
                url=TEXT,
                why=TEXT,
                advice=TEXT,
                candidates=listed(closed(place=TEXT, title=TEXT)),
            )
        )
    ),
    "Authorities": closed(
        authorities=listed(
            closed(
                kind=TEXT,
                address=TEXT,
                name=TEXT,
                url=TEXT,
                held={"type": "boolean"},
                why=TEXT,
                pinpoints=listed(TEXT),
                cited_in=listed(closed(anchor=TEXT, label=TEXT, portion=TEXT)),
            )
        )
    ),
}
