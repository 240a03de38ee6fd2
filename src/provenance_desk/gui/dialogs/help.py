"""Help without a network: pages in Markdown that ship with the program."""

import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCursor, QTextDocument, QTextTable
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QWidget,
)

from provenance_desk.gui.shared.theme import current_tokens
from provenance_desk.locations import packaged

PAGES: Final = ("start", "METHOD", "trail", "files")
_LINE_HEIGHT: Final = 125
_TITLE: Final = re.compile(r"^# (.+)$", re.MULTILINE)


class HelpWindow(QDialog):
    """Pages left, text right; it stays open beside the work."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Method and help"))
        self.resize(980, 720)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._pages = QListWidget()
        self._pages.setAccessibleName(self.tr("Pages"))
        self._pages.setFixedWidth(240)
        self._pages.setSpacing(5)
        self._text = QTextBrowser()
        self._text.setAccessibleName(self.tr("Help"))
        self._text.setOpenLinks(False)
        self._text.anchorClicked.connect(self._follow)
        self._text.document().setDocumentMargin(26)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._pages)
        row.addWidget(self._text, 1)
        for file in help_pages():
            item = QListWidgetItem(title_of(file))
            item.setData(Qt.ItemDataRole.UserRole, file)
            self._pages.addItem(item)
        self._pages.currentItemChanged.connect(self._show)
        self._pages.setCurrentRow(0)

    @classmethod
    def tell(cls, parent: QWidget | None) -> None:
        """Show the help, once."""
        shown = parent.findChild(cls) if parent is not None else None
        window = shown if isinstance(shown, cls) else cls(parent)
        window.show()
        window.raise_()
        window.activateWindow()

    @property
    def text(self) -> str:
        """The page that is shown, without its marks."""
        return self._text.toPlainText()

    def show_page(self, name: str) -> None:
        """Show a page by the name of its file, without `.md`."""
        for row in range(self._pages.count()):
            if self._file(self._pages.item(row)).stem == name:
                self._pages.setCurrentRow(row)

    def _show(self, item: QListWidgetItem) -> None:
        accent = current_tokens().accent
        self._text.document().setDefaultStyleSheet(f"a {{ color: {accent}; }}")
        self._text.setMarkdown(self._file(item).read_text("utf-8"))
        _space_out(self._text.document())
        self._text.moveCursor(QTextCursor.MoveOperation.Start)

    def _follow(self, url: QUrl) -> None:
        self.show_page(Path(url.path()).stem)

    def _file(self, item: QListWidgetItem) -> Path:
        return Path(item.data(Qt.ItemDataRole.UserRole))


def help_pages() -> list[Path]:
    """The pages in their order."""
    return [packaged("resources") / "help" / f"{name}.md" for name in PAGES]


def title_of(page: Path) -> str:
    """The first heading of a page."""
    found = _TITLE.search(page.read_text("utf-8"))
    return found[1] if found else page.stem


def _space_out(document: QTextDocument) -> None:
    """Room between paragraphs and above headings, which Markdown alone does not bring."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        cursor.setPosition(block.position())
        look = block.blockFormat()
        level = look.headingLevel()
        look.setTopMargin({0: 0, 1: 0}.get(level, 20))
        table = cursor.currentTable()
        if table is not None:
            _tone_down(table)
        in_list = look.objectIndex() >= 0
        look.setBottomMargin(0 if table is not None else 4 if in_list else 9)
        look.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(look)
        block = block.next()


def _tone_down(table: QTextTable) -> None:
    lines = table.format()
    lines.setBorderBrush(QColor(current_tokens().line))
    lines.setBorderCollapse(True)
    table.setFormat(lines.toTableFormat())
