"""The words for kinds of places of detention, as data: nominative, by language; `find` inflects them by rule."""

from __future__ import annotations

# In the order in which one place is preferred to another; each kind's terms name no other kind.
TERMS: dict[str, dict[str, tuple[str, ...]]] = {
    "prison": {
        "sq": ("burgu", "burgje"),
        "sr": ("zatvor", "kazneno popravni zavod", "kazneno popravni dom", "kaznionica"),
        "mk": ("zatvor", "kazneno popravna ustanova"),
        "en": ("prison", "jail", "penitentiary", "penitentiary establishment"),
        "fr": ("prison", "établissement pénitentiaire", "maison d'arrêt"),
        "tr": ("cezaevi", "hapishane", "hapishanesi"),
        "": ("KPZ", "KPD", "KPU"),
    },
    "high-security": {
        "sq": ("burgu i sigurisë së lartë", "burgu me siguri të lartë"),
        "sr": ("zatvor visoke bezbednosti", "zatvor visoke sigurnosti"),
        "en": ("high security prison",),
    },
    "correctional": {
        "sq": ("qendra korrektuese", "institucioni korrektues"),
        "sr": ("korektivni centar", "popravni centar", "popravni zavod", "korektivna ustanova"),
        "en": (
            "correctional centre",
            "correctional center",
            "correctional institution",
            "correction centre",
            "correctional facility",
        ),
        "": ("QK", "CC"),
    },
    "women": {
        "sq": ("qendra korrektuese për femra", "qendra korrektuese për gra", "burgu i grave", "burgu për gra"),
        "sr": ("korektivni centar za žene", "popravni centar za žene", "ženski zatvor", "zatvor za žene"),
        "en": (
            "correctional centre for women",
            "correctional center for women",
            "women's correctional centre",
            "women's correctional center",
            "women's prison",
            "prison for women",
        ),
        "": ("QKF",),
    },
    "juvenile": {
        "sq": ("qendra korrektuese për të mitur", "qendra për të mitur", "burgu për të mitur"),
        "sr": (
            "korektivni centar za maloletnike",
            "popravni centar za maloletnike",
            "centar za maloletnike",
            "zatvor za maloletnike",
        ),
        "en": (
            "correctional centre for juveniles",
            "correctional center for juveniles",
            "juvenile correctional centre",
            "juvenile correctional center",
            "juvenile prison",
            "centre for juveniles",
        ),
    },
    "educational": {
        "sq": ("qendra edukuese korrektuese", "qendra edukuese",),
        "sr": ("vaspitno popravni centar", "vaspitno popravni dom", "vaspitno korektivni centar"),
        "en": (
            "educational correctional centre",
            "educational correctional center",
            "correctional educational centre",
            "correctional educational center",
        ),
    },
    "detention": {
        "sq": ("qendra e paraburgimit", "paraburgimi", "burgu hetues", "qendra e ndalimit"),
        "sr": ("pritvorski centar", "centar za pritvor", "istražni zatvor", "pritvorska jedinica",
               "centar za zadržavanje"),
        "mk": ("pritvorski centar", "pritvorsko oddelenie"),
        "en": (
            "detention centre",
            "detention center",
            "remand centre",
            "remand center",
            "remand prison",
            "pre-trial detention centre",
            "pre-trial detention center",
            "pre-detention centre",
            "pre-detention center",
        ),
        "fr": ("centre de détention", "centre de détention provisoire"),
        "": ("QP", "DC"),
    },
    "police": {
        "sq": ("stacioni i policisë", "stacioni policor", "stacioni rajonal i policisë", "nënstacioni i policisë"),
        "sr": ("policijska stanica", "stanica policije", "policijska ispostava", "policijska postaja"),
        "mk": ("policiska stanica",),
        "en": ("police station", "police custody facility", "police detention centre", "police holding facility"),
        "fr": ("commissariat", "poste de police"),
        "tr": ("polis karakolu", "polis merkezi"),
        "": (),
    },
    "psychiatric": {
        "sq": (
            "spitali psikiatrik",
            "klinika e psikiatrisë",
            "klinika psikiatrike",
            "reparti i psikiatrisë",
            "reparti psikiatrik",
        ),
        "sr": ("psihijatrijska bolnica", "psihijatrijska klinika", "klinika za psihijatriju",
               "psihijatrijsko odeljenje"),
        "en": ("psychiatric hospital", "psychiatric clinic", "psychiatric ward", "mental hospital"),
        "fr": ("hôpital psychiatrique",),
    },
    "forensic": {
        "sq": ("instituti i psikiatrisë forenzike",),
        "sr": ("institut za forenzičku psihijatriju", "institut forenzičke psihijatrije"),
        "en": ("institute of forensic psychiatry", "forensic psychiatry institute", "forensic psychiatric institute"),
    },
    "social-care": {
        "sq": (
            "instituti special",
            "instituti i veçantë",
            "shtëpia në bazë të komunitetit",
            "shtëpia me bazë në komunitet",
            "shtëpia në komunitet",
            "shtëpia e të moshuarve",
            "qendra për integrim dhe rehabilitim",
            "qendra për integrim dhe rehabilitimin e të sëmurëve kronikë psikiatrik",
            "shtëpia e kujdesit social",
        ),
        "sr": (
            "specijalni zavod",
            "specijalni institut",
            "dom za stare",
            "dom za stara lica",
            "kuća u zajednici",
            "kuća zasnovana na zajednici",
            "centar za integraciju i rehabilitaciju",
            "ustanova socijalne zaštite",
        ),
        "en": (
            "special institute",
            "special institution",
            "social care home",
            "social care institution",
            "community based home",
            "home for the elderly",
            "elderly home",
            "centre for integration and rehabilitation",
            "center for integration and rehabilitation",
            "integration and rehabilitation centre",
        ),
    },
    "foreigners": {
        "sq": ("qendra e mbajtjes për të huaj", "qendra për mbajtjen e të huajve", "qendra e paraburgimit për të huaj"),
        "sr": ("centar za pritvaranje stranaca", "prihvatilište za strance", "centar za zadržavanje stranaca",
               "pritvorski centar za strance"),
        "en": ("detention centre for foreigners", "detention center for foreigners", "immigration detention centre",
               "foreigners detention centre"),
    },
    "asylum": {
        "sq": ("qendra për azilkërkues", "qendra e azilkërkuesve", "qendra për azil"),
        "sr": ("centar za azil", "centar za tražioce azila"),
        "en": ("asylum centre", "asylum center", "centre for asylum seekers", "center for asylum seekers",
               "asylum seekers centre", "reception centre for asylum seekers"),
    },
    "other": {},
}  # fmt: skip
KINDS = tuple(TERMS)

