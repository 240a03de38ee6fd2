"""Verify now: the whole project file as a job beside the window, its result kept with the time."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from provenance_desk.gui.exporting.findings_view import FindingsView, Outcome, outcome_of

if TYPE_CHECKING:
    from provenance_desk.gui.desk.desk import Desk
    from provenance_desk.gui.desk.tasks import Task
    from provenance_desk.gui.history.panel import HistoryPanel
    from provenance_desk.project.check import Checked
    from provenance_desk.project.progress import Progress


class Verifying:
    """The last verification of this run and the last seal, with their times."""

    def __init__(self, desk: "Desk", panel: "HistoryPanel") -> None:
        self._desk, self._panel = desk, panel
        self._task: Task | None = None
        self._view: FindingsView | None = None
        self.outcome: Outcome | None = None
        self.sealed_at = ""
        self._was_unsealed = False

    def start(self) -> None:
        """Verify every entry, signature and quote of the file as it is on disk."""
        if self._task is not None or not self._desk.session.is_open:
            return
        path, home = self._desk.session.path, self._desk.home

        def check(progress: "Progress") -> "Checked":
            from provenance_desk.project.check import check_project

            return check_project(path, home, progress)

        self.hide_findings()
        task = self._task = self._desk.run(check)
        self._panel.seal.show_verifying(0, 1)
        task.progressed.connect(self._panel.seal.show_verifying)
        task.succeeded.connect(self._take)
        task.finished.connect(self._end)
        self._desk.runner.start(task)

    def stop(self) -> None:
        """Give a verification up."""
        if self._task is not None:
            self._task.cancel()

    def show_findings(self) -> None:
        """Show what was found, in place over the list."""
        if self.outcome is None:
            return
        self.hide_findings()
        view = self._view = FindingsView(self.outcome)
        view.closed.connect(self.hide_findings)
        self._panel.findings_place.addWidget(view)
        view.show()  # at once: what is not shown yet can't have the keys
        view.take_focus()

    def hide_findings(self) -> None:
        """Give the room back to the list."""
        if self._view is not None:
            self._view.hide()
            self._view.deleteLater()
            self._view = None
            self._panel.view.setFocus()

    def note_seal(self) -> None:
        """Remember when everything was sealed, if that was just now."""
        state = self._desk.session.state
        if state is None:
            return
        if self._was_unsealed and state.unsealed == 0:
            self.sealed_at = _now()
        self._was_unsealed = state.unsealed > 0

    def _take(self, checked: "Checked") -> None:
        self.outcome = outcome_of(checked)
        if self.outcome.findings:
            self.show_findings()

    def _end(self, _: object) -> None:
        self._task = None
        outcome = self.outcome
        if outcome is None:
            return self._panel.seal.show_verified("")
        return self._panel.seal.show_verified(
            self._words(outcome, outcome.time), good=outcome.exit in (0, 3), has_more=True
        )

    def _words(self, outcome: Outcome, time: str) -> str:
        counts = outcome.counts
        said = [
            _count(counts.get("feeds", 0), "feed", "feeds"),
            _count(counts.get("events", 0), "entry", "entries"),
            _count(counts.get("quotes checked", 0), "quote", "quotes"),
            _count(len(outcome.findings), "finding", "findings"),
        ]
        words = self._panel.tr("Verified {time} UTC: {counts}")
        return words.format(time=time, counts=", ".join(said))


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _now() -> str:
    return f"{datetime.now(UTC):%H:%M}"
