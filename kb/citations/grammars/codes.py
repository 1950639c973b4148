"""Laws by their names: ``the Code of Criminal Procedure``, ``Kodit Penal``, ``Krivičnog zakonika``, ``Ustava``.

A name alone is no citation, since it does not say a provision; it is looked for only beside one. Whose law it is, is
the State of the document. Targets are ``law/<state>/<name>``: those that many languages name have one name in all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kb.citations.grammar import Draft
from kb.citations.names import fold

_UPPER = r"(?:[^\W\d_a-zà-öø-ÿšđčćžłńśź][\w’'\-‑]*)"
_SMALL = (
    r"(?:(?:of(?!\s\d)|on|for|in|to|against|concerning|with|and(?!\s(?:Art|Sect|Rule|Law\s|Act\s|Code\s)))(?:\sthe)?"
    r"|the|bis)"
)
_HEADS = (
    "Code Act Law Constitution Ordinance Decree Order Regulation Regulations Statute Rules Charter Convention Treaty"
    " Covenant Declaration Agreement Directive Instruction Loi Constitution Décret Ordonnance"
)
_HEAD = re.compile(rf"(?<![\w]){'(?:' + '|'.join(_HEADS.split()) + ')'}(?!\w)")
_CHAIN = re.compile(
    rf"(?:(?:19|20)\d\d\s)?(?:[\w]+[’']s\s)?{_UPPER}(?:(?:\s{_SMALL})?\s{_UPPER}){{0,12}}"
    r"(?:\s(?:19|20)\d\d(?!\d))?(?:\s(?:bis|[A-Z])(?!\w))?"
)
_DATED = re.compile(r"\sof\s\d{1,2}\s[A-Z][a-z]{2,8}\s(?:19|20)\d\d(?!\d)")
_OF_A_DAY = re.compile(r"(?:law|act|decree|order|ordinance)\sof\s\d{1,2}\s[A-Z][a-z]{2,8}\s(?:19|20)\d\d(?!\d)")
_NUMBERED = re.compile(r"(?:Law|Act|Decree)\s(?:[Nn]o\.?\s?)?(\d{1,5}(?:[/\-–‑][\dIVXLA-Z]{1,6})?)(?!\w)")
_BY_NUMBER = re.compile(r"(?<!\w)(?:Law|Act|Decree)\s[Nn]o\.?\s?(\d{1,5}(?:[/\-–‑][\dIVXLA-Z]{1,6})?)(?!\w)")
_PROTOCOL = re.compile(
    r"(?:Protocol|PROTOCOL)\s(?:No|NO)\.?\s?(\d{1,2})(?!\d)(?:\s(?:to\sthe\sConvention|TO\sTHE\sCONVENTION))?"
)
_ALIASES = {
    "code-of-criminal-procedure": "criminal-procedure-code",
    "code-of-civil-procedure": "civil-procedure-code",
    "penal-code": "criminal-code",
    "law-on-execution-of-penal-sanctions": "law-on-enforcement-of-criminal-sanctions",
    "law-on-execution-of-criminal-sanctions": "law-on-enforcement-of-criminal-sanctions",
    "law-on-enforcement-of-penal-sanctions": "law-on-enforcement-of-criminal-sanctions",
    "rules-of-court": "ecthr-rules",
}
_BARE = str.maketrans({"ë": "[ëe]", "š": "[šs]", "č": "[čc]", "ć": "[ćc]", "ž": "[žz]", "đ": "(?:đ|dj|d)"})


def _as_typed(forms: str) -> str:
    """The forms, written with diacritics or without."""
    return forms.translate(_BARE)


_KNOWN = tuple(
    (name, re.compile(_as_typed(forms)))
    for name, forms in (
        (
            "criminal-procedure-code",
            (
                r"Kodi\w{0,3}\s(?:i|të|e|së)\sProcedurës\sPenale|Zakonik\w{0,2}\so\skrivičnom\spostupku"
                r"|Законик\w{0,2}\sо\sкривичном\sпоступку|Закон\w{0,3}\sза\sкривичната\sпостапка|(?:ZKP|KPP"
                r"|ЗКП|CMK)(?!\w)(?:-\w{1,4})?"
                r"|Code\sde\sprocédure\spénale|code\sde\sprocédure\spénale"
            ),
        ),
        (
            "criminal-code",
            (
                r"Kodi\w{0,3}\sPenal\w{0,2}|Krivičn\w{1,3}\szakonik\w{0,2}|Кривичн\w{1,3}\sзаконик\w{0,2}"
                r"|[Cc]ode\spénal(?!\w)"
            ),
        ),
        (
            "law-on-enforcement-of-criminal-sanctions",
            (
                r"Ligj\w{0,3}\spër\s[Ee]kzekutimin\se\s[Ss]anksioneve\s[Pp]enale"
                r"|Zakon\w{0,2}\so\sizvršenju\s(?:krivičnih|kaznenih)\ssankcija"
                r"|Закон\w{0,2}\sо\sизвршењу\sкривичних\sсанкција"
                r"|Закон\w{0,3}\sза\sизвршување\sна\sсанкциите|(?:ZIKS|LESP|ЗИКС|ЗИС)(?!\w)(?:-\w{1,3})?"
            ),
        ),
        (
            "law-on-police",
            (
                r"Ligj\w{0,3}\spër\s[Pp]olicinë|Zakon\w{0,2}\so\spoliciji|Закон\w{0,2}\sо\sполицији"
                r"|Закон\w{0,3}\sза\sполиција"
            ),
        ),
        ("constitution", r"Kushtetut\w{1,3}|Ustav(?:a|u|om)?(?!\w)|Устав(?:а|у|ом|от)?(?!\w)|la\sConstitution"),
        (
            "civil-procedure-code",
            (
                r"Zakon\w{0,2}\so\sparničnom\spostupku|Закон\w{0,2}\sо\sпарничном\sпоступку"
                r"|Ligj\w{0,3}\spër\s[Pp]rocedurën\s[Kk]ontestimore"
            ),
        ),
    )
)
_INITIALS = frozenset("KZЗLCcUУlКЦ")  # of all of them
_KNOWN_IN_ANY_CASE = tuple((name, re.compile(pattern.pattern, re.IGNORECASE)) for name, pattern in _KNOWN)
_STATES = (
    (
        "xkx",
        re.compile(
            r"\s(?:(?:i|e|t[ëe]|s[ëe])\s)?(?:Republik[ëe]s\ss[ëe]\s)?Kosov[ëe]s|\s(?:Republike\s)?Kosova|\s(?:Републике\s)?Косова"
        ),
    ),
    (
        "alb",
        re.compile(
            r"\s(?:(?:i|e|t[ëe]|s[ëe])\s)?(?:Republik[ëe]s\ss[ëe]\s)?Shqip[ëe]ris[ëe]|\s(?:Republike\s)?Albanije"
        ),
    ),
    ("srb", re.compile(r"\s(?:Republike\s)?Srbije|\s(?:Републике\s)?Србије|\sRS(?!\w)")),
    ("mkd", re.compile(r"\sна\s(?:Република\s)?(?:Северна\s)?Македонија|\sна\sРСМ(?!\w)")),
)
_OF_STATE = re.compile(r"\sof\s(?:the\sRepublic\sof\s)?(?:Kosovo|Albania|Serbia|North\sMacedonia)(?!\w)")
_STATES_IN_ANY_CASE = tuple((state, re.compile(pattern.pattern, re.IGNORECASE)) for state, pattern in _STATES)
_CODE_OF = {"Kosovo": "xkx", "Albania": "alb", "Serbia": "srb", "North Macedonia": "mkd"}


_OF_STATE_IN_ANY_CASE = re.compile(_OF_STATE.pattern, re.IGNORECASE)


def without_state(name: str) -> tuple[str, str]:
    """A law's name without the State that it ends in, and that State in small letters; "" where it names none."""
    for one, said in _STATES_IN_ANY_CASE:
        if (match := said.search(name)) is not None and match.end() == len(name):
            return name[: match.start()], one
    if (english := _OF_STATE_IN_ANY_CASE.search(name)) is not None and english.end() == len(name):
        said_last = english[0].lower()
        return name[: english.start()], next(code for one, code in _CODE_OF.items() if said_last.endswith(one.lower()))
    return name, ""


