"""The Audit workspace: what happened in words, one entry and its proof, filters, seal, verify."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from provenance_desk.gui.history import workspace
from provenance_desk.gui.history.chips import ALL
from provenance_desk.gui.shared.theme import apply_theme
from provenance_desk.gui.shared.tokens import DARK, LIGHT
from provenance_desk.project.actions.claims import ClaimDraft
from tests.gui.audit_support import NOTE, REASON, AuditDesk, copy_of, make_past, opened

Key = Qt.Key


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_past(tmp_path_factory.mktemp("audit") / "past")


@pytest.fixture
def desk(past: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[AuditDesk]:
    with opened(copy_of(past, tmp_path), qtbot) as found:
        yield found


def test_the_newest_entry_is_on_top_with_its_number_and_words(desk: AuditDesk) -> None:
    entries = desk.session.reader.count_events()
    rows = desk.rows()
    assert rows[0].endswith("entries")
    assert "unfolded" in rows[1]
    assert rows[2].startswith(f"{entries}, ")
    assert "took back: linked a passage to “" in rows[2]
    assert rows[3].endswith("taken back")


def test_the_first_entry_is_chosen_and_the_list_has_the_keys(desk: AuditDesk) -> None:
    view = desk.audit.panel.view
    assert view.hasFocus()
    assert view.currentIndex().row() == 2


def test_j_and_k_walk_over_entries_and_sittings_but_not_days(desk: AuditDesk) -> None:
    view = desk.audit.panel.view
    desk.press(Key.Key_J)
    assert view.currentIndex().row() == 3
    desk.press(Key.Key_K)
    desk.press(Key.Key_K)
    assert view.currentIndex().row() == 1
    desk.press(Key.Key_Up)
    assert view.currentIndex().row() == 1


def test_a_change_of_mind_shows_before_and_after_with_its_reason(desk: AuditDesk) -> None:
    desk.choose("changed the judgement")
    said = desk.said(desk.audit.details.entry)
    for words in ("Alleged", "Disputed", "supports", "contradicts", "high", "low", REASON):
        assert words in said
    assert "UTC, claimed" in said


def test_the_quote_is_shown_in_its_context_and_found_word_for_word(desk: AuditDesk) -> None:
    desk.choose("changed the judgement")
    said = desk.said(desk.audit.details.entry)
    assert "Mizintsev’s resignation was reported today" in said
    assert "But he said the reasons" in said
    assert "found word for word" in said
    assert "not found" not in said


def test_the_chain_is_worked_out_anew(desk: AuditDesk) -> None:
    desk.choose("changed the judgement")
    event = next(e for e in desk.session.reader.events() if e.type == "link.revised")
    said = desk.said(desk.audit.details.chain)
    assert event.id in said
    assert event.prev in said
    assert "matches" in said
    assert "signature holds" in said
    assert f"{len(next(desk.session.reader.lines(event.feed, event.seq)))} bytes" in said


def test_enter_goes_to_the_passage(desk: AuditDesk, qtbot: QtBot) -> None:
    desk.choose("changed the judgement")
    event = next(e for e in desk.session.reader.events() if e.type == "link.revised")
    link = desk.session.reader.link(getattr(event.body, "link", ""))
    assert link is not None
    with qtbot.waitSignal(desk.desk.place_wanted) as wanted:
        desk.press(Key.Key_Return)
    assert wanted.args == [link.document, link.start, link.end]


def test_enter_on_a_sitting_folds_it_and_unfolds_it(desk: AuditDesk) -> None:
    before = desk.rows()
    desk.audit.panel.view.choose(1)
    desk.press(Key.Key_Return)
    assert len(desk.rows()) < len(before)
    assert desk.audit.panel.view.currentIndex().row() == 1
    desk.press(Key.Key_Return)
    assert desk.rows() == before


def test_the_rest_of_a_long_sitting_is_listed_when_asked_for(desk: AuditDesk) -> None:
    desk.audit.panel.view.choose(desk.row_with("more entries"))
    desk.press(Key.Key_Return)
    numbers = [said for said in desk.rows() if said.split(",")[0].isdigit()]
    assert len(numbers) == desk.session.reader.count_events()


def test_a_chip_filters_by_group_and_says_how_many(desk: AuditDesk) -> None:
    chips = desk.audit.panel.chips
    assert chips.chip(ALL).text() == f"All  {desk.session.reader.count_events()}"
    chips.chip("Notes").click()
    assert [said for said in desk.rows() if "noted" in said]
    assert not [said for said in desk.rows() if "linked" in said]
    assert not chips.chip("Disagreements").isEnabled()


def test_f_leads_to_the_filter_and_words_are_found(desk: AuditDesk, qtbot: QtBot) -> None:
    desk.press(Key.Key_F)
    assert desk.audit.panel.filter.hasFocus()
    desk.write("RESIGNATION disputed")
    qtbot.waitUntil(lambda: any("changed the judgement" in said for said in desk.rows()))
    qtbot.waitUntil(lambda: not any("added the document" in said for said in desk.rows()))
    desk.press(Key.Key_Down)
    assert desk.audit.panel.view.hasFocus()


def test_escape_clears_the_filter(desk: AuditDesk, qtbot: QtBot) -> None:
    before = desk.rows()
    desk.press(Key.Key_F)
    desk.write("nobody says this")
    qtbot.waitUntil(lambda: desk.rows() == [])
    desk.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: len(desk.rows()) == len(before))


def test_an_entry_asked_for_is_shown_whatever_is_filtered_out(desk: AuditDesk) -> None:
    desk.audit.panel.chips.chip("Notes").click()
    event = next(e for e in desk.session.reader.events() if e.type == "project.created")
    desk.desk.show_entry(event.id)
    view = desk.audit.panel.view
    assert "began the project" in desk.rows()[view.currentIndex().row()]
    assert desk.audit.panel.chips.chosen == ALL


def test_a_step_appears_on_top_and_the_chosen_entry_stays(desk: AuditDesk, qtbot: QtBot) -> None:
    desk.choose("noted")
    desk.session.do(lambda project: project.add_claim(ClaimDraft("He resigned in April.")))
    qtbot.waitUntil(lambda: any("He resigned in April." in said for said in desk.rows()))
    view = desk.audit.panel.view
    assert NOTE in desk.rows()[view.currentIndex().row()]


def test_unsealed_entries_are_counted_and_sealed_on_request(desk: AuditDesk, qtbot: QtBot) -> None:
    seal = desk.audit.panel.seal
    assert "Sealed up to entry" in seal.words
    desk.session.do(lambda project: project.add_note("One more."))
    qtbot.waitUntil(lambda: "1 entry not sealed yet" in seal.words)
    seal.seal_wanted.emit()
    qtbot.waitUntil(lambda: "signed" in seal.words)


def test_v_verifies_the_file_and_keeps_the_result(desk: AuditDesk, qtbot: QtBot) -> None:
    desk.press(Key.Key_V)
    qtbot.waitUntil(lambda: desk.audit.verifying.outcome is not None, timeout=20_000)
    entries = desk.session.reader.count_events()
    qtbot.waitUntil(lambda: f"{entries} entries" in desk.audit.panel.seal.words)
    assert "2 feeds" in desk.audit.panel.seal.words
    assert "0 findings" in desk.audit.panel.seal.words


def test_what_is_wrong_is_shown_in_place(past: Path, tmp_path: Path, qtbot: QtBot) -> None:
    path = copy_of(past, tmp_path)
    with sqlite3.connect(path) as file:
        file.execute(
            "UPDATE event SET line ="
            " CAST(replace(CAST(line AS TEXT), 'alleged', 'Alleged') AS BLOB)"
            " WHERE number = (SELECT number FROM event WHERE type = 'link.made' AND feed = 1"
            " ORDER BY number DESC LIMIT 1 OFFSET 3)"
        )
    file.close()
    with opened(path, qtbot) as desk:
        desk.press(Key.Key_V)
        found = qtbot.waitUntil
        found(lambda: desk.audit.panel.findings_place.count() == 1, timeout=20_000)
        outcome = desk.audit.verifying.outcome
        assert outcome is not None
        assert outcome.exit == 1
        assert any("can’t be read" in row for row in desk.rows())
        place = desk.audit.panel.findings_place.itemAt(0)
        assert place is not None
        said = desk.said(place.widget())
        assert outcome.first_line in said
        assert "altered or damaged" in said
        desk.press(Key.Key_Escape)
        found(lambda: desk.window.focusWidget() is desk.audit.panel.view)


def test_the_feeds_say_whose_key_and_how_many_entries(desk: AuditDesk) -> None:
    said = desk.said(desk.audit.feeds)
    assert "Reviewer A" in said
    assert "this key, on this computer" in said
    assert "Demo" in said
    assert "seen before, not checked" in said
    assert "What a trail cannot show" in said


def test_a_long_history_is_shown_by_its_newest_entries_first(
    past: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workspace, "AT_ONCE", 10)
    monkeypatch.setattr(workspace, "NEWEST", 8)
    with opened(copy_of(past, tmp_path), qtbot) as desk:
        entries = desk.session.reader.count_events()
        assert desk.rows()[2].startswith(f"{entries}, ")
        model = desk.audit.panel.model
        qtbot.waitUntil(lambda: model.outline.is_whole)
        assert len(model.outline) == entries
        assert desk.audit.panel.view.currentIndex().row() == 2


def test_the_model_is_sound_while_it_folds_and_filters(
    desk: AuditDesk, qtmodeltester: ModelTester
) -> None:
    model = desk.audit.panel.model
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.toggle(1)
    model.toggle(desk.row_with("folded"))
    desk.audit.panel.chips.chip("Links").click()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_another_theme_paints_everything_anew(desk: AuditDesk, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desk.choose("changed the judgement")
    try:
        apply_theme(app, "dark")
        qtbot.waitUntil(lambda: DARK.disputed_bg in desk.said(desk.audit.details.entry))
    finally:
        apply_theme(app, "light")
    qtbot.waitUntil(lambda: LIGHT.disputed_bg in desk.said(desk.audit.details.entry))


def test_every_control_has_a_name(desk: AuditDesk) -> None:
    from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLineEdit, QWidget

    desk.choose("changed the judgement")
    kinds = QAbstractButton | QLineEdit | QAbstractScrollArea
    nameless = [
        part
        for part in desk.audit.widget.findChildren(QWidget)
        if isinstance(part, kinds)
        and part.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not part.isHidden()
        and not (part.accessibleName() or getattr(part, "text", str)())
    ]
    assert nameless == []


def test_making_the_workspace_imports_no_database() -> None:
    code = (
        "import sys, provenance_desk.gui.history.workspace\n"
        "print([name for name in ('sqlmodel', 'sqlalchemy', 'pydantic') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
