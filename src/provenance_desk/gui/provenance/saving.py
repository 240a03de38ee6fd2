"""Saves the picture as SVG or PNG, and its lines as a table."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsScene

from provenance_desk.domain.errors import DeskError
from provenance_desk.gui.provenance.tree import Tree
from provenance_desk.gui.provenance.words import tree_csv

LARGEST: Final = 24_000
"""Of a PNG, in pixels; taller pictures are made smaller."""


def save_picture(scene: QGraphicsScene, path: Path, title: str) -> None:
    """Save the whole picture; the name's ending says how."""
    if path.suffix.lower() == ".svg":
        _save_svg(scene, path, title)
    else:
        _save_png(scene, path)
    if not path.is_file() or not path.stat().st_size:
        raise DeskError(f"“{path.name}” could not be written. Choose another folder.")


def save_table(tree: Tree, path: Path) -> None:
    """Save a row for each line from a passage to its origin."""
    try:
        path.write_text(tree_csv(tree), encoding="utf-8-sig", newline="")
    except OSError as problem:
        raise DeskError(f"“{path.name}” could not be written: {problem.strerror}.") from problem


def _save_svg(scene: QGraphicsScene, path: Path, title: str) -> None:
    from PySide6.QtSvg import QSvgGenerator  # nobody saves a picture at the first glance

    whole = scene.sceneRect()
    made = QSvgGenerator()
    made.setFileName(str(path))
    made.setSize(whole.size().toSize())
    made.setViewBox(whole)
    made.setTitle(title)
    painter = QPainter(made)
    scene.render(painter, QRectF(), whole)
    painter.end()


def _save_png(scene: QGraphicsScene, path: Path) -> None:
    whole = scene.sceneRect()
    scale = min(2.0, LARGEST / max(whole.width(), whole.height()))
    image = QImage(
        QSize(round(whole.width() * scale), round(whole.height() * scale)),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scene.render(painter, QRectF(), whole)
    painter.end()
    image.save(str(path), "PNG")  # type: ignore[call-overload]
