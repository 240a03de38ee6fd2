"""French, Spanish, Italian, Portuguese and Romanian: abbreviations and openers."""

from provenance_desk.intake.segmentation.lexicon import Lexicon, words

FRENCH = Lexicon(
    titles=words("m mm mgr me pr Gén Cap Cdt Cne Lt-Col Col Sgt Adj St Sts Ste vve"),
    leaders=words("p.ex c.-à-d c.à.d env apr av cf éd.orig dir trad ibid réf"),
    numbered=words("art chap éd fasc fol hab ill n p pp par pl sect suiv t v vol tél bd alin §"),
    dates=words("janv févr fév avr juil sept oct nov déc lun mer jeu ven sam dim"),
    endings=words("s.a s.a.s s.a.r.l boul inc ltée cie jr hab éd coll"),
    enders=words("etc j.-c"),
    months=words(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    ),
    starters=words(
        """
        le la les l un une des du de d ce cet cette ces c'est c’est il elle ils elles on je j tu
        nous vous son sa ses leur leurs mon ma mes notre nos votre vos et mais ou où donc or ni car
        si quand lorsque comme après avant pour par dans en au aux à sur sous avec sans chez entre
        vers depuis pendant durant selon malgré contre qui que quoi quel quelle comment pourquoi
        ainsi alors aussi cependant toutefois pourtant puis ensuite enfin ici là voici voilà tout
        toute tous toutes plusieurs certains certaines chaque aucun aucune deux trois plus moins
        très bien même encore déjà jamais toujours ne non oui est sont était a ont être
        """
    ),
    openers=words("à en le au vers depuis dès avant après pour dans"),
)

SPANISH = Lexicon(
    titles=words(
        """
        sr sra srta sres d dña dn dra lic ing arq gral cnel tte cap sgto mons fr sto sta
        avda prof profa exmo excmo ilmo cra s rdo
        """
    ),
    leaders=words("EE p.ej v.gr aprox ej p.e máx mín tfno dpto depto c/ fdo"),
    numbered=words(
        "art arts cap fig n núm núms nro pág págs p párr párrf párrs t tel ext vol sec inc"
    ),
    dates=words(
        """
        ene feb mar abr may jun jul ago sep sept set oct nov dic Lun Mié Jue Vie Sáb Dom
        """
    ),
    endings=words("ud uds vd vds ee.uu s.a s.l cía admón jr hnos d.f c.v cía hs min av ltda"),
    enders=words("etc a.c d.c"),
    months=words(
        """
        enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre
        diciembre
        """
    ),
    starters=words(
        """
        el la los las lo un una unos unas él ella ellos ellas yo tú nosotros usted ustedes su sus
        mi mis tu tus nuestro nuestra este esta estos estas ese esa esos esas eso esto aquel y e o
        pero si cuando como después antes para por en de del al a con sin sobre entre hasta desde
        durante según tras contra qué quién cómo dónde cuándo que quien donde así entonces también
        además sin embargo aunque mientras luego ahora hoy ayer aquí allí ya no sí más menos muy
        todo toda todos todas muchos muchas algunos algunas cada otro otra otros dos tres se le les
        es son era fue ha han hay está están
        """
    ),
    openers=words("a en el al hacia desde para por tras de"),
)

ITALIAN = Lexicon(
    titles=words(
        """
        sig sigg sig.ra sig.na sig.ri dott dott.ssa avv ing prof.ssa on mons arch geom rag cap
        gen ten magg col psicol comm cav s ss ecc.mo egr spett gent dir pres v.cte
        """
    ),
    leaders=words("ad.es es p.es cfr c.d cd cosid circa.ca ca op.cit vd v st d az amm"),
    numbered=words("art artt cap fig n nn pag pagg p pp par sez t tel vol"),
    dates=words("gen feb mar apr mag giu lug ago set sett ott nov dic"),
    endings=words("s.p.a s.r.l spa srl f.lli f.p meteor idraul econ"),
    enders=words("ecc etc a.c d.c"),
    months=words(
        """
        gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre
        dicembre
        """
    ),
    starters=words(
        """
        il lo la i gli le l un uno una egli ella esso essa essi loro lui lei io tu noi voi suo sua
        suoi sue mio mia nostro vostro questo questa questi queste quello quella e ed ma o se quando
        come dopo prima per in nel nella nei nelle di del della dei delle a al alla ai alle da dal
        dalla con su sul sulla tra fra senza secondo durante contro che chi cosa dove perché così
        allora anche inoltre tuttavia però poi infine ora oggi ieri qui non sì no più molto tutto
        tutti alcuni ogni altro altri due tre è sono era ha hanno si ci
        """
    ),
    openers=words("alle il nel dal a in verso per"),
)

PORTUGUESE = Lexicon(
    titles=words(
        """
        sr sra srta srs d dra drs profa exmo exma eng arq gen cel cap ten maj sgt mons pe fr sto
        sta st v.exa des dep sen min
        """
    ),
    leaders=words("p.ex ex aprox i.e obs c/"),
    numbered=words("art arts cap fig n núm pág págs p pp t tel vol sec inc"),
    dates=words("jan fev mar abr mai jun jul ago set out nov dez"),
    endings=words("s.a ltda e.u.a eua cia jr av r"),
    enders=words("etc a.c d.c"),
    months=words(
        """
        janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
        """
    ),
    starters=words(
        """
        o a os as um uma uns umas ele ela eles elas eu tu nós você vocês seu sua seus suas meu
        minha nosso nossa este esta estes estas esse essa esses essas isso isto aquele e ou mas se
        quando como depois antes para por em no na nos nas de do da dos das ao à aos às com sem
        sobre entre até desde durante segundo após contra que quem onde qual assim então também
        além porém contudo entretanto logo agora hoje ontem aqui ali já não sim mais menos muito
        todo toda todos todas muitos alguns cada outro outra dois três é são era foi há está
        """
    ),
    openers=words("a em no na o às desde para por após"),
)

ROMANIAN = Lexicon(
    titles=words("dl dna d-na d-lui dr ing gen col lt mr cpt sf prof acad str"),
    leaders=words("ex de.ex cca aprox vs"),
    numbered=words("nr art alin fig pag p lit cap vol tel"),
    dates=words("ian feb mar apr iun iul aug sept oct nov dec"),
    endings=words("a.d î.hr d.hr s.a s.r.l mil mld"),
    enders=words("etc ş.a ș.a ș.a.m.d"),
    starters=words(
        """
        el ea ei ele eu tu noi voi un o acest această aceste acel și dar sau dacă când după înainte
        pentru prin în la de din cu fără pe sub între până care ce cine cum unde astfel apoi acum
        azi ieri aici nu da mai toate toți este sunt era a au
        """
    ),
    openers=words("la în pe din după"),
)
