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
# What follows "should" there: looking for it costs a tenth of the pattern.
_NO_DUTY_SIGNS = (
    "be ", "have ", "should it", "should they", "should he", "should she", "should this", "should the need",
    "not have", "theks", "përmend", "cek", "istak", "napomen", "истаћ", "напомен", "doit être",
)  # fmt: skip
AUTHORITY = Formulas(
    # en
    (
        ("director", "governor", "management", "minist", "authorit", "court", "prosecutor", "police", "government"),
        (r"\b(?:director|governor|management|ministry|minister|authorit(?:y|ies)|courts?|prosecutor\w*|police"
        r"|government)\b"),
    ),
    (
        ("service", "state part", "parliament", "assembly", "administration", "staff", "doctor", "judge"),
        r"\b(?:service|state part(?:y|ies)|parliament|assembly|administration|staff|doctors?|judges?)\b",
    ),
    # sq
    (
        ("drejtor", "ministri", "autoritet", "organet", "gjykat", "gjyqtar", "prokurori", "polici", "qeveri", "shërbim",
         "kuvend"),
        (r"\b(?:drejtor\w*|ministri\w*|autoritet\w*|organet|gjykat\w*|gjyqtar\w*|prokurori\w*|polici\w*|qeveri\w*"
        r"|shërbim\w*|kuvend\w*)\b"),
    ),
    # sr bs hr mk, both scripts
    (
        ("direktor", "upravnik", "ministarstv", "nadležn", "sudi", "sudov", "tužilaštv", "policij", "vlad", "služb",
         "uprav"),
        (r"\b(?:direktor\w*|upravnik\w*|ministarstv\w*|nadležn\w*|sudov?i\w*|tužilaštv\w*|policij\w*|vlad[aeu]"
        r"|služb\w*|uprav\w*)\b"),
    ),
    (
        ("директор", "управ", "министарств", "министерств", "надлежн", "суди", "судов", "тужилаштв", "полициј", "влад",
         "служб"),
        (r"\b(?:директор\w*|управник\w*|министарств\w*|министерств\w*|надлежн\w*|судов?и\w*|тужилаштв\w*"
        r"|полициј\w*|влад[аеу]|служб\w*|управ\w*)\b"),
    ),
    # fr
    (
        ("direct", "ministère", "autorité", "état", "tribunaux", "parquet", "gouvernement"),
        r"\b(?:direct(?:eur|rice|ion)|ministère|autorités?|états? parties?|tribunaux|parquet|gouvernement)\b",
    ),
    # tr
    (("yetk", "bakanl", "müd", "mahkeme", "savc", "hük"),
     r"\b(?:yetkili\w*|bakanl\w*|müdür\w*|mahkeme\w*|savcıl\w*|hükümet\w*)\b"),
)  # fmt: skip
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
_STANDARD = re.compile(
    r"\((?=[^)]*\d)[^)]*\b(?:rules?|articles?|principles?|CPT/Inf|§|no\.|neni|nenet|rregulla|član\w*|pravil\w*|члан\w*"
    r"|правил\w*|règles?)[^)]*\)|\b(?:Rules?|Articles?|Neni|Rregulla|Rregulli|Član|Pravilo|Члан|Правило"
    r"|Kural|Madde)\s\d",
)
_STANDARD_SIGNS = ("rule", "article", "principle", "cpt/inf", "§", "no.", "neni", "nenet", "rregull", "član", "pravil",
                   "члан", "правил", "règle", "kural", "madde")  # fmt: skip
TELLS_WHAT_WAS = Formulas(
    (("was", "were", "had", "did"), r"\b(?:was|were|had|did)\b"),
    (("isht", "ishin", "kisht", "kishin", "konstatua", "thanë"),
     r"\b(?:ishte|ishin|kishte|kishin|u konstatua|thanë)\b"),
    (("tha",), r"\btha\b"),
    (("bil", "je bio", "imal", "rekl"), r"\b(?:bil[aoi]|je bio|imal[aoi]|nije bil\w*|rekl[aoi])\b"),
    (("био", "бил", "имал", "рекл"), r"\b(?:био|бил[аои]|имал[аои]|рекл[аои])\b"),
    (("étai", "avai", "ont déclaré"), r"\b(?:était|étaient|avait|avaient|ont déclaré)\b"),
)  # fmt: skip
_SENTENCE = re.compile(r"\s(?<=[^\d\s][.!?;:]\s)\s*(?=\S)")  # the blank first: looking for it is quick
_LABEL = re.compile(r"\W*(?:\d[\d.]*|[a-z])[.)]\s+")


def cites_standard(text: str, lowered: str) -> bool:
    """Whether a text, given with itself in lower case, cites a rule or an article."""
    return any(map(lowered.__contains__, _STANDARD_SIGNS)) and bool(_STANDARD.search(text))


def _is_duty(sentence: str) -> bool:
    """Whether a sentence says what ought to be done, and not only what should be noted."""
    lowered = sentence.lower()
    if not OUGHT.said_in(sentence, lowered):
        return False
    if not any(map(lowered.__contains__, _NO_DUTY_SIGNS)):
        return True
    rest = _NO_DUTY.sub("", sentence)
    return rest == sentence or OUGHT.said_in(rest, rest.lower())


def share(text: str, lowered: str | None = None) -> float:
    """How much of a text, 0..1 by its sentences, says what ought to be done. ``lowered`` is it in lower case."""
    if not OUGHT.said_in(text, text.lower() if lowered is None else lowered):
        return 0.0
    sentences = [one for one in _SENTENCE.split(_LABEL.sub("", text, count=1)) if len(one) > 3]
    return sum(map(_is_duty, sentences)) / len(sentences) if sentences else 0.0


@lru_cache(maxsize=1024)  # a heading stands above many passages
def announces(heading: str) -> bool:
    """Whether a heading says that what follows is to be done."""
    return bool(TO_DO.search(heading))
