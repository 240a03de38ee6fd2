"""Abbreviations that newspapers print in every language of the Latin script."""

from provenance_desk.intake.segmentation.lexicon import Lexicon, words

LATIN = Lexicon(
    titles=words("mr mrs ms dr prof Lt Col Gen Capt Sgt Maj Adm Cmdr Rev Ste mme mlle Mt"),
    leaders=words("e.g i.e cf vs approx ibid incl excl"),
    numbered=words("No Nos tel ext nr n° nº no° n.º fig figs vol vols p pp art chap tab"),
    endings=words("inc ltd co corp llc plc jr sr bros s.a ph.d m.d al Blvd Ave"),
    places=words("St"),
    enders=words("etc"),
    times=words("a.m p.m"),
    months=words("januar jänner februar märz mai juni juli oktober dezember marts maj oktober"),
)
