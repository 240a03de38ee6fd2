"""German: abbreviations and words that open a sentence."""

from provenance_desk.intake.segmentation.lexicon import Lexicon, words

GERMAN = Lexicon(
    titles=words(
        """
        dr prof hr hrn fr frl dipl ing dipl.-ing Mag med phil jur rer nat theol habil h.c hc vet
        pol oec Gen Lt Hptm Obst Oblt Maj Msgr P Bgm OStR StR Hl St Skt
        """
    ),
    leaders=words(
        """
        z.b d.h u.a s eig eigl eigentl v i.d.r s.o s.u z.t z.zt z.z m.e u.u v.a
        i.a o.g sog sogen bzw vgl ca
        evtl ggf ggfs inkl incl exkl zzgl abzgl einschl ausschl bspw bes insb insbes gem
        entspr urspr eigtl allg ehem geb gest verh gesch verw hrsg herausg begr eingetr
        kath ev evang prot orth jüd dt engl frz franz ital span portug lat griech
        russ poln tschech ung türk niederl schweiz österr amerik brit röm germ kgl kaiserl städt
        staatl öffentl wirtsch polit techn wiss gesetzl jährl monatl tägl rd zw betr zit übers
        max min mind durchschn ungef namentl nördl südl östl westl nordwestl südwestl
        nordöstl südöstl bayer sächs hess preuß vermutl mögl resp i.e i.s i.v
         m.a.w a.a.o ebd s.a.b m.w n.n p.a
        """
    ),
    numbered=words("nr nrn abs art ziff bd bde abb tab kap aufl jg h rn lit anm fn § bl tel"),
    dates=words("Jan Jän Feb Febr Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez Mo Di Mi Do Fr Sa So"),
    endings=words(
        """
        str mio mrd tsd jh jhd jhdt jhs co gmbh e.v a.d a.m a.a bf hbf
        std sek stk tgl rh u.ä o.ä u.dgl s.a
        """
    ),
    enders=words("chr n.chr v.chr usw etc usf u.s.w u.s.f f ff"),
    months=words(
        """
        januar jänner februar märz april mai juni juli august september oktober november dezember
        jahrhundert jahrhunderts jahrhunderte jh jahrtausend lebensjahr spieltag
        """
    ),
    starters=words(
        """
        er sie es wir ich ihr du der die das den dem des ein eine einen einem einer eines in im
        am an auf aus aber und oder wenn als nach nachdem vor bei beim mit von vom zu zum zur für
        durch über unter um bis seit während wegen trotz ohne gegen dieser diese dieses diesen
        diesem jener jene jenes auch doch jedoch dann danach dabei dadurch dafür dagegen daher
        damit darauf daraus darin darüber darum davon dazu deshalb deswegen so sowie hier dort da
        heute gestern morgen jetzt nun wer was wie wo warum weil ob obwohl man sein seine seinen
        seiner ihre ihren ihrem sein unser mein dein euer kein keine nicht nur noch schon sehr
        alle alles viele einige mehrere beide manche andere zwei drei vier fünf weitere zudem
        außerdem allerdings insgesamt bereits später zuvor schließlich ferner hierbei ebenso
        ebenfalls sollte kann könnte ist sind war waren wird werden wurde wurden hat haben hatte
        """
    ),
    openers=words("am im um ab seit vom bis in nach vor gegen zu zum anfang mitte ende"),
    articles=words(
        """
        am vom zum zur im beim ins der die das dem den des ein eine einen einem einer eines kein
        keine sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer mein meine meinen unser
        unsere unseren jeder jede jedes jeden jedem dieser diese dieses diesem diesen jener jenem
        """
    ),
    ordinals=True,
)
