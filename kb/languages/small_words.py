"""The small words of questions, which tell nothing of what is asked."""

from __future__ import annotations

# What asks, joins and points, and so stands in every question and tells nothing. Written from grammars; folded, so
# that they hold for both scripts and for text without diacritics. Words of more than one meaning are not here.
_SAID = {
    "sq": "a e i o te ne me nga per prej tek tek deri gjate brenda jashte sipas ndaj pa mbi nen para pas rreth dhe ose "
    "apo por se qe nese kur ku si sa cfare cili cila cilet cilat kush kujt pse kane ka kam kemi keni jane eshte "
    "jam jemi ishte ishin do duhet mund u behet bejne behen jepet jepen ndonje cdo te gjithe gjithe ky kjo keta "
    "keto kete ai ajo ata ato atyre tyre tij saj vet vete nuk jo po edhe vetem tani aty ketu",
    "hbs": "da li je su sam smo ste nije nisu se i a u na o od do za sa s k ka iz po pri pod nad pred kod bez kroz "
    "prema ili ali nego ako kada kad kako gde gdje koliko koji koja koje kojem kojoj kojim kojima kojih ko tko sta sto "
    "cega cemu zasto li ima imaju imati moze mogu moraju mora treba bude budu bi bio bila bilo ce hoce taj ta to "
    "ti te ovaj ova ovo ovi ove onaj ona ono oni one njih njima njihov njihova njihovo svi sve svaki svaka svako "
    "neki neke ne takodje takode samo vec jos tu ovde",
    "en": "a an the is are was were be been being do does did has have had can could may might must shall should will "
    "would of to in on at by for from with without into within about under over during after before and or but if "
    "than then that this these those there here it its they them their he she his her him we our you your i who "
    "whom whose what which when where why how many much any some all each every no not also only as so such ever "
    "whether",
    "fr": "le la les l un une des du de d au aux en dans sur sous par pour avec sans chez vers depuis pendant avant "
    "apres et ou mais si que qu qui quoi quel quelle quels quelles quand comment combien pourquoi est sont etait "
    "etaient ete etre a ont avait avoir peut peuvent doit doivent est-ce ce c cet cette ces se s ils elles il elle "
    "on leur leurs son sa ses y ne n pas plus tout tous toute toutes chaque",
    "tr": "mi mu midir mudur miydi ve veya ya da ile icin gibi kadar gore icinde olarak olan olup bu su o bunlar onlar "
    "ne nedir neden nasil nerede nereye kim kimin kac hangi hangisi ne zaman var yok mevcut her bir tum butun bazi "
    "de ki ise eger en cok daha degil ediliyor oluyor olur",
    "mk": "dali e se ima imaat so na vo od do za po pri pod nad bez i ili no ako koga kade kako kolku koj koja koe koi "
    "sto zosto gi go ja im mu ke treba mozat moze site sekoj nekoj toj taa toa tie nivni nivnite",
}
SMALL = {group: frozenset(said.split()) for group, said in _SAID.items()}  # by analysis group
ANY = frozenset[str]().union(*SMALL.values())
