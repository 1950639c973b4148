"""Beginnings of words that tell Serbian, Bosnian and Croatian apart; ``$`` ends a whole word. Written for this program.

Only roots that differ on one side: words that both sides use, however typical, are left out.
"""

EKAVIAN = """
    bela$ bele$ beleg belež beli$ beo$ beseda bezbed bežat cela$ celo$ celog celokup celom$ celu$ cena$ cene$ cenom
    cenu$ ceo$ crev cvet deca$ dece$ deci$ decom$ decu$ dejstv dela$ delatn delimič delom$ delov delu$ deluje deo$
    dete$ detet detin dečak dečij dečj dodel doseg drev dve$ dvema gde$ greši grešk hleb htela$ hteli$ hteo$ iseč
    istovremen izmen izvest izvešt lek$ leka$ lekar lekov lep$ lepa$ lepo$ leta$ letn leto$ leva$ levi$ levo$ leče
    leči mera$ merama$ mere$ meri$ meru$ mesta$ mestim mesto$ mestom$ mestu$ mlek mleko mleč nameš naselj nasled
    nasleđ nedelj negde$ nemac nemač obavest obavešt obe$ obema obezbed obezbeđ ocen odelj odeljen onde$ osetil
    osetl osećaj osvet osvetl ovde ovde$ overen ozled pesm peva pobeg podel ponedelj poset posle$ posled posvet
    poverava poveren poverl povređ pre$ predel predsed premeš presek primen primer primet pripovest privremen procen
    promen prosvet prover raspodel razume razumev reka$ reke$ rekom$ reku$ reč$ reči$ rečim rečju$ rešav rešen reši
    rešo savet savremen sedište sever sledb sledeć sledi$ smešt smešten sneg spreč sreda$ srede$ sredu$ sused svedo
    svet$ sveta$ svetl svetlo svetom$ svetsk svetu$ tela$ telesn telo$ telom$ telu$ tera$ terati ubeđ uspeh uspel
    uspeo uspeš uvek$ uver uvred vek$ veka$ vekov veku$ vera$ vere$ verov verovat versk veru$ vest$ vesti$ vestim
    videl videla$ video$ vredn vreme vremen vređ zabelež zahte zahtev zamen zasled zver zvezd čovek čoveč želel
    živel živeo živeti
"""
IJEKAVIAN = """
    besjeda bezbjed bijeg bijel bilješ biljež bjež cijel cijen cjel cjelo cjen crijev cvijet cvjet dijel dijet dio$
    djec djel djelat djelim djelov djeluj djet dječ dodijel dodjel dosjet dvije$ dvjema gdje griješ grješ hljeb
    htio$ htje isječ izmijen izmjen izvijest izvješ kolijev korijen lijek lijep lijev liječ ljek ljep ljeta$ ljetn
    ljeto$ mijen mijenj mijesn mjenj mjer mjest mlijek mlječ namjer namješ naslijed naslijeđ nasljed nedjelj negdje
    nijem njem obavijest obavješ obezbijed obezbjeđ obje$ objema ocijen ocjen odjel ondje osjet osjeć osvijet osvjet
    ovdje ovjer ozlijed ozljed pijes pjeh pjesm pjeva pobjeg podijel podjel ponedjelj posjet poslije$ posljed
    posvijet povjer povrij povrje predjel predsjed premješ presjek prije$ primijet primjen primjer primjet
    pripovijest procijen procjen promijen promjen provjer raspodjel rasvjet razumij razumje rijek rijet riječ riješ
    rjet rjeđ rješav rješen savjet sijec sijeć sjed sjediš sjem sjever sjeć sječ slijed sljed smjen smjena smješt
    snijeg spriječ sprječ srijed stijen susjed svijet svjedo svjet svjetl tijel tijesn tjeles tjera umjet uspij
    uspje uvijek uvjer uvrijed vidio$ vidje vijek vijest vijeć vjek vjer vjerovat vjest vrijed vrijem vrijeđ zabilj
    zahtjev zamijen zamjen zasjed zvijer zvijezd zvjer zvjezd čovje željel živio$ živje
"""
WESTERN = """
    bijeg blagdan brojk brojčan ciparsk dušik dužnosnik dvojb europ financ glazb glede$ ishit ishod itko$ izaslan
    izjavi$ izjavio iznimk iznimn izrič izvanred izvješć jamč jučerašnj kazališ kaznen kazneni$ kemij kisik knjižnic
    kolodvor kolovoz krajolik kruh$ kruha$ lipanj lipnj listopad ljekarn milijun mirovin mjerodav natjecan natječaj
    nazoč netko$ netom nitko$ nogomet obitelj odvjetni oporb opseg otok otoč ovrh ovrš ozljed ožujak ožujk podnij
    podrijetl poduzeć pohran postrojb posve$ povijes povjerenstv pozorn predočen prigod primjeric primjerice priopć
    priručn pristojb pričuv promidžb promičb proračun prosin prosvjed pučk rabe$ rabiti$ ravnat ravnatelj razin
    računal redarstv rujan rujn sastavnic siječanj$ siječnja$ siječnju$ skladatelj skladb skrb skupin slikopis
    spolov središnj srpanj srpnj stavak stavka$ stavku$ stožer studeni$ studenog studenom suca$ suci$ sudac$ sudaca$
    sukladn suradn sustav suvremen svatko$ sveučiliš svibanj svibnj tajnik talijan tijekom$ tisuć tjedan tjedn tko$
    točan točk točn travanj travnj tvornic tvrtk udrug ugljik uhit uhić uhićen uljudb unatoč uporab uskrs uspored
    usporedb ustroj uvez uvid uvjet učink učinkov veleposlan veleuč veljač vjerojatn vlak$ vlaka$ vlakov vlaku$
    vodik zajamč zamol zaprim zaslon zatočen zbivanj zemljopis zemljovid znanost znanstv znanstvenik zrakoplov
    zrakoplovn zračn časnik članak članc članka$ članku$ školst španjolsk žarišt žlic
"""
EASTERN = """
    ambasad april$ aprila$ avgust avion azot bezbed bezbjed bombardov bukv decemb definis definiš evrop fabrik
    februar finans fudbal funkcionis funkcioniš grupis hemij hiljad hirurg historij hleb hljeb hrist hrišć
    identifikov informis informiš interesov interesuj istorij izveštaj izvještaj januar jevrej jula$ juli$ juna$
    juni$ kahv kancelarij kasarn kašik kiseon ko$ kompjut komšij kontrolis kontroliš kritikov krivičn lahk lekar
    lica$ lice$ licu$ lična$ lične$ lično$ ljekar mada$ maj$ maja$ maju$ mart$ marta$ martu$ mehk milion muzik
    naelektr naročit naučn naučni neko$ nezavisn niko$ nivo novemb obezb obim odsto okean oktob opozicij opšt opštin
    organizov organizuj ostrv pasoš pasus pijac plata$ plate$ platu$ pomijer pomjer porodic posmatr pozori preduze
    prevashod prečnik privred procenat procent protestov reagov regulis regulisan rukovod saglas sahat samit
    sankcion saobrać saopć saopšt sarad saradn saslušan sedmic sem$ septemb shodno sistem skoro$ snabd spisak spisk
    spolj sprat sproved sprovesti sprovod srazm stepena$ sudij supa$ takmič takodje$ takođe$ talas tačan tačk tačn
    tokom$ ubed ubijed ubj ubjeđ ugljen univerzitet uopšt uprkos usled uslijed uslov utica uticaj učestvov ušteđ
    vanredn vaspit vaspostav vazduh veoma$ verovatn veštač vjerovatn vještač vodonik voz$ voza$ vozom$ vozov zarad$
    zvanič zvanj ćelij čas$ časa$ časova$ šargarep šta$ štab štampa štaviše
"""
