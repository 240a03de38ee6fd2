"""Exporting from the desk: what goes in and stays, the file, its verification, and reports."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from provenance_desk.audit.findings import Exit
from provenance_desk.audit.trust import TrustBook
from provenance_desk.domain.words import Handling
from provenance_desk.exchange.scope import Scope
from provenance_desk.exchange.verify import verify_bundle
from provenance_desk.gui.exporting.contents import contents, free_place, slug
from provenance_desk.gui.exporting.export_dialog import ExportDialog
from provenance_desk.gui.exporting.findings_view import MEANINGS, FindingsView, Outcome
from provenance_desk.gui.report.saving import ask_report, save_report, with_suffix
from tests.gui.audit_support import AuditDesk, copy_of, make_past, opened

PASSPHRASE = "four plain words here"


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_past(tmp_path_factory.mktemp("export") / "past")


@pytest.fixture
def desk(past: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[AuditDesk]:
    with opened(copy_of(past, tmp_path), qtbot) as found:
        yield found


@pytest.fixture
def dialog(desk: AuditDesk, qtbot: QtBot) -> ExportDialog:
    made = ExportDialog(desk.desk)
    qtbot.addWidget(made)
    made.show()
    return made


def _exported(dialog: ExportDialog, qtbot: QtBot) -> Path:
    dialog.export()
    qtbot.waitUntil(lambda: dialog.done_page is not None, timeout=30_000)
    assert dialog.done_page is not None
    return dialog.done_page.result.path


def test_a_name_is_made_from_the_title() -> None:
    assert slug("Mizintsev: dismissed, and by whose word?") == (
        "mizintsev-dismissed-and-by-whose-word"
    )
    assert slug("Élan d’été") == "elan-dete"
    assert slug("Мизинцев") == "project"
    assert len(slug("word " * 60)) <= 64


def test_a_taken_name_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "a.audit.zip").touch()
    assert free_place(tmp_path, "A").name == "a-2.audit.zip"


def test_the_dialog_proposes_a_name_beside_the_project(
    dialog: ExportDialog, desk: AuditDesk
) -> None:
    assert dialog.asking.path.parent == desk.session.path.parent
    assert dialog.asking.path.name == "mizintsev-dismissed-and-by-whose-word.audit.zip"


def test_it_says_what_goes_in_and_what_stays(desk: AuditDesk) -> None:
    whole = contents(desk.session.reader, Scope.WHOLE)
    quotes = contents(desk.session.reader, Scope.QUOTES)
    assert any("3 documents, original and text" in line for line in whole.goes)
    assert not any("original and text" in line for line in quotes.goes)
    assert any("original and text of 3 documents" in line for line in quotes.stays)
    assert any("private key" in line for line in whole.stays)


def test_a_private_document_stays_with_its_quotes(desk: AuditDesk, qtbot: QtBot) -> None:
    document = desk.session.reader.documents()[0].id
    desk.session.do(lambda project: project.mark_document(document, Handling.PRIVATE))
    qtbot.waitUntil(lambda: desk.session.reader.documents()[0].handling is Handling.PRIVATE)
    held = contents(desk.session.reader, Scope.WHOLE)
    assert any("2 documents, original and text" in line for line in held.goes)
    assert any("do not share" in line and "quotes" in line for line in held.stays)


def test_choosing_quotes_only_is_shown_at_once(dialog: ExportDialog, desk: AuditDesk) -> None:
    dialog.asking.quotes.click()
    assert dialog.asking.scope is Scope.QUOTES
    assert "original and text of 3 documents" in desk.said(dialog.asking)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("with space.audit.zip", "can't be called"),
        ("bundle.zip", "can't be called"),
        ("no/such/folder/a.audit.zip", "no such folder"),
    ],
)
def test_a_place_that_will_not_do_is_told_in_place(
    dialog: ExportDialog, desk: AuditDesk, tmp_path: Path, name: str, words: str
) -> None:
    dialog.asking.field.setText(str(tmp_path / name))
    dialog.export()
    assert words in desk.said(dialog.asking)
    assert dialog.pages.currentWidget() is dialog.asking


def test_a_file_that_is_there_is_replaced_only_when_asked_twice(
    dialog: ExportDialog, desk: AuditDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "a.audit.zip"
    path.write_text("mine")
    dialog.asking.field.setText(str(path))
    dialog.export()
    assert "a.audit.zip is there already" in desk.said(dialog.asking)
    assert path.read_text() == "mine"
    assert _exported(dialog, qtbot).read_bytes().startswith(b"PK")


def test_an_export_verifies_and_is_recorded(
    dialog: ExportDialog, desk: AuditDesk, qtbot: QtBot
) -> None:
    before = desk.session.reader.count_events()
    path = _exported(dialog, qtbot)
    verification = verify_bundle(path, trust=TrustBook(desk.home))
    assert verification.exit is Exit.VERIFIED
    newest = desk.session.reader.newest_event()
    assert newest is not None
    assert (newest.type, desk.session.reader.count_events()) == ("bundle.exported", before + 1)


def test_what_was_exported_is_said_with_the_manifest(
    dialog: ExportDialog, desk: AuditDesk, qtbot: QtBot
) -> None:
    path = _exported(dialog, qtbot)
    page = dialog.done_page
    assert page is not None
    said = desk.said(page)
    assert str(path) in said
    digits = page.result.manifest
    assert f"manifest {digits[:4]} {digits[4:8]}" in said


def test_ctrl_enter_exports_from_the_field(dialog: ExportDialog, qtbot: QtBot) -> None:
    QTest.keyClick(dialog.asking.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.done_page is not None, timeout=30_000)


def test_the_bundle_is_verified_from_the_dialog(
    dialog: ExportDialog, qtbot: QtBot, desk: AuditDesk
) -> None:
    _exported(dialog, qtbot)
    page = dialog.done_page
    assert page is not None
    page.verify_button.click()
    qtbot.waitUntil(lambda: page.findings is not None, timeout=30_000)
    said = desk.said(page.findings)
    assert "VERIFIED: 2 feeds" in said
    assert "Nothing was changed since it was signed" in said


def test_the_commands_shown_are_those_that_check_it(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    path = _exported(dialog, qtbot)
    page = dialog.done_page
    assert page is not None
    page.readme_button.click()
    assert page.commands_box is not None
    shown = page.commands_box.toPlainText()
    shell = "\n".join(line for line in shown.splitlines() if "provenance-desk verify" not in line)
    done = subprocess.run(
        ["sh", "-ec", shell], cwd=path.parent, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("Good") == 2


def test_an_export_given_up_leaves_nothing(
    dialog: ExportDialog, desk: AuditDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    before = desk.session.reader.count_events()
    dialog.asking.field.setText(str(tmp_path / "a.audit.zip"))
    dialog.export()
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog.is_working, timeout=30_000)
    assert "Given up" in desk.said(dialog.asking)
    assert not list(tmp_path.glob("*.zip"))
    assert desk.session.reader.count_events() == before


def test_a_locked_key_must_be_unlocked_first(tmp_path: Path, qtbot: QtBot) -> None:
    past = make_past(tmp_path / "locked", PASSPHRASE)
    with opened(past / "demo.provdesk", qtbot) as desk:
        dialog = ExportDialog(desk.desk)
        qtbot.addWidget(dialog)
        dialog.show()
        assert not dialog.asking.export_button.isEnabled()
        assert dialog.asking.unlock_button.isVisible()
        with qtbot.waitSignal(dialog.asking.unlock_wanted):
            QTest.keyClick(dialog.asking.field, Qt.Key.Key_Return)
        desk.session.do(lambda project: project.identity.unlock(PASSPHRASE))
        qtbot.waitUntil(dialog.asking.export_button.isEnabled)
        assert not dialog.asking.unlock_button.isVisible()


def test_every_exit_is_explained() -> None:
    assert set(MEANINGS) == set(Exit)


def test_findings_can_be_read_and_copied(qtbot: QtBot, desk: AuditDesk) -> None:
    outcome = Outcome(
        Exit.FAILED,
        "FAILED C-PREV: line 3: the chain breaks.",
        (("C-PREV", "line 3", "the chain breaks."),),
        {"C-PREV": 4},
        ("A note.",),
    )
    view = FindingsView(outcome)
    qtbot.addWidget(view)
    said = desk.said(view)
    for words in ("FAILED C-PREV", "altered or damaged", "line 3", "4 more", "A note."):
        assert words in said
        assert words in outcome.text
    with qtbot.waitSignal(view.closed):
        QTest.keyClick(view, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("name", "begins"),
    [("r.html", b"<!DOCTYPE html>"), ("r.md", b"# "), ("r.pdf", b"%PDF-")],
)
def test_a_report_is_saved_in_its_form(
    desk: AuditDesk, qtbot: QtBot, tmp_path: Path, name: str, begins: bytes
) -> None:
    with qtbot.waitSignal(desk.desk.said, timeout=30_000) as told:
        save_report(desk.desk, tmp_path / name)
    assert name in told.args[0]
    assert (tmp_path / name).read_bytes()[:80].lower().startswith(begins.lower())


def test_a_report_that_cannot_be_written_says_why(
    desk: AuditDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(desk.desk.refused, timeout=30_000) as told:
        save_report(desk.desk, tmp_path / "nowhere" / "r.html")
    assert "folder is not there" in str(told.args[0])


def test_the_ending_is_that_of_the_chosen_form() -> None:
    assert with_suffix(Path("/a/report"), ".pdf") == Path("/a/report.pdf")
    assert with_suffix(Path("/a/report.md"), ".pdf") == Path("/a/report.md")


def test_nothing_is_saved_where_nobody_chose_a_place(
    desk: AuditDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert ask_report(desk.desk) is None
