"""From a project file to a bundle, and from the bundle alone to the same derived files."""

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest

from provenance_desk.audit.canonical import parse
from provenance_desk.audit.identity import create_identity
from provenance_desk.audit.schemas import event_from
from provenance_desk.audit.trust import TrustBook
from provenance_desk.domain.document_events import DocumentDescribed
from provenance_desk.domain.events import Event
from provenance_desk.domain.words import (
    Access,
    Confidence,
    Handling,
    OriginKind,
    Reliability,
    Stance,
    Status,
    Zone,
)
from provenance_desk.exchange.bundle_out import ExportResult, export_bundle
from provenance_desk.exchange.derived import derived_files
from provenance_desk.exchange.report_html import report_html
from provenance_desk.exchange.review import Review, review_from_events, review_of_project
from provenance_desk.exchange.scope import BundleFacts, Scope, scoped
from provenance_desk.exchange.verify import verify_bundle
from provenance_desk.intake.readers import read_document
from provenance_desk.project.actions.claims import ClaimDraft
from provenance_desk.project.actions.documents import prepare_document
from provenance_desk.project.actions.links import LinkDraft
from provenance_desk.project.project import Project
from provenance_desk.store.reader import Reader
from tests.trail import judgement


@pytest.fixture
def project(tmp_path: Path, home: Path, seeds: Path) -> Iterator[Project]:
    """Two seeds, one of them private, with links by a reviewer whose log has every kind of turn."""
    identity = create_identity(home, "Demo")
    with Project.create(tmp_path / "p.provdesk", "Real project", identity, home) as made:
        documents = [_add(made, path) for path in sorted(seeds.glob("*.txt"))[:2]]
        origin = made.add_origin("Sladkov", OriginKind.PERSON)
        claim = made.add_claim(ClaimDraft("Mizintsev lost his post"))
        judged = judgement(
            status=Status.CONFIRMED, confidence=Confidence.HIGH, stance=Stance.SUPPORTS,
            origin=origin, access=Access.QUOTED,
        )  # fmt: skip
        made.make_link(LinkDraft(claim, documents[0], 90, 259, judged, "because"))
        made.make_link(LinkDraft(claim, documents[1], 0, 100, judged, "because"))
        made.reword_claim(claim, ClaimDraft("Mizintsev lost the post"), "shorter")
        made.zone_passage(documents[0], 90, 120, Zone.QUOTE)
        made.mark_document(documents[1], Handling.PRIVATE)
        made.describe_document(
            DocumentDescribed(
                document=documents[0], title="A title", publisher="P", language="en",
                translated=False, family="F", reference_work=False, reliability=Reliability.F,
            ),
            "handed over by a xylographer",
        )  # fmt: skip
        made.undo()
        made.redo()
        yield made


def _add(project: Project, path: Path) -> str:
    data = path.read_bytes()
    return project.add_document(prepare_document(path.name, data, read_document(data, path.name)))


def exported(project: Project, folder: Path, scope: Scope) -> ExportResult:
    project.seal(whole=True)
    with Reader(project.path) as reader:
        path = folder / "real.audit.zip"
        return export_bundle(reader, path, key=project.identity.key, scope=scope)


def review_of_bundle(members: dict[str, bytes]) -> Review:
    """What a stranger has: the feeds, texts and tables of the bundle, and nothing else."""
    attachments = {
        hashlib.sha256(line).hexdigest(): orjson.loads(line)
        for path, data in members.items()
        if path.endswith("attachments.jsonl")
        for line in data.splitlines()
    }

    def table(digest: str) -> bytes | None:
        return members.get(f"data/tables/{digest}.json")

    def text(document: str) -> str | None:
        data = members.get(f"data/texts/{document}.txt")
        return None if data is None else data.decode()

    return review_from_events(_events(members), attachments.get, text, table)


def _events(members: dict[str, bytes]) -> Iterator[Event]:
    for path, data in members.items():
        if path.endswith("events.jsonl"):
            for line in data.removesuffix(b"\n").split(b"\n"):
                yield event_from(parse(line), hashlib.sha256(line).hexdigest())


@pytest.mark.parametrize("scope", list(Scope))
def test_derived_files_are_made_again_from_the_bundle_alone(
    project: Project, tmp_path: Path, scope: Scope
) -> None:
    result = exported(project, tmp_path, scope)
    with zipfile.ZipFile(result.path) as bundle:
        members = {name.split("/", 1)[1]: bundle.read(name) for name in bundle.namelist()}
    facts = BundleFacts("real", scope, project.author)
    for path, made in derived_files(review_of_bundle(members), facts):
        assert made == members[f"data/{path}"], path


@pytest.mark.parametrize("scope", list(Scope))
def test_our_own_verification_takes_the_bundle(
    project: Project, tmp_path: Path, home: Path, scope: Scope
) -> None:
    result = exported(project, tmp_path, scope)
    verified = verify_bundle(result.path, trust=TrustBook(home))
    assert [str(finding) for finding in verified.findings] == []
    assert verified.exit == 0


def test_a_private_document_of_a_project_stays_home(project: Project, tmp_path: Path) -> None:
    result = exported(project, tmp_path, Scope.WHOLE)
    with Reader(project.path) as reader:
        private = next(d for d in reader.documents() if d.handling is Handling.PRIVATE)
        quote = (reader.text(private.id) or "")[:100].encode()
    with zipfile.ZipFile(result.path) as bundle:
        assert not [name for name in bundle.namelist() if private.id in name]
        held = b"".join(bundle.read(name) for name in bundle.namelist())
    assert quote not in held
    assert b"xylographer" not in held
    assert result.counts["documents"] == 1


def test_a_report_outside_a_bundle_withholds_the_same(project: Project) -> None:
    with Reader(project.path) as reader:
        page = report_html(scoped(review_of_project(reader), Scope.WHOLE))
    assert "Ask for the bundle" in page
    assert "its document is marked “do not share”" in page
    assert "How this page can be checked" in page
