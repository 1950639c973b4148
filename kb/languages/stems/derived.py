"""Verbal nouns and participles of the South Slavic languages, which dictionaries count now as verbs, now as nouns.

``mučenje`` is a form of ``mučiti`` there and ``mučenja`` one of ``mučenje``; for a reader they are one word, and in
our documents a frequent one (ill-treatment, deprivation, convicted). So they are cut by rule, before the dictionary.
"""

from __future__ import annotations

import re

_NOUN = {
    "hbs": re.compile(r"(\w{2,}[aei]nj)(?:e|a|u|em|ima)"),
    "mk": re.compile(r"(\w{2,}[aeu]nj)(?:e|a|eto|ata)"),
}
_PARTICIPLE = re.compile(r"(\w{2,}[aeu]n)(?:a|o|e|i|u|og|oga|om|ome|oj|im|ih|ima)?")
# ``sprječavanje`` is ``sprečavanje`` (and ``liječenje``, ``lečenje``); after l and n the j belongs to their letter.
_IJEKAVIAN = re.compile(r"(?<=[bcdfghklmnprstvz])ije(?=\w)|(?<=[bcdfghkmprstvz])je(?=\w)")
_INFINITIVE = ("ti", "ći")


# What is done to the people of our documents, and so what they are called; other participles go with their verb.
_PERSONS = """
    osudjen neosudjen presudjen pravosnaznoosudjen pritvoren zatvoren zadrzan uhapsen uhicen priveden kaznjen
    nekaznjen optuzen okrivljen osumnjicen oslobodjen pusten otpusten izrucen proteran protjeran pretucen
    premlacen povredjen povrijedjen ozlijedjen ozledjen ostecen ubijen mucen zlostavljan zaposlen nezaposlen
    izdrzavan izoliran izolovan odvojen vezan smesten smjesten lisen zasticen ugrozen prijavljen
    ovlascen ovlasten
"""


def verbal_noun(group: str, folded: str) -> str | None:
    """What the forms of a verbal noun share (``mučenja`` → ``mucenj``), None for any other word."""
    if (pattern := _NOUN.get(group)) is None or "nj" not in folded:
        return None
    found = pattern.fullmatch(folded)
    return _IJEKAVIAN.sub("e", found[1]) if found else None


def participle(group: str, folded: str, lemma: str) -> str | None:
    """The bare participle where the dictionary files it under its verb: ``osudjenih``, ``osuditi`` → ``osudjen``."""
    if group != "hbs" or not lemma.endswith(_INFINITIVE):
        return None
    found = _PARTICIPLE.fullmatch(folded)
    return found[1] if found and found[1] in _PERSONS.split() else None


def without_gender(stem: str) -> str:
    """One stem for the man and the woman, whose plurals look alike: ``zatvorenic`` → ``zatvorenik``."""
    return stem[:-1] + "k" if stem.endswith("nic") and len(stem) > 5 else stem


_SAME = {"dec": "det", "ljud": "covek", "dobr": "dobar", "najmanj": "mal", "najdulj": "dug", "ci": "cel"}


def same_word(stem: str) -> str:
    """The stem of the word of which this one is the plural or the comparative in other letters (``ljudi``,
    ``djeca``)."""
    return _SAME.get(stem, stem)
