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

# The endings of nouns (case, number, article) and adjectives.
_NOMINAL = """
    eve ave ive ove uve jeve jes jen jet jesh ja je esh ash ish ush et at it ut jt es as en an in un
    ia ise ine ite ies ien iet ene ese ve e a i u
"""
# The endings of verbs and participles, and of what is made from participles (burgos-: burgosur, burgosurit), by
# conjugation: -oj, -ej, consonant. The longer ones of the passive first in each line.
_VERBAL = """
    ohesha oheshe oheshim oheshit oheshin ohem ohesh ohet ohemi oheni ohen ohej
    ojme ojne ojte oje oja oj oni onte onim onit onin on ova ove oi ofshin uam uat uan ua
    uar ueshem ueshme ueshmit
    ehesha eheshin ehem ehet ehemi ehen ehej ejme ejne eje eja ej eni ente enim enit enin eva eu yem yet yen ye
    yer
    hesha heshin hem het hen hej
    ur
    inte inin esha eshin
    im
"""


_NOMINAL_ENDINGS, _VERBAL_ENDINGS = frozenset(_NOMINAL.split()), frozenset(_VERBAL.split())
_LONGEST_ENDING = max(map(len, _NOMINAL_ENDINGS | _VERBAL_ENDINGS))
_LEAST = 3  # letters that must remain
_VOWELS = "aeiouy"
_LONGEST_WORD = 40


def _without(word: str, endings: frozenset[str], least: int) -> str:
    """The word without the longest of the endings that leaves so many letters."""
    for length in range(min(_LONGEST_ENDING, len(word) - least), 0, -1):
        if word[-length:] in endings:
            return word[:-length]
    return word


def cut_albanian(folded: str) -> str:
    """The stem of a folded Albanian word: ``burgu``, ``burgjet`` → ``burg``; ``burgosurit``, ``burgosja`` →
    ``burgos``."""
    if (known := _KNOWN.get(folded)) is not None:
        return known
    word = folded
    if len(word) <= _LEAST or len(word) > _LONGEST_WORD or not word.isalpha():
        return word
    if (cut := _without(word, _VERBAL_ENDINGS, _LEAST)) == word:
        # A noun, or a participle with a noun's ending: burgosur-it.
        cut = _without(_without(word, _NOMINAL_ENDINGS, _LEAST), _VERBAL_ENDINGS, _LEAST)
    # Once more, so that a word whose bare form already looks inflected (qytet) loses the same as its forms (qytetit).
    word = _without(cut, _NOMINAL_ENDINGS, _LEAST)
    if len(word) > _LEAST and word.endswith("j"):
        word = word[:-1]
    if len(word) > _LEAST and word[-1] == "q":  # armik, armiq
        word = word[:-1] + "k"
    if len(word) > _LEAST and word.endswith("er") and word[-3] not in _VOWELS:  # libër, librit
        word = word[:-2] + "r"
    return word


def is_verb(lemma: str) -> bool:
    """Whether a dictionary's lemma is a verb (first person singular). Only those are worth looking up: the forms of
    verbs differ inside, while those of nouns are cut better by the rule than the dictionary knows them."""
    return lemma.endswith(("j", "em")) or lemma in _SHORT_VERBS


_SHORT_VERBS = frozenset({"kam", "jam", "dua", "them", "di", "vë", "lë", "zë", "rri", "bie", "ha", "pi"})


def without_verbal_suffix(stem: str) -> str:
    """The noun in a verb that is made of one by -os: ``burgos`` (imprison), and so ``burgosja``, meets ``burg``."""
    return stem[:-2] if len(stem) >= _LEAST + 3 and stem.endswith("os") else stem
