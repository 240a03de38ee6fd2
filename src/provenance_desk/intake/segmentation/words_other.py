"""Finnish, Hungarian, Turkish, Greek, Arabic and Kazakh: what is known of them."""

from provenance_desk.intake.segmentation.lexicon import Lexicon, words

FINNISH = Lexicon(
    leaders=words("esim mm ks ns eli n noin vrt"),
    numbered=words("nro s"),
    endings=words("eaa eKr jKr mrd milj"),
    enders=words("jne ym yms"),
    starters=words(
        "se hän he ne me minä sinä te tämä nämä ja mutta tai jos kun sitten nyt myös ei on oli"
    ),
    articles=words("se sen tämä vuoden"),
    ordinals=True,
)

HUNGARIAN = Lexicon(
    titles=words("dr prof id ifj özv gen st szt"),
    leaders=words("pl ún kb ill vö"),
    numbered=words("sz old fej tel"),
    endings=words("kft rt zrt nyrt u"),
    enders=words("stb"),
    starters=words(
        "a az ő ők én te mi ti ez ezek és de vagy ha amikor majd most is nem van volt egy"
    ),
    articles=words("a az"),
    ordinals=True,
)

TURKISH = Lexicon(
    titles=words("dr prof doç yrd av müh gen alb bnb yzb sn hz sok cad mah"),
    leaders=words("örn bkz yak"),
    numbered=words("no s md"),
    endings=words("m.ö m.s a.ş ltd şti"),
    enders=words("vb vs vd"),
    starters=words("bu şu o onlar biz ben sen siz ve ama fakat veya eğer sonra şimdi da de ne bir"),
    articles=words("bu şu bir yüzyılın"),
    ordinals=True,
)

GREEK = Lexicon(
    titles=words("κ κα κος δρ καθ στρ αγ αρ"),
    leaders=words("π.χ δηλ βλ τ.μ"),
    numbered=words("αρ άρθρ σ σελ τηλ"),
    endings=words("π.χ μ.χ α.ε"),
    enders=words("κλπ κ.λπ κτλ κ.ά"),
    starters=words("ο η το οι τα αυτός αυτή αυτό και αλλά ή αν όταν μετά πριν για από σε με"),
)

ARABIC = Lexicon(titles=words("د أ م"))

KAZAKH = Lexicon(
    titles=words("проф акад ген"),
    numbered=words("№ б т"),
    places=words("ғ ғғ ж жж"),
    enders=words("т.б т.с.с"),
    starters=words("бұл ол олар біз мен сен және бірақ немесе егер кейін содан"),
)
