"""What kind of document it is, and whose: by the words its beginning prints."""

from __future__ import annotations

import re

from kb.nouns import Kind

_I = re.IGNORECASE
JUDGMENT = re.compile(
    r"\b(?:CASE OF\s.{2,200}?\sv\.\s|AFFAIRE\s.{2,200}?\sc\.\s|PREDMET\s.{2,200}?\sprotiv\s"
    r"|ÇËSHTJA\s.{2,200}?\skundër\s"
    r"|ПРЕДМЕТ\s.{2,200}?\sпротив\s)"
)
COURT = re.compile(
    r"European Court of Human Rights|Cour européenne des droits de l|Evropski sud za ljudska prava"
    r"|Европски суд за људска права"
    r"|Gjykata Evropiane e të Drejtave të Njeriut|Avrupa İnsan Hakları Mahkemesi|Европски суд за човекови права",
    _I,
)
MECHANISMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("CPT", re.compile(
        r"\bCPT/Inf|European Committee for the Prevention of Torture|Comité européen pour la prévention de la torture"
        r"|Komitet\w* Evropian\w* për Parandalimin e Torturës|Evropsk\w* komitet\w* za (?:sprečavanje"
        r"|prevenciju) (?:mučenja|torture)"
        r"|Европск\w* комитет\w* за (?:спречавање|превенцију|спречување) (?:на )?(?:мучења|тортуре|мачење|тортура)"
        r"|Avrupa İşkencenin\w* Önlenmesi Komitesi|İşkencenin Önlenmesi Avrupa Komitesi", _I)),
    ("SPT", re.compile(r"\bCAT/OP/|Subcommittee on Prevention of Torture|Sous-Comité pour la prévention de la torture"
                       r"|Nënkomitet\w* për Parandalimin e Torturës|Potkomitet\w* za (?:sprečavanje|prevenciju)", _I)),
    ("CAT", re.compile(r"\bCAT/C/|Committee against Torture|Komitet\w* kundër Torturës|Komitet\w* protiv (?:torture"
    r"|mučenja)", _I)),
    ("KRCT", re.compile(r"\b(?:KRCT|QKRMT)\b|Kosova Rehabilitation Cent(?:re|er) for Torture Victims"
                        r"|Qendr\w* Kosovare për Rehabilitimin e (?:të Mbijetuarve|Viktimave)"
                        r"|Kosovsk\w* cent\w+ za rehabilitaciju", _I)),
    ("NPM", re.compile(r"National Preventive Mechanism|Mécanisme national de prévention|Mekanizm\w* (?:Nacional"
    r"|Kombëtar) \w{0,3}\s?Parandal\w*"
                       r"|Mekanizm\w* Kombëtar për Parandalimin|Nacionaln\w* (?:preventivn\w*\s)?mehaniz\w*"
                       r"|Национални механизам|Националн\w* превентив\w* механизам|Ulusal Önleme Mekanizması", _I)),
    ("UPR", re.compile(r"Universal Periodic\s*Review|Examen périodique universel", _I)),
)  # fmt: skip
CPT_REPORT = re.compile(r"\b(?:report|rapport|raport\w*|izve[šs]taj\w*|izvje[šs]taj\w*|извештај\w*|rapor\w*)\b", _I)
RESPONSE = re.compile(
    r"\b(?:response|réponse|përgjigj\w*|odgovor\w*|одговор\w*|yanıtı?)\b.{0,60}?\b(?:government|gouvernement"
    r"|authorities|autorités"
    r"|qeveri\w*|autoritet\w*|vlad[ae]\w*|организ\w*|влад[ае]\w*|hükümet\w*)\b",
    _I,
)
# A law begins with its name in the case a title has, or is proclaimed by a decree.
LAW = re.compile(
    r"(?:LIGJI?|Ligji?|LIGJ|KODI|Kodi|KUSHTETUT[AËE]|Kushtetut[aë]|ZAKON(?:IK)?|Zakon(?:ik)?|ЗАКОН(?:ИК)?"
    r"|Закон(?:ик)?|USTAV|Ustav|УСТАВ|Устав"
    r"|KRIVIČNI ZAKONIK|Krivični zakonik|КРИВИЧНИ ЗАКОНИК|Кривични законик|PRAVILNIK|Pravilnik|ПРАВИЛНИК|Правилник"
    r"|UREDBA|Uredba|УРЕДБА"
    r"|Rregullorja|RREGULLORJA|Kućni red|KUĆNI RED|Кућни ред|КУЋНИ РЕД|Куќен ред|House [Rr]ules|HOUSE RULES"
    r"|Règlement intérieur|LAW|Law|CODE|CRIMINAL CODE|Criminal Code|CONSTITUTION|Constitution|LOI|Loi|KANUN\w*"
    r"|YÖNETMELİK|VENDIM|Vendim"
    r"|RREGULLORE|Rregullore"
    r"|Prečišćen tekst zakona|Службени гласник)\b"
)  # fmt: skip
VISIT = re.compile(r"\b(?:visits?|visites?|vizit\w*|poset\w*|posjet\w*|посет\w*|посјет\w*|ziyaret\w*)\b", _I)
# "Published in the Official Gazette …" and the gazette in brackets under a title are the law's own.
PUBLISHED = re.compile(r"objavljen|објављен|објавен|botuar|\A\W{0,3}(?:Sl\.|Служб|Службен|Služb|Сл\.)", _I)
LEGAL_BASIS = re.compile(
    r"\W{0,3}(?:na osnovu|na temelju|на основу|врз основа|në bazë|në mbështetje|pursuant"
    r"|based on|en application)",
    _I,
)
# The words before a date that is another law's: ends where the date begins.
CITED_LAW = re.compile(
    r"(?:\b(?:ligj(?:i|in|it|e|et|eve)?|kod(?:i|in|it)|zakon\w*|закон\w*|uredb\w*|уредб\w*|law|act"
    r"|regulation|directive|loi"
    r"|décret|kanun\w*|gazette|gazeta\w*|gazetën|glasnik\w*|гласник\w*|novine|новине|gazetes[iı])\b"
    r"|\bbaza ligjore\b|\bpravni osnov\b|\bправни основ\b)[^;!?]{0,60}\Z",
    _I,
)
# A court's decision prints what it is on a line of its own.
DECISION = re.compile(
    r"(?:GRAND CHAMBER )?(?:JUDGMENT|RULING|ARRÊT|AKTGJYKIM|PRESUDA|ПРЕСУДА|URTEIL|SENTENCIA|SENTENZA|SENTENÇA|ACÓRDÃO)"
)
_TITLES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.PRESS_RELEASE, re.compile(
        r"press release|news release|communiqué de presse|komunikat\w* (?:për|për\s)?\s?(?:shtyp|media\w*)"
        r"|saop[šć]tenj\w* za (?:javnost|medije|štampu)"
        r"|priopćenj\w* za|saopćenj\w* za|саопштењ\w* за|соопштени\w* за|basın (?:açıklaması|bülteni|duyurusu)"
        r"|pressemitteilung", _I)),
    (Kind.SOP, re.compile(
        r"^\W{0,3}(?:\w+\s){0,4}(?:standard operating procedures?|SOPs?|procedur\w* standarde(?: t[eë] \w+)?|PSO"
        r"|standardn\w* operativn\w* (?:procedur\w*|postup\w*)|стандардн\w* оперативн\w* (?:процедур\w*|поступ\w*)"
        r"|procédures? opérationnelles? (?:standard|permanente|normalisée)s?|standart (?:operasyon"
        r"|işletim)\w*)\b", _I)),
    (Kind.TRAINING, re.compile(
        r"^\W{0,3}(?:\w+\s){0,4}(?:training (?:material|manual|module|handbook|curriculum|course|package|of trainers)s?"
        r"|trainer[’']?s?[’']? (?:guide|manual)|handout|facilitator[’']?s? guide"
        r"|material\w* (?:p[eë]r trajnim\w*|trajnues\w*)|doracak\w* (?:p[eë]r )?trajnim\w*|modul\w* (?:i )?trajnim\w*"
        r"|(?:materijal|priručnik|modul)\w* za (?:obuk|trening)\w*"
        r"|(?:материјал|приручник|модул)\w* за (?:обук|тренинг)\w*|(?:matériel|manuel|module)s? de formation"
        r"|eğitim (?:materyal|modül|el kitab|rehber)\w*)\b", _I)),
    (Kind.CONFERENCE_PAPER, re.compile(
        r"\b(?:conference (?:paper|proceedings)|paper (?:presented|delivered) (?:at|to)"
        r"|working paper for the conference"
        r"|proceedings of the|kumtes[aë]\w*|referat\w* n[eë] konferenc\w*|punim\w* i? ?konferenc\w*"
        r"|(?:saopštenje|rad|referat) (?:sa|na|izložen na) konferencij\w*|zbornik radova"
        r"|(?:саопштење|рад|реферат) (?:са|на) конференциј\w*|зборник радова"
        r"|communication (?:présentée )?(?:à|au) (?:la conférence|colloque)|actes (?:du colloque|de la conférence)"
        r"|bildiri(?:ler)? kitab\w*|konferans bildiri\w*)\b", _I)),
    (Kind.PROTOCOL, re.compile(
        r"^\W{0,3}(?:\w+\s){0,4}(?:protocol|protokoll?i?|protokol|протокол|protocole)\b", _I)),
    (Kind.REPORT, re.compile(
        r"\b(?:reports?|rapports?|raport\w*|izve[šs]taj\w*|izvje[šs][ćt]aj\w*|izvje[šs]ć\w*|извештај\w*|rapor\w*"
        r"|bericht|concluding observations|observations finales"
        r"|informe|rapporto)\b", _I)),
)  # fmt: skip


def kind_of_title(title: str) -> Kind:
    """A kind of publication, a report or a law by the title's own words; other where they say nothing."""
    for kind, pattern in _TITLES:
        if pattern.search(title):
            return kind
    if LAW.match(title):
        return Kind.LAW
    return Kind.REPORT if VISIT.search(title) else Kind.OTHER


def mechanism_of(text: str) -> str | None:
    """The body whose name or symbol stands first in the text; None where none does."""
    found = [(match.start(), name) for name, pattern in MECHANISMS if (match := pattern.search(text))]
    return min(found)[1] if found else None
