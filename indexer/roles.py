"""What a passage does, by its place and its words: the first, cautious version of roles by evidence."""

from __future__ import annotations

import re

from kb.nouns import Document, Kind, Passage, Role

_I = re.IGNORECASE
_RECOMMENDATION = re.compile(
    # en
    r"\brecommends? (?:that|to|the|a|an|strongly)\b|\bit is (?:strongly |also )?recommended\b"
    r"|\brecommends?\b.{0,80}?\b(?:that|should)\b"
    r"|\b(?:steps|measures|action) (?:should |must )?(?:be taken|to be taken)\b|\b(?:should|must) be taken to\b"
    r"|\bcalls? (?:up)?on the .{3,80}? to\b"
    r"|\b(?:the committee|we) urges? \b|\breiterates its recommendation"
    # fr
    r"|\brecommande(?:nt|r)?\b|\bdes mesures soient prises\b|\bprendre (?:les|des) mesures\b|\bappelle les autorités\b"
    # sq
    r"|\b(?:rekomando(?:n|jm[eë]|het|hen|jn[eë])|rekomandoj)\b|\bduhet t[eë] merren masa\b|\bt[eë] ndërmerren masa\b"
    r"|\bu bën thirrje\b"
    # sr bs hr, both scripts, with or without diacritics
    r"|\bpreporu[čc]uj(?:e|emo|u)(?: se)?\b|\bпрепоручуј(?:е|емо|у)\b|\b(?:treba|potrebno je) (?:da se )?preduz(?:eti"
    r"|mu) mer[ea]\b"
    r"|\b(?:треба|потребно је) (?:да се )?предуз(?:ети|му) мер[еа]\b"
    # mk
    r"|\bпрепорачува(?:ат|ме)?\b|\bтреба да се преземат мерки\b"
    # tr
    r"|\btavsiye (?:ed(?:er|iyor|ilmektedir|ilir)|etmektedir)|\b(?:önermektedir|önerilmektedir|öneriyor)\b",
    _I,
)
# "recommended in its previous report" tells of an earlier one; negations say that none was made.
_TOLD = re.compile(
    r"\b(?:had|has been|were|was|previously|already) recommended\b|\brecommended (?:in|by|during)\b"
    r"|\bdoes not recommend\b"
    r"|\bnuk rekomando|\bne preporučuj|\bне препоручуј",
    _I,
)
_REQUEST = re.compile(
    r"\b(?:would like|wishes|wish) to (?:receive|be informed|have|obtain|know)\b|\brequests? (?:further |more "
    r"|detailed )?(?:information|clarification|confirmation|the comments)\b"
    r"|\bsouhaite(?:rait)? (?:recevoir|obtenir|être informé)\b|\bdemande des informations\b"
    r"|\bdëshiron t[eë] (?:informohet|marrë|pranojë)\b|\bk[eë]rkon informat(?:a|ë)\b"
    r"|\bželi da (?:bude obavešten|dobije|primi)\w*|\btraži informacije\b|\bжели да (?:буде обавештен|добије"
    r"|прими)\w*|\bтражи информације\b"
    r"|\bсака да (?:биде информиран|добие)\w*|\bbilgi (?:talep etmektedir|almak istemektedir)",
    _I,
)
_COMMENT = re.compile(
    r"\b(?:the )?(?:CPT|committee|authorities) (?:are |is )?invite[sd]?\b|\btrusts that\b|\bit would be (?:desirable"
    r"|preferable|advisable)\b"
    r"|\binvite les autorités\b|\bil serait souhaitable\b|\bfton autoritetet\b|\bposiva nadležne\b|\bпозива надлежне\b"
    r"|\bbeson se autoritetet\b",
    _I,
)
_IMMEDIATE = re.compile(
    r"\bimmediate observations?\b.{0,120}\b(?:Article 8|invoked|made|pursuant)\b|\bvëzhgim\w* të menjëhershm\w*"
    r"|\bneposredn\w* zapažanj\w*",
    _I,
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


# A pattern is tried only where one of its words could begin: looking for a few letters costs a hundredth of it.
_LETTERS = {
    _RECOMMENDATION: [
        "recomm",
        "be",
        "taken",
        "call",
        "urge",
        "soient",
        "prises",
        "prendre",
        "appelle",
        "rekoman",
        "merren",
        "thirrje",
        "preporu",
        "препору",
        "preduz",
        "предуз",
        "препорач",
        "преземат",
        "tavsiye",
        "öner",
    ],
    _REQUEST: [
        "wish",
        "like",
        "request",
        "souhait",
        "demande",
        "dëshiro",
        "kërko",
        "kerko",
        "žel",
        "traži",
        "жели",
        "тражи",
        "сака",
        "bilgi",
    ],
    _COMMENT: ["invit", "trusts", "able", "fton", "posiva", "позива", "beson"],
    _IMMEDIATE: ["immediate", "vëzhgim", "neposredn"],
}


def _says(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    lowered = text.lower()
    return pattern.search(text) if any(letters in lowered for letters in _LETTERS[pattern]) else None


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
    report = document.kind in (Kind.REPORT, Kind.CPT_REPORT)
    if document.kind is Kind.OTHER and not document.mechanism and not _listed(passage):
        return Role.RECOMMENDATION if _recommends(passage.text) else Role.OTHER
    if document.mechanism == "UPR":  # what States said in the dialogue is told there, and made in the list at the end
        return Role.RECOMMENDATION if passage.label and _listed(passage) and _is_item(passage) else Role.OTHER
    if _recommends(passage.text) or (_listed(passage) and _is_item(passage)):
        return Role.RECOMMENDATION
    if _says(_IMMEDIATE, passage.text):
        return Role.IMMEDIATE
    if report and _says(_REQUEST, passage.text):
        return Role.REQUEST
    if report and _says(_COMMENT, passage.text):
        return Role.COMMENT
    numbered = bool(_NUMBERED.match(passage.anchor)) and bool(passage.label)
    monitors = document.mechanism in _MONITORS or _VISIT.search(document.title)
    finds = report and monitors and numbered and passage.form == "text"
    return Role.FINDING if finds else Role.OTHER


def _recommends(text: str) -> bool:
    match = _says(_RECOMMENDATION, text)
    if match is None:
        return False
    told = _TOLD.search(text)
    return told is None or any(not told.start() <= m.start() < told.end() for m in _RECOMMENDATION.finditer(text))


def _listed(passage: Passage) -> bool:
    """Under a heading that says "Recommendations", in any of the languages, with no annex begun since."""
    for heading in reversed(passage.heading):
        if _UNDER_RECOMMENDATIONS.search(heading):
            return True
        if _ELSEWHERE.match(heading):
            return False
    return False


def _is_item(passage: Passage) -> bool:
    """A numbered paragraph or list item of some length, not a sentence about the recommendations."""
    text = passage.text
    return (
        passage.form == "text" and len(text) >= 25 and not text.rstrip().endswith(":") and not _ABOUT.match(text[:90])
    )
