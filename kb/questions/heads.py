"""What the columns of a checklist may be called, in the languages of the people who write them."""

from __future__ import annotations

import re

from kb.languages import fold

_NAMES = {
    "question": "question, questions, query, q, text, pyetja, pyetje, pyetjet, pitanje, pitanja, soru, sorular, "
    "prasanje, prasanja",
    "id": "id, no, nr, n, number, code, ref, numri, kodi, nr rendor, broj, rb, r b, redni broj, sifra, numero, code, "
    "numara, kod, sira",
    "section": "section, sections, theme, themes, topic, chapter, heading, group, area, seksioni, seksion, tema, "
    "kapitulli, fusha, odeljak, oblast, poglavlje, rubrique, chapitre, domaine, bolum, konu, baslik",
    "language": "language, languages, lang, gjuha, gjuhe, jezik, langue, dil",
    "institution": "institution, institutions, place, institucioni, institucion, institucija, ustanova, "
    "etablissement, lieu, kurum",
    "kind": "kind, kinds, type, lloji, lloj, vrsta, tip, genre, tur",
    "year": "year, years, period, viti, vit, vitet, periudha, godina, godine, annee, annees, "
    "periode, yil, yillar, donem",
    "from": "from, year from, first year, nga viti, od godine, depuis",
    "to": "to, year to, last year, deri ne vitin, do godine",
    "role": "role, roles, roli, uloga, rol",
    "mechanism": "mechanism, mekanizmi, mehanizam, mecanisme, mekanizma",
    "state": "state, country, shteti, drzava, zemlja, etat, pays, devlet, ulke",
    "document": "document, documents, dokumenti, dokument, belge",
}
_BY_NAME = {name.strip(): column for column, names in _NAMES.items() for name in names.split(",")}


def column_of(head: str) -> str:
    """The column that a head names, whatever its case, diacritics, script and punctuation; "" for one unknown."""
    return _BY_NAME.get(" ".join(re.findall(r"[^\W_]+", fold(head))), "")
