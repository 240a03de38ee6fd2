"""The one thread that writes a project: actions go in, their ends come back on the GUI thread."""

from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QThread

from provenance_desk.gui.desk.state import State, state_of
from provenance_desk.gui.desk.tasks import Task
from provenance_desk.project.changes import Changes
from provenance_desk.project.progress import Progress

if TYPE_CHECKING:
    from provenance_desk.project.project import Project

Opening = Callable[[], "Project"]
Action = Callable[["Project"], Any]
Work = Callable[["Project", Progress], Any]


@dataclass(frozen=True, slots=True)
class Done:
    """What an action gave back, what it changed, and how the project stands now."""

    result: Any
    changes: Changes | None
    state: State


class WriterThread(QThread):
    """Opens a project in its own thread and runs one task after the other until told to stop.

    The project is touched by this thread alone; everything slow to import is imported here too.
    """

    def __init__(self, opening: Opening, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opening = opening
        self._project: Project | None = None
        self._entries = 0
        self._told: list[Changes] = []
        self._tasks: SimpleQueue[Task | None] = SimpleQueue()

    def opening(self) -> Task:
        """The task that opens the project; its result is the public key that writes."""
        return Task(lambda _: self._open())

    def action(self, work: Work) -> Task:
        """The task that does some work on the project; its result is a `Done`."""
        return Task(lambda progress: self._act(work, progress))

    def closing(self) -> Task:
        """The task that seals and closes the project."""
        return Task(lambda _: self._close())

    def put(self, task: Task | None) -> None:
        """Run a task after those before it; None ends the thread."""
        self._tasks.put(task)

    def run(self) -> None:
        """Qt's entry of the thread."""
        while (task := self._tasks.get()) is not None:
            task.run()

    def _open(self) -> str:
        self._project = project = self._opening()
        project.observe(self._told.append)
        self._entries = project.store.count_events()
        return project.author

    def _act(self, work: Work, progress: Progress) -> Done:
        project = self._project
        assert project is not None, "the session refuses actions until the project is open"
        self._told.clear()
        result = work(project, progress)
        changes = together(self._told) if self._told else None
        self._entries += len(changes.events) if changes else 0
        return Done(result, changes, state_of(project, self._entries))

    def _close(self) -> None:
        project, self._project = self._project, None
        if project is not None:
            project.close()


def together(steps: list[Changes]) -> Changes:
    """What several steps changed, as one."""

    def union(field: str) -> frozenset[str]:
        return frozenset().union(*(getattr(step, field) for step in steps))

    return Changes(
        documents=union("documents"),
        passages=union("passages"),
        claims=union("claims"),
        links=union("links"),
        origins=union("origins"),
        linked_claims=union("linked_claims"),
        linked_documents=union("linked_documents"),
        joins=any(step.joins for step in steps),
        rules=any(step.rules for step in steps),
        events=tuple(event for step in steps for event in step.events),
    )
