"""What the kinds of documents are called in the languages of the interface, so that ``kind:izveštaj`` is understood."""

from __future__ import annotations

import re
from functools import cache

from kb.languages import fold
from kb.nouns import Kind

# Albanian, Serbian, English, French, Turkish; Cyrillic letters and diacritics are folded away.
_NAMES: dict[Kind, str] = {
    Kind.INSTRUMENT: "instrument; instrumenti; standard; belge; sözleşme",
    Kind.CPT_REPORT: "raport i KPT-së; raport i CPT-së; izveštaj CPT-a; izveštaj KPT-a; CPT report; rapport du CPT; "
    "CPT raporu",
    Kind.REPORT: "raport; raporti; raporte; izveštaj; izveštaji; izvještaj; report; reports; rapport; rapports; rapor; "
    "raporlar",
    Kind.JUDGMENT: "aktgjykim; aktgjykime; vendim; presuda; presude; judgment; judgement; judgments; arrêt; arrêts; "
    "jugement; karar; mahkeme kararı",
    Kind.LAW: "ligj; ligje; ligji; zakon; zakoni; law; laws; loi; lois; yasa; yasalar; kanun",
    Kind.PROTOCOL: "protokoll; protokolle; protokolli; protokol; protokoli; protocol; protocols; protocole; "
    "protokoller",
    Kind.SOP: "procedurë standarde e veprimit; procedurë; PSV; standardna operativna procedura; procedura; SOP; "
    "standard operating procedure; procédure opérationnelle; standart operasyon prosedürü; prosedür",
    Kind.PRESS_RELEASE: "komunikatë për shtyp; komunikatë për media; komunikatë; komunikata; saopštenje za javnost; "
    "saopštenje za medije; saopštenje; priopćenje; press release; press releases; communiqué de presse; communiqué; "
    "basın açıklaması; basın bildirisi",
    Kind.TRAINING: "material trajnimi; trajnim; materijal za obuku; obuka; training material; training; "
    "matériel de formation; formation; eğitim materyali; eğitim",
    Kind.CONFERENCE_PAPER: "kumtesë konference; kumtesë; punim konference; rad sa konferencije; konferencijski rad; "
    "conference paper; communication de conférence; konferans bildirisi; bildiri",
    Kind.OTHER: "tjetër; drugo; ostalo; other; autre; diğer",
}


@cache
def _known() -> dict[str, str]:
    own = {_plain(kind.value): kind.value for kind in Kind}
    return {_plain(name): kind.value for kind, names in _NAMES.items() for name in names.split(";")} | own


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", fold(name)))


def kind_named(name: str) -> str | None:
    """The kind that a name in any of the languages, or the kind's own word, stands for; None where there is none."""
    return _known().get(_plain(name))
