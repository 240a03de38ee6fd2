"""Painting what stands around the words: margin marks, labels, folded references, pages."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from provenance_desk.gui.reading.blocks import BlockKind
from provenance_desk.gui.reading.flow import PlacedRow, TextFlow
from provenance_desk.gui.reading.gutter import (
    GutterMark,
    Tally,
    free_places,
    place_marks,
    tallies,
)
from provenance_desk.gui.reading.painting import colour, paint_row
from provenance_desk.gui.reading.scene import Scene
from provenance_desk.gui.shared.glyphs import paint_status_glyph

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def paint_rows(painter: QPainter, rows: Sequence[PlacedRow], scene: Scene) -> None:
    """Paints rows of every kind with all that stands around them."""
    texts = []
    for placed in rows:
        if placed.block.kind == BlockKind.PAGE:
            paint_page(painter, placed, scene)
        elif placed.block.kind in (BlockKind.FOLD, BlockKind.FOLDED):
            paint_fold(painter, placed, scene)
        else:
            paint_row(painter, placed, scene)
            paint_labels(painter, placed, scene)
            texts.append(placed)
    paint_gutter(painter, texts, scene)


def paint_gutter(painter: QPainter, rows: Sequence[PlacedRow], scene: Scene) -> None:
    """Paints glyph and count at every sentence that has links, a faint tick at the skipped."""
    for placed in rows:
        step = placed.layout.style.line_height
        marks = place_marks(_wanted(placed, scene), step)
        for mark in marks:
            _paint_mark(painter, mark, scene, step)
        painter.setPen(QPen(colour(scene.tokens.edge), 1.3))
        for y in free_places(marks, _skipped(placed, scene), step):
            painter.drawPath(_tick(14.5, y + step / 2))
        _paint_inner_pages(painter, placed, scene, marks)


def paint_labels(painter: QPainter, placed: PlacedRow, scene: Scene) -> None:
    """Paints what is said above and below a row: that it is a caption, or repeats another."""
    flow, typography = scene.flow, scene.flow.typography
    painter.setPen(colour(scene.tokens.mute))
    painter.setFont(typography.label_font)
    width, height = placed.width - placed.x, typography.label_height
    if flow.has_label(placed.row, placed.block):
        above = QRectF(placed.x, placed.y - height - 1, width, height)
        painter.drawText(above, _LEFT, _tr("Caption"))
    number = flow.repeated_in(placed.block)
    if number is not None:
        below = QRectF(placed.x, placed.y + placed.layout.height, width, height)
        painter.drawText(below, _LEFT, _note(number, scene))


def paint_fold(painter: QPainter, placed: PlacedRow, scene: Scene) -> None:
    """Paints the row that stands for a run of references and opens it."""
    typography, tokens = scene.flow.typography, scene.tokens
    box = fold_box(placed, scene.flow)
    painter.setPen(QPen(colour(tokens.line), 1))
    painter.setBrush(colour(tokens.panel))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
    painter.setPen(QPen(colour(tokens.mute), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    is_folded = placed.block.kind == BlockKind.FOLDED
    painter.drawPath(_chevron(QPointF(box.left() + 16, box.center().y()), is_folded))
    painter.setFont(typography.label_font)
    painter.drawText(box.adjusted(30, 0, -8, 0), _LEFT, fold_words(placed, scene))


def fold_box(placed: PlacedRow, flow: TextFlow) -> QRectF:
    """Where the row of a run of references can be clicked."""
    typography = flow.typography
    left = typography.gutter
    top = placed.top + placed.height - typography.fold_height
    return QRectF(left, top, placed.width - left - typography.right, typography.fold_height - 6)


def fold_words(placed: PlacedRow, scene: Scene) -> str:
    """How many references are folded, in words."""
    document = scene.flow.document
    first = document.sentence_at(placed.block.start)
    rest = document.zones[first:]
    count = len(rest) - len(rest.lstrip(bytes([BlockKind.REFERENCE])))
    return _tr("1 reference") if count == 1 else _tr("{n} references").format(n=count)


def paint_page(painter: QPainter, placed: PlacedRow, scene: Scene) -> None:
    """Paints the thin line at which a page begins, with its number."""
    typography, tokens = scene.flow.typography, scene.tokens
    begun = [page for page in scene.flow.document.pages if page.start <= placed.block.start]
    y = round(placed.top + placed.height / 2) + 0.5
    words = f"{_tr('Page')} {begun[-1].label}"
    painter.setFont(typography.label_font)
    width = painter.fontMetrics().horizontalAdvance(words)
    right = placed.width - typography.right
    painter.setPen(QPen(colour(tokens.line), 1))
    painter.drawLine(QPointF(typography.gutter, y), QPointF(right - width - 10, y))
    painter.setPen(colour(tokens.mute))
    painter.drawText(QRectF(right - width, y - 12, width + 1, 24), _LEFT, words)


def _paint_inner_pages(
    painter: QPainter, placed: PlacedRow, scene: Scene, marks: Sequence[GutterMark]
) -> None:
    """Says beside the line in which a page begins, where no row of its own could."""
    step = placed.layout.style.line_height
    painter.setPen(colour(scene.tokens.mute))
    painter.setFont(scene.flow.typography.label_font)
    for page in scene.flow.document.pages:
        if placed.block.start < page.start < placed.block.end:
            top = _line_tops(placed, page.start, page.start)[0]
            for y in free_places(marks, [top], step):
                beside = QRectF(4, y, scene.flow.typography.gutter - 6, step)
                painter.drawText(beside, _LEFT, _tr("p. {n}").format(n=page.label))


def _wanted(placed: PlacedRow, scene: Scene) -> list[tuple[float, float, list[Tally]]]:
    document, links = scene.flow.document, scene.model.links
    return [
        (
            *_line_tops(placed, document.starts[number], document.ends[number]),
            tallies(links[number]),
        )
        for number in (_begun_in(placed, scene) if links else ())
        if number in links
    ]


def _skipped(placed: PlacedRow, scene: Scene) -> list[float]:
    starts, skipped = scene.flow.document.starts, scene.model.skipped
    return [
        _line_tops(placed, starts[number], starts[number])[0]
        for number in (_begun_in(placed, scene) if skipped else ())
        if number in skipped
    ]


def _begun_in(placed: PlacedRow, scene: Scene) -> Iterator[int]:
    """The sentences that begin in a row."""
    document, block = scene.flow.document, placed.block
    for number in document.sentences_in(block.start, block.end):
        if document.starts[number] >= block.start:
            yield number


def _line_tops(placed: PlacedRow, start: int, end: int) -> tuple[float, float]:
    """The heights of a passage's first and last line in a row."""
    layout, block = placed.layout, placed.block
    last = max(start, min(end, block.end) - 1)
    first_line, last_line = (layout.line_of(offset - block.start) for offset in (start, last))
    return placed.y + layout.line_top(first_line), placed.y + layout.line_top(last_line)


