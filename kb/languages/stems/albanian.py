"""Albanian words cut to what their forms share. Written for this program from the grammar; no data.

Input is folded (``ë`` is ``e``, ``ç`` is ``c``), so a text typed on a foreign keyboard gives the same stems.
"""

from __future__ import annotations

# Words whose forms differ inside; the first is the stem of all.
_IRREGULAR = """
    grua gruaja gruas gruan gra grate grave grash
    njeri njeriu njeriut njeriun njerez njerezit njerezve njerezish
    dite dita dites diten ditet diteve ditesh ditore
    dore dora dores doren duar duart duarve duarsh
    vella vellai vellait vellain vellezer vellezerit vellezerve
    mashkull mashkulli mashkullit mashkullin meshkuj meshkujt meshkujve
    femije femija femijes femijen femijet femijeve femijesh
    kembe kemba kembes kemben kembet kembeve
    dere dera deres deren dyer dyert dyerve
    vit viti vitit vitin vite vitet viteve vjet vjetet
    nate nata nates naten net netet neteve
    ate ati atit atin eter eterit
    ka kishte kane kemi kam kishin pasur kisha keni ke
    eshte jam jane ishte ishin qene jemi jeni je isha
    them thote thane tha thone thuhet
    shoh sheh pa pashe pane shohin shihet
    jap jep dha dhane dhene jepet jepen japin
    marr merr mori moren marre merret merren marrin
    dua do desh deshi deshen duan
    vij vjen erdhi erdhen ardhur vijne
    shkoj shkon shkoi shkuan shkuar
    bie bjer ra rane rene bien
    rri ri ndenji ndenjur rrine
    ha hengri hengren ngrene hane
    rrah rreh rrahu rrahen rrahur rrihet rrahje rrahja rrahjes rrahjen rrahjet rrahjeve
    vdes vdiq vdiqen vdekur vdekje vdekja vdekjes vdekjen vdekjet vdekjeve vdesin
    lidh lidhi lidhur lidhje lidhja lidhjes lidhjen lidhjet lidhjeve
    hyj hyn hyri hyne hyre hyrje hyrja hyrjes hyrjen
"""
_KNOWN = {form: line.split()[0] for line in _IRREGULAR.strip().splitlines() for form in line.split()}

# The endings of nouns (case, number, article), adjectives and participles; then those of verbs and of nouns made
# from verbs (burgos-: burgosur, burgosja, burgosjes). Longest first.
_NOMINAL = sorted(
    ["eve", "ave", "ive", "ove", "uve", "jeve", "jes", "jen", "jet", "jesh", "ja", "je", "esh", "ash", "ish", "ush", "et", "at", "it", "ut", "es", "as", "en", "an", "in", "un", "e", "a", "i", "u", "s"],
    key=len,
    reverse=True,
)
_VERBAL = sorted(
    ["uara", "uarat", "uarit", "uarin", "uarve", "uar", "uari", "urit", "urin", "urat", "urave", "urish", "ura", "ure", "uri", "ur", "erit", "erat", "ere", "ojne", "ojme", "ojte", "ohet", "ohen", "ohej", "oheshin", "onte", "onin", "onim", "oj", "on", "oi", "ova", "ove", "uam", "uat", "uan", "imeve", "imet", "imit", "imin", "imi", "ime", "im", "imesh", "ejne", "ejme", "ehet", "ehen", "eje", "ej", "en", "het", "hen", "hej", "heshin", "etar", "etare"],
    key=len,
    reverse=True,
)
_LEAST, _LEAST_VERBAL = 3, 4  # letters that must remain
_VOWELS = "aeiouy"
_LONGEST_WORD = 40


def _without(word: str, endings: list[str], least: int) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word


def albanian(folded: str) -> str:
    """The stem of a folded Albanian word: ``burgu``, ``burgut``, ``burgjet`` → ``burg``; ``burgosurit`` → ``burgos``."""
    if (known := _KNOWN.get(folded)) is not None:
        return known
    word = folded
    if len(word) <= _LEAST or len(word) > _LONGEST_WORD or not word.isalpha():
        return word
    cut = _without(word, _VERBAL, _LEAST_VERBAL)
    if cut == word or not any(c in _VOWELS for c in cut):
        cut = _without(word, _NOMINAL, _LEAST)
    word = cut
    if len(word) > _LEAST and word.endswith("j"):
        word = word[:-1]
    if len(word) > _LEAST and word[-1] == "q":  # armik, armiq
        word = word[:-1] + "k"
    if len(word) > _LEAST + 1 and word.endswith("er") and word[-3] not in _VOWELS:  # libër, librit
        word = word[:-2] + "r"
    return word
