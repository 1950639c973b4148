"""The closed word lists of the field: kinds, roles, access levels. Values are what the store and the API say."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a Document is; read from a manifest, else from the document itself."""

    INSTRUMENT = "instrument"
    CPT_REPORT = "cpt-report"
    REPORT = "report"
    JUDGMENT = "judgment"
    LAW = "law"
    PROTOCOL = "protocol"
    SOP = "sop"
    PRESS_RELEASE = "press-release"
    TRAINING = "training"
    CONFERENCE_PAPER = "conference-paper"
    OTHER = "other"


class Role(StrEnum):
    """What a Passage does. The CPT's own triple (recommendation, comment, request for information), plus."""

    PROVISION = "provision"
    FINDING = "finding"
    RECOMMENDATION = "recommendation"
    COMMENT = "comment"
    REQUEST = "request-for-information"
    IMMEDIATE = "immediate-observation"
    RESPONSE = "response"
    OTHER = "other"


class Access(StrEnum):
    """Who may read a Document. Ordered: a reader cleared for one level reads the levels before it too."""

    PUBLIC = "public"
    INTERNAL = "internal"
    RESTRICTED = "restricted"

    @property
    def readable(self) -> tuple[Access, ...]:
        """The levels a reader of this clearance may open, lowest first."""
        levels = tuple(Access)
        return levels[: levels.index(self) + 1]


class PageState(StrEnum):
    """How the text of one page was come by, or why there is none."""

    TEXT = "text"  # the text layer, or the format's own text, as it is
    REPAIRED = "repaired"  # the text layer was wrong in a known way, which was undone
    OCR = "ocr"  # read from the picture of the page
    UNREADABLE = "unreadable"  # the text layer is wrong and could neither be repaired nor read by OCR; not searched
    NEEDS_OCR = "needs-ocr"  # a picture, and no OCR was there to read it
    DAMAGED = "damaged"
    BLANK = "blank"


class Outcome(StrEnum):
    """How the reading of one file ended."""

    INDEXED = "indexed"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    REMOVED = "removed"
