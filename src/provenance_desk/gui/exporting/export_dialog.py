"""Exporting: asks where and how much, says what goes in and what stays, then what came of it."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout

from provenance_desk.domain.errors import DeskError
from provenance_desk.exchange.bundle_out import ExportResult
from provenance_desk.gui.exporting.asking import AskPage
from provenance_desk.gui.exporting.contents import contents, free_place
from provenance_desk.gui.exporting.done import DonePage
from provenance_desk.gui.exporting.working import WorkingPage
from provenance_desk.gui.shared.overrides import override

if TYPE_CHECKING:
    from provenance_desk.gui.desk.desk import Desk
    from provenance_desk.gui.desk.tasks import Task
    from provenance_desk.project.progress import Progress
    from provenance_desk.project.project import Project

WIDTH: Final = 640


class ExportDialog(QDialog):
    """Three pages: what is asked, how far it is, what came of it."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._task: Task | None = None
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(WIDTH)
        self.asking, self.working = AskPage(), WorkingPage()
        self.done_page: DonePage | None = None
        self.pages = QStackedWidget()
        for page in (self.asking, self.working):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 22, 26, 20)
        column.addWidget(self.pages)
        self._wire()
        reader = desk.session.reader
        self.asking.show_path(free_place(desk.session.path.absolute().parent, reader.title()))
        self._show_contents()
        self._show_key()

    @classmethod
    def tell(cls, desk: "Desk") -> "ExportDialog":
        """Open the dialog over the window."""
        dialog = cls(desk)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    @property
    def is_working(self) -> bool:
        """Whether an export is on its way."""
        return self._task is not None

    def export(self) -> None:
        """Write the bundle; what can't be done is said in place."""
        path, scope = self.asking.path, self.asking.scope
        if (problem := self.asking.problem()) is not None:
            return self.asking.show_problem(problem)

        def job(project: "Project", progress: "Progress") -> ExportResult:
            from provenance_desk.project.exporting import export_project

            return export_project(project, path, scope=scope, progress=progress)

        self.working.begin(path)
        self.pages.setCurrentWidget(self.working)
        task = self._desk.session.work(job, self._show_done, self._show_refusal, by=self)
        if task is None:
            return None
        self._task = task
        task.progressed.connect(self.working.show_progress)
        task.cancelled.connect(self._show_cancelled)
        task.finished.connect(self._forget)
        return None

    def _wire(self) -> None:
        self.asking.accepted.connect(self.export)
        self.asking.rejected.connect(self.reject)
        self.asking.scope_chosen.connect(self._show_contents)
        self.asking.unlock_wanted.connect(lambda: self._desk.commands.trigger("key.unlock"))
        self.working.cancelled.connect(self._cancel)
        self._desk.session.state_changed.connect(self._show_key)

    def _show_contents(self) -> None:
        self.asking.show_contents(contents(self._desk.session.reader, self.asking.scope))

    def _show_key(self) -> None:
        session = self._desk.session
        locked = session.state.locked if session.state is not None else False
        self.asking.show_key(locked=locked, read_only=session.read_only)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _show_cancelled(self) -> None:
        words = self.tr("Given up. Nothing was written, and nothing was recorded.")
        self._show_refusal(DeskError(words))

    def _show_refusal(self, problem: DeskError) -> None:
        self.pages.setCurrentWidget(self.asking)
        self.asking.show_problem(problem)

    def _show_done(self, result: ExportResult) -> None:
        page = self.done_page = DonePage(result, self._desk)
        page.closed.connect(self.accept)
        page.grown.connect(self._grow)
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        page.setFocus()

    def _grow(self) -> None:
        self.resize(self.width(), max(self.height(), self.sizeHint().height()))

    def _forget(self, _: object) -> None:
        self._task = None

    @override
    def reject(self) -> None:
        """Esc gives up an export that is on its way, and only then the dialog."""
        if self._task is not None:
            self._task.cancel()
        else:
            super().reject()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter exports, from whichever field."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        with_ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if is_enter and with_ctrl and self.pages.currentWidget() is self.asking:
            self.asking.try_accept()
        else:
            super().keyPressEvent(event)
