"""The small words that no text does without, by analysis group. Written for this program from grammars.

They decide the language of a passage: they are frequent, short, and no two languages have the same set. Texts typed
without diacritics are met by the folded forms, which weigh less (see `kb.languages.votes`).
"""

from __future__ import annotations

LATIN: dict[str, str] = {
    "sq": """
        të e në dhe i për me një që nga se si është ka janë do më nuk kjo ky u po tij saj tyre apo ose edhe por duke
        kur cili cila cilët cilat ishte ishin kanë mund pas para mbi nën deri gjatë sipas kundër ndaj vetëm ai ajo ata
        ato tek te asnjë çdo secili këtë këto këta atë disa shumë pa prej as nëse sepse ku kush çfarë pasi mes midis
        rreth qenë kishte kishin duhet jo ndërsa lidhje neni nenit ligji ligjit drejtë drejta neve ne ju unë jam jemi
        kam kemi tjetër tjera tjerë ndonjë gjithë gjitha gjithë shteti personi personit personat burg rast rasti
        zyra policia përveç bëhet bën ky kësaj këtij atij asaj atyre këtyre aty këtu tani sa aq siç qoftë vet
        së ta ashtu pak dy re mos
    """,
    "hbs": """
        je i u na da se za od su sa o a kao što koji koja koje ne bi bio bila bilo biti kako ali iz do po pri ili će
        ovo ova ovaj taj ta to te prema nakon pre prije kod već samo sve svi ima nije nisu smo sam ste može mogu mora
        moraju treba ako kad kada gde gdje jer zbog preko protiv između tokom tijekom bez svoj svoje svoju svako svaki
        niti kojoj kojima kojim njegov njegove njihov njihove njih mu ga ih joj im biće jedan jedna jedno rekao rekla
        još ni pod uz šta tko neki neke nekoliko drugi drugih druge član člana stav stava zakon zakona zakonu lica
        osoba osobe pravo prava zatvor zatvora sud suda sudu oni ono on ona one toga tome tim ovim ovog ove nad pred
        li nego dok ipak jesu bismo budu bude odnosno takođe također
        s više često oko tako mnogo čak iako dio deo većina većine imaju način možda vrlo veoma možete svih obično
        sada sad dalje manje nekih neka svaka svakog kojeg kojem kojom onih onima vam vas nam nas bih biste kojih
        svojim svojih njima njega njoj putem poput uvek uvijek dva dvije dve tri prvi prva godine godina godini ljudi
        zatvorenika zatvoru sva svakom ukoliko naime međutim osim takve takav prilikom odluke odluka mere mjere
        zaštite skladu odnosu slučaju strane nadležni nadležnih republike srbije kosova moguće gotovo skoro tada posle
        poslije pa no dana
    """,
    "en": """
        the of and to in is for that it on with as was be by are this at from or an have has not his her they their
        he she which will would been were but can had who its all also no other we may any more when there than into
        if such shall must said after one about out up what so you i article rule law these those should could them
        our your him did does do under between during against without within before because while where being only
        both each most some my then over
        many first two very due just still since though same well like made even now
    """,
    "fr": """
        le la les de des du un une et en à est que qui dans pour par sur au aux ce cette ces il elle ils elles ne pas
        se son sa ses plus ou avec sont été être a ont mais comme leur leurs nous vous sans tout toute tous fait deux
        après avant entre si même peut où dont aussi doit lui ainsi était avait l d qu n s c j article droit loi je on
        y cela sous contre pendant chez très lors depuis toutes autre autres étaient avaient notre nos votre soit
        afin peuvent doivent aucun aucune selon
        bien faire moins peu vers près encore étant donc alors cas fois avoir temps
    """,
    "tr": """
        ve bir bu için ile da de olarak olan çok daha gibi en her ne o ya veya ise kadar sonra önce göre olduğu
        olduğunu tarafından olup ancak ama değil var yok şu ki mi mı mu mü diye hem bütün herkes hakkı hiç sadece bile
        eden edilen olması etmek iki ilk üzerinde arasında karşı bunun bunu onun ona madde maddesi kanun hakkında
        kişi kişinin içinde üzere dolayı şekilde şey ben biz siz onlar bunlar edilir olur oldu etti ederek olmak
        olabilir tüm yeni bazı başka aynı böyle şöyle nasıl neden hangi çünkü eğer rağmen dair ait yer büyük
        diğer birçok vardır pek birkaç kendi hiçbir dedi hatta ayrıca fakat az iyi uzun sahip ilgili zaman son üç on
    """,
    "de": """
        artikel
        der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat
        dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis
        mehr durch man sein wurde wenn kann jeder hatte unter ihre seine diese gegen vom ihr kein keine ich wir ihm
        ihn dieser dieses diesem eines beim muss sollte soll können wurden waren sowie artikel absatz gemäß zwischen
        ohne während seit damit alle wir uns was da dann doch
        andere sehr gibt zwei viele einige obwohl denen dies jedoch sowohl weil wo immer müssen heute schon dafür
    """,
    "it": """
        il di che e la in un a è per una con non sono da del si le della dei gli al nel alla i lo più ha ma anche come
        o se delle degli dalla nella essere questo questa suo sua loro stato ogni tra fra dal sul sulla dopo prima
        hanno era ad ed alle agli nei nelle individuo può quando l d dell all nell dall sull un' articolo diritto
        legge questi queste quale quali cui dello allo dove stati stata sia deve possono senza contro durante
        secondo ne ci mi due molto perché così
        uno altri ai solo modo alcuni spesso tutto molti circa tutti altre quella quello ancora oltre fino quasi suoi
        dai poco quindi viene mentre sui negli tratta erano su
    """,
    "es": """
        de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha este si sin
        sobre esta entre cuando también hasta hay desde son fue ser dos era muy años han está toda todo persona
        derecho e ni contra sino así pueden puede tiene según ya porque donde artículo ley esto esta estos estas ese
        esa unos unas nos mi te yo él ella ellos ellas había sido estaba están cual quien debe deben durante ante
        cada otro otra otros otras mismo
        gran solo hacia además través uno bien muchos antes mucho cerca luego aunque ello usted tener menos todas bajo
        todos tienen dentro tan hacer podría sea fueron será
    """,
    "pt": """
        artigo
        o a os as de do da dos das em no na nos nas um uma que e é para com por não se ao à aos às mais como mas foi
        ser são seu sua seus suas ou pelo pela pelos pelas tem à entre sobre quando também até já sem mesmo está ele
        ela eles isso este esta estes artigo direito direitos não qualquer todos todas toda pessoa lei deve podem
        pode num numa lhe há foram sido
    """,
    "nl": """
        artikel
        de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog naar door over
        worden wordt werd deze dit die tot tegen onder zich hij zij ze haar hun wat kan heeft hebben geen iedere ieder
        recht artikel wet hebben had moet zal zullen mag mogen elke elk andere indien wie zijn waar hem men wij ons
        tussen zonder volgens na
    """,
    "ro": """
        articolul
        și de la în a cu pe o un nu că care este sunt din pentru mai se sau al ale ai lui fi fost prin între după până
        orice această acest aceste dreptul către dacă iar le îi ei ea el au are avea fără
    """,
    "sl": """
        člen
        je in se na v za da so ki z s pa ne tudi ali po pri bi od do ni kot o to ter iz k h ko kar če več pred lahko
        bil bila bilo bili biti sta ima imajo mora vse vsak vsakdo ter še že samo med zaradi kjer kako nad proti brez
        ta tega tem teh svoje svojo svoj njegove njihove njegov njihov ga jih jim mu jo člen člena zakon zakona
        pravico katere kateri katera katerih kdo nihče ker sem smo si sicer vendar skozi ob čeprav bodo bo tudi prav
        zelo nekateri druge drugih drugi saj zdaj
        tako leta nekaj niso zato vseh morda te le glede del bolj večina vedno skoraj boste danes poleg ampak nato
        manj dveh koncu enega eno ena eden tej temi kakor kadar kateremu katero katerim nekatere vsi vsem vsega vsaka
        vsako svojega svojih svojim svoja njihova njen njena njegova mogoče morajo morate imela imeli imel dobro večji
        bile nista nisem nimajo oziroma skladu osebe osebo oseb zakonom pravice pravic odstavka medtem okoli vlade naj
        ste prek leti let dni okrog čas času zlasti pogosto največ večino vendarle toda torej čez
    """,
    "rom": """
        artikulo anglivak
        o e te so le thaj hai thai si sas ko ka ki katar kotar anda ande andar pe pa la lenge lenqe leske lesqe savo
        savi save sako savorre aj ja na ni nai nane sar vi odova kadea kadava kana vov woi von won lengo lesko lako
        pen pesko pengo amaro tumaro amen tumen man tut les len ta vash bi but manush manuš hakaj čačipe čačipen ano
        ani ane našti šaj ame tu me akana kai angla numa phendas kerdas kerel kerdo rom roma romani romane dikhla
        nikon nikas nikasqe khonik nanaj našti naśti śaj musaj sarkon sarkole sakon savorro savorren savorrenqe jekh
        jekhe duj trin lesqe laqe lenqe pesqe pesqo lesqo laqo lenqo mangel ovel ovela isi sine hine amenge tumenge aven
        san sem kerde kerena dela aver averenca vaver vavere manuśa manuśes manuśen čhave čhavo romano rromani buteder
        maj khanči sarine sarijen odoleske adaleske bizi maśkar palal angal mamuj opral telal andral avri akate okote
        kaj savenqe saven saves odole akala kerdõl nisavi nisavo bi
        akava akaja odoja adava avela šaipe mesto khoni asavki bizo baši vaši maškar godova sarinenge sakova
    """,
}

