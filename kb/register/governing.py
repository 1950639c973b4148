"""By which words, in each language, one is asked to do something, is told of it, or does it: folded beginnings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Governing:
    """``asking``: verbs whose object is to do it (recommend to, call on); ``telling``: verbs whose object only hears of
    it or is brought in; ``doing``: words that begin what is to be done, so that a list of addressees has ended.
    ``before``: prepositions; ``by``: the one of an agent, who is to act where one of ``passive`` stands before it.
    ``linking``: articles and the like that may stand between."""

    asking: tuple[str, ...]
    telling: tuple[str, ...]
    doing: tuple[str, ...]
    before: frozenset[str]
    by: str = ""
    passive: tuple[str, ...] = ()
    linking: frozenset[str] = frozenset()


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _all(words: str) -> tuple[str, ...]:
    return tuple(words.split())


GOVERNING = {
    "en": Governing(
        asking=_all(
            "recommend call urg invit request appeal encourag ask advis propos suggest address exhort reiterat"
        ),
        telling=_all(
            "inform notif tell told alert consult refer report send sent transmit transfer submit hand bring brought"
            " present deliver forward give given complain cooperat co-operat coordinat liais contact reach access allow"
            " enabl help assist permit prevent address' sue"
        ),
        doing=_all("should must shall ensure that ought needs take"),
        before=_set(
            "to with before at in from against for on without under via through between into upon about than as"
        ),
        by="by",
        passive=_all("should must shall be"),
        linking=_set(
            "the a an any each every all its their his her that this these relevant competent local state public"
            " responsible national basic s"
        ),
    ),
    "fr": Governing(
        asking=_all("recommand appel invit demand exhort encourag pri engag propos suggere"),
        telling=_all(
            "inform avis avert notifi signal transm saisi alert consult remett remis communiqu envo adress rapport"
            " soum contact permett"
        ),
        doing=_all("doit doivent devrai que veille"),
        before=_set("a au aux avec aupres devant contre dans chez pour sans sous vers entre sur"),
        by="par",
        passive=_all("doit doivent devrai etre soit soient"),
        linking=_set("le la les l un une du de des d son sa leur leurs tout toute ce cette competent"),
    ),
    "de": Governing(
        asking=_all("empfiehl empfehl forder ersuch appell auf bitte"),
        telling=_all("informier unterricht melde verstandig ubermittel ubergeb vorleg hinzuzieh benachrichtig mitteil"),
        doing=_all("soll muss hat dass"),
        before=_set("an bei vor mit von gegen in im am beim vom zum zur aus fur durch zu"),
        linking=_set("der die das den dem des ein eine einem einer jede jeder"),
    ),
    "sq": Governing(
        asking=_all("rekomand thirrj kerk fto sugjero propozo inkurajo lut apel nxi apelo"),
        telling=_all(
            "njofto informo lajmero raporto dergo derguar drejto paraqit dorezo percjell konsulto thirr bashkepuno"
            " mundeso lejo transmeto ankoh denonco vendos jap"
        ),
        doing=_all("duhet qe siguroj siguron ndermarr"),
        before=_set("me ne para per prej kunder pa tek te mbi nen drejt nepermjet permes ndaj"),
        by="nga",
        linking=_set("nje cdo tij saj tyre"),
    ),
    "hbs": Governing(
        asking=_all("preporuc poziv pozva traz zaht zahtev apel predlaz predloz moli podstic savet"),
        telling=_all(
            "obavest obavjest obavijest obaves informi izvest izves izvijest prijav dostav uput posla posalj salj"
            " pozov konsult saslus omoguc pruz preda podne saopst zatraz ukljuc kontaktir javi ustup spreci"
        ),
        doing=_all("treba mora da duzn obezbed osigura"),
        before=_set("od kod iz protiv pred do u na za sa s bez prema uz o po pri preko izmedju izmedu radi zbog"),
        by="strane",
        passive=_all("od"),
        linking=_set("svaki svakog svakom nadlezni nadleznog nadleznom nadleznu nadlezne nadleznoj"),
    ),
    "mk": Governing(
        asking=_all("preporac povik povikuv bara apelir predlag pokan"),
        telling=_all(
            "izvest informir prijav dostav uput upat isprat povika soopst ovozmoz predade predava konsult soslus"
        ),
        doing=_all("treba mora da obezbedi deka"),
        before=_set("na do so od vo pred za protiv kaj bez spored pri preku megju"),
        by="strana",
        passive=_all("od"),
        linking=_set("sekoj nadlezniot nadleznata ja go gi mu im"),
    ),
    "tr": Governing(
        asking=_all("tavsiye oner cagri cagir talep"),
        telling=_all("bildir ilet haber sun gonder basvur danis sikayet aktar bilgi ulas teslim"),
        doing=(),
        before=frozenset(),
    ),
}
