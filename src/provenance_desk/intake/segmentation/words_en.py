"""English: abbreviations and words that open a sentence."""

from provenance_desk.intake.segmentation.lexicon import Lexicon, words

ENGLISH = Lexicon(
    titles=words(
        """
        mr mrs ms mx messrs mmes dr drs prof profs rev revd fr hon rt.hon
        gen lt col maj sgt capt cpt cpl cmdr comdr cdr adm brig pvt pfc spc ssgt msgt ens flt sqn
        wg gp Sen Sens Rep Reps Gov Govs Pres Amb Atty Supt Insp Det Sec.Gen
        mme mlle Ste Mt Ven Msgr Ald Asst Dir
        """
    ),
    leaders=words(
        """
        e.g i.e eg ie cf viz vs v.s v approx incl excl ca circa c.f op ibid a.k.a d/b/a f/k/a
        esp aka abbr orig pron resp transl
        """
    ),
    numbered=words(
        """
        b d r m fl no nos nr n° nº p pp vol vols fig figs sec secs Art Arts ch chap chaps ref refs
        eq eqs para paras cl app par ln § ex exs tbl ver ext rm apt Pt Bk bk pg pgs max min
        """
    ),
    dates=words(
        """
        Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
        Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun
        """
    ),
    endings=words(
        """
        inc ltd co corp llc plc jr sr esq dept Assn Assoc bros Bde Bn Bat regt Div sqdn
        al est ed eds trans cont Ft Ave Blvd Rd Hwy Bldg Sq Ln Ct Pl Pkwy ph.d m.d b.a m.a b.sc
        m.sc d.c m.p univ avg Inst
        Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont
        Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo
        Ont Que Alta Sask
        b.c a.d b.c.e c.e tel intl natl govt fwd
        """
    ),
    enders=words("etc"),
    places=words("St"),
    units=words("hrs hr mins secs lbs lb oz ft sq cu mph km kg yd yds"),
    times=words("a.m p.m am pm"),
    starters=words(
        """
        the a an he she it they we i you his her their its our my your this that these those
        there here in on at but and or so if when while as after before for from how what who
        why where which whose whom is are was were did do does can could would should might
        must have has had no yes not nor however meanwhile later then now since although though
        despite during according both all some many most several few nothing nobody everyone
        everybody everything someone anyone none each every either neither other others by with
        without about over until because once also still even just only between among
        against through another such to of let please thanks thank one two three four five six
        seven eight nine ten i'm i've i'll i'd it's he's she's they're we're you're that's
        there's what's who's don't didn't isn't i’m i’ve i’ll i’d it’s he’s she’s they’re we’re
        you’re that’s there’s what’s don’t didn’t isn’t well oh ok okay hi hello perhaps maybe
        indeed instead therefore thus hence moreover furthermore nevertheless nonetheless
        otherwise rather similarly finally unfortunately fortunately recently currently today
        yesterday tomorrow again
        """
    ),
    openers=words(
        """
        at on by around about from since before after until in between near during under with
        when while as
        """
    ),
    small_openers=words(
        """
        the this that these those it its it's he she they we you your my our there here what
        when where why how who if please thanks thank so then also just now not no yes yeah ok
        okay he's she's they're we're you're that's there's what's don't didn't isn't anyway
        everyone everything nothing some most many all one hope maybe
        """
    ),
)