def law_at(text: str, position: int, state: str) -> tuple[int, str] | None:
    """The law whose name begins at ``position``: where the name ends, and the target; None without a State."""
    return known_law_at(text, position, state) or _english(text, position, state)


def known_law_at(text: str, position: int, state: str) -> tuple[int, str] | None:
    """The same for the laws that the languages of the field know by name, which need no word before them."""
    if text[position : position + 1] not in _INITIALS:
        return None
    for name, pattern in _KNOWN:
        if (match := pattern.match(text, position)) is not None:
            end = match.end()
            for one, said in _STATES:
                if (whose := said.match(text, end)) is not None:
                    return whose.end(), f"law/{one}/{name}"
            return (end, f"law/{state}/{name}") if state else None
    return None


def _english(text: str, position: int, state: str) -> tuple[int, str] | None:
    if protocol := _PROTOCOL.match(text, position):
        return protocol.end(), f"echr-p{protocol[1]}"
    if state and (numbered := _NUMBERED.match(text, position)):
        return numbered.end(), f"law/{state}/{numbered[1].lower()}"
    if state and (dated := _OF_A_DAY.match(text, position)):
        return dated.end(), f"law/{state}/{_slug(dated[0])}"
    chain = _CHAIN.match(text, position)
    if chain is None or (named := _named(chain[0], state)) is None:
        return None
    dated = _DATED.match(text, chain.end())
    return (dated or chain).end(), named


