"""A verifier written from the format's text alone and the program agree on every bundle."""

from pathlib import Path

import pytest

from provenance_desk.audit.identity import create_identity
from provenance_desk.audit.trust import TrustBook
from provenance_desk.domain.words import ChangeReason, ClaimKind, Handling, OriginKind, Standing
from provenance_desk.exchange.scope import Scope
from provenance_desk.exchange.verify import verify_bundle
from provenance_desk.project.actions.claims import ClaimDraft
from provenance_desk.project.actions.links import LinkDraft
from provenance_desk.project.demo import make_demo
from provenance_desk.project.exporting import export_project
from provenance_desk.project.project import Project
from provenance_desk.project.stats import stats_of
from provenance_desk.store.reader import Reader
from tests.integration.bad_case import Case
from tests.integration.bundle_maker import zipped
from tests.integration.independent_state import state_id
from tests.integration.independent_verifier import verdict
from tests.integration.test_bad_bundles import CASES
from tests.reviewing import judgement


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


def test_both_name_the_state_of_a_review_the_same(home: Path, tmp_path: Path) -> None:
    demo = make_demo(tmp_path, home)
    with Project.open(demo, create_identity(home, "Vera"), home) as project:
        live_through(project)
        with Reader(demo) as reader:
            lines = [line for _, line in reader.entry_lines()]
            assert state_id(lines) == stats_of(reader).state_id


def live_through(project: Project) -> None:
    """Every kind of turn that a state can take."""
    document = project.store.documents()[0].id
    first, second = (claim.id for claim in project.store.claims()[:2])
    origin = project.add_origin("A ministry", OriginKind.BODY)
    judged = judgement(origin=origin)
    kept = project.make_link(LinkDraft(first, document, 0, 20, judged))
    project.revise_link(kept, judgement(), ChangeReason.REREADING, "because")
    project.retract_link(
        project.make_link(LinkDraft(second, document, 5, 25, judged)), ChangeReason.SLIP
    )
    project.join_claims(first, second, "the same")
    project.retire_claim(second, "not pursued")
    project.reword_claim(first, ClaimDraft("Worded anew", ClaimKind.FACT), "plainer")
    project.undo()
    project.undo()
    project.redo()
    project.skip_passage(document, 0, 20)
    project.split_sentence(document, 12)
    project.mark_document(document, Handling.CONDITIONS, "ask first")
    project.withdraw_document(project.store.documents()[-1].id, "not needed")
    project.override_standing(first, Standing.ALLEGED, "for now")
    project.add_claim(ClaimDraft("Taken back"))
    project.undo()
