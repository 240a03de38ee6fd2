"""Our own line icons, in the colour of the theme that is on, sharp at every scale."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.theme import current_tokens
from provenance_desk.locations import packaged


def icon(name: str, role: str = "ink") -> QIcon:
    """The icon of this name, in the colour of a token; it follows every change of theme."""
    return QIcon(_ThemedIcon(name, role))


def icon_names() -> list[str]:
    """All icons there are."""
    return sorted(file.stem for file in _folder().glob("*.svg"))


def icon_pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """An icon painted in `#rrggbb` for a screen of this pixel ratio."""
    return _painted(name, colour, round(size * ratio), ratio)


class _ThemedIcon(QIconEngine):
    """Paints an SVG file in a token's colour at the moment it is asked for."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name, self._role = name, role

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paints the largest square of the rectangle."""
        ratio = painter.device().devicePixelRatioF()
        size = min(rect.width(), rect.height())
        picture = icon_pixmap(self._name, self._colour(mode), size, ratio)
        corner = rect.center() - QPoint((size - 1) // 2, (size - 1) // 2)
        painter.drawPixmap(corner, picture)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The picture at one pixel per point."""
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """The picture for a screen of this pixel ratio."""
        side = min(size.width(), size.height())
        return icon_pixmap(self._name, self._colour(mode), side, scale)

    @override
    def clone(self) -> QIconEngine:
        """Another engine for the same icon."""
        return _ThemedIcon(self._name, self._role)

    def _colour(self, mode: QIcon.Mode) -> str:
        tokens = current_tokens()
        is_off = mode == QIcon.Mode.Disabled
        return str(getattr(tokens, "edge" if is_off else self._role))


@lru_cache(maxsize=512)
def _painted(name: str, colour: str, pixels: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # not needed to paint the first window

    source = (_folder() / f"{name}.svg").read_bytes().replace(b"currentColor", colour.encode())
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=1)
def _folder() -> Path:
    return packaged("resources") / "icons"