def _paint_mark(painter: QPainter, mark: GutterMark, scene: Scene, step: float) -> None:
    scale, tokens = scene.flow.typography.mark_scale, scene.tokens
    status = mark.tally.status
    ink = colour(tokens.mute if mark.tally.is_context else tokens.status(status))
    size = 11 * scale
    glyph = QRectF(9, mark.y + (step - size) / 2, size, size)
    paint_status_glyph(painter, glyph, status, ink)
    painter.setPen(ink)
    painter.setFont(scene.flow.typography.gutter_font)
    beside = QRectF(glyph.right() + 4, mark.y, 20 * scale, step)
    painter.drawText(beside, _LEFT, str(mark.tally.total))


def _note(number: int, scene: Scene) -> str:
    document = scene.flow.document
    same = document.repeated(number)
    if same is None:
        return ""
    other = document.sentence_at(same.other_start) + 1
    words = _tr("… cut off from sentence {n}") if same.is_cut_off else _tr("= same text as {n}")
    return words.format(n=other)


def _tick(x: float, y: float) -> QPainterPath:
    path = QPointF(x - 4, y), QPointF(x - 1.5, y + 2.8), QPointF(x + 4, y - 3.2)
    tick = QPainterPath(path[0])
    tick.lineTo(path[1])
    tick.lineTo(path[2])
    return tick


def _chevron(centre: QPointF, is_folded: bool) -> QPainterPath:
    along, across = (2.0, 4.0) if is_folded else (4.0, 2.0)
    path = QPainterPath()
    if is_folded:
        path.moveTo(centre.x() - along, centre.y() - across)
        path.lineTo(centre.x() + along, centre.y())
        path.lineTo(centre.x() - along, centre.y() + across)
        return path
    path.moveTo(centre.x() - along, centre.y() - across)
    path.lineTo(centre.x(), centre.y() + across)
    path.lineTo(centre.x() + along, centre.y() - across)
    return path


def _tr(words: str) -> str:
    return QCoreApplication.translate("ReadingView", words)
