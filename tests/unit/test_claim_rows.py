"""The list of claims: counts, sets of joined claims, sorting and finding by typed letters."""

from provenance_desk.domain.words import ClaimKind, Status
from provenance_desk.gui.claims.rows import ClaimOrder, ClaimRow, arranged, matches


def row(wording: str, clock: int, *, retired: bool = False, **counts: int) -> ClaimRow:
    known = {Status(name): number for name, number in counts.items()}
    return ClaimRow(wording, wording, ClaimKind.FACT, known, 1, 1, retired, False, clock)


ROWS = [
    row("The UK sanctioned Mizintsev", 1, alleged=3),
    row("Mizintsev was dismissed", 2, alleged=2, disputed=1),
    row("Nobody judged this yet", 3),
    row("An old one", 4, retired=True, disputed=4),
    row("Bulgakov was relieved", 5, confirmed=1),
]


def test_disputed_claims_come_first_untouched_later_and_retired_last() -> None:
    order = [r.wording for r in arranged(ROWS, ClaimOrder.DISPUTED_FIRST)]
    assert order[0] == "Mizintsev was dismissed"
    assert order[-2:] == ["Nobody judged this yet", "An old one"]


def test_every_order_keeps_every_claim() -> None:
    for order in ClaimOrder:
        assert {r.id for r in arranged(ROWS, order)} == {r.id for r in ROWS}


def test_two_typed_letters_find_a_claim_by_the_begins_of_its_words() -> None:
    assert matches("The UK sanctioned Mizintsev", "uk")
    assert matches("The UK sanctioned Mizintsev", "sanc miz")
    assert matches("Mizintsev was dismissed", "wd")
    assert not matches("Mizintsev was dismissed", "bu")


def test_filtering_leaves_only_what_matches() -> None:
    found = arranged(ROWS, ClaimOrder.AS_ADDED, "relieved")
    assert [r.wording for r in found] == ["Bulgakov was relieved"]
