"""The phrases by which documents of the field recommend, request, comment and observe, in their languages."""

from __future__ import annotations

import re

_I = re.IGNORECASE


class Formulas:
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


RECOMMENDATION = Formulas(
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
    (("recommand",), r"\brecommande(?:nt|r)?\b|\bil est (?:fortement |également )?recommandé\b"),
    (
        ("mesures",),
        r"\b(?:des |les )?mesures (?:soient|(?:doivent|devraient) être) prises\b|\bprendre (?:les|des) mesures\b",
    ),
    (("appelle", "exhorte"), r"\b(?:en )?appelle (?:les|aux) autorités\b|\bexhorte\b"),
    # sq
    (("rekomand",), r"\b(?:rekomando(?:n|jm[eë]|het|hen|jn[eë])|rekomandoj)\b"),
    (("merren masa",), r"\bduhet t[eë] merren masa\b|\bt[eë] ndërmerren masa\b"),
    (("thirrje",), r"\b[ui] bën thirrje\b"),
    (("rsërit rekomand", "rkon nga"), r"\bpërsërit rekomandim\w*|\bkërkon nga\b.{3,80}?\b(?:që|të)\b"),
    # sr bs hr, both scripts, with or without diacritics
    (("preporu",), r"\bpreporu[čc]uj(?:e|emo|u)(?: se)?\b"),
    (("препоруч",), r"\bпрепоручуј(?:е|емо|у)\b"),
    (("preduz",), r"\b(?:treba|potrebno je) (?:da se )?preduz(?:eti|mu) mer[ea]\b"),
    (("предуз",), r"\b(?:треба|потребно је) (?:да се )?предуз(?:ети|му) мер[еа]\b"),
    # a call to do something; to consider it is a comment
    (("poziva",), r"\bpoziva(?:ju|mo)?\b.{3,80}?\bda (?!(?:se )?razmotr)\w+"),
    (("позива",), r"\bпозива(?:ју|мо)?\b.{3,80}?\bда (?!(?:се )?размотр)\w+"),
    # mk
    (("препорачува", "преземат"), r"\bпрепорачува(?:ат|ме)?\b|\bтреба да се преземат мерки\b"),
    # tr
    (
        ("tavsiye", "öner"),
        r"\btavsiye (?:ed(?:er|iyor|ilmektedir|ilir)|etmektedir)|\b(?:önermektedir|önerilmektedir|öneriyor|önerir)\b",
    ),
)
# "recommended in its previous report" tells of an earlier one; negations say that none was made.
TOLD = re.compile(
    r"\b(?:had|has been|were|was|previously|already) recommended\b|\brecommended (?:in|by|during)\b"
    r"|\bdoes not recommend\b"
    r"|\bnuk rekomando|\bne preporučuj|\bне препоручуј",
    _I,
)
TELLS = ("recommended", "not recommend", "nuk rekomando", "ne preporučuj", "не препоручуј")  # one is in each of them
REQUEST = Formulas(
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
COMMENT = Formulas(
    (
        ("invite",),
        (
            r"\b(?:the )?(?:CPT|SPT|NPM|committee|centre|subcommittee|mechanism|authorities) (?:are |is )?invite[sd]?\b"
            r"|\binvites? (?:the|les) (?:\w+ ){0,2}(?:authorities|autorités|ministry|government)\b"
            r"|\b(?:sont |est )invitée?s? à\b"
        ),
    ),
    (("trusts that",), r"\btrusts that\b"),
    (("it would be",), r"\bit would be (?:desirable|preferable|advisable)\b"),
    (("souhaitable",), r"\bil serait souhaitable\b"),
    (("fton", "beson se"), r"\bfton (?:autoritetet|organet|ministrinë)\b|\bbeson se autoritetet\b"),
    (("dëshirueshme", "deshirueshme"), r"\b(?:do t[eë] ishte|ishte) e (?:dëshirueshme|deshirueshme|udhës)\b"),
    (("razmotr",), r"\bpoziva\w*\b.{3,80}?\bda razmotr\w*"),
    (("размотр",), r"\bпозива\w*\b.{3,80}?\bда размотр\w*"),
    (("poželjno", "пожељно"), r"\b(?:bilo bi|biće) poželjno\b|\b(?:било би|биће) пожељно\b"),
    (("davet",), r"\bdavet (?:eder|ed(?:ilmektedir|iyor|ilir)|etmektedir)\b"),
)
IMMEDIATE = Formulas(
    (("immediate",), r"\bimmediate observations?\b.{0,120}\b(?:Article 8|invoked|made|pursuant)\b"),
    (("vëzhgim",), r"\bvëzhgim\w* të menjëhershm\w*"),
    (("neposredn",), r"\bneposredn\w* zapažanj\w*"),
)