@lru_cache(maxsize=4096)
def _named(chain: str, state: str) -> str | None:
    """The target of a law by the words of its name with capitals, which a document repeats."""
    head = _HEAD.search(chain)
    if head is None:
        return None
    whose = next((code for said, code in _CODE_OF.items() if chain.endswith(said)), "")
    name = _slug(_OF_STATE.sub("", chain))
    if name.endswith("-constitution") or name.startswith("constitution-of-"):
        name = "constitution"  # "the Croatian Constitution", "the Constitution of the Republic of Croatia"
    name = _ALIASES.get(name, name)
    if name.startswith(("rules-of-court", "ecthr-rules")):
        return "ecthr-rules" if state else None
    if head[0] in ("Convention", "Treaty", "Covenant", "Declaration", "Agreement", "Charter"):
        return f"law/int/{name}" if state else None
    return f"law/{whose or state}/{name}" if whose or state else None


def numbered(text: str, state: str) -> Iterator[Draft]:
    """Laws of the document's State by number alone: "Law No. 185"."""
    for match in _BY_NUMBER.finditer(text):
        yield Draft(match.start(), match.end(), f"law/{state}/{match[1].lower()}")


def _slug(name: str) -> str:
    return "-".join(folded for word in re.findall(r"[^\W_]+", name) if (folded := fold(word)) != "the")


_SMALL_WORDS = frozenset(["of", "on", "for", "in", "to", "against", "concerning", "with", "and", "the", "a", "an"])
_AND_MORE = re.compile(r"\s(?:i|и|dhe|et|and)\s", re.IGNORECASE)
_PRINTED = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")


def law_named(title: str, state: str) -> str | None:
    """The target of a law by its title, in capitals or not ("KRIVIČNI ZAKONIK"); None where it is none of those known.

    A State that the title names comes before ``state``.
    """
    for name, pattern in _KNOWN_IN_ANY_CASE:
        if (match := pattern.match(title)) is not None:
            whose = next((one for one, said in _STATES_IN_ANY_CASE if said.match(title, match.end())), "")
            if not whose and _AND_MORE.match(title, match.end()):
                return None  # "Zakon o policiji i …" is another law
            return f"law/{whose or state}/{name}" if whose or state else None
    named = _PRINTED.sub(_as_a_name, title)
    english = _english(named, 0, state)
    return english[1] if english and english[0] == len(named) else None


def _as_a_name(word: re.Match[str]) -> str:
    """A word of an English title with the capital that it has in a sentence: "LAW ON POLICE" is "Law on Police"."""
    small = word[0].lower()
    if small in _SMALL_WORDS and word.start():
        return small
    return word[0] if any(map(str.islower, word[0][1:])) and word[0][0].isupper() else small.capitalize()
