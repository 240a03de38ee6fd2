"""A bundle as it leaves: checked by other people's tools alone."""

import hashlib
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from provenance_desk.audit.keys import key_name
from provenance_desk.domain.document_events import DocumentDescribed, DocumentMarked
from provenance_desk.domain.errors import DeskError
from provenance_desk.domain.project_events import EventUndone
from provenance_desk.domain.words import Handling, Reliability
from provenance_desk.exchange.bundle_out import ExportResult, bundle_name, export_bundle
from provenance_desk.exchange.errors import ExportError
from provenance_desk.exchange.scope import Scope
from provenance_desk.exchange.zip_reader import ZipReader
from tests.trail import Trail

TEXT = "A minister was dismissed.\n\nHe denies it, said the ministry.\n"


@pytest.fixture
def trail() -> Trail:
    """One document, one claim, a supporting and a contradicting link."""
    made = Trail("A dismissal")
    document = made.document("news.txt", TEXT, title="A minister goes")
    claim = made.claim("The minister was dismissed")
    made.link(claim, document, 0, 25)
    made.link(
        claim, document, 27, 59, stance="contradicts", status="disputed", wording="denied",
        rationale="because the ministry *denies* it.",
    )  # fmt: skip
    return made


@pytest.fixture
def export(tmp_path: Path) -> Callable[..., ExportResult]:
    """Export a trail into the test's folder."""

    def run(trail: Trail, name: str = "a-dismissal", scope: Scope = Scope.WHOLE) -> ExportResult:
        return export_bundle(trail, tmp_path / f"{name}.audit.zip", key=trail.key, scope=scope)

    return run


Export = Callable[..., ExportResult]


def members(result: ExportResult) -> dict[str, bytes]:
    with zipfile.ZipFile(result.path) as bundle:
        return {name.split("/", 1)[1]: bundle.read(name) for name in bundle.namelist()}


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", command], cwd=folder, capture_output=True, text=True, check=False
    )


def unpacked(result: ExportResult) -> Path:
    with zipfile.ZipFile(result.path) as bundle:
        bundle.extractall(result.path.parent)
    return result.path.parent / result.path.name.removesuffix(".audit.zip")


def needs(*tools: str) -> None:
    for tool in tools:
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")


def test_every_member_is_where_the_format_says(trail: Trail, export: Export) -> None:
    found = members(export(trail))
    feed = trail.feeds()[0].feed
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    tables = [name for name in found if name.startswith("data/tables/")]
    assert len(tables) == 1
    assert set(found) - set(tables) == {
        "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt",
        "export.note", "export.sshsig", "allowed_signers",
        "data/README.txt", "data/METHOD.txt", "data/report.html", "data/links.csv",
        "data/annotations.jsonld", "data/prov.json",
        f"data/feeds/{feed}/events.jsonl", f"data/feeds/{feed}/attachments.jsonl",
        f"data/feeds/{feed}/checkpoint.note",
        f"data/originals/{digest}.txt", f"data/texts/{digest}.txt",
    }  # fmt: skip


