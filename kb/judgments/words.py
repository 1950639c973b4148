"""What stands above the operative part of a judgment and above separate opinions, in the languages of the field. Data.

Sources: the headings of judgments of the European Court of Human Rights and of their translations (Rule 74 of its
Rules of Court: operative provisions, separate opinions, bare statements of dissent), and of constitutional courts.
"""

from __future__ import annotations

# What stands above the operative part of a judgment, comma and all.
REASONS = (
    "for these reasons", "par ces motifs", "për këto arsye", "nga këto arsye", "iz tih razloga", "iz ovih razloga",
    "iz navedenih razloga", "из тих разлога", "из ових разлога", "из наведених разлога", "од овие причини",
    "од тие причини", "bu nedenlerle", "bu gerekçelerle", "aus diesen gründen", "per questi motivi",
    "por estas razones",
)  # fmt: skip

# How the heading of a separate opinion begins: a pattern over its folded words, by language. In Turkish the judge is
# named first.
OPINIONS: dict[str, str] = {
    "en": (
        r"(?:(?:joint|common|partly|partially|in part|and|separate|individual),? )*"
        r"(?:dissenting|concurring|separate|individual|diverging)(?:[,/]? (?:and |in part |partly |partially )*"
        r"(?:dissenting|concurring|separate|in part))* (?:opinions?|statements?|votes?|views?|declarations?)\b"
        r"|(?:joint |bare )*statement of (?:dissent|disagreement|concurrence)\b"
        r"|(?:joint )?(?:declaration|statement)(?: of vote)? (?:of|by) (?:mr |mrs |ms |ad hoc )?(?:judge|justice)s?\b"
        r"|(?:joint )?opinion of (?:mr |mrs |ms |ad hoc )?(?:judge|justice)s?\b"
    ),
    "fr": (
        r"opinions?(?: commune| conjointe| individuelle| séparée| en partie| partiellement| et| ,)*,? "
        r"(?:dissidente|concordante|séparée|individuelle)s?\b"
        r"|déclaration(?: commune)?(?: de vote)? d(?:e|u|es)(?: la| m\.? le| mm\.? les| mme la| mme)? juges?\b"
        r"|opinion (?:commune )?(?:du|de la|de m\.? le|des) juges?\b"
    ),
    "sq": (
        r"(?:mendimi?|opinioni?)(?: [ie] përbashkët)?(?: pjesërisht| dhe| i| e)* "
        r"(?:mospajtues|kundërshtues|kundërshtar|pajtues|konkurrues|konkurues|paralel|veçantë|pakicës?)\b"
        r"|mendim pakice\b"
    ),
    "sr": (
        r"(?:(?:zajedničko|djelomi(?:č|c)no|djelimično|delimično|delomično|i|заједничко|делимично|дјелимично|и) )*"
        r"(?:izdvojeno|suprotno|protivno|saglasno|suglasno|podudarno|издвојено|супротно|противно|сагласно)"
        r"(?:,? (?:i |и )?(?:(?:djelomično|djelimično|delimično|делимично) )?(?:izdvojeno|saglasno|suglasno|издвојено"
        r"|сагласно))? (?:mišljenj|мишљењ)[eaеа]\b"
    ),
    "mk": r"(?:(?:заедничко|делумно|и) )*(?:издвоено|спротивставено|спротивно|согласувачко|одвоено) мислење\b",
    "tr": (
        r"(?:(?:ortak|kısmi|kısmen|yargıç|yargıçlar|hâkim|hakim|üye|başkanvekili|başkan)\b.{0,160}? )?"
        r"(?:karşı ?oy|muhalefet şerhi|(?:mutabık|muhalif|ayrı|ayrık|aykırı|farklı|katılan|destekleyen)"
        r" (?:görüş|oy))\w*"
    ),
    "de": r"(?:(?:gemeinsame|teilweise) )*(?:abweichende|zustimmende) meinung\b|sondervotum\b",
}

# By which words an opinion dissents, concurs, and does so in part only: how a folded word begins.
DISSENTS = (
    "dissent", "disagree", "dissident", "mospajtues", "kundërsht", "pakic", "suprotn", "protivn", "супротн", "противн",
    "спротив", "karşı", "karşıoy", "muhalefet", "muhalif", "aykırı", "abweichend",
)  # fmt: skip
CONCURS = (
    "concur", "concordant", "pajtues", "konkur", "paralel", "saglasn", "suglasn", "podudarn", "сагласн", "согласувач",
    "mutabık", "katılan", "destekleyen", "zustimmend",
)  # fmt: skip
IN_PART = (
    "partly", "partially", "part", "partie", "partiellement", "pjesërisht", "djelom", "djelim", "delim", "delom",
    "делим", "дјелим", "делум", "kısm", "teilweise",
)  # fmt: skip

# What judges are called where their names follow.
JUDGES = (
    "judge", "judges", "justice", "justices", "juge", "juges", "gjyqtarit", "gjyqtares", "gjyqtarëve", "gjykatësit",
    "sudije", "sudija", "suca", "sutkinje", "sudaca", "sudijâ", "судије", "судија", "судијата", "судиите", "yargıç",
    "yargıçlar", "richters", "richterin", "richter",
)  # fmt: skip

# Words of such headings that are no names, beside those above: written small.
SMALL = frozenset({
    "joint", "common", "partly", "partially", "in", "part", "dissenting", "concurring", "separate", "individual",
    "opinion", "opinions", "statement", "statements", "of", "vote", "votes", "view", "views", "declaration", "and",
    "by", "joined", "as", "to", "the", "bare", "dissent", "disagreement", "ad", "hoc", "on", "from", "with", "which",
    "whom", "agree", "agrees", "who", "commune", "conjointe", "partiellement", "en", "partie", "dissidente",
    "concordante", "séparée", "individuelle", "déclaration", "de", "du", "des", "la", "le", "les", "juge", "juges",
    "à", "a", "laquelle", "se", "rallie", "rallient", "déclare", "déclarent", "rallier", "et", "mendim", "mendimi",
    "opinioni", "i", "e", "të", "përbashkët", "pjesërisht", "mospajtues", "mospajtuese", "kundërshtues", "pajtues",
    "konkurrues", "paralel", "veçantë", "pakicës", "gjyqtarit", "gjyqtares", "gjyqtarëve", "dhe", "zajedničko",
    "djelomično", "djelimično", "delimično", "delomično", "izdvojeno", "suprotno", "saglasno", "suglasno",
    "mišljenje", "sudije", "sudija", "suca", "kojem", "pridružio", "pridružuje", "заједничко", "делимично",
    "издвојено", "сагласно", "мишљење", "судије", "судија", "заедничко", "делумно", "издвоено", "мислење", "на",
    "судијата", "судиите", "и", "ve", "ile", "yargıç",
})  # fmt: skip
PARTICLES = frozenset(["de", "da", "di", "du", "van", "von", "der", "den", "dos", "del", "la", "le"])
AND = ("and", "et", "dhe", "i", "и", "ve", "und")
JOINED = ("joined by", "which is joined by", "à laquelle se rallient", "à laquelle se rallie", "kojem se pridružuje")
