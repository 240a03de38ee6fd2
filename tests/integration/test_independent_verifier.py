"""A verifier written from the format's text alone and the program agree on every bundle."""

from pathlib import Path

import pytest

from provenance_desk.audit.identity import create_identity
from provenance_desk.audit.trust import TrustBook
from provenance_desk.exchange.scope import Scope
from provenance_desk.exchange.verify import verify_bundle
from provenance_desk.project.demo import make_demo
from provenance_desk.project.exporting import export_project
from provenance_desk.project.project import Project
from tests.integration.bad_case import Case
from tests.integration.bundle_maker import zipped
from tests.integration.independent_verifier import verdict
from tests.integration.test_bad_bundles import CASES


def first_codes(path: Path, case: Case | None = None) -> tuple[str, str]:
    """What the other verifier says, and what the program says where trust is no question."""
    known = case.known if case else ()
    ours = verify_bundle(path, trust=TrustBook(path.parent / "nobody"), known=known)
    first = ours.findings.first
    return verdict(path.read_bytes(), known), first.code if first and ours.exit != 3 else "OK"


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_both_take_or_refuse_a_bundle_for_the_same_kind_of_reason(
    case: Case, tmp_path: Path
) -> None:
    made = case.build()
    path = tmp_path / "bridge.audit.zip"
    path.write_bytes(made if isinstance(made, bytes) else zipped(made))
    theirs, ours = first_codes(path, case)
    assert theirs[0] == ours[0], (theirs, ours)


@pytest.mark.parametrize("scope", list(Scope))
def test_both_take_the_bundle_of_the_demo(scope: Scope, home: Path, tmp_path: Path) -> None:
    demo, bundle = make_demo(tmp_path, home), tmp_path / "demo.audit.zip"
    with Project.open(demo, create_identity(home, "Vera"), home) as project:
        project.add_note("Seen by a second reviewer.")
        export_project(project, bundle, scope=scope)
    assert first_codes(bundle) == ("OK", "OK")