# What people call a place of another kind where there is none of that kind: a "prison" in a town that has a detention
# centre only. In order: the first that the place has.
LOOSELY: dict[str, tuple[str, ...]] = {
    "prison": ("correctional", "detention", "high-security", "women", "juvenile"),
    "correctional": ("prison", "women", "juvenile", "educational", "detention"),
    "detention": ("prison",),
    "women": ("correctional",),
    "juvenile": ("correctional", "educational"),
    "educational": ("juvenile",),
    "psychiatric": ("forensic", "social-care"),
    "social-care": ("psychiatric",),
    "high-security": (),
}

# Between the word for the kind and the place: articles and prepositions, folded.
LINKS = frozenset(
    ["i", "e", "te", "se", "ne", "nga", "prane", "per", "me", "u", "iz", "kod", "za", "na", "pri", "od", "vo", "of",
     "in", "at", "the",
     "for", "near", "s", "de", "du", "des", "la", "le", "a", "d", "l", "deki", "daki", "da", "ta", "nin", "nun"]
)  # fmt: skip
AND = frozenset(["and", "dhe", "edhe", "i", "te", "ve", "et", "si", "kao", "as", "or", "ose", "ili"])

# Before "prison" they make it a punishment: "tre vjet burg në Prizren".
TIME = (
    "vjet",
    "vite",
    "vit",
    "muaj",
    "godin",
    "mesec",
    "meseci",
    "year",
    "month",
    "dana",
    "dite",
    "days",
    "ans",
    "mois",
)
# A sentence that has one of these speaks of persons who are held; beginnings of folded words.
HELD = (
    "burgos", "paraburgos", "ndaluar", "qeli", "pavijon", "zatvoren", "pritvoren", "celij", "osudjen",
    "prisoner", "inmate", "detainee", "cell", "convict", "izolim", "samic", "solitary", "denuar", "paviljon",
)  # fmt: skip
IN = frozenset(["ne", "nga", "u", "iz", "in", "at", "from", "to", "prej"])
# What a bare name is of, where one of these stands before it.
ELSEWHAT = (
    "fshat", "lum", "sel", "reka", "reke", "reci", "village", "river", "pyll", "forest", "sum", "rrug", "ulic", "lagj",
    "naselj", "komun", "opstin", "municipal",
)  # fmt: skip