CYRILLIC: dict[str, str] = {
    "hbs": """
        је и у на да се за од су са о а као што који која које не би био била било бити како али из до по при или ће
        ово ова овај тај та то те према након пре прије код већ само све сви има није нису смо сам сте може могу мора
        морају треба ако кад када где гдје јер због преко против између током без свој своје своју свако сваки нити
        којој којима којим његов његове њихов њихове њих му га их јој им биће један једна једно рекао рекла још ни
        под уз шта неки неке неколико други других друге члан члана став става закон закона закону лица право права
        затвор затвора суд суда суду они оно он она оне тога томе тим овим овог ове над пред ли него док ипак јесу
        буду буде односно такође
        с године више често око можда чак много људи имају иако тако први начин скоро већина свих веома обично део дио
        даље сада сад мање вам нам вас нас можете бих бисте неких нека сваког којег којем којом којих својим својих
        њима њега њој путем попут увек увијек два две двије три година години налази сва сваком међутим осим такве
        такав приликом одлуке мере мјере заштите складу односу случају стране надлежни републике србије косова готово
        после послије тада па данас дана ћете ћемо
    """,
    "mk": """
        на и во се да е за од со го ја ги што кој која кои кое не ќе по до како или но а тој таа тоа тие ова овој
        оваа овие при ако бил биле била било биде биди бидат сум сме сте беше беа има нема може мора треба дека кога
        каде затоа само сите секој секоја секое неговите нивните неговата нивната нивното негово меѓу преку против
        според пред зад над под без им му ѝ ми ни ве исто така еден една едно помеѓу додека бидејќи поради рече член
        законот законот став лицето лица правата правото откако уште веќе многу други друго друга иако ниту кои штом
        кај нив него неа лицата врз сè беа
        година години дел околу повеќе имаат кон често време некои низ сѐ светот луѓето луѓе две нудат начин сепак
        можат би па потоа речиси толку денес покрај дури значи ви нè нивно чија чии секогаш никој ништо нешто некој
        некоја таму тука потребно законски членот заради помалку наместо доколку таков такви вакви односно врска
        случај немаат своите својата својот своето
    """,
    "ru": """
        и в на не что с по как к из у за от о это он она они оно его её ее но для а же все так до было был была быть
        или при только если уже чтобы когда который которые которая которых которое также мы вы их может каждый
        человек имеет право без со во после более между под над лет есть этом этот эта эти этого сказал нет чем том
        тем статья статьи лица лиц закона законом были будет должен должны могут своих свои ли бы же то я мне него
        них лишь где кто даже еще ещё ей им себя
        того году года часто очень всех можно других через однако такие часть всего всё больше хотя около либо многие
        вас нас этой своей своём имеют этих себе свою почти таких один одна одно двух будут нужно каждого права
        согласно перед тоже потому поэтому сейчас тогда там здесь некоторые нельзя самый самые всегда время людей
        другие включая
    """,
    "uk": """
        і в на не що з та як до у за від про це він вона вони воно його її але для а ж все так було був була бути або
        при тільки якщо вже щоб коли який яка яке які яких також ми ви їх може кожна людина має право без зі із після
        більше між під над років є цьому цей ця ці цього сказав немає ніж тим й якого якої їхніх стаття статті особи
        осіб закону були буде повинен повинні можуть своїх свої чи би б я мені нього них лише де хто навіть ще їй їм
        себе через й дуже та
        того тому багато по року часто році можна мають людей те інших інші цих деякі хоча більш такі будь всіх свою
        вас однак дві вам само кілька будуть таким проти час люди кожного особа права згідно перед теж зараз тоді там
        тут завжди щодо
    """,
    "bg": """
        и на да се за от са в с не е че по като до със ще това при или но той тя те му го си бе беше са който която
        които което може трябва след преди между без също още само има няма към ни вие ние бъде били ако когато където
        така този тази тези член закона лица лице право всеки всяка всички свои своите му ѝ им във че освен поради
        чрез срещу според над под през тъй ли бил била било бяха много други друг друга един една едно какво защото
        докато обаче
        най могат а време често както част някои около бъдат дори повече върху години имат две ви сте малко все хората
        тях почти каза вече начин можете би хора пред там днес година нея него нещо някой никой всичко тогава сред
        поне нито нима неговата неговите негово тяхната техните техния лицето правото закон съд решение вместо спрямо
        съгласно затова щеше щяха нас вас
    """,
}
