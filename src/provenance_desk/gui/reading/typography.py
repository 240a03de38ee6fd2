"""How each kind of row is set: typeface, line height, indents, at a zoom."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF

from provenance_desk.gui.reading.blocks import BlockKind
from provenance_desk.gui.shared.fonts import document_font, frame_font

BASE_PIXELS: Final = 15
ZOOMS: Final = (0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.4, 1.6, 1.8, 2.1, 2.5)
_LARGEST_MARKS: Final = 1.3
_HEADLINE_SIZES: Final = (1.28, 1.4, 1.2, 1.08, 1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class RowStyle:
    """The setting of one kind of row; lengths in pixels."""

    font: QFont
    line_height: float
    ascent: float
    descent: float
    average: float
    indent: float = 0
    is_muted: bool = False


class Typography:
    """All row styles at one zoom."""

    def __init__(self, zoom: float = 1.0) -> None:
        self.zoom = zoom
        self.mark_scale = min(_LARGEST_MARKS, zoom)
        self.gutter = 40.0 * max(1.0, self.mark_scale)
        self.right = 18.0
        self.pad = round(2 * zoom)
        self.gaps = (0.0, round(1 * zoom), round(7 * zoom))
        self.label_font = frame_font(11 * zoom)
        self.gutter_font = frame_font(12 * self.mark_scale, QFont.Weight.DemiBold)
        self.label_height = round(17 * zoom)
        self.page_height = round(26 * zoom)
        self.fold_height = round(34 * zoom)
        self._styles = {kind: self._style(kind) for kind in BlockKind}
        self._headlines = [self._headline(size) for size in _HEADLINE_SIZES]

    def style(self, kind: int, level: int = 0) -> RowStyle:
        """The setting of a row of this kind; headings differ by level."""
        if kind == BlockKind.HEADLINE:
            return self._headlines[min(level, len(self._headlines) - 1)]
        return self._styles[BlockKind(kind)]

    def space_before(self, gap: int) -> float:
        """The space before a row."""
        return self.gaps[gap]

    def fixed_height(self, kind: int) -> float:
        """The height of a row that holds no text of the document; 0 for all others."""
        if kind in (BlockKind.FOLD, BlockKind.FOLDED):
            return self.fold_height
        return self.page_height if kind == BlockKind.PAGE else 0.0

    def _style(self, kind: BlockKind) -> RowStyle:
        match kind:
            case BlockKind.CAPTION:
                font = document_font(13 * self.zoom, italic=True)
                return _row_style(font, 1.5, indent=12 * self.zoom, is_muted=True)
            case BlockKind.REFERENCE:
                font = document_font(13 * self.zoom)
                return _row_style(font, 1.5, indent=12 * self.zoom, is_muted=True)
            case BlockKind.QUOTE:
                font = document_font(BASE_PIXELS * self.zoom)
                return _row_style(font, 1.62, indent=14 * self.zoom)
            case _:
                return _row_style(document_font(BASE_PIXELS * self.zoom), 1.62)

    def _headline(self, size: float) -> RowStyle:
        font = document_font(BASE_PIXELS * size * self.zoom, QFont.Weight.Bold)
        return _row_style(font, 1.36)


def nearest_zoom(zoom: float, *, steps: int = 0) -> float:
    """A zoom of the scale, this many steps away from the one nearest to `zoom`."""
    nearest = min(range(len(ZOOMS)), key=lambda i: abs(ZOOMS[i] - zoom))
    return ZOOMS[max(0, min(len(ZOOMS) - 1, nearest + steps))]


def _row_style(
    font: QFont, leading: float, *, indent: float = 0, is_muted: bool = False
) -> RowStyle:
    metrics = QFontMetricsF(font)
    return RowStyle(
        font=font,
        line_height=float(round(font.pixelSize() * leading)),
        ascent=metrics.ascent(),
        descent=metrics.descent(),
        average=metrics.averageCharWidth(),
        indent=indent,
        is_muted=is_muted,
    )
