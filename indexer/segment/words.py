"""The words that number things in the languages of the field: provisions, divisions, ordinals. Data, no logic."""

from __future__ import annotations

# What a provision calls itself, by the canonical word its anchor begins with. Compared case-folded, at a block's start.
# "ćlan" and "clan" are printed: the first in the official Croatian UDHR, the second wherever diacritics were lost;
# "~lan" and "^lan" are "član" in the text layers of the time before Unicode (YUSCII).
PROVISIONS: dict[str, tuple[str, ...]] = {
    "article": (
        "article", "art", "neni", "artikulli", "nyja", "член", "членот", "члан", "član", "članak", "clan", "clanak",
        "ćlan", "ćlanak", "~lan", "^lan", "člen", "clen", "čl", "чл", "чланак", "статья", "стаття", "madde", "artikel",
        "articolo", "artículo", "articulo", "artigo", "articolul", "artykuł", "artikulo", "artiklo", "artikuli",
        "άρθρο", "cikk",
    ),
    "rule": (
        "rule", "rregulla", "rregull", "rregulli", "pravilo", "правило", "règle", "regle", "regel", "regola", "regla",
        "kural", "regra",
    ),
    "principle": (
        "principle", "parimi", "princip", "principi", "принцип", "načelo", "nacelo", "начело", "principe", "grundsatz",
        "principio", "ilke", "i̇lke", "beginsel", "princípio",
    ),
    "standard": ("standard", "standardi", "стандард", "standart", "norme", "norma"),
    "guideline": ("guideline", "udhëzimi", "smernica", "smjernica", "смерница", "leitlinie", "насока"),
    "recommendation": (
        "recommendation", "rekomandimi", "rekomandim", "preporuka", "препорука", "препорака", "recommandation",
        "empfehlung", "tavsiye", "öneri", "raccomandazione", "recomendación", "рекомендация", "рекомендація",
        "препоръка", "priporočilo",
    ),
}  # fmt: skip

# "1. člen", "3. madde": languages that may print the number first.
NUMBER_FIRST = ("člen", "clen", "madde", "cikk", "член", "članak", "član", "члан")

ORDINALS: dict[str, int] = {
    "premier": 1, "première": 1, "first": 1, "one": 1, "primero": 1, "primo": 1, "i parë": 1, "prvi": 1, "први": 1,
    "first and only": 1, "unique": 1, "only": 1, "первая": 1, "перша": 1, "erster": 1, "eins": 1,
}  # fmt: skip

# What a division of a text calls itself, by how deep it stands in the trail of headings (0 outermost: an annex
# ends all that came before it).
DIVISIONS: dict[int, tuple[str, ...]] = {
    0: (
        "annex", "annexe", "annexes", "appendix", "appendices", "schedule", "shtojca", "shtojcë", "shtojcat", "aneksi",
        "aneks", "dodatak", "додатак", "dodatok", "додаток", "ekler", "prilog", "prilozi", "прилог", "прилози", "анекс",
        "ek", "anhang", "anlage", "allegato", "anexo", "priloga", "приложение", "додаток", "bijlage",
    ),
    1: (
        "part", "book", "title", "pjesa", "libri", "titulli", "deo", "dio", "knjiga", "део", "дио", "дел", "книга",
        "kısım", "kitap", "partie", "livre", "titre", "teil", "buch", "parte", "libro", "titolo", "título", "del",
        "част", "часть", "частина", "deel", "titel",
    ),
    2: (
        "chapter", "kapitulli", "kreu", "glava", "poglavlje", "глава", "поглавље", "поглавје", "bölüm", "chapitre",
        "kapitel", "capitolo", "capítulo", "poglavje", "розділ", "hoofdstuk", "раздел",
    ),
    3: (
        "section", "seksioni", "odeljak", "odjeljak", "одељак", "оддел", "odsek", "ayrım", "abschnitt", "sezione",
        "sección", "oddelek", "раздел", "afdeling",
    ),
}  # fmt: skip

# How ordinal numbers begin where a division is counted in words: "Glava dvadeset prva", "BİRİNCİ BÖLÜM".
ORDINAL_ROOTS = (
    "prv", "drug", "treć", "trec", "četvrt", "cetvrt", "pet", "šest", "sest", "sedm", "osm", "devet", "deset", "jedana",
    "dvana", "trina", "četrna", "petna", "šesna", "sedamna", "osamna", "devetna", "dvadeset", "trideset", "četrdeset",
    "прв", "друг", "трећ", "трет", "четврт", "пет", "шест", "седм", "осм", "девет", "десет", "једана", "единa", "двана",
    "трина", "четрна", "петна", "шесна", "седамна", "осамна", "деветна", "дваде", "триде", "четрдесет", "втор",
    "parë", "dytë", "tretë", "katërt", "pestë", "gjashtë", "shtatë", "tetë", "nëntë", "dhjetë", "njëmbëdhjetë",
    "birinci", "i̇kinci", "ikinci", "üçüncü", "dördüncü", "beşinci", "altıncı", "yedinci", "sekizinci", "dokuzuncu",
    "onuncu", "on", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "premi", "deuxième", "seconde",
    "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième", "erster", "zweiter", "dritter", "vierter",
)  # fmt: skip

