"""States as titles and references name them; codes are ISO 3166-1 alpha-3 (Kosovo: XKX)."""

from __future__ import annotations

import re
import unicodedata

# English, French, Albanian, Serbian/Bosnian/Croatian; "|" between. Members of the Council of Europe and kin.
_NAMES = """
ALB Albania|Albanie|Shqipëri|Albanij
AND Andorra|Andorre
ARM Armenia|Arménie|Jermenij
AUT Austria|Autriche|Austri|Austrij
AZE Azerbaijan|Azerbaïdjan|Azerbejxhan|Azerbejdžan
BEL Belgium|Belgique|Belgjik|Belgij
BGR Bulgaria|Bulgarie|Bullgari|Bugarsk
BIH Bosnia and Herzegovina|Bosnie-Herzégovine|Bosnj|Bosn
BLR Belarus|Bélarus|Bjellorusi|Belorusij
CHE Switzerland|Suisse|Zvicër|Zvicr|Švajcarsk
CYP Cyprus|Chypre|Qipro|Kip
CZE Czech Republic|Czechia|République tchèque|Çeki|Češk
DEU Germany|Allemagne|Gjermani|Nemačk|Njemačk
DNK Denmark|Danemark|Danimark|Dansk
ESP Spain|Espagne|Spanj|Španij
EST Estonia|Estonie|Estonij
FIN Finland|Finlande|Finlandë|Finsk
FRA France|Franc|Francusk
GBR United Kingdom|Royaume-Uni|Mbretëri e Bashkuar|Ujedinjen Kraljevstv
GEO Georgia|Géorgie|Gjeorgji|Gruzij
GRC Greece|Grèce|Greqi|Grčk
HRV Croatia|Croatie|Kroaci|Hrvatsk
HUN Hungary|Hongrie|Hungari|Mađarsk
IRL Ireland|Irlande|Irlandë|Irsk
ISL Iceland|Islande|Island
ITA Italy|Italie|Itali|Italij
LIE Liechtenstein
LTU Lithuania|Lituanie|Lituani|Litvanij
LUX Luxembourg|Luksemburg
LVA Latvia|Lettonie|Letoni|Letonij
MCO Monaco|Monako
MDA Republic of Moldova|Moldova|République de Moldova|Moldavij
MKD North Macedonia|the former Yugoslav Republic of Macedonia|Macédoine du Nord|Maqedoni
MKD Severn Makedonij|Makedonij|Macedonia|Северна Македонија|Македонија
MLT Malta|Malte|Malt
MNE Montenegro|Monténégro|Mal i Zi|Crn Gor|Crna Gora|Crne Gore
NLD Netherlands|Pays-Bas|Holand|Holandij
NOR Norway|Norvège|Norvegji|Norvešk
POL Poland|Pologne|Poloni|Poljsk
PRT Portugal|Portugali
ROU Romania|Roumanie|Rumani|Rumunij
RUS Russian Federation|Russia|Russie|Fédération de Russie|Rusi|Rusij
SMR San Marino|Saint-Marin
SRB Serbia|Serbie|Serbi|Srbij|Србиј
SVK Slovak Republic|Slovakia|République slovaque|Sllovaki|Slovačk
SVN Slovenia|Slovénie|Slloveni|Slovenij
SWE Sweden|Suède|Suedi|Švedsk
TUR Turkey|Türkiye|Turquie|Turqi|Tursk
UKR Ukraine|Ukrain|Ukrajin
XKX Kosovo|Kosova|Kosovë|Косов
"""


def _fold(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


_CODES = {_fold(name): code for row in _NAMES.split("\n") if row for code in [row[:3]] for name in row[4:].split("|")}
# Stems take the endings of the cases: "Shqipërisë", "Srbije". Longer names first.
_PATTERN = re.compile(
    r"(?<![^\W_])("
    + "|".join(re.escape(name) for name in sorted(_CODES, key=len, reverse=True))
    + r")\w{0,4}(?![^\W_])"
)
_ALPHA3 = frozenset(_CODES.values())


def states(text: str) -> list[str]:
    """The States named in the text, in order, each once."""
    return list(dict.fromkeys(_CODES[match[1]] for match in _PATTERN.finditer(_fold(text))))


def state_in_reference(reference: str) -> str | None:
    """The State that a UN symbol carries: ``CAT/C/SRB/CO/2`` → SRB."""
    return next((part for part in re.split(r"[/.]", reference.upper()) if part in _ALPHA3), None)
