"""Dutch, Swedish, Danish and Norwegian: abbreviations and openers."""

from provenance_desk.intake.segmentation.lexicon import Lexicon, words

DUTCH = Lexicon(
    titles=words("dhr mevr mw mej drs ir ing mr dr prof ds gen kol kap lt maj sgt st burg sint"),
    leaders=words(
        "bijv bv o.a d.w.z dwz nl m.n t.a.v i.v.m m.b.t i.p.v z.g zgn evt ong ca aanw resp"
    ),
    numbered=words("nr nrs art blz p pag hfst fig afb tel par bijl"),
    dates=words("jan febr mrt apr jun jul aug sept okt nov dec"),
    endings=words("jl a.s n.v b.v n.chr v.chr vnw"),
    enders=words("enz etc e.d e.a"),
    starters=words(
        """
        de het een hij zij ze wij we ik jij je u jullie dit dat deze die zijn haar hun ons onze mijn
        en maar of als toen terwijl na voor van in op bij met zonder door over onder uit aan naar
        tot sinds tijdens volgens wie wat waar hoe waarom daar hier dan nu ook echter daarom zo er
        niet geen ja nee nog al alle veel sommige elke andere twee drie is zijn was waren heeft
        """
    ),
    openers=words("in op om rond sinds vanaf na voor tegen"),
)

SWEDISH = Lexicon(
    titles=words("hr fr dr prof kapt löjtn övlt maj gen st s:t"),
    leaders=words(
        "bl.a t.ex d.v.s dvs s.k fr.o.m t.o.m p.g.a pga f.d resp ca jfr m.a.o ev inkl kl"
    ),
    numbered=words("nr s sid kap fig tel art"),
    dates=words("jan feb mar apr jun jul aug sept okt nov dec"),
    endings=words("f.kr e.kr kr milj mdr st"),
    enders=words("m.m osv o.s.v etc m.fl o.d"),
    starters=words(
        """
        den det de en ett han hon vi jag du ni man denna detta dessa hans hennes deras vår min och
        men eller om när efter innan för av i på med utan under över till från vid mot enligt som
        vad vem var hur varför där här då nu också dock så inte nej ja alla många några andra två
        tre är var har hade
        """
    ),
    openers=words("i på kl vid under efter från den"),
)

DANISH = Lexicon(
    titles=words("hr fru frk dr prof kapt maj gen skt st adv"),
    leaders=words(
        "bl.a f.eks fx dvs d.v.s ca pga p.g.a ift mht ifm jf jfr evt inkl ekskl kl såk s.k t.o.m"
    ),
    numbered=words("nr s kap fig tlf art stk jan feb"),
    dates=words("jan febr apr jun jul aug sept okt nov dec"),
    endings=words("f.kr e.kr kr mio mia co a/s"),
    enders=words("m.m osv o.s.v etc m.fl mv m.v o.l"),
    starters=words(
        """
        den det de en et han hun vi jeg du i man denne dette disse hans hendes deres vores min og
        men eller hvis når efter før for af på med uden under over til fra ved mod ifølge som hvad
        hvem hvor hvordan hvorfor der her da nu også dog så ikke nej ja alle mange nogle andre to
        tre er var har havde
        """
    ),
    openers=words("i på kl ved under efter fra den"),
    articles=words("den det de en et min sin i på til fra"),
    ordinals=True,
)
