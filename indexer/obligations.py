"""Words that say what somebody ought to do, and who: they recommend only with other evidence beside them."""

from __future__ import annotations

import re
from functools import lru_cache

from indexer.formulas import Formulas

_I = re.IGNORECASE
OUGHT = Formulas(
    # en
    (("should", "must", "ought to", "shall"), r"\b(?:should|must|ought to|shall)\b"),
    (("to be",), r"\b(?:needs? to be|ha(?:s|ve) to be|(?:is|are) to be)\b"),
    (("there is a need",), r"\bthere is a need (?:to|for)\b"),
    (("it is ",), r"\bit is (?:essential|necessary|imperative|indispensable|vital|crucial)\b"),
    # fr
    (("devr", "doi"), r"\b(?:devr(?:ait|aient|a|ont)|doi(?:t|vent))\b"),
    (("il convient", "il faut", "il importe"), r"\b(?:il convient (?:de|que)|il faut|il importe)\b"),
    (("il est ",), r"\bil est (?:essentiel|nécessaire|indispensable|impératif|important)\b"),
    # sq
    (("duhe", "nevojitet", "lypset"), r"\b(?:duhet|duhen|nevojitet|lypset)\b"),
    (
        ("është e ", "eshte e ", "është i "),
        r"\b(?:është|eshte) (?:e (?:domosdoshme|nevojshme|rëndësishme)|i domosdoshëm)\b",
    ),
    # sr bs hr mk, both scripts
    (("treba", "valja", "mora"), r"\b(?:treba(?:lo bi|ju)?|valja|mora(?:ju)?)\b"),
    (("ne sm", "dužn"), r"\b(?:ne sm(?:e|iju|ije|eju)|dužn[aiou])\b"),
    (("neophodno", "potrebno", "nužno"), r"\b(?:neophodno|potrebno|nužno) je\b"),
    (("треба", "ваља", "мора"), r"\b(?:треба(?:ло би|ју|ат)?|ваља|мора(?:ју|ат)?)\b"),
    (("не см", "дужн"), r"\b(?:не сме(?:ју|ат)?|дужн[аиоу])\b"),
    (("неопходно", "потребно", "нужно"), r"\b(?:неопходно|потребно|нужно) [јe]?[еe]\b"),
    # tr
    (("malı", "mali", "meli"), r"(?<=\w\w)(?:mal[ıi]|meli)(?:d[ıi]r|lar|ler)?\b"),
    (("gerek",), r"\bgerek(?:ir|mektedir|lidir|iyor)\b"),
    (("zorunlu", "şart"), r"\b(?:zorunlu(?:dur)?|şart(?:tır)?)\b"),
)
# What "should" is followed by where somebody tells what was, or draws a conclusion.
_NO_DUTY = re.compile(
    r"\b(?:should|must|ought to|shall) (?:also )?(?:be (?:noted|stressed|recalled|added|said|emphasi[sz]ed|mentioned"
    r"|borne in mind|acknowledged)|have been|not have|have \w+ed)\b|\bshould (?:it|they|he|she|this|the need)\b"
    r"|\b(?:duhet|treba|треба) (?:të |da |да )?(?:theks\w+|përmend\w+|cek\w+|istak\w+|napomen\w+|истаћ\w+|напомен\w+)"
    r"|\bdoit être (?:noté|souligné|rappelé)",
    _I,
)
AUTHORITY = re.compile(
    r"\b(?:director|governor|management|ministry|minister|authorit(?:y|ies)|courts?|prosecutor\w*|police"
    r"|government|service"
    r"|state part(?:y|ies)|parliament|assembly|administration|staff|doctors?|judges?"
    r"|drejtor\w*|ministri\w*|autoritet\w*|organet|gjykat\w*|gjyqtar\w*|prokurori\w*|polici\w*|qeveri\w*|shërbim\w*"
    r"|kuvend\w*"
    r"|direktor\w*|upravnik\w*|ministarstv\w*|nadležn\w*|sudov?i\w*|tužilaštv\w*|policij\w*|vlad[aeu]|služb\w*|uprav\w*"
    r"|директор\w*|управник\w*|министарств\w*|министерств\w*|надлежн\w*|судов?и\w*|тужилаштв\w*|полициј\w*|влад[аеу]"
    r"|служб\w*|управ\w*"
    r"|direct(?:eur|rice|ion)|ministère|autorités?|états? parties?|tribunaux|parquet|gouvernement"
    r"|yetkili\w*|bakanl\w*|müdür\w*|mahkeme\w*|savcıl\w*|hükümet\w*)\b",
    _I,
)
# Headings that announce what is to be done without the word "recommendation".
TO_DO = re.compile(
    r"\b(?:what (?:should|must|needs to|has to|is to) be done|action (?:required|proposed|to be taken)"
    r"|proposals?|the way forward"
    r"|measures (?:to be taken|proposed|required)|çfarë duhet (?:bërë|të bëhet)|masat (?:e propozuara"
    r"|që duhen)|propozime\w*"
    r"|sugjerime\w*|šta treba (?:učiniti|uraditi)|predlo(?:zi|žene mere)|шта треба (?:учинити|урадити)"
    r"|предло(?:зи|жене мере)"
    r"|mesures (?:à prendre|proposées)|propositions|yapılması gerekenler|öneriler)\b",
    _I,
)
# Cited standards say what must be, of every prison: that is no recommendation to this one.
STANDARD = re.compile(
    r"\((?=[^)]*\d)[^)]*\b(?:rules?|articles?|principles?|CPT/Inf|§|no\.|neni|nenet|rregulla|član\w*|pravil\w*|члан\w*"
    r"|правил\w*|règles?)[^)]*\)|\b(?:Rules?|Articles?|Neni|Rregulla|Rregulli|Član|Pravilo|Члан|Правило"
    r"|Kural|Madde)\s\d",
)
TELLS_WHAT_WAS = re.compile(
    r"\b(?:was|were|had|did|ishte|ishin|kishte|kishin|nuk kishte|u konstatua|thanë|tha|bil[aoi]|je bio"
    r"|imal[aoi]|nije bil\w*"
    r"|rekl[aoi]|био|бил[аои]|имал[аои]|рекл[аои]|était|étaient|avait|avaient|ont déclaré)\b",
    _I,
)
_SENTENCE = re.compile(r"(?<=[^\d\s][.!?;:])\s+(?=\S)")
_LABEL = re.compile(r"\W*(?:\d[\d.]*|[a-z])[.)]\s+")


def _is_said(sentence: str) -> bool:
    return OUGHT.said_in(sentence, sentence.lower())


def share(text: str) -> float:
    """How much of a text, 0..1 by its sentences, says what ought to be done."""
    if not OUGHT.said_in(text, text.lower()):
        return 0.0
    sentences = [one for one in _SENTENCE.split(_LABEL.sub("", text, count=1)) if len(one) > 3]
    ought = sum(_is_said(one) and _is_said(_NO_DUTY.sub("", one)) for one in sentences)
    return ought / len(sentences) if sentences else 0.0


@lru_cache(maxsize=1024)  # a heading stands above many passages
def announces(heading: str) -> bool:
    """Whether a heading says that what follows is to be done."""
    return bool(TO_DO.search(heading))
