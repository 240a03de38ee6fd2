"""The bundled fonts load under the names we use, and show what documents hold."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QRawFont, QTextLayout
from pytestqt.qtbot import QtBot

from provenance_desk.locations import packaged

FILES = sorted((packaged("resources") / "fonts").rglob("*.ttf"))
FAMILIES = {
    "inter": "Inter",
    "jetbrains-mono": "JetBrains Mono",
    "noto-naskh-arabic": "Noto Naskh Arabic",
    "noto-sans-arabic": "Noto Sans Arabic",
    "noto-sans-hebrew": "Noto Sans Hebrew",
    "noto-sans-symbols-2": "Noto Sans Symbols 2",
    "noto-serif": "Noto Serif",
    "noto-serif-hebrew": "Noto Serif Hebrew",
}
OF_DOCUMENTS = ["Noto Serif", "Noto Serif Hebrew", "Noto Naskh Arabic", "Noto Sans Symbols 2"]
OF_THE_FRAME = ["Inter", "Noto Sans Hebrew", "Noto Sans Arabic", "Noto Sans Symbols 2"]


@pytest.fixture
def loaded(qtbot: QtBot) -> Iterator[dict[str, set[str]]]:
    """Folder -> families, while the fonts are loaded."""
    numbers = {path: QFontDatabase.addApplicationFont(str(path)) for path in FILES}
    found: dict[str, set[str]] = {}
    for path, number in numbers.items():
        families = QFontDatabase.applicationFontFamilies(number)
        found.setdefault(path.parent.name, set()).add(families[0])
    yield found
    for number in numbers.values():
        QFontDatabase.removeApplicationFont(number)


def fonts_used(text: str, families: list[str]) -> set[tuple[str, bool]]:
    """Each font the text is set in, and whether it lacked a character."""
    font = QFont()
    font.setFamilies(families)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return {(run.rawFont().familyName(), 0 in run.glyphIndexes()) for run in layout.glyphRuns()}


def test_every_file_loads_under_its_family(loaded: dict[str, set[str]]) -> None:
    assert loaded == {folder: {family} for folder, family in FAMILIES.items()}


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("weight", ["Normal", "Medium", "DemiBold", "Bold"])
def test_the_frame_has_four_weights(weight: str) -> None:
    style = {"Normal": "Regular", "DemiBold": "SemiBold"}.get(weight, weight)
    font = QFont("Inter", 12, QFont.Weight[weight])
    assert QRawFont.fromFont(font).styleName() == style


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("families", [OF_DOCUMENTS, OF_THE_FRAME], ids=lambda names: names[0])
@pytest.mark.parametrize(
    "text", ["“Mariupol” — 300", "Мизинцев", "Μαριούπολη", "מריופול", "ماريوبول", "● ◐ ◆ ◍ ○"]
)
def test_no_writing_of_our_documents_falls_to_boxes(text: str, families: list[str]) -> None:
    used = fonts_used(text, families)
    assert used
    assert all(family in families and not lacking for family, lacking in used)


@pytest.mark.parametrize("folder", sorted({path.parent for path in FILES}), ids=lambda p: p.name)
def test_each_family_carries_its_licence_and_is_named_in_the_readme(folder: Path) -> None:
    assert "SIL Open Font License, Version 1.1" in (folder / "OFL.txt").read_text("utf-8")
    assert f"| {folder.name} |" in (folder.parent / "README.md").read_text("utf-8")


def test_the_fonts_stay_under_6_mb() -> None:
    assert sum(path.stat().st_size for path in FILES) < 6_000_000
