"""What came of an export: where it is, its manifest, and two ways to check it at once."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from provenance_desk.exchange.bundle_out import ExportResult, bundle_name
from provenance_desk.exchange.commands import (
    hash_commands,
    program_command,
    signature_commands,
    unpack_commands,
)
from provenance_desk.exchange.scope import BundleFacts
from provenance_desk.gui.exporting.findings_view import FindingsView, outcome_of
from provenance_desk.gui.shared.fonts import mono_font
from provenance_desk.gui.shared.icons import icon
from provenance_desk.gui.shared.widgets_cards import Card, wrapped
from provenance_desk.gui.shared.widgets_labels import label

if TYPE_CHECKING:
    from provenance_desk.exchange.verification_result import Verification
    from provenance_desk.gui.desk.desk import Desk
    from provenance_desk.project.progress import Progress

DIGITS: Final = 16
_SELECTABLE: Final = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
_COMMANDS_HEIGHT: Final = 168


class DonePage(QWidget):
    """Says that it is done; verifies it, or shows how others do."""

    closed = Signal()
    grown = Signal()

    def __init__(self, result: ExportResult, desk: "Desk") -> None:
        super().__init__()
        self.result = result
        self._desk = desk
        self.findings: FindingsView | None = None
        self.commands_box: QPlainTextEdit | None = None
        self._below = QVBoxLayout()
        self.verify_button = QPushButton(self.tr("Verify it now"))
        self.verify_button.clicked.connect(self.verify)
        self.readme_button = QPushButton(self.tr("How others check it"))
        self.readme_button.clicked.connect(self.show_commands)
        self._lay_out()
        self.setFocusProxy(self.verify_button)

    @property
    def commands(self) -> str:
        """The commands of the bundle's README, one a line."""
        facts = BundleFacts(
            bundle_name(self.result.path), self.result.scope, self._desk.session.author
        )
        lines = (
            *unpack_commands(facts),
            *hash_commands(),
            *signature_commands(facts),
            "cd ..",
            program_command(facts),
        )
        return "\n".join(lines)

    def verify(self) -> None:
        """Verify the file that was written, from its first byte to the last decision."""
        path, home = self.result.path, self._desk.home

        def check(progress: "Progress") -> "Verification":
            from provenance_desk.audit.high_water import HighWater
            from provenance_desk.audit.trust import TrustBook
            from provenance_desk.exchange.verify import verify_bundle

            marks = HighWater(home)
            return verify_bundle(path, trust=TrustBook(home), marks=marks, progress=progress)

        self.verify_button.setEnabled(False)
        self.verify_button.setText(self.tr("Verifying…"))
        task = self._desk.run(check)
        task.succeeded.connect(self._show_findings)
        task.finished.connect(self._end)
        self._desk.runner.start(task)

    def show_commands(self) -> None:
        """Show what a stranger types to check the bundle."""
        if self.commands_box is not None:
            return
        box = self.commands_box = QPlainTextEdit(self.commands)
        box.setReadOnly(True)
        box.setFont(mono_font(12))
        box.setFixedHeight(_COMMANDS_HEIGHT)
        box.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        box.setTabChangesFocus(True)
        box.setAccessibleName(self.tr("Commands that check the bundle"))
        copy = QPushButton(self.tr("Copy the commands"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.commands))
        words = self.tr("In the folder of the bundle; README.txt inside it says the same.")
        row = QHBoxLayout()
        row.addWidget(wrapped(words, "mute"), 1)
        row.addWidget(copy)
        self._below.addWidget(box)
        self._below.addLayout(row)
        self.readme_button.setEnabled(False)
        box.setFocus()
        self.grown.emit()

    def _show_findings(self, verification: "Verification") -> None:
        if self.findings is not None:
            self.findings.hide()
            self.findings.deleteLater()
        self.findings = FindingsView(outcome_of(verification), closable=False)
        self._below.insertWidget(0, self.findings)
        self.grown.emit()

    def _end(self, _: object) -> None:
        self.verify_button.setText(self.tr("Verify it again"))
        self.verify_button.setEnabled(True)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(10)
        picture = label("")
        picture.setPixmap(icon("check-circle", "confirmed").pixmap(20, 20))
        head.addWidget(picture)
        head.addWidget(label(self.tr("Exported"), "headline"), 1)
        column.addLayout(head)
        column.addWidget(self._facts())
        row = QHBoxLayout()
        folder = QPushButton(self.tr("Open the folder"))
        folder.clicked.connect(self._open_folder)
        for button in (self.verify_button, self.readme_button, folder):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.closed)
        row.addWidget(close)
        column.addLayout(row)
        column.addLayout(self._below)
        column.addStretch(1)

    def _facts(self) -> Card:
        card = Card()
        where = wrapped(str(self.result.path))
        where.setTextInteractionFlags(_SELECTABLE)
        card.column.addWidget(where)
        digits = " ".join(self.result.manifest[n : n + 4] for n in range(0, DIGITS, 4))
        manifest = label(self.tr("manifest {digits}…").format(digits=digits), "mute")
        manifest.setFont(mono_font(12))
        manifest.setToolTip(self.result.manifest)
        manifest.setTextInteractionFlags(_SELECTABLE)
        card.column.addWidget(manifest)
        card.column.addWidget(wrapped(self._counts(), "mute"))
        return card

    def _counts(self) -> str:
        counts = self.result.counts
        said = [
            f"{counts.get('entries', 0):,} entries",
            f"{counts.get('documents', 0):,} documents",
            f"{counts.get('files', 0):,} files in the zip",
            _size(self.result.path.stat().st_size),
        ]
        if left_out := counts.get("attachments left out", 0):
            said.append(f"{left_out:,} texts stayed here")
        return " · ".join(said)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.result.path.parent)))


def _size(octets: int) -> str:
    if octets < 1_000_000:
        return f"{max(1, round(octets / 1000)):,} kB"
    return f"{octets / 1_000_000:,.1f} MB"
