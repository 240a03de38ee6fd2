"""Putting a theme on the running desk: palette, style sheet, base font."""

from typing import Final, cast

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from provenance_desk.gui.shared.fonts import frame_font
from provenance_desk.gui.shared.qss import style_sheet
from provenance_desk.gui.shared.tokens import LIGHT, THEMES, Tokens
from provenance_desk.locations import packaged

_PROPERTY: Final = "provdesk_theme"
_Role = QPalette.ColorRole
_ROLES: Final = {
    _Role.Window: "bg",
    _Role.Base: "card",
    _Role.AlternateBase: "panel",
    _Role.Button: "panel",
    _Role.Text: "ink",
    _Role.WindowText: "ink",
    _Role.ButtonText: "ink",
    _Role.BrightText: "ink",
    _Role.Highlight: "select",
    _Role.HighlightedText: "ink",
    _Role.PlaceholderText: "mute",
    _Role.ToolTipBase: "card",
    _Role.ToolTipText: "ink",
    _Role.Link: "accent",
    _Role.LinkVisited: "differ",
    _Role.Accent: "accent",
    _Role.Light: "card",
    _Role.Midlight: "line",
    _Role.Mid: "line",
    _Role.Dark: "edge",
}


def apply_theme(app: QApplication, name: str) -> Tokens:
    """Shows the whole desk in the theme `light` or `dark`, now and for widgets to come."""
    tokens = THEMES[name]
    app.setProperty(_PROPERTY, name)
    if app.style().objectName() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(frame_font())
    app.setPalette(palette_of(tokens))
    app.setStyleSheet(style_sheet(tokens, packaged("resources") / "icons" / "marks"))
    return tokens


def current_tokens() -> Tokens:
    """The tokens of the theme that is on; light before any was put on."""
    app = QCoreApplication.instance()
    return THEMES.get(str(app.property(_PROPERTY)), LIGHT) if app else LIGHT


def system_theme(app: QApplication) -> str:
    """What the system asks for: the first value, until the person chooses."""
    dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def palette_of(tokens: Tokens) -> QPalette:
    """The tokens as a palette, for everything that the style sheet does not name."""
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, QColor(cast(str, getattr(tokens, token))))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.edge))
    return palette
