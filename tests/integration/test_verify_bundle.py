"""Verification as a whole: outcomes in words, trust, folders, and derived files made again."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from provenance_desk.audit.high_water import HighWater
from provenance_desk.audit.keys import SigningKey, fingerprint
from provenance_desk.audit.trust import TrustBook
from provenance_desk.domain.errors import DeskError
from provenance_desk.exchange import bag_layout, derived
from provenance_desk.exchange.bag_writer import DECLARATION, MANIFEST, TAG_MANIFEST
from provenance_desk.exchange.bundle_out import export_bundle
from provenance_desk.exchange.renderer import RENDERER
from provenance_desk.exchange.verification_result import Verification
from provenance_desk.exchange.verify import verify_bundle
from provenance_desk.exchange.zip_reader import ZipReader
from tests.integration.bundle_maker import (
    ANNA,
    BEN,
    MALLORY,
    PROJECT,
    Feed,
    Files,
    Good,
    sha,
    unpacked,
    zipped,
)
from tests.trail import Trail

Verify = Callable[..., Verification]


@pytest.fixture
def trust(home: Path) -> TrustBook:
    """Anna and Ben are known here, nobody else."""
    book = TrustBook(home)
    book.mark_seen([ANNA.public, BEN.public])
    return book


@pytest.fixture
def verify(trust: TrustBook, tmp_path: Path) -> Verify:
    """Verify a path, or the zip of these files."""

    def run(files: Files | Path, **options: object) -> Verification:
        path = files if isinstance(files, Path) else tmp_path / "bridge.audit.zip"
        if not isinstance(files, Path):
            path.write_bytes(zipped(files))
        return verify_bundle(path, **{"trust": trust, **options})  # type: ignore[arg-type]

    return run


def real(folder: Path) -> tuple[Path, SigningKey]:
    """A bundle of the program's own exporter, and the key that signed it."""
    trail = Trail("A dismissal")
    document = trail.document("news.txt", "A minister was dismissed.\n", title="A minister goes")
    trail.link(trail.claim("The minister was dismissed"), document, 0, 25)
    path = folder / "a-dismissal.audit.zip"
    export_bundle(trail, path, key=trail.key)
    return path, trail.key


def members(path: Path) -> Files:
    with ZipReader(path) as reader:
        return {n.split("/", 1)[1]: b"".join(reader.chunks(n)) for n in reader.members}


def test_the_first_line_counts_and_names_the_signer(verify: Verify) -> None:
    result = verify(Good().files())
    assert result.first_line == (
        f"VERIFIED: 2 feeds, 11 events, signed by Anna ({fingerprint(ANNA.public)})."
    )


def test_a_petname_beats_the_name_that_a_key_gives_itself(verify: Verify, trust: TrustBook) -> None:
    trust.set_petname(ANNA.public, "Anna from the desk")
    assert "signed by Anna from the desk (SHA256:" in verify(Good().files()).first_line


def test_unknown_authors_are_named_and_stay_unknown(verify: Verify, trust: TrustBook) -> None:
    good = Good()
    good.ben = Feed(MALLORY, "b" * 32)
    good.write_ben()
    result = verify(good.files())
    assert result.first_line.startswith("INTACT BUT NOT TRUSTED: 2 feeds, 11 events, signed by ")
    assert f"({fingerprint(MALLORY.public)}) is not known here." in result.first_line
    assert MALLORY.public not in trust.known()


def test_nobody_is_known_in_an_empty_home(verify: Verify, tmp_path: Path) -> None:
    result = verify(Good().files(), trust=TrustBook(tmp_path / "empty"))
    assert (result.exit, len(result.findings)) == (3, 2)


def test_naming_the_signer_makes_the_exporter_known(verify: Verify, tmp_path: Path) -> None:
    files = Good(with_ben=False).files()
    strangers = TrustBook(tmp_path / "empty")
    signer = fingerprint(ANNA.public)
    for named in (signer, signer.removeprefix("SHA256:"), ANNA.public):
        assert verify(files, trust=strangers, signer=named).exit == 0


def test_another_signer_than_the_one_named_is_not_trusted(verify: Verify) -> None:
    result = verify(Good().files(), signer=fingerprint(BEN.public))
    assert result.exit == 3
    assert "not by the signer you named" in result.first_line


