"""Painting rows of running text: tints under the words, the words, cues, the outline."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextLayout

from provenance_desk.domain.words import Status
from provenance_desk.gui.reading.blocks import BlockKind
from provenance_desk.gui.reading.flow import PlacedRow
from provenance_desk.gui.reading.gutter import CAUTION
from provenance_desk.gui.reading.scene import Scene
from provenance_desk.gui.reading.shapes import (
    baseline,
    caret_rect,
    outline_of,
    passage_rects,
    text_rects,
)


class Tint(NamedTuple):
    """A passage of a row in the colour of its status."""

    status: Status
    start: int
    end: int
    is_active: bool


@lru_cache(maxsize=256)
def colour(name: str) -> QColor:
    """A colour of the tokens, ready to paint with; not to be changed."""
    return QColor(name)


def paint_row(painter: QPainter, placed: PlacedRow, scene: Scene) -> None:
    """Paints a row of the document's words with everything that is marked in them."""
    smooth = QPainter.RenderHint.Antialiasing
    painter.setRenderHint(smooth, on=False)  # lines of a tint must meet without a seam
    _paint_tints(painter, placed, scene)
    _paint_focus(painter, placed, scene)
    painter.setRenderHint(smooth)
    over = _paint_highlights(painter, placed, scene)
    _paint_side_rule(painter, placed, scene)
    ink = scene.tokens.mute if placed.layout.style.is_muted else scene.tokens.ink
    painter.setPen(colour(ink))
    placed.layout.text_layout.draw(painter, QPointF(placed.x, placed.y), over)
    _paint_cues(painter, placed, scene)
    _paint_outline(painter, placed, scene)
    if scene.caret is not None and placed.block.start <= scene.caret <= placed.block.end:
        painter.fillRect(caret_rect(placed, scene.caret), colour(scene.tokens.accent))


def tints_of(placed: PlacedRow, scene: Scene) -> list[Tint]:
    """The passages to tint in a row, the most cautious last, so that it lies on top."""
    links, block = scene.model.links, placed.block
    numbers = scene.flow.document.sentences_in(block.start, block.end) if links else ()
    found = {
        Tint(mark.status, mark.start, mark.end, mark.claim == scene.active_claim)
        for number in numbers
        for mark in links.get(number, ())
        if not mark.is_context and mark.start < block.end and mark.end > block.start
    }
    return sorted(found, key=lambda tint: (-CAUTION.index(tint.status), tint[1:]))


def _paint_tints(painter: QPainter, placed: PlacedRow, scene: Scene) -> None:
    pad = scene.flow.typography.pad
    for tint in tints_of(placed, scene):
        ground = colour(scene.tokens.status_bg(tint.status))
        rects = _clipped(placed, tint.start, tint.end, pad)
        for rect in rects:
            painter.fillRect(rect, ground)
        if tint.is_active and rects:
            bar = QRectF(0, rects[0].top(), 3, rects[-1].bottom() - rects[0].top())
            painter.fillRect(bar, colour(scene.tokens.status(tint.status)))


def _paint_focus(painter: QPainter, placed: PlacedRow, scene: Scene) -> None:
    """Fills the one passage that another panel points at."""
    if scene.focus is not None:
        for rect in _clipped(placed, *scene.focus, scene.flow.typography.pad):
            painter.fillRect(rect, colour(scene.tokens.focus_bg))


def _paint_highlights(
    painter: QPainter, placed: PlacedRow, scene: Scene
) -> list[QTextLayout.FormatRange]:
    """Fills what is found and selected; returns the looks for the words on it."""
    block, tokens = placed.block, scene.tokens
    spans = [(span, tokens.find) for span in _found(placed, scene)]
    if scene.selection and scene.selection[0] < block.end and scene.selection[1] > block.start:
        spans.append((scene.selection, tokens.select))
    look = QTextCharFormat()
    look.setForeground(colour(tokens.ink))
    over = []
    for (start, end), ground in spans:
        start, end = max(start, block.start), min(end, block.end)
        for rect in text_rects(placed, start, end):
            painter.fillRect(rect.adjusted(0, 1, 0, -1), colour(ground))
        over.append(placed.layout.format_range(start - block.start, end - block.start, look))
    if scene.match and scene.match.start < block.end and scene.match.end > block.start:
        painter.setPen(QPen(colour(tokens.alleged), 1.5))
        for rect in text_rects(placed, *_cut(placed, scene.match.start, scene.match.end)):
            painter.drawRect(rect.adjusted(0, 1, 0, -1))
    return over


def _found(placed: PlacedRow, scene: Scene) -> list[tuple[int, int]]:
    if scene.found is None:
        return []
    return scene.found.between(placed.block.start, placed.block.end)


def _paint_cues(painter: QPainter, placed: PlacedRow, scene: Scene) -> None:
    cues = scene.model.cues
    if not len(cues):
        return
    pen = QPen(colour(scene.tokens.alleged), 1.4)
    pen.setDashPattern([1.1, 1.5])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    for start, end in cues.between(placed.block.start, placed.block.end):
        for rect in text_rects(placed, start, end):
            y = round(baseline(placed, rect).y() + rect.height() * 0.14) + 0.5
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))


def _paint_outline(painter: QPainter, placed: PlacedRow, scene: Scene) -> None:
    """Draws the line around the current sentence: strong where the keyboard is."""
    if scene.current < 0:
        return
    document, tokens = scene.flow.document, scene.tokens
    start, end = document.starts[scene.current], document.ends[scene.current]
    rects = _clipped(placed, start, end, scene.flow.typography.pad)
    if not rects:
        return
    line = colour(tokens.accent if scene.has_focus else tokens.edge)
    width = 2.0 if scene.has_focus else 1.0
    pen = QPen(line, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline_of(rects, width / 2))
    if rects[0].left() <= 0:
        painter.fillRect(QRectF(0, rects[0].top() + 1, 3, rects[0].height() - 2), line)


def _paint_side_rule(painter: QPainter, placed: PlacedRow, scene: Scene) -> None:
    """Draws the line beside captions and quotes."""
    if placed.block.kind not in (BlockKind.CAPTION, BlockKind.QUOTE):
        return
    rule = QRectF(placed.x - 11, placed.y + 1, 2, placed.layout.height - 2)
    painter.fillRect(rule, colour(scene.tokens.line))


def _clipped(placed: PlacedRow, start: int, end: int, pad: float) -> list[QRectF]:
    """What a passage covers of a row; nothing if it lies elsewhere."""
    if start >= placed.block.end or end <= placed.block.start:
        return []
    return passage_rects(placed, *_cut(placed, start, end), pad)


def _cut(placed: PlacedRow, start: int, end: int) -> tuple[int, int]:
    return max(start, placed.block.start), min(end, placed.block.end)


def rows_in_view(rows: Iterable[PlacedRow], scroll: float) -> Iterator[PlacedRow]:
    """The rows with heights counted from the top of the view."""
    for placed in rows:
        yield placed._replace(top=placed.top - scroll, y=placed.y - scroll)
