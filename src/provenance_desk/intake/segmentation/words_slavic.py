"""Polish, Czech, Slovak, Bulgarian, Belarusian and South Slavic: abbreviations and openers."""

from provenance_desk.intake.segmentation.lexicon import Lexicon, words

POLISH = Lexicon(
    titles=words(
        """
        prof dr hab inż mgr gen płk ppłk mjr kpt por ppor sierż kpr adm kmdr ks bp abp kard o św
        śp ul al pl os im pow woj gm red dyr prez wicepr mec lek
        """
    ),
    leaders=words(
        "np tzn tzw m.in ok tj tj wg ws ww zob por ang niem fr łac ros ukr wł pn płd zach wsch bałt"
    ),
    numbered=words("nr art pkt ust poz str s t rozdz rys tab tel par lit dz"),
    dates=words("sty lut mar kwi maj cze lip sie wrz paź lis gru"),
    units=words("tys mln mld zł gr godz min sek km kg ha szt egz proc"),
    places=words("r w rr"),
    endings=words("n.e p.n.e n.p.m s.a sp"),
    enders=words("itd itp in"),
    starters=words(
        """
        on ona ono oni one ja ty my wy ten ta to ci te tego tej w we z ze na do po od za przez przy
        dla bez pod nad między i a ale lub albo jeśli gdy kiedy że jak co kto gdzie dlaczego jednak
        potem później dlatego także też tak taki tam tu tutaj teraz wtedy dziś dzisiaj wczoraj jutro
        nie już jeszcze tylko nawet choć oto cały wszystko wszyscy każdy inny jeden jedna dwa trzy
        niektórzy wielu kilka jego jej ich nasz mój według zgodnie
        """
    ),
    openers=words("w we na od do po o z"),
)

CZECHOSLOVAK = Lexicon(
    titles=words(
        "ing mgr bc dr prof doc judr mudr phdr rndr gen plk pplk mjr kpt npor por sv ul nám tř p pí"
    ),
    leaders=words("např napr tzv tj tzn mj cca popř príp resp vč angl něm lat fr pozn srov zn"),
    numbered=words("č čís str s odst čl kap obr tab tel roč sv"),
    units=words("mil mld tis kč hod min km kg ha ks"),
    endings=words("r s.r.o a.s n.l l.p př.n.l po.kr pred.kr"),
    enders=words("atd apod aj atď ap"),
    months=words(
        """
        ledna února března dubna května června července srpna září října listopadu prosince
        januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra
        """
    ),
    starters=words(
        """
        on ona ono oni já ty my vy ten ta to ti ty v ve na do po od za přes při pre pro bez pod nad
        mezi medzi i a ale nebo alebo když keď pokud ak že jak ako co čo kdo kto kde proč prečo však
        potom později neskôr proto preto také tiež tak takový tam tu teď teraz tehdy dnes včera
        zítra zajtra ne nie už ještě ešte jen len až podle podľa každý jiný iný jeden dva tři tri
        jeho její jej jejich ich náš můj môj je jsou sú byl bol
        """
    ),
    openers=words("v ve na od do po dne dňa"),
    articles=words("v ve na do od k ke ku za po dne dňa až pro pre ten ta to toho tom této"),
    ordinals=True,
)

BULGARIAN = Lexicon(
    titles=words("г-н г-жа д-р проф акад доц инж ген полк майор ул бул пл гр с св о-в кв ж.к"),
    leaders=words("т.е т.нар напр вкл вж ср англ фр нем лат гр рус т.г т.н"),
    numbered=words("№ чл ал т стр с гл фиг табл бр"),
    units=words("лв ст хил млн млрд км кг бр"),
    places=words("г в р"),
    enders=words("др и.др т.н"),
    months=words(
        "януари февруари март април май юни юли август септември октомври ноември декември"
    ),
    starters=words(
        """
        той тя то те аз ти ние вие този тази това тези в във на но и а или ако когато след до по за
        из как какво кой къде защо с със от към при без под над между през неговият негов нейният
        обаче затова също така там тук тогава сега днес вчера не да още само дори макар ето цял
        всички всеки друг един една някои много няколко според
        """
    ),
    openers=words("в във на след до от през"),
)

BELARUSIAN = Lexicon(
    titles=words("праф акад дац ген палк вул пл г-н г-жа св в-ва"),
    leaders=words("г.зн напр т.зв гл англ ням фр лац рас укр"),
    numbered=words("№ арт п с стар т гл мал табл"),
    units=words("тыс млн млрд руб чал км кг"),
    places=words("г гг ст стст"),
    enders=words("інш г.д да.н.э н.э"),
    starters=words(
        """
        ён яна яно яны мы я ты вы гэта гэты гэтая у ў на але і а або калі пасля да па за як што хто
        дзе чаму з са аб ад пры без пад над паміж праз яго яе іх аднак потым таму таксама так там
        тут цяпер сёння учора не ужо яшчэ толькі нават усе кожны адзін
        """
    ),
    openers=words("у ў на з да пасля"),
)

SOUTH_SLAVIC = Lexicon(
    titles=words("g gđa gdin gđica gosp ga dr prof mr ing gen puk sv ul trg br"),
    leaders=words("npr tj tzv odn engl njem lat franc ca oko"),
    numbered=words("br čl st str sl tab"),
    units=words("tis mil mlrd kn din km kg"),
    endings=words("pr.kr po.kr d.o.o d.d"),
    enders=words("itd ipd idr sl i.dr"),
    starters=words(
        """
        on ona ono oni ja ti mi vi taj ta to ovaj ova ovo u na do po od za iz kroz pri bez pod nad
        između i a ali ili ako kada kad da kako što tko ko gdje zašto međutim zatim kasnije zato
        također tako tamo tu sada tada danas jučer ne već još samo svi svaki drugi jedan dva tri
        njegov njen njihov
        """
    ),
    openers=words("u na od do po za"),
    articles=words("u na od do za po dana dne taj ta to"),
    ordinals=True,
)
