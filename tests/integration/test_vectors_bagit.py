"""The public BagIt suite: none of its bags passes for a bundle, none crashes us.

Our bundles are a narrow profile of BagIt 1.0, so valid bags are refused too: for what they lack of
a bundle. What the suite calls invalid must be refused for the bag itself.
"""

from pathlib import Path

import pytest

from provenance_desk.audit.findings import Exit
from provenance_desk.audit.trust import TrustBook
from provenance_desk.exchange.verification_result import Verification
from provenance_desk.exchange.verify import verify_bundle

SUITE = "bagit-conformance-suite"
FAMILIES = ("B-", "Z-", "V-")


def bags(vectors: Path, kind: str) -> list[Path]:
    found = sorted((vectors / SUITE).glob(f"v*/{kind}/*"))
    return [folder for folder in found if folder.is_dir()]


def verified(bag: Path, home: Path) -> Verification:
    return verify_bundle(bag, trust=TrustBook(home))


def test_the_suite_is_all_here(vectors: Path) -> None:
    assert len(bags(vectors, "invalid")) >= 15
    assert len(bags(vectors, "valid")) >= 12


@pytest.mark.parametrize("kind", ["valid", "invalid", "warning", "linux-only", "windows-only"])
def test_no_bag_of_others_is_taken_for_a_bundle(vectors: Path, home: Path, kind: str) -> None:
    for bag in bags(vectors, kind):
        verification = verified(bag, home)
        assert verification.exit not in (Exit.VERIFIED, Exit.NOT_TRUSTED), bag.name
        assert verification.findings, bag.name


def test_invalid_bags_are_refused_for_the_bag(vectors: Path, home: Path) -> None:
    for bag in bags(vectors, "invalid"):
        codes = [finding.code for finding in verified(bag, home).findings]
        assert all(code.startswith(FAMILIES) for code in codes), (bag.name, codes)


def test_nothing_is_written_while_bags_are_checked(vectors: Path, home: Path) -> None:
    before = sorted(home.rglob("*"))
    for bag in bags(vectors, "invalid"):
        verified(bag, home)
    assert sorted(home.rglob("*")) == before
