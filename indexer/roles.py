"""What a passage does, by its place and its words, with a score and the reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from indexer.evidence import ENOUGH, weigh
from indexer.formulas import COMMENT, IMMEDIATE, RECOMMENDATION, REQUEST, TELLS, TOLD
from kb.nouns import Document, Kind, Passage, Role

_I = re.IGNORECASE
_UNDER_RECOMMENDATIONS = re.compile(
    r"^\W{0,4}(?:[IVX\d]{1,4}[.)]\s)?(?:list of )?(?:the )?(?:\w+[’']s? )?(?:recommendations?|recommandations?"
    r"|rekomandim\w*|preporuk\w*|препорук\w*|препорак\w*|tavsiye\w*|öneri\w*)\W{0,3}$"
    r"|\b(?:conclusions and/or recommendations|recommendations, comments and requests)\b",
    _I,
)
_ELSEWHERE = re.compile(
    r"\W*(?:annex|appendix|composition|annexe|shtojc|aneks|prilog|dodatak|анекс|прилог|додатак|ek\b)", _I
)
_ABOUT = re.compile(
    r"(?:\W|\d|\w+\W+){0,8}?\b(?:these|all|following|above|below|këto|ovih|ove|ове|ових|ces)\b\W{1,3}(?:\w+\W+){0,5}?"
    r"(?:recommendations|rekomandime\w*|preporuk\w*|препорук\w*|recommandations)"
    r"|.{0,20}\brecommendations?\s(?:contained|listed|enumerated|formulated|made|were|was|will|have|noted|did)\b",
    _I,
)
_RESPONSE = re.compile(
    r"^\W{0,3}(?:response|réponse|përgjigj|odgovor|одговор|yanıt|reply|replies|comments of the)\w*\b", _I
)
_VISIT = re.compile(
    r"\b(?:visits?|visites?|vizit\w*|poset\w*|posjet\w*|посет\w*|ziyaret\w*|monitor\w*|nadzor\w*|надзор\w*"
    r"|следењ\w*)\b",
    _I,
)
_MONITORS = ("CPT", "SPT", "NPM", "KRCT")  # they visit; what others report is not a finding in a place
_PROVISION = re.compile(r"(?:article|rule|principle|standard|guideline)-\d|\d")
_NUMBERED = re.compile(r"\d[\d.]*(?:\.[a-z]{1,5}){0,3}(?:~\d+)?\Z")
_QUOTED = ("“", "„", "«", '"')
_ANNOUNCED = (Role.RECOMMENDATION, Role.COMMENT, Role.REQUEST, Role.IMMEDIATE)
_DASHED = re.compile(r"[-–—•·▪■●○◦*‣o]\s")
_LISTED_COMMENTS = re.compile(r"\W*(?:comments?|commentaires|komente\w*|komentar\w*|коментар\w*|yorumlar)\W*\Z", _I)
_LISTED_REQUESTS = re.compile(
    r"\W*(?:requests? for information|demandes? d.informations?|kërkes\w* për inform\w*|zahtev\w* za informacij\w*"
    r"|захтев\w* за информациј\w*|барањ\w* за информаци\w*|bilgi talepleri)\W*\Z",
    _I,
)
_NUMBER_OF_HEADING = re.compile(r"^\W{0,3}(?:[IVX]{1,5}|\d{1,2}|[A-ZА-Я])[.)]\s+")
_REPORTS = (Kind.REPORT, Kind.CPT_REPORT)
# What a court recounts of recommendations is not one; teaching and talks repeat those of others.
_NEVER = (Kind.JUDGMENT, Kind.TRAINING, Kind.CONFERENCE_PAPER)
_POINTER = 60  # characters of a line of a list that only says where the recommendation is


@dataclass(frozen=True, slots=True)
class Judged:
    """A role with how sure it is, 0..1, and why, in English words for people."""

    role: Role
    score: float
    why: str


_NOTHING = Judged(Role.OTHER, 0.0, "")
_FORMULA = Judged(Role.RECOMMENDATION, 0.95, "a formula of recommendation")
_LISTED = Judged(Role.RECOMMENDATION, 0.9, "an item under a heading of recommendations")


def judge_all(passages: Sequence[Passage], document: Document) -> list[Judged]:
    """The roles of a document's passages, in order. What "The CPT recommends that:" introduces is recommended, item by
    item."""
    judged: list[Judged] = []
    announced: tuple[str, Role] | None = None
    for passage in passages:
        one = judge(passage, document)
        if passage.form == "footnote":
            judged.append(one)
            continue
        within = announced and _within(passage, announced[0])
        if announced and within and one.role in (Role.OTHER, Role.FINDING):
            one = Judged(announced[1], 0.9, f"an item of what {announced[0]} announces")
        role = one.role
        if not within:
            opens = passage.label and role in _ANNOUNCED and passage.text.rstrip().endswith((":", ": –"))
            announced = (passage.anchor, role) if opens else None
        judged.append(one)
    return judged


def roles_of(passages: Sequence[Passage], document: Document) -> list[Role]:
    """The roles of a document's passages, in order, without the reasons."""
    return [one.role for one in judge_all(passages, document)]


def _within(passage: Passage, anchor: str) -> bool:
    """Whether a passage is an item or a bullet of the paragraph with this anchor."""
    if passage.label:
        return passage.anchor.startswith(f"{anchor}.")
    return passage.anchor.startswith(f"{anchor}_") and bool(_DASHED.match(passage.text))


