"""The bundled typefaces: Inter for the frame, Noto Serif for documents, a mono for hashes."""

from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

FRAME: Final = ("Inter", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Symbols 2")
DOCUMENT: Final = (
    "Noto Serif",
    "Noto Naskh Arabic",
    "Noto Serif Hebrew",
    "Noto Sans Symbols 2",
)
MONO: Final = ("JetBrains Mono", "Noto Sans Arabic", "Noto Sans Hebrew")


def load_fonts(folder: Path) -> list[str]:
    """Registers every font file below the folder; returns the families, none if all were there."""
    families: list[str] = []
    if {*FRAME, *DOCUMENT, *MONO} <= set(QFontDatabase.families()):
        return families
    for file in sorted((*folder.rglob("*.ttf"), *folder.rglob("*.otf"))):
        number = QFontDatabase.addApplicationFont(str(file))
        families += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return families


def frame_font(
    pixels: float = 13, weight: QFont.Weight = QFont.Weight.Normal, *, italic: bool = False
) -> QFont:
    """The typeface of panels, buttons and labels."""
    return _font(FRAME, pixels, weight, italic)


def document_font(
    pixels: float = 15, weight: QFont.Weight = QFont.Weight.Normal, *, italic: bool = False
) -> QFont:
    """The typeface of documents and quotes."""
    return _font(DOCUMENT, pixels, weight, italic)


def mono_font(pixels: float = 11.5) -> QFont:
    """The typeface of hashes, keys and words read aloud."""
    return _font(MONO, pixels, QFont.Weight.Normal, italic=False)


def _font(families: tuple[str, ...], pixels: float, weight: QFont.Weight, italic: bool) -> QFont:
    return QFont(_made(families, pixels, weight, italic))


@cache
def _made(families: tuple[str, ...], pixels: float, weight: QFont.Weight, italic: bool) -> QFont:
    """Making a font takes ten times as long as copying it, and every paint needs some."""
    font = QFont(list(families))
    font.setPixelSize(max(7, round(pixels)))
    font.setWeight(weight)
    font.setItalic(italic)
    return font
