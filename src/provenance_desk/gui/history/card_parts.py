"""Parts of the cards at the right: lines of a field, pills, passages, digests."""

import re
from html import escape
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QWidget

from provenance_desk.gui.history.context import Context
from provenance_desk.gui.shared.fonts import document_font, frame_font, mono_font
from provenance_desk.gui.shared.icons import icon
from provenance_desk.gui.shared.theme import current_tokens
from provenance_desk.gui.shared.widgets_cards import wrapped
from provenance_desk.gui.shared.widgets_labels import label
from provenance_desk.gui.shared.widgets_status import ConfidenceBars, StatusPill

_SELECTABLE: Final = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
_BREAKS: Final = re.compile(r"\s*\n\s*")
_STATUSES: Final = ("disputed", "alleged", "confirmed")


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout, and away."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            emptied(inner)


def arrow() -> QLabel:
    """The arrow from before to after."""
    made = label("")
    made.setPixmap(icon("arrow-right", "mute").pixmap(13, 13))
    made.setAccessibleName("→")
    return made


def value_widget(field: str, value: str) -> QWidget:
    """A field's value: a status as a pill, a confidence with its bars, else words."""
    if not value:
        return label("–", "mute")
    if field == "status":
        return _leftmost(StatusPill(value))
    if field == "confidence":
        return _with_bars(value)
    return wrapped(value)


def pills(counts: dict[str, int]) -> QWidget:
    """How many links of each status, as pills."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for status in _STATUSES:
        if number := counts.get(status, 0):
            pill = StatusPill(status)
            pill.show_status(status, f"{number:,}")
            pill.setAccessibleName(f"{number:,} {status}")
            row.addWidget(pill)
    if not any(counts.values()):
        row.addWidget(label(made.tr("no links"), "mute"))
    return made


def passage_label() -> QLabel:
    """A place for a passage in the typeface of documents."""
    made = wrapped("")
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setFont(document_font(14))
    made.setTextInteractionFlags(_SELECTABLE)
    return made


def passage_html(context: Context, status: str) -> str:
    """A passage among its neighbours, as rich text in the colours of the theme."""
    tokens = current_tokens()
    ground = tokens.status_bg(status) if status else tokens.accent_bg
    before, quote, after = map(_as_html, (context.before, context.quote, context.after))
    mute = f'<span style="color:{tokens.mute}">'
    marked = f'<span style="background-color:{ground};color:{tokens.ink}">{quote}</span>'
    whole = f"{mute}{before}</span>{marked}{mute}{after}</span>"
    return f'<p style="line-height:108%;margin:0">{whole}</p>'


def hash_label(digest: str) -> QLabel:
    """A digest in two lines of four groups of eight, to be compared by eye."""
    groups = [digest[n : n + 8] for n in range(0, len(digest), 8)]
    made = label(" ".join(groups[:4]) + "\n" + " ".join(groups[4:]))
    made.setFont(mono_font(11.5))
    made.setTextInteractionFlags(_SELECTABLE)
    made.setAccessibleName(digest)
    return made


def selectable(made: QLabel) -> QLabel:
    """The label, with words that can be selected and copied."""
    made.setTextInteractionFlags(_SELECTABLE)
    return made


def strong(words: str, pixels: float = 13) -> QLabel:
    """Words that stand out, over as many lines as they need."""
    made = wrapped(words)
    made.setFont(frame_font(pixels, QFont.Weight.DemiBold))
    return made


def two_ended(left: QWidget, right: QWidget) -> QHBoxLayout:
    """One thing at the left, one at the right."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(left, 1)
    row.addWidget(right)
    return row


def _leftmost(part: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(part)
    row.addStretch(1)
    return made


def _with_bars(level: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(ConfidenceBars(level))
    row.addWidget(label(level), 1)
    return made


def _as_html(text: str) -> str:
    return _BREAKS.sub("<br>", escape(text))
