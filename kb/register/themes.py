"""What a recommendation is about: the concepts of the thesaurus that its words and its headings name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kb.thesaurus import Thesaurus

MOST = 4  # themes of one recommendation: a person who browses by theme wants what it is about, not all it mentions

# Concepts that nearly every recommendation names, whatever it is about: who is there, who does it, who says so.
EVERYWHERE = frozenset(
    (
        "person-deprived-of-liberty",
        "place-of-detention",
        "prison",
        "prisoner",
        "correctional-centre",
        "staff",
        "director",
        "police-officer",
        "police-station",
        "correctional-service",
        "ministry-of-justice",
        "ministry-of-interior",
        "ministry-of-health",
        "government",
        "parliament",
        "court",
        "judge",
        "prosecutor",
        "law",
        "constitution",
        "recommendation",
        "report",
        "monitoring",
        "visit-of-mechanism",
        "follow-up",
        "national-preventive-mechanism",
        "cpt",
        "spt",
        "ombudsperson",
        "national-human-rights-institution",
        "civil-society",
        "human-rights",
        "council-of-europe",
        "united-nations",
        "european-convention",
        "european-court",
        "optional-protocol",
        "prison-rules",
        "nelson-mandela-rules",
        "convention-against-torture",
        "judgment",
        "applicant",
        "resident",
        "patient",
        "fellow-prisoner",
        "cell",
        "crime",
        "deprivation-of-liberty",
        "security",
        "register",
    )
)


def themes_of(text: str, headings: Sequence[str], thesaurus: Thesaurus, language: str | None = None) -> tuple[str, ...]:
    """Ids of the concepts a recommendation is about, the most named first; one in a heading counts as two mentions.

    ``headings`` are those that tell it from other recommendations: the title of a report says nothing of one of them.
    """
    counted: Counter[str] = Counter()
    for each in thesaurus.spoken_of(text, language):
        counted[each.concept.id] += 1
    for heading in headings:
        for each in thesaurus.spoken_of(heading, language):
            counted[each.concept.id] += 2
    return tuple(name for name, _ in counted.most_common() if name not in EVERYWHERE)[:MOST]
