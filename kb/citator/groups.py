"""Who cites, in the groups that a lawyer reads one after another."""

from __future__ import annotations

from kb.nouns import Kind, Role

STANDARDS, JUDGMENTS, FINDINGS, RECOMMENDATIONS, OTHER = GROUPS = (
    "standards",
    "judgments",
    "findings",
    "recommendations",
    "other",
)
FINDING_ROLES = (Role.FINDING.value, Role.IMMEDIATE.value, Role.COMMENT.value)
RECOMMENDATION_ROLES = (Role.RECOMMENDATION.value, Role.REQUEST.value)


def group_of(kind: str, role: str) -> str:
    """By the document first: a judgment's every paragraph is case law. Then by what the passage does in it."""
    if kind == Kind.JUDGMENT.value:
        return JUDGMENTS
    if kind in (Kind.INSTRUMENT.value, Kind.LAW.value) or role == Role.PROVISION.value:
        return STANDARDS
    if role in FINDING_ROLES:
        return FINDINGS
    return RECOMMENDATIONS if role in RECOMMENDATION_ROLES else OTHER