def test_hostile_names_are_printed_with_their_marks_escaped(verify: Verify) -> None:
    good = Good()
    good.anna.add("profile.set", {"name": good.anna.attach(text="Anna \u202egnp.exe")})
    assert "Anna \\u{202e}gnp.exe" in verify(good.files()).first_line


@pytest.mark.parametrize("inside", [".", "bridge", "any name"])
def test_an_unpacked_folder_is_verified_under_any_name(
    verify: Verify, tmp_path: Path, inside: str
) -> None:
    folder = tmp_path / "unpacked"
    unpacked(Good().files(), folder / inside)
    before = sorted(folder.rglob("*"))
    assert verify(folder).exit == 0
    assert sorted(folder.rglob("*")) == before


def test_a_folder_with_a_link_in_it_is_refused(verify: Verify, tmp_path: Path) -> None:
    folder = unpacked(Good().files(), tmp_path / "unpacked")
    (folder / "data" / "passwd").symlink_to("/etc/passwd")
    assert verify(folder).first_line.startswith("REFUSED Z-NOTFILE: data/passwd")


def test_a_folder_zipped_again_is_refused_with_the_way_out(verify: Verify, tmp_path: Path) -> None:
    folder = unpacked(Good().files(), tmp_path / "unpacked" / "bridge")
    again = shutil.make_archive(str(tmp_path / "again"), "zip", folder.parent)
    assert verify(Path(again)).exit == 6
    assert verify(folder).exit == 0


