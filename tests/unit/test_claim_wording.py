"""The wording lint warns where METHOD.md section 6 says so, and keeps quiet elsewhere."""

import pytest

from provenance_desk.analysis.claim_wording import Fault, lint_claim
from provenance_desk.domain.words import ClaimKind


def faults(wording: str, kind: ClaimKind = ClaimKind.FACT, **known: bool) -> set[Fault]:
    return {warning.fault for warning in lint_claim(wording, kind, **known)}


@pytest.mark.parametrize(
    ("wording", "kind", "fault"),
    [
        ("The brutal siege of Mariupol lasted three months", ClaimKind.FACT, Fault.LOADED),
        ("Sladkov admitted that the reasons are unclear", ClaimKind.FACT, Fault.NOT_NEUTRAL),
        ("Bulgakov was relieved and later he was moved", ClaimKind.FACT, Fault.TWO_CLAIMS),
        ("Mizintsev did not order the strike", ClaimKind.RESPONSIBILITY, Fault.NEGATED),
        ("Was Mizintsev dismissed?", ClaimKind.FACT, Fault.QUESTION),
        ("sanctions were announced in May 2022", ClaimKind.ACT, Fault.NO_ACTOR),
        ("The United Kingdom sanctioned Mizintsev", ClaimKind.ACT, Fault.NO_DATE),
        ("Mizintsev is guilty of war crimes", ClaimKind.FACT, Fault.LEGAL),
        ("Mizintsev bombed the theatre", ClaimKind.FACT, Fault.RESPONSIBILITY),
    ],
)
def test_a_doubtful_wording_is_explained(wording: str, kind: ClaimKind, fault: Fault) -> None:
    assert fault in faults(wording, kind)


@pytest.mark.parametrize(
    ("wording", "kind"),
    [
        ("Mizintsev ordered the air strike on the Mariupol theatre", ClaimKind.RESPONSIBILITY),
        ("The strike on the Mariupol theatre killed 300 people", ClaimKind.FIGURE),
        ("Dmitry Bulgakov was relieved of his post on 24 September 2022", ClaimKind.ACT),
        ("Matviichuk said that Mizintsev should answer for war crimes", ClaimKind.FACT),
        ("Mizintsev denies the accusations about Mariupol", ClaimKind.LABEL),
    ],
)
def test_a_neutral_wording_raises_nothing(wording: str, kind: ClaimKind) -> None:
    assert faults(wording, kind) == set()


def test_fields_that_hold_the_date_and_the_actor_spare_the_warning() -> None:
    assert faults("sanctions were announced", ClaimKind.ACT, dated=True, acted=True) == set()


def test_every_warning_is_a_sentence_about_words_of_the_claim() -> None:
    wording = "The notorious butcher revealed it, but she was not murdered?"
    for warning in lint_claim(wording, ClaimKind.FACT):
        assert warning.sentence.endswith((".", "confirmed."))
        assert warning.words in wording
