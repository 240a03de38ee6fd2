"""The style sheet on top of Fusion, written from the tokens."""

from pathlib import Path
from string import Template
from typing import Final

from provenance_desk.gui.shared.tokens import Tokens

_FRAME: Final = """
QMainWindow, QDialog, QWidget#desk { background: $bg; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QWidget#panel, QFrame#panel { background: $panel; }
QFrame#card { background: $card; border: 1px solid $line; border-radius: 8px; }
QFrame#card[chosen="true"] { border: 2px solid $accent; }
QFrame#card:focus { border: 2px solid $accent; background: $accent_bg; }
QFrame#note { background: $alleged_bg; border: 0; border-radius: 8px; }
QFrame[rule="top"] { border: 0; border-top: 1px solid $line; }
QFrame[rule="bottom"] { border: 0; border-bottom: 1px solid $line; }
QFrame[rule="left"] { border: 0; border-left: 1px solid $line; }
QFrame[rule="right"] { border: 0; border-right: 1px solid $line; }
QFrame[rule="sides"] { border: 0; border-left: 1px solid $line; border-right: 1px solid $line; }
QFrame[rule="sides"][target="true"] { border: 2px solid $accent; }
QLabel { background: transparent; }
QLabel[look="mute"] { color: $mute; font-size: 12px; }
QLabel[look="section"] { color: $mute; font-size: 11px; font-weight: 600; }
QLabel[look="title"] { font-weight: 600; }
QLabel[look="headline"] { font-size: 18px; font-weight: 600; }
QLabel[look="warning"] { color: $alleged; font-weight: 600; }
QLabel[look="caution"] { color: $alleged; font-size: 12px; }
QLabel[look="error"] { color: $disputed; }
QLabel[look="good"] { color: $confirmed; }
QLabel[look="keycap"] { color: $mute; font-size: 11px; border: 1px solid $line;
  border-radius: 4px; padding: 0 4px; background: $card; }
QToolTip { background: $card; color: $ink; border: 1px solid $line; padding: 4px 6px; }
"""

_FIELDS: Final = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QSpinBox { background: $card;
  color: $ink; border: 1px solid $line; border-radius: 8px; padding: 5px 9px;
  placeholder-text-color: $mute;
  selection-background-color: $select; selection-color: $ink; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateEdit:focus,
  QSpinBox:focus { border: 2px solid $accent; padding: 4px 8px; }
QLineEdit[bad="true"] { border: 1px solid $disputed; }
QComboBox[look="inline"] { background: transparent; border: 1px solid transparent;
  border-radius: 5px; padding: 0 2px; color: $ink; font-size: 12px; }
QComboBox[look="inline"]:hover { background: $hover; }
QComboBox[look="inline"]:focus { border: 1px solid $accent; padding: 0 2px; }
QComboBox[look="inline"]:disabled { color: $edge; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox[look="inline"]::drop-down { width: 16px; }
QComboBox::down-arrow { image: url("$marks/open.svg"); width: 12px; height: 12px; }
QComboBox QAbstractItemView, QListView[look="offers"] {
  background: $card; color: $ink; border: 1px solid $line;
  selection-background-color: $accent_bg; selection-color: $ink; outline: 0; }
QPushButton { background: $card; color: $ink; border: 1px solid $line; border-radius: 8px;
  padding: 6px 12px; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 11px; }
QPushButton:disabled { color: $edge; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QToolButton { background: transparent; color: $ink; border: 1px solid transparent;
  border-radius: 7px; padding: 4px; }
QToolButton:hover { background: $hover; }
QToolButton:focus { border: 1px solid $accent; }
QToolButton:checked { background: $accent_bg; }
QToolButton[look="switch"]:checked { background: transparent; }
QToolButton[look="switch"]:checked:hover { background: $hover; }
QCheckBox, QRadioButton { color: $ink; spacing: 7px; }
QCheckBox:focus { color: $accent; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $edge; border-radius: 4px;
  background: $card; }
QCheckBox::indicator:focus { border: 1px solid $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
  image: url("$marks/check-$name.svg"); }
"""

_LISTS: Final = """
QAbstractItemView { background: $panel; color: $ink; border: 0; outline: 0;
  selection-background-color: $accent_bg; selection-color: $ink; }
QAbstractItemView[look="card"] { background: $card; }
QHeaderView { background: $panel; border: 0; }
QHeaderView::section { background: $panel; color: $mute; border: 0;
  border-bottom: 1px solid $line; padding: 5px 8px; font-weight: 600; }
QTableView { gridline-color: $line; }
QMenuBar { background: $panel; color: $ink; border-bottom: 1px solid $line; }
QMenuBar::item { padding: 5px 9px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $card; color: $ink; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 22px; border-radius: 5px; }
QMenu::item:selected { background: $accent_bg; }
QMenu::item:disabled { color: $edge; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QStatusBar { background: $panel; color: $mute; border-top: 1px solid $line; }
QSplitter::handle { background: $bg; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $line; border: 0; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
"""


def style_sheet(tokens: Tokens, marks: Path) -> str:
    """The style sheet of a theme; `marks` is the folder of its check marks and arrows."""
    names = {name: str(getattr(tokens, name)) for name in Tokens.__slots__}
    names["marks"] = marks.as_posix()
    return Template(_FRAME + _FIELDS + _LISTS).substitute(names)