def role_of(passage: Passage, document: Document) -> Role:
    """The role of one passage, without the reason."""
    return judge(passage, document).role


def judge(passage: Passage, document: Document) -> Judged:
    """The role of a passage in its document; ``other`` wherever the evidence is thin.

    Instruments and laws: what is numbered is a provision. Responses: what is numbered is a response. Elsewhere the
    formulas of the field decide; a numbered paragraph of a mechanism's report that has none of them is a finding.
    """
    if passage.form in ("footnote", "heading"):
        return _NOTHING
    if document.kind in (Kind.INSTRUMENT, Kind.LAW):
        numbered = _PROVISION.match(passage.anchor) and passage.label
        return Judged(Role.PROVISION, 1.0, "a number of an instrument or a law") if numbered else _NOTHING
    if document.kind in _NEVER:
        return _NOTHING
    if _RESPONSE.match(document.title):
        return Judged(Role.RESPONSE, 0.9, "a number of a response") if passage.label else _NOTHING
    lowered = passage.text.lower()
    if document.kind not in _REPORTS and not document.mechanism and not _listed(passage):
        return _FORMULA if _recommends(passage.text, lowered) else _NOTHING
    if document.mechanism == "UPR":  # what States said in the dialogue is told there, and made in the list at the end
        return _LISTED if passage.label and _listed(passage) and _is_item(passage) else _NOTHING
    if not passage.label and passage.text.startswith(_QUOTED):
        return _NOTHING  # what is quoted says another
    if listed := _listed_role(passage):
        return Judged(listed, 0.9, "an item of the list at the end") if listed is not Role.OTHER else _NOTHING
    return _by_words(passage, document, lowered)


def _by_words(passage: Passage, document: Document, lowered: str) -> Judged:
    """By its words, where its place does not decide."""
    report = document.kind in _REPORTS
    asked = _asked_under(passage.heading[-1]) if passage.heading else None
    if asked and _is_item(passage):
        return asked
    if _recommends(passage.text, lowered):
        return _FORMULA
    if _listed(passage) and _is_item(passage):
        return _LISTED
    if IMMEDIATE.said_in(passage.text, lowered):
        return Judged(Role.IMMEDIATE, 0.9, "a formula of immediate observations")
    if report and REQUEST.said_in(passage.text, lowered):
        return Judged(Role.REQUEST, 0.9, "a formula that asks for information")
    if report and COMMENT.said_in(passage.text, lowered):
        return Judged(Role.COMMENT, 0.9, "a formula of comments")
    weighed = weigh(passage, lowered)
    if report and passage.label and passage.form == "text" and weighed.score >= ENOUGH:
        return Judged(Role.RECOMMENDATION, weighed.score, weighed.why)
    numbered = bool(_NUMBERED.match(passage.anchor)) and bool(passage.label)
    monitors = document.mechanism in _MONITORS or _VISIT.search(document.title)
    if report and monitors and numbered and passage.form == "text":
        return Judged(Role.FINDING, round(1 - weighed.score, 2), weighed.why and f"not enough: {weighed.why}")
    return _NOTHING


@lru_cache(maxsize=1024)  # a heading stands above many passages
def _asked_under(heading: str) -> Judged | None:
    """What a heading "Requests for information" or "Comments" says of what stands right beneath it."""
    heading = _NUMBER_OF_HEADING.sub("", heading.strip())
    if _LISTED_REQUESTS.match(heading):
        return Judged(Role.REQUEST, 0.9, "under a heading of requests for information")
    return Judged(Role.COMMENT, 0.9, "under a heading of comments") if _LISTED_COMMENTS.match(heading) else None


def _listed_role(passage: Passage) -> Role | None:
    """What an item of the list at the end of a report is; the CPT's has recommendations, comments and requests under
    headings of their own. ``other`` for a line that only points to a paragraph, None outside such a list."""
    if passage.part != "recommendations" or not _is_item(passage):
        return None
    if len(passage.text) < _POINTER and passage.text.rstrip(" .")[-1:].isdigit():
        return Role.OTHER
    heading = passage.heading[-1] if passage.heading else ""
    if _LISTED_REQUESTS.match(heading):
        return Role.REQUEST
    return Role.COMMENT if _LISTED_COMMENTS.match(heading) else Role.RECOMMENDATION


def _recommends(text: str, lowered: str) -> bool:
    if not RECOMMENDATION.said_in(text, lowered):
        return False
    told = TOLD.search(text) if any(words in lowered for words in TELLS) else None
    made = RECOMMENDATION.pattern.finditer
    return told is None or any(not told.start() <= m.start() < told.end() for m in made(text))


def _listed(passage: Passage) -> bool:
    """Under a heading that says "Recommendations", in any of the languages, with no annex begun since."""
    for heading in reversed(passage.heading):
        said = _heads_recommendations(heading)
        if said is not None:
            return said
    return False


@lru_cache(maxsize=1024)  # a heading stands above many passages
def _heads_recommendations(heading: str) -> bool | None:
    if _UNDER_RECOMMENDATIONS.search(heading):
        return True
    return False if _ELSEWHERE.match(heading) else None


def _is_item(passage: Passage) -> bool:
    """A numbered paragraph or list item of some length, not a sentence about the recommendations."""
    text = passage.text
    return (
        passage.form == "text" and len(text) >= 25 and not text.rstrip().endswith(":") and not _ABOUT.match(text[:90])
    )
