"""The small widgets: buttons with keys, choices, pills, labels that are cut."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from provenance_desk.domain.words import Standing, Status
from provenance_desk.gui.shared.glyphs import paint_status_glyph
from provenance_desk.gui.shared.preferences import Preferences
from provenance_desk.gui.shared.widgets_buttons import Choice, KeyButton, Segments, chip
from provenance_desk.gui.shared.widgets_cards import Card, Note, ThinBar
from provenance_desk.gui.shared.widgets_labels import (
    CutLabel,
    FieldLabel,
    ReviewerMark,
    section_title,
)
from provenance_desk.gui.shared.widgets_status import ConfidenceBars, StatusGlyph, StatusPill
from tests.gui.reading_support import look_up

LEFT = Qt.MouseButton.LeftButton
W = TypeVar("W", bound=QWidget)


@pytest.fixture(autouse=True)
def _theme(qtbot: QtBot) -> None:
    look_up()


def on_screen(qtbot: QtBot, widget: W) -> W:
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def test_every_status_and_standing_has_a_glyph_of_its_own() -> None:
    pictures = []
    for word in {*Status, *Standing}:
        image = QImage(44, 44, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_status_glyph(painter, QRectF(2, 2, 40, 40), str(word), QColor("black"))
        painter.end()
        pictures.append((str(word), image))
    alike = [(a, b) for a, first in pictures for b, second in pictures if a < b and first == second]
    assert alike == []


def test_a_button_shows_an_action_with_its_key_and_does_it(qtbot: QtBot) -> None:
    action = QAction("&Export…")
    action.setShortcut("Ctrl+E")
    button = on_screen(qtbot, KeyButton.of_action(action))
    assert (button.text(), button.accessibleName()) == ("Export…", "Export…")
    assert button.keys == "Ctrl E"
    with qtbot.waitSignal(action.triggered):
        QTest.mouseClick(button, LEFT)
    action.setEnabled(False)
    assert not button.isEnabled()


def test_a_button_is_wide_enough_for_its_key(qtbot: QtBot) -> None:
    plain, keyed = KeyButton("Verify"), KeyButton("Verify", "Ctrl Shift V")
    assert keyed.sizeHint().width() > plain.sizeHint().width() + 60
    assert chip("Links", 61).text() == "Links  61"


def statuses() -> Segments:
    return Segments("Status", [Choice(s, s.capitalize(), s) for s in Status])


def test_no_status_is_chosen_at_the_start(qtbot: QtBot) -> None:
    assert on_screen(qtbot, statuses()).value == ""


def test_a_click_and_the_arrows_choose(qtbot: QtBot) -> None:
    segments = on_screen(qtbot, statuses())
    heard: list[str] = []
    segments.value_chosen.connect(heard.append)
    button = segments.button("alleged")
    QTest.mouseClick(button, LEFT)
    QTest.keyClick(button, Qt.Key.Key_Right)
    assert heard == ["alleged", "disputed"]
    assert segments.value == "disputed"


def test_showing_a_value_tells_nobody(qtbot: QtBot) -> None:
    segments = on_screen(qtbot, statuses())
    with qtbot.assertNotEmitted(segments.value_chosen):
        segments.show_value("confirmed")
        assert segments.value == "confirmed"
        segments.show_value("")
    assert segments.value == ""


def test_choices_say_what_they_are_to_screen_readers(qtbot: QtBot) -> None:
    segments = statuses()
    qtbot.addWidget(segments)
    assert segments.button("alleged").accessibleName() == "Status: Alleged"


def test_marks_have_words_for_screen_readers(qtbot: QtBot) -> None:
    assert StatusPill("disputed").accessibleName() == "Disputed"
    assert StatusGlyph("alleged", 3).accessibleName() == "Alleged: 3"
    assert ConfidenceBars("low").accessibleName() == "Confidence: low"
    assert section_title("Claims").accessibleName() == "Claims"
    bar = ThinBar()
    bar.show_part(3, 4)
    assert bar.accessibleName() == "3 of 4"


def test_a_pill_may_say_more_than_its_status(qtbot: QtBot) -> None:
    pill = StatusPill("alleged")
    width = pill.sizeHint().width()
    pill.show_status("alleged", "Alleged: reviewers differ")
    assert pill.sizeHint().width() > width


def test_long_words_are_cut_after_two_lines_and_told_in_the_tool_tip(qtbot: QtBot) -> None:
    words = "Mizintsev was dismissed as deputy defence minister for logistics " * 4
    cut = CutLabel(words, lines=2)
    cut.resize(240, 60)
    on_screen(qtbot, cut)
    cut.grab()
    assert cut.heightForWidth(240) == 2 * cut.fontMetrics().lineSpacing()
    assert cut.heightForWidth(6000) == cut.fontMetrics().lineSpacing()
    assert cut.toolTip() == words
    cut.setText("Short.")
    cut.grab()
    assert cut.toolTip() == ""


def test_every_small_widget_paints_in_both_themes(qtbot: QtBot) -> None:
    made: list[QWidget] = [
        Card(),
        Note("Not independent", "Two passages repeat each other."),
        FieldLabel("Stance", "S X O"),
        ReviewerMark("a", "filled"),
        ReviewerMark("b"),
        ReviewerMark("d", "dashed"),
        StatusPill("reported"),
        ConfidenceBars("high"),
        KeyButton("Save", "Ctrl ↵", look="primary"),
    ]
    for widget in made:
        qtbot.addWidget(widget)
        look_up("light")
        light = widget.grab().toImage()
        look_up("dark")
        assert widget.grab().toImage() != light
    look_up("light")


def test_an_empty_note_hides_itself(qtbot: QtBot) -> None:
    note = Note("", "")
    qtbot.addWidget(note)
    assert note.isHidden()
    note.show_note("Not independent", "Why.")
    assert not note.isHidden()


def test_preferences_are_kept_in_a_file_of_their_own(tmp_path: Path) -> None:
    kept = Preferences(tmp_path)
    assert (kept.theme, kept.zoom, kept.shows_cues, kept.single_letters) == ("", 1.0, True, True)
    kept.theme, kept.zoom, kept.shows_cues, kept.single_letters = "dark", 1.25, False, False
    kept.keep_layout("window", QByteArray(b"\x00\x01state"))
    kept.add_recent_project(tmp_path / "a.provdesk")
    kept.add_recent_project(tmp_path / "b.provdesk")
    kept.add_recent_project(tmp_path / "a.provdesk")
    kept.sync()
    again = Preferences(tmp_path)
    assert (again.theme, again.zoom) == ("dark", 1.25)
    assert (again.shows_cues, again.single_letters) == (False, False)
    assert again.layout("window") == QByteArray(b"\x00\x01state")
    assert [path.name for path in again.recent_projects] == ["a.provdesk", "b.provdesk"]
    again.forget_recent_project(tmp_path / "a.provdesk")
    assert [path.name for path in again.recent_projects] == ["b.provdesk"]


def test_nonsense_in_the_settings_file_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "desk.ini").write_text("[General]\ntheme=pink\nzoom=big\n", encoding="utf-8")
    kept = Preferences(tmp_path)
    assert (kept.theme, kept.zoom) == ("", 1.0)
    assert kept.layout("window").isEmpty()
