"""The Language value and the languages this program knows. One more language is one more line here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language as the program treats it.

    ``code`` is BCP 47; ``name`` is its English name, ``own_name`` what its speakers call it. Languages of one
    ``group`` share their analysis: a stem of one is a stem of all (Serbian, Bosnian, Croatian, Montenegrin are
    ``hbs``, ISO 639-3). ``script`` is ISO 15924. The words for the parts of legal texts are in lower case, singular
    first, with the forms and abbreviations in which they stand before a number.
    """

    code: str
    name: str
    own_name: str
    group: str
    script: str = "Latn"
    article: tuple[str, ...] = ()
    rule: tuple[str, ...] = ()
    paragraph: tuple[str, ...] = ()
    ibid: tuple[str, ...] = ("ibid.",)


def _hbs(code: str, name: str, own_name: str) -> Language:
    return Language(
        code=code,
        name=name,
        own_name=own_name,
        group="hbs",
        article=("član", "člana", "članu", "članom", "članak", "članka", "članku", "čl."),
        rule=("pravilo", "pravila", "pravilu"),
        paragraph=("stav", "stava", "stavu", "stavak", "stavka", "paragraf", "tačka", "točka", "st.", "par."),
        ibid=("ibid.", "isto", "na istom mestu", "na istom mjestu"),
    )


_ALL = (
    Language(
        code="sq", name="Albanian", own_name="shqip", group="sq",
        article=("neni", "nenit", "nenin", "nen", "nenet"),
        rule=("rregulla", "rregullës", "rregullën", "rregull", "rregullat"),
        paragraph=("paragrafi", "paragrafit", "paragrafin", "paragraf", "pika", "pikës", "par."),
        ibid=("ibid.", "po aty", "po aty."),
    ),
    _hbs("sr-Latn", "Serbian (Latin)", "srpski"),
    Language(
        code="sr-Cyrl", name="Serbian (Cyrillic)", own_name="српски", group="hbs", script="Cyrl",
        article=("члан", "члана", "члану", "чланом", "чл."),
        rule=("правило", "правила", "правилу"),
        paragraph=("став", "става", "ставу", "параграф", "тачка", "ст.", "пар."),
        ibid=("ibid.", "исто", "на истом месту"),
    ),
    _hbs("bs", "Bosnian", "bosanski"),
    _hbs("hr", "Croatian", "hrvatski"),
    _hbs("cnr", "Montenegrin", "crnogorski"),
    Language(
        code="mk", name="Macedonian", own_name="македонски", group="mk", script="Cyrl",
        article=("член", "членот", "членови", "чл."), rule=("правило", "правилото", "правила"),
        paragraph=("став", "ставот", "параграф", "точка", "пар."), ibid=("ibid.", "исто", "исто таму"),
    ),
    Language(
        code="tr", name="Turkish", own_name="Türkçe", group="tr",
        article=("madde", "maddesi", "maddenin", "md."), rule=("kural", "kuralı"),
        paragraph=("paragraf", "fıkra", "fıkrası", "par.", "prg."), ibid=("ibid.", "a.g.e.", "aynı yerde"),
    ),
    Language(
        code="en", name="English", own_name="English", group="en",
        article=("article", "articles", "art.", "arts."), rule=("rule", "rules"),
        paragraph=("paragraph", "paragraphs", "para.", "paras.", "par."), ibid=("ibid.", "ibidem", "id."),
    ),
    Language(
        code="fr", name="French", own_name="français", group="fr",
        article=("article", "articles", "art."), rule=("règle", "règles"),
        paragraph=("paragraphe", "paragraphes", "par.", "alinéa", "al."), ibid=("ibid.", "ibidem", "idem"),
    ),
    Language(
        code="de", name="German", own_name="Deutsch", group="de",
        article=("artikel", "artikels", "artikeln", "art."), rule=("regel", "regeln", "grundsatz"),
        paragraph=("absatz", "absatzes", "abs.", "ziffer", "ziff.", "randnummer", "rn."),
        ibid=("ebd.", "ebenda", "ibid."),
    ),
    Language(
        code="it", name="Italian", own_name="italiano", group="it",
        article=("articolo", "articoli", "art.", "artt."), rule=("regola", "regole"),
        paragraph=("paragrafo", "paragrafi", "comma", "par."), ibid=("ibid.", "ivi", "ibidem"),
    ),
    Language(
        code="es", name="Spanish", own_name="español", group="es",
        article=("artículo", "artículos", "art.", "arts."), rule=("regla", "reglas"),
        paragraph=("párrafo", "párrafos", "párr.", "apartado"), ibid=("ibíd.", "ibid.", "ibídem"),
    ),
    Language(
        code="pt", name="Portuguese", own_name="português", group="pt",
        article=("artigo", "artigos", "art."), rule=("regra", "regras"),
        paragraph=("parágrafo", "parágrafos", "par."), ibid=("ibid.", "ibidem"),
    ),
    Language(
        code="nl", name="Dutch", own_name="Nederlands", group="nl",
        article=("artikel", "artikelen", "art."), rule=("regel", "regels"),
        paragraph=("paragraaf", "lid", "alinea", "par."), ibid=("ibid.", "idem"),
    ),
    Language(
        code="ru", name="Russian", own_name="русский", group="ru", script="Cyrl",
        article=("статья", "статьи", "статье", "статьей", "ст."), rule=("правило", "правила", "правилу"),
        paragraph=("пункт", "пункта", "пункте", "параграф", "п.", "пп."), ibid=("там же", "ibid."),
    ),
    Language(
        code="uk", name="Ukrainian", own_name="українська", group="uk", script="Cyrl",
        article=("стаття", "статті", "статтею", "ст."), rule=("правило", "правила", "правилу"),
        paragraph=("пункт", "пункту", "пункті", "параграф", "п."), ibid=("там само", "ibid."),
    ),
    Language(
        code="sl", name="Slovene", own_name="slovenščina", group="sl",
        article=("člen", "člena", "členu", "čl."), rule=("pravilo", "pravila", "pravilu"),
        paragraph=("odstavek", "odstavka", "odstavku", "točka", "odst."), ibid=("ibid.", "prav tam"),
    ),
    Language(
        code="bg", name="Bulgarian", own_name="български", group="bg", script="Cyrl",
        article=("член", "членове", "чл."), rule=("правило", "правила"),
        paragraph=("параграф", "алинея", "ал.", "точка", "т."), ibid=("пак там", "ibid."),
    ),
    Language(
        code="rmn", name="Romani (Balkan)", own_name="romani čhib", group="rom",
        article=("artikulo", "artiklo", "kotor"), rule=("pravilo",), paragraph=("paragrafi",),
    ),
    Language(
        code="rmy", name="Romani (Vlax)", own_name="řomani čhib", group="rom",
        article=("artikulo", "artiklo", "kotor"), rule=("regula",), paragraph=("paragrafo",),
    ),
)  # fmt: skip

LANGUAGES: dict[str, Language] = {language.code: language for language in _ALL}

UNKNOWN = "und"
"""The analysis group of text in no known language: the folded word is its own stem."""


def group_of(code: str | None) -> str:
    """The analysis group of a language code: ``hbs`` for ``sr``, ``sr-Cyrl``, ``sr-Latn-RS``; ``und`` if unknown."""
    if not code:
        return UNKNOWN
    if (known := LANGUAGES.get(code)) is not None:
        return known.group
    base = code.replace("_", "-").split("-", 1)[0].lower()
    if base in {"sr", "hbs", "sh"}:
        return "hbs"
    if (known := LANGUAGES.get(base)) is not None:
        return known.group
    return UNKNOWN
