"""Whether a word of a text is a form of a noun: a stem alone also brings verbs and strangers that begin alike.

Albanian ``shënohet`` (is written down) has the stem of ``shenjë`` (scar), Serbian ``prema`` (towards) that of
``prijem`` (admission), English ``held`` that of ``holding``. What two forms of one noun do not share are endings of
nouns, on both sides.
"""

from __future__ import annotations

_SLAVIC = (
    "a e i o u om em ama ima im ih og oj eg ega emu omu oga ome ju iju ija ije jom mi ova ova eva ovi evi ove eve ovima"
    " evima ov ev na ni no nu ne nom noj nog nih nim nima ski ska sko ske skih skim skom skog skoj sku ta te to ot ata"
    " ite eto iot ovite"
)
_ENDINGS = {
    "en": "s es y ies e",
    "fr": "s e es x aux al ale ales aux",
    "de": "e en er n s es ern em nen",
    "sq": "a e i u in un en ne te se es et it ut ve ave eve ive n s t sh ash esh ish at ate ete ite at et it vet ja je"
    " jen jes je ine ave jve ra rat eri ere erit",
    "hbs": _SLAVIC,
    "mk": _SLAVIC,
}
ENDINGS = {group: frozenset(("", *endings.split())) for group, endings in _ENDINGS.items()}
# What the last letters of a noun become before some endings: zatvorenik, zatvorenici; vendi, vende.
CHANGES = {
    "hbs": frozenset(
        (noun, form)
        for last, changed in (("k", "c"), ("g", "z"), ("h", "s"))
        for noun in (last, f"{last}a")
        for form in (f"{changed}i", f"{changed}ima", f"{last}e", f"{last}o")
    ),
}
# Words that are seldom the noun whose forms they may be: Serbian "radi" is "works", or "for the sake of".
SELDOM = {"hbs": frozenset(("radi", "rade", "obuci"))}
SHORTEST = 3  # letters that two forms share


def same_noun(noun: str, form: str, group: str, *, verb: bool = False) -> bool:
    """Whether a word may be a form of a noun, both folded, by the endings of the language. True in languages whose
    endings are not known here. ``verb`` says that its marks make it a verb (`is_verb`)."""
    if verb or form in SELDOM.get(group, ()):
        return False
    if noun == form or group not in ENDINGS:
        return True
    if group == "hbs" and noun.endswith("ici"):
        noun = f"{noun[:-2]}k"  # the plural of a man's name, which shares no endings with the woman's
    shared = next((at for at, (a, b) in enumerate(zip(noun, form, strict=False)) if a != b), min(len(noun), len(form)))
    if shared == len(noun) and noun[-1] in "aeiou":
        shared -= 1  # the vowel is the noun's own ending: zatvorenica, zatvorenicama
    rests = noun[shared:], form[shared:]
    if shared < SHORTEST:
        return False
    if rests in CHANGES.get(group, ()):
        return True
    return rests[0] in ENDINGS[group] and rests[1] in ENDINGS[group]


def is_verb(exact: str, group: str, *, marked: bool) -> bool:
    """Whether a word is a verb by a mark that folding takes away: Albanian ``vendosen`` (are placed) and ``vendosjen``,
    where the text is written with its marks."""
    return group == "sq" and marked and exact.endswith("en")
