"""Both themes: every pair of colours can be read, and the desk changes while it runs."""

from dataclasses import fields

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette
from pytestqt.qtbot import QtBot

from provenance_desk.gui.shared.icons import icon, icon_names
from provenance_desk.gui.shared.theme import apply_theme, current_tokens, system_theme
from provenance_desk.gui.shared.tokens import (
    DARK,
    DOCUMENT_DOTS,
    LIGHT,
    Tokens,
    contrast,
    document_dot,
)
from tests.gui.reading_support import look_up

GROUNDS = ("bg", "panel", "card", "read", "hover")
INKS = ("ink", "mute", "accent", "confirmed", "alleged", "disputed", "differ")
PAIRS = [
    *((ink, ground) for ink in INKS for ground in GROUNDS),
    *(("ink", f"{status}_bg") for status in ("confirmed", "alleged", "disputed", "differ")),
    *((status, f"{status}_bg") for status in ("confirmed", "alleged", "disputed", "differ")),
    ("ink", "focus_bg"),
    ("ink", "select"),
    ("ink", "find"),
    ("ink", "accent_bg"),
    ("mute", "accent_bg"),
    ("mute", "alleged_bg"),
    ("on_accent", "accent"),
]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("pair", PAIRS, ids="-on-".join)
def test_text_reaches_the_contrast_of_wcag(tokens: Tokens, pair: tuple[str, str]) -> None:
    ink, ground = (str(getattr(tokens, name)) for name in pair)
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_marks_without_words_reach_three_to_one(tokens: Tokens) -> None:
    grounds = (tokens.read, tokens.card, tokens.panel)
    assert min(contrast(tokens.edge, ground) for ground in grounds) >= 3
    dots = [contrast(dot, tokens.card) for dot in DOCUMENT_DOTS]
    assert min(dots) >= 2.9


def test_both_themes_name_every_colour() -> None:
    for tokens in (LIGHT, DARK):
        for field in fields(tokens):
            if field.type is str and field.name != "name":
                assert QColor(str(getattr(tokens, field.name))).isValid()


def test_statuses_and_standings_have_their_own_ink_and_tint() -> None:
    assert LIGHT.status("confirmed by record") == LIGHT.confirmed
    assert LIGHT.status("reported") == LIGHT.alleged
    assert LIGHT.status_bg("disputed") == LIGHT.disputed_bg
    assert LIGHT.status("not assessed") == LIGHT.mute
    assert LIGHT.status_bg("not assessed") == LIGHT.bg


def test_dots_of_documents_begin_anew_after_the_last() -> None:
    assert document_dot(0) == document_dot(len(DOCUMENT_DOTS))


def test_a_theme_is_changed_while_the_desk_runs(qtbot: QtBot) -> None:
    app = look_up("light")
    for name, tokens in (("dark", DARK), ("light", LIGHT)):
        assert apply_theme(app, name) is tokens
        assert current_tokens() is tokens
        assert app.palette().color(QPalette.ColorRole.Window) == QColor(tokens.bg)
        assert tokens.accent in app.styleSheet()


def test_the_systems_choice_is_one_of_the_two(qtbot: QtBot) -> None:
    assert system_theme(look_up()) in ("light", "dark")


def ink_of(picture: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    """The colours of the fully covered pixels."""
    image = picture.pixmap(QSize(32, 32), mode).toImage()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    colours = (image.pixelColor(x, y) for x, y in places)
    return {colour.name() for colour in colours if colour.alpha() == 255}


def test_an_icon_follows_the_theme_without_being_set_anew(qtbot: QtBot) -> None:
    app = look_up("light")
    picture = icon("link")
    assert ink_of(picture) == {LIGHT.ink}
    apply_theme(app, "dark")
    assert ink_of(picture) == {DARK.ink}
    assert ink_of(picture, QIcon.Mode.Disabled) == {DARK.edge}
    apply_theme(app, "light")


def test_every_icon_paints_something_and_is_sharp_at_two_pixels_a_point(qtbot: QtBot) -> None:
    look_up()
    names = icon_names()
    assert len(names) > 60
    for name in names:
        pixmap = icon(name).pixmap(QSize(16, 16), 2.0)
        assert pixmap.size() == QSize(32, 32), name
        assert not pixmap.toImage().allGray() or ink_of(icon(name)), name