def test_the_bag_is_valid_for_bagit(trail: Trail, export: Export) -> None:
    command = [sys.executable, "-W", "ignore", "-m", "bagit", "--validate"]
    done = subprocess.run(
        [*command, str(unpacked(export(trail)))], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "is valid" in done.stderr


def test_our_own_reader_takes_every_member(trail: Trail, export: Export) -> None:
    result = export(trail)
    with ZipReader(result.path) as reader:
        assert all(b"".join(reader.chunks(name)) is not None for name in reader.members)
        assert len(reader.members) == len(members(result))


def test_the_commands_of_the_readme_all_succeed(trail: Trail, export: Export) -> None:
    needs("unzip", "sha256sum", "ssh-keygen")
    result = export(trail)
    readme = members(result)["data/README.txt"].decode()
    commands = [line[4:] for line in readme.splitlines() if line.startswith("    ")]
    ours = ("unzip", "cd ", "sha256sum", "ssh-keygen")
    script = [line for line in commands if line.startswith(ours)]
    assert len(script) == 6
    done = shell(" && ".join(script), result.path.parent)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count('Good "provenance-desk-bundle" signature') == 2
    assert "FAILED" not in done.stdout


def test_the_commands_of_the_report_all_succeed(trail: Trail, export: Export) -> None:
    needs("unzip", "sha256sum", "ssh-keygen")
    result = export(trail)
    page = members(result)["data/report.html"].decode()
    blocks = [part.split("</pre>")[0] for part in page.split("<pre>")[1:]]
    script = "\n".join(blocks[:2]).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    done = shell(f"set -e\n{script}", result.path.parent)
    assert done.returncode == 0, done.stderr
    assert (
        f'Good "provenance-desk-bundle" signature for {key_name(trail.key.public)}' in done.stdout
    )


def test_a_changed_manifest_fails_the_signature_in_a_shell(trail: Trail, export: Export) -> None:
    needs("ssh-keygen")
    folder = unpacked(export(trail))
    manifest = folder / "manifest-sha256.txt"
    manifest.write_text(manifest.read_text().replace("a", "b", 1))
    command = (
        "ssh-keygen -Y check-novalidate -n provenance-desk-bundle -s export.sshsig "
        "< manifest-sha256.txt"
    )
    assert shell(command, folder).returncode != 0


def test_the_same_project_gives_the_same_bytes(trail: Trail, export: Export) -> None:
    first = export(trail).path.read_bytes()
    assert export(trail).path.read_bytes() == first


def test_the_manifest_in_the_answer_is_the_one_that_was_signed(
    trail: Trail, export: Export
) -> None:
    result = export(trail)
    manifest = members(result)["manifest-sha256.txt"]
    assert hashlib.sha256(manifest).hexdigest() == result.manifest
    assert result.manifest in members(result)["export.note"].decode()


def test_nothing_tells_the_user_the_machine_or_the_folder(trail: Trail, export: Export) -> None:
    result = export(trail)
    told = b"\n".join(members(result).values())
    for secret in (str(result.path.parent), str(Path.home()), "TZ="):
        assert secret.encode() not in told
    with zipfile.ZipFile(result.path) as bundle:
        assert {info.date_time for info in bundle.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_quotes_only_leaves_originals_texts_and_tables_out(trail: Trail, export: Export) -> None:
    found = members(export(trail, scope=Scope.QUOTES))
    folders = ("data/originals/", "data/texts/", "data/tables/")
    assert not [name for name in found if name.startswith(folders)]
    assert b"A minister was dismissed." in found["data/links.csv"]
    assert found["export.note"].decode().splitlines()[2] == "quotes"


def test_a_private_document_leaves_its_quotes_out_too(trail: Trail, export: Export) -> None:
    secret = trail.document("secret.txt", "Only the source knows the word xylograph.\n")
    trail.link(trail.claim("A claim on it"), secret, 0, 41)
    trail.write(DocumentMarked(secret, Handling.PRIVATE))
    result = export(trail)
    found = members(result)
    assert not [name for name in found if secret in name]
    assert all(b"xylograph" not in data for data in found.values())
    assert "is not shown: its document is marked" in found["data/report.html"].decode()
    assert result.counts["attachments left out"] == 1


def test_how_a_document_was_obtained_stays_home(trail: Trail, export: Export) -> None:
    document = hashlib.sha256(TEXT.encode()).hexdigest()
    how = trail.attach("handed over by a clerk at the xystus")
    trail.write(
        DocumentDescribed(
            document=document, title="A minister goes", publisher="", language="en",
            translated=False, family="", reference_work=False, reliability=Reliability.F,
            how_obtained=how,
        )
    )  # fmt: skip
    found = members(export(trail))
    assert all(b"xystus" not in data for data in found.values())


def test_a_document_whose_adding_was_undone_stays_home(trail: Trail, export: Export) -> None:
    slip = trail.document("slip.txt", "Added by mistake: xylophone.\n")
    trail.write(EventUndone((list(trail.events())[-1].id,)))
    found = members(export(trail))
    assert not [name for name in found if slip in name]
    assert all(b"xylophone" not in data for data in found.values())


def test_quotes_of_a_document_that_was_taken_back_stay_home(trail: Trail, export: Export) -> None:
    slip = trail.document("slip.txt", "Added by mistake: xylophone.\n")
    added = list(trail.events())[-1].id
    link = trail.link(trail.claim("A claim on it"), slip, 0, 28)
    trail.write(EventUndone((link, added)))
    result = export(trail)
    assert all(b"xylophone" not in data for data in members(result).values())
    assert result.counts["attachments left out"] == 1


def test_an_original_of_a_private_document_stays_home_whoever_read_it(
    trail: Trail, export: Export
) -> None:
    first = trail.document("leak.html", "One reading of the xylotheque.\n", b"<p>xylotheque</p>")
    other = trail.document("leak.html", "Another reading.\n", b"<p>xylotheque</p>")
    trail.write(DocumentMarked(first, Handling.PRIVATE))
    found = members(export(trail))
    assert f"data/texts/{other}.txt" in found
    assert all(b"xylotheque" not in data for data in found.values())


def test_conditions_are_said(trail: Trail, export: Export) -> None:
    document = hashlib.sha256(TEXT.encode()).hexdigest()
    terms = trail.attach("only with the editor’s consent")
    trail.write(DocumentMarked(document, Handling.CONDITIONS, terms))
    page = members(export(trail))["data/report.html"].decode()
    assert "Shared under conditions: only with the editor’s consent" in page


def test_what_deflates_like_a_bomb_is_stored(trail: Trail, export: Export) -> None:
    trail.document("noise.txt", "no " * 400_000)
    result = export(trail)
    with zipfile.ZipFile(result.path) as bundle:
        methods = {i.compress_type for i in bundle.infolist() if i.file_size == 1_200_000}
    assert methods == {zipfile.ZIP_STORED}
    with ZipReader(result.path):
        pass


def test_two_reviewers_travel_in_two_feeds(trail: Trail, export: Export) -> None:
    trail.join_in("Second")
    trail.see()
    claim = next(iter(trail.review().state.claims))
    trail.link(claim, hashlib.sha256(TEXT.encode()).hexdigest(), 0, 25, status="confirmed")
    result = export(trail)
    assert result.counts["feeds"] == 2
    assert members(result)["export.note"].decode().count("\n") == 9


@pytest.mark.parametrize(
    "name", ["a.zip", ".audit.zip", "a b.audit.zip", "ä.audit.zip", "x" * 65 + ".audit.zip"]
)
def test_a_name_that_no_reader_takes_is_refused(name: str) -> None:
    with pytest.raises(ExportError, match=r"1 to 64 of A-Z"):
        bundle_name(Path(name))


def test_an_unsealed_feed_is_not_exported(trail: Trail, tmp_path: Path) -> None:
    trail.unsealed = 3
    with pytest.raises(ExportError, match=r"3 entries .* not signed yet"):
        export_bundle(trail, tmp_path / "x.audit.zip", key=trail.key)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_project_is_never_signed(trail: Trail, tmp_path: Path) -> None:
    trail.damage_text(hashlib.sha256(TEXT.encode()).hexdigest())
    with pytest.raises(ExportError, match="does not verify"):
        export_bundle(trail, tmp_path / "x.audit.zip", key=trail.key)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_nothing_and_the_old_bundle_whole(
    trail: Trail, export: Export, tmp_path: Path
) -> None:
    old = export(trail).path.read_bytes()
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(ExportError, match="no room left"):
            export(trail)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [old]


def test_a_missing_folder_is_said(trail: Trail, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="its folder is not there"):
        export_bundle(trail, tmp_path / "gone" / "x.audit.zip", key=trail.key)


class Stopper:
    """Gives up at the third step."""

    def step(self, done: int, total: int) -> None:
        assert 0 < done <= total
        if done == 3:
            raise DeskError("stopped")


def test_giving_up_leaves_nothing(trail: Trail, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="stopped"):
        export_bundle(trail, tmp_path / "x.audit.zip", key=trail.key, progress=Stopper())
    assert list(tmp_path.iterdir()) == []
