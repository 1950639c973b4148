"""What a passage does, by its place and its words: the first, cautious version of roles by evidence."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.nouns import Document, Kind, Passage, Role

_I = re.IGNORECASE


class _Formulas:
    """Formulas that say one thing. A pattern is tried only where one of its words stands, because looking for a few
    letters costs a hundredth of it."""

    def __init__(self, *branches: tuple[tuple[str, ...], str]) -> None:
        self._branches = tuple((letters, re.compile(pattern, _I)) for letters, pattern in branches)
        self.pattern = re.compile("|".join(pattern for _, pattern in branches), _I)

    def said_in(self, text: str, lowered: str) -> bool:
        """Whether a text, given with itself in lower case, holds one of them."""
        for letters, pattern in self._branches:
            for some in letters:
                if some in lowered:
                    if pattern.search(text):
                        return True
                    break
        return False


_RECOMMENDATION = _Formulas(
    # en
    (
        ("recommend",),
        (
            r"\brecommends? (?:that|to|the|a|an|strongly)\b|\bit is (?:strongly |also )?recommended\b"
            r"|\brecommends?\b.{0,80}?\b(?:that|should)\b|\breiterates its recommendation"
        ),
    ),
    (
        ("be taken",),
        r"\b(?:steps|measures|action) (?:should |must )?(?:be taken|to be taken)\b|\b(?:should|must) be taken to\b",
    ),
    (("call on", "calls on", "call upon", "calls upon"), r"\bcalls? (?:up)?on the .{3,80}? to\b"),
    (("urge",), r"\b(?:the committee|we) urges? \b"),
    # fr
    (("recommande",), r"\brecommande(?:nt|r)?\b"),
    (("mesures",), r"\bdes mesures soient prises\b|\bprendre (?:les|des) mesures\b"),
    (("appelle",), r"\bappelle les autorités\b"),
    # sq
    (("rekomand",), r"\b(?:rekomando(?:n|jm[eë]|het|hen|jn[eë])|rekomandoj)\b"),
    (("merren masa",), r"\bduhet t[eë] merren masa\b|\bt[eë] ndërmerren masa\b"),
    (("thirrje",), r"\bu bën thirrje\b"),
    # sr bs hr, both scripts, with or without diacritics
    (("preporu",), r"\bpreporu[čc]uj(?:e|emo|u)(?: se)?\b"),
    (("препоруч",), r"\bпрепоручуј(?:е|емо|у)\b"),
    (("preduz",), r"\b(?:treba|potrebno je) (?:da se )?preduz(?:eti|mu) mer[ea]\b"),
    (("предуз",), r"\b(?:треба|потребно је) (?:да се )?предуз(?:ети|му) мер[еа]\b"),
    # mk
    (("препорачува", "преземат"), r"\bпрепорачува(?:ат|ме)?\b|\bтреба да се преземат мерки\b"),
    # tr
    (
        ("tavsiye", "öner"),
        r"\btavsiye (?:ed(?:er|iyor|ilmektedir|ilir)|etmektedir)|\b(?:önermektedir|önerilmektedir|öneriyor)\b",
    ),
)
# "recommended in its previous report" tells of an earlier one; negations say that none was made.
_TOLD = re.compile(
    r"\b(?:had|has been|were|was|previously|already) recommended\b|\brecommended (?:in|by|during)\b"
    r"|\bdoes not recommend\b"
    r"|\bnuk rekomando|\bne preporučuj|\bне препоручуј",
    _I,
)
_TELLS = ("recommended", "not recommend", "nuk rekomando", "ne preporučuj", "не препоручуј")  # one is in each of them
_REQUEST = _Formulas(
    (("like to", "wish"), r"\b(?:would like|wishes|wish) to (?:receive|be informed|have|obtain|know)\b"),
    (
        ("request",),
        r"\brequests? (?:further |more |detailed )?(?:information|clarification|confirmation|the comments)\b",
    ),
    (("souhait",), r"\bsouhaite(?:rait)? (?:recevoir|obtenir|être informé)\b"),
    (("demande",), r"\bdemande des informations\b"),
    (("dëshiron",), r"\bdëshiron t[eë] (?:informohet|marrë|pranojë)\b"),
    (("rkon informat",), r"\bk[eë]rkon informat(?:a|ë)\b"),
    (("želi da",), r"\bželi da (?:bude obavešten|dobije|primi)\w*"),
    (("traži",), r"\btraži informacije\b"),
    (("жели да",), r"\bжели да (?:буде обавештен|добије|прими)\w*"),
    (("тражи",), r"\bтражи информације\b"),
    (("сака да",), r"\bсака да (?:биде информиран|добие)\w*"),
    (("bilgi",), r"\bbilgi (?:talep etmektedir|almak istemektedir)"),
)
_COMMENT = _Formulas(
    (("invite",), r"\b(?:the )?(?:CPT|committee|authorities) (?:are |is )?invite[sd]?\b|\binvite les autorités\b"),
    (("trusts that",), r"\btrusts that\b"),
    (("it would be",), r"\bit would be (?:desirable|preferable|advisable)\b"),
    (("souhaitable",), r"\bil serait souhaitable\b"),
    (("fton autoritetet", "beson se"), r"\bfton autoritetet\b|\bbeson se autoritetet\b"),
    (("posiva", "позива"), r"\bposiva nadležne\b|\bпозива надлежне\b"),
)
_IMMEDIATE = _Formulas(
    (("immediate",), r"\bimmediate observations?\b.{0,120}\b(?:Article 8|invoked|made|pursuant)\b"),
    (("vëzhgim",), r"\bvëzhgim\w* të menjëhershm\w*"),
    (("neposredn",), r"\bneposredn\w* zapažanj\w*"),
)
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
_NUMBERED = re.compile(r"\d[\d.]*(?:\.[a-z]{1,5})?(?:~\d+)?\Z")


def role_of(passage: Passage, document: Document) -> Role:
    """The role of a passage in its document; ``other`` wherever the evidence is thin.

    Instruments and laws: what is numbered is a provision. Responses: what is numbered is a response. Elsewhere the
    formulas of the field decide; a numbered paragraph of a mechanism's report that has none of them is a finding.
    """
    if passage.form in ("footnote", "heading"):
        return Role.OTHER
    if document.kind in (Kind.INSTRUMENT, Kind.LAW):
        return Role.PROVISION if _PROVISION.match(passage.anchor) and passage.label else Role.OTHER
    if document.kind is Kind.JUDGMENT:
        return Role.OTHER  # what a court recounts of recommendations is not one
    if _RESPONSE.match(document.title):
        return Role.RESPONSE if passage.label else Role.OTHER
    lowered = passage.text.lower()
    report = document.kind in (Kind.REPORT, Kind.CPT_REPORT)
    if document.kind is Kind.OTHER and not document.mechanism and not _listed(passage):
        return Role.RECOMMENDATION if _recommends(passage.text, lowered) else Role.OTHER
    if document.mechanism == "UPR":  # what States said in the dialogue is told there, and made in the list at the end
        return Role.RECOMMENDATION if passage.label and _listed(passage) and _is_item(passage) else Role.OTHER
    if _recommends(passage.text, lowered) or (_listed(passage) and _is_item(passage)):
        return Role.RECOMMENDATION
    if _IMMEDIATE.said_in(passage.text, lowered):
        return Role.IMMEDIATE
    if report and _REQUEST.said_in(passage.text, lowered):
        return Role.REQUEST
    if report and _COMMENT.said_in(passage.text, lowered):
        return Role.COMMENT
    numbered = bool(_NUMBERED.match(passage.anchor)) and bool(passage.label)
    monitors = document.mechanism in _MONITORS or _VISIT.search(document.title)
    finds = report and monitors and numbered and passage.form == "text"
    return Role.FINDING if finds else Role.OTHER


def _recommends(text: str, lowered: str) -> bool:
    if not _RECOMMENDATION.said_in(text, lowered):
        return False
    told = _TOLD.search(text) if any(words in lowered for words in _TELLS) else None
    made = _RECOMMENDATION.pattern.finditer
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