# The headings of an executive summary, and of a list that gathers what a report recommends. Compared whole, folded,
# without number and closing punctuation.
SUMMARIES = frozenset({
    "executive summary", "summary", "summary of the report", "summary of findings", "summary of main findings",
    "main findings in brief", "overview", "përmbledhje", "përmbledhje ekzekutive", "përmbledhja ekzekutive",
    "përmbledhja", "përmbledhje e raportit", "përmbledhje e gjetjeve", "rezime", "izvršni rezime", "rezime izveštaja",
    "sažetak", "izvršni sažetak", "kratak pregled", "резиме", "извршни резиме", "сажетак", "извршно резиме",
    "краток преглед", "résumé", "résumé exécutif", "synthèse", "résumé du rapport", "özet", "yönetici özeti",
    "yürütücü özeti", "rapor özeti", "zusammenfassung", "kurzfassung", "sommario", "sintesi", "resumen",
    "resumen ejecutivo", "resumo", "sumário executivo", "povzetek", "резюме",
})  # fmt: skip
GATHERED = (
    r"(?:list|table|compilation|summary|overview|annexe? of|listë?|lista|listing|liste|tabelë?|tabela|përmbledhj[ae]"
    r"|pregled|spisak|popis|rezime|sažetak|списак|преглед|листа|табела|резиме|liste(?:si)?|özeti?|résumé|tableau"
    r"|récapitulatif|synthèse|zusammenstellung|elenco|lista de)\b.{0,60}?\b(?:recommend\w*|recommand\w*|rekomand\w*"
    r"|preporuk\w*|препорук\w*|препорак\w*|tavsiye\w*|öneri\w*|empfehlung\w*|raccomandazion\w*|recomendacion\w*)"
    r"|(?:tavsiye|öneri)\w*\b.{0,60}?\b(?:listesi|özeti|tablosu)"
)
RECOMMENDATIONS = frozenset({
    "recommendations", "the recommendations", "main recommendations", "conclusions and recommendations",
    "recommendations and conclusions", "conclusions and or recommendations", "conclusion and recommendations",
    "key recommendations", "rekomandimet", "rekomandime", "rekomandimet kryesore", "përfundime dhe rekomandime",
    "përfundimet dhe rekomandimet", "konkluzione dhe rekomandime", "konkluzionet dhe rekomandimet", "preporuke",
    "zaključci i preporuke", "zaključak i preporuke", "glavne preporuke", "препоруке", "закључци и препоруке",
    "препораки", "заклучоци и препораки", "recommandations", "conclusions et recommandations", "tavsiyeler",
    "öneriler", "sonuç ve öneriler", "sonuçlar ve tavsiyeler", "sonuç ve tavsiyeler", "empfehlungen",
    "schlussfolgerungen und empfehlungen", "raccomandazioni", "conclusioni e raccomandazioni", "recomendaciones",
    "conclusiones y recomendaciones", "priporočila", "рекомендации", "выводы и рекомендации",
})  # fmt: skip

# Short lines that are headings wherever they stand alone.
SECTION_WORDS = frozenset({
    "introduction", "preamble", "conclusion", "conclusions", "recommendations", "contents", "summary", "foreword",
    "background", "methodology", "findings", "procedure", "the facts", "the law", "as to the facts", "as to the law",
    "relevant legal framework", "executive summary", "hyrje", "preambula", "përfundim", "përfundime", "përfundimet",
    "konkluzione", "rekomandime", "rekomandimet", "përmbledhje", "përmbajtja", "metodologjia", "gjetjet", "uvod",
    "zaključak", "zaključci", "preporuke", "sadržaj", "sažetak", "rezime", "predgovor", "metodologija",
    "nalazi", "увод", "преамбула", "закључак", "закључци", "препоруке", "садржај", "резиме", "предговор",
    "методологија", "налази", "вовед", "заклучок", "заклучоци", "препораки", "содржина", "наоди", "giriş", "başlangıç",
    "sonuç", "sonuçlar", "öneriler", "tavsiyeler", "içindekiler", "özet", "bulgular", "préambule", "recommandations",
    "résumé", "sommaire", "en fait", "en droit", "einleitung", "präambel", "schlussfolgerungen", "empfehlungen",
    "zusammenfassung", "inhalt", "introduzione", "preambolo", "conclusioni", "raccomandazioni", "sommario",
    "introducción", "preámbulo", "conclusiones", "recomendaciones", "resumen", "priporočila", "povzetek",
    "заключение", "препоръки", "въведение", "введение", "выводы", "рекомендации", "резюме", "вступ", "висновки",
    "рекомендації",
})  # fmt: skip

# What stands in capitals above the operative part of a judgment, comma and all.
OPERATIVE = (
    "for these reasons", "par ces motifs", "për këto arsye", "nga këto arsye", "iz tih razloga", "iz ovih razloga",
    "iz navedenih razloga", "из тих разлога", "из ових разлога", "од овие причини", "bu nedenlerle", "bu gerekçelerle",
    "aus diesen gründen", "per questi motivi", "por estas razones",
)  # fmt: skip

# English and German months are capitalised, so "12 June 2003" alone on a line looks like paragraph 12.
MONTHS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "januar", "jänner", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember", "janar", "shkurt",
    "mars", "prill", "maj", "qershor", "korrik", "gusht", "shtator", "tetor", "nëntor", "dhjetor", "januara",
    "februara", "marta", "aprila", "maja", "juna", "jula", "avgusta", "septembra", "oktobra", "novembra", "decembra",
    "јануара", "фебруара", "марта", "априла", "маја", "јуна", "јула", "августа", "септембра", "октобра", "новембра",
    "децембра", "ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim", "kasım",
    "aralık", "janvier", "février", "avril", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "settembre", "ottobre", "dicembre",
    "januari", "februari", "maart", "augustus", "мај", "јули", "јуни",
})  # fmt: skip

# A Cyrillic letter after a number ("21а") in the anchor's alphabet.
LETTERS = dict(zip("абвгдђѓежзијклмнопрстќуфхцчш", "abvgddgezzijklmnoprstkufhccs", strict=True))