def test_an_empty_folder_is_no_bundle(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert verify(tmp_path / "empty").exit == 1


def test_what_is_not_there_is_an_error_of_use(verify: Verify, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match=r"nothing\.audit\.zip.* can't be opened"):
        verify(tmp_path / "nothing.audit.zip")


def test_withheld_and_missing_things_are_counted(verify: Verify) -> None:
    good = Good()
    good.anna.attachments = good.anna.attachments[:1]
    result = verify(good.files())
    assert result.counts["quotes"] == 2
    assert result.counts["quotes checked"] == 1
    assert result.counts["quotes withheld"] == 1
    assert "2 attachments were left out; the entries that name them are here." in result.notes


def test_quotes_without_their_text_are_counted_as_unchecked(verify: Verify) -> None:
    good = Good(scope="quotes")
    payload = {p: d for p, d in good.payload().items() if not p.startswith("data/texts")}
    result = verify(good.signed(payload))
    assert (result.exit, result.counts["quotes unchecked"], result.scope) == (0, 2, "quotes")


def test_files_that_no_entry_names_are_noted(verify: Verify) -> None:
    good = Good()
    more = good.payload() | {f"data/texts/{sha(b'more')}.txt": b"more"}
    assert "1 file of documents in here, that no entry names." in verify(good.signed(more)).notes


def test_a_fork_without_its_feed_is_missing_it(verify: Verify) -> None:
    good = Good()
    stray = Feed(ANNA, "c" * 32)
    stray.add("feed.opened", {"app": "test"})
    payload = good.payload() | stray.files(f"data/forks/{stray.id}-{stray.head}")
    missing = f"B-MISSING: data/feeds/{stray.id}/events.jsonl: "
    assert missing in verify(good.signed(payload)).first_line


def test_ids_of_a_feed_that_is_not_here_are_waiting(verify: Verify) -> None:
    good = Good(exporter=BEN)
    payload = {p: d for p, d in good.payload().items() if ("a" * 32) not in p}
    result = verify(good.signed(payload, feeds=good.note(b"").feeds[1:]))
    assert [finding.code for finding in result.findings] == ["F-FEEDGONE"]
    assert result.counts["waiting"] == 4


def test_an_earlier_export_of_an_own_feed_is_no_rollback(verify: Verify, home: Path) -> None:
    marks = HighWater(home)
    marks.raise_mark(PROJECT, "a" * 32, 9, "f" * 64)
    result = verify(Good().files(), marks=marks)
    assert result.exit == 0
    assert "is yours and has gone on since: 7 of its 9 entries are in here." in result.notes[0]


def test_another_history_of_an_own_feed_is_a_fork(verify: Verify, home: Path) -> None:
    marks = HighWater(home)
    marks.raise_mark(PROJECT, "a" * 32, 7, "f" * 64)
    assert verify(Good().files(), marks=marks).first_line.startswith("CONFLICT F-FORK: ")


def test_derived_files_of_another_renderer_are_not_judged(verify: Verify) -> None:
    result = verify(Good().files())
    assert result.exit == 0
    assert "made by another-program/1 and was not rendered again" in result.notes[0]


def test_our_own_export_verifies_and_renders_again_alike(verify: Verify, tmp_path: Path) -> None:
    path, key = real(tmp_path)
    result = verify(path, signer=key.public)
    assert (result.exit, list(result.notes)) == (0, [])


def test_a_bundle_may_be_renamed(verify: Verify, tmp_path: Path) -> None:
    path, key = real(tmp_path)
    files = members(path)
    renamed = tmp_path / "renamed.audit.zip"
    renamed.write_bytes(zipped(files, "renamed"))
    assert verify(renamed, signer=key.public).exit == 0
    assert verify(unpacked(files, tmp_path / "folder"), signer=key.public).exit == 0


@pytest.mark.parametrize("name", sorted(derived.DERIVED))
def test_a_derived_file_that_does_not_render_alike_is_r_1(
    verify: Verify, tmp_path: Path, name: str
) -> None:
    path, key = real(tmp_path)
    changed = signed_again(path, key, lambda payload: payload | {name: payload[name] + b"\n"})
    result = verify(changed, signer=key.public)
    assert result.first_line.startswith(f"FAILED R-DIFFERS: data/{name}")
    assert result.exit == 1


def signed_again(path: Path, key: SigningKey, change: Callable[[Files], Files]) -> Files:
    """A real bundle's payload, changed and signed again by the key that signed it before."""
    payload = {p: d for p, d in members(path).items() if p.startswith("data/")}
    short = {p.removeprefix("data/"): d for p, d in payload.items()}
    changed = {f"data/{p}": d for p, d in change(short).items()}
    feed = next(p for p in payload if p.endswith("events.jsonl"))
    lines = payload[feed].splitlines()
    good = Good(exporter=key, project=json.loads(lines[0])["project"], renderer=RENDERER)
    head = replace(good.note(b"").feeds[0], feed=feed.split("/")[2], size=len(lines))
    return good.signed(changed, feeds=(replace(head, head=sha(lines[-1])),))


def test_the_json_of_a_result_says_everything(verify: Verify) -> None:
    files = Good().files()
    said = json.loads(json.dumps(verify(files | {"setup.exe": b"MZ"}).to_json()))
    assert said["exit"] == 1
    assert said["first_line"] == "FAILED B-UNEXPECTED: setup.exe: a bundle has no such file."
    assert said["findings"][0] == {
        "code": "B-UNEXPECTED",
        "exit": 1,
        "where": "setup.exe",
        "sentence": "a bundle has no such file.",
    }
    assert said["counts"]["events"] == 11
    assert said["exporter"]["fingerprint"] == fingerprint(ANNA.public)


def test_many_findings_of_a_kind_are_counted_not_listed(verify: Verify) -> None:
    more = {f"data/more{number}": b"" for number in range(50)}
    result = verify(Good().files() | more)
    assert len(result.findings) == 20
    assert result.to_json()["more_findings"] == {"B-UNLISTED": 30}


def test_progress_is_told_and_may_stop_the_work(verify: Verify) -> None:
    class Stopped(DeskError):
        """Somebody pressed cancel."""

    class Watcher:
        def step(self, done: int, total: int) -> None:
            if done == total:
                raise Stopped

    with pytest.raises(Stopped):
        verify(Good().files(), progress=Watcher())


def test_the_exporter_and_the_verifier_mean_the_same_files() -> None:
    assert {f"data/{name}" for name in derived.DERIVED} == set(bag_layout.DERIVED)
    assert (DECLARATION, MANIFEST, TAG_MANIFEST) == (
        bag_layout.DECLARATION,
        bag_layout.MANIFEST,
        bag_layout.TAG_MANIFEST,
    )
