"""The States that can be respondents before the Court, as case names print them."""

from __future__ import annotations

# en, with the names the Court used in their time
_ENGLISH = (
    r"(?:the\s)?(?:former\sYugoslav\sRepublic\sof\sMacedonia|Republic\sof\sMoldova|Czech\sRepublic|Slovak\sRepublic"
    r"|United\sKingdom|U\.?K\.?(?!\w)|Russian\sFederation|Netherlands|Czechia)"
    r"|[“\"']?(?:the\s)?former\sYugoslav\sRepublic\sof\sMacedonia[”\"']?"
    r"|Albania|Andorra|Armenia|Austria|Azerbaijan|Belgium|Bosnia\sand\sHerzegovina|Bulgaria|Croatia|Cyprus|Denmark"
    r"|Estonia|Finland|France|Georgia|Germany|Greece|Hungary|Iceland|Ireland|Italy|Latvia|Liechtenstein|Lithuania"
    r"|Luxembourg|Malta|Moldova|Monaco|Montenegro|North\sMacedonia|Norway|Poland|Portugal|Romania|Russia|San\sMarino"
    r"|Serbia(?:\sand\sMontenegro)?|Slovakia|Slovenia|Spain|Sweden|Switzerland|Turkey|Türkiye|Ukraine"
)
_FRENCH = (
    r"(?:la\s|l['’]|le\s|les\s)?(?:Albanie|Arménie|Autriche|Azerbaïdjan|Belgique|Bosnie-Herzégovine|Bulgarie|Chypre"
    r"|Croatie|Danemark|Espagne|Estonie|Finlande|Géorgie|Allemagne|Grèce|Hongrie|Irlande|Islande|Italie|Lettonie"
    r"|Lituanie|Macédoine\sdu\sNord|Malte|République\sde\sMoldova|Moldova|Monténégro|Norvège|Pays-Bas|Pologne"
    r"|Roumanie|Royaume-Uni|Russie|Saint-Marin|Serbie|République\stchèque|Slovaquie|Slovénie|Suède|Suisse|Turquie"
    r"|Ukraine)"
)
# In other languages the case ends vary: any capitalised words will do, where a number follows them.
_ANY = r"(?:[^\W\d_a-zà-ÿа-я][^\W\d_]{2,20}(?:\s(?:së|i|e|dhe|и)\s?|\s)?){1,3}(?<=\S)"

LINKS = r"v\.?|c\.|contre|kundër|protiv|против|gegen|k\."
_STATE = rf"(?:{_ENGLISH}|{_FRENCH})"
# One, or those that answer together: "v. Belgium and Greece", "v. the Republic of Moldova and Russia".
RESPONDENT_EN = rf"{_STATE}(?:(?:,|,?\s(?:and|et))\s(?:the\s)?{_STATE}){{0,4}}(?![\w])"
RESPONDENT_ANY = _ANY

# French names as slugs, so that a case has one name in both of the Court's languages.
ENGLISH = dict(
    pair.split(":")
    for pair in [
        "albanie:albania",
        "allemagne:germany",
        "armenie:armenia",
        "autriche:austria",
        "azerbaidjan:azerbaijan",
        "belgique:belgium",
        "bosnie-herzegovine:bosnia-and-herzegovina",
        "bulgarie:bulgaria",
        "chypre:cyprus",
        "croatie:croatia",
        "danemark:denmark",
        "espagne:spain",
        "estonie:estonia",
        "finlande:finland",
        "georgie:georgia",
        "grece:greece",
        "hongrie:hungary",
        "irlande:ireland",
        "islande:iceland",
        "italie:italy",
        "l-italie:italy",
        "lettonie:latvia",
        "lituanie:lithuania",
        "macedoine-du-nord:north-macedonia",
        "malte:malta",
        "republique-de-moldova:republic-of-moldova",
        "montenegro:montenegro",
        "norvege:norway",
        "pays-bas:netherlands",
        "pologne:poland",
        "roumanie:romania",
        "royaume-uni:united-kingdom",
        "russie:russia",
        "saint-marin:san-marino",
        "serbie:serbia",
        "republique-tcheque:czech-republic",
        "slovaquie:slovakia",
        "slovenie:slovenia",
        "suede:sweden",
        "suisse:switzerland",
        "turquie:turkey",
        "turkiye:turkey",
        "uk:united-kingdom",
        "u-k:united-kingdom",
    ]
)
