"""Who works here: the name and key of this home, asked for only when a project is opened."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from provenance_desk.domain.errors import DeskError
from provenance_desk.gui.desk.session import Session

if TYPE_CHECKING:
    from provenance_desk.audit.identity import Identity
    from provenance_desk.project.project import Project


class Reviewer(QObject):
    """The identity in use; everything it needs is imported when it is first asked."""

    known = Signal(str, str, bool)
    """`(pseudonym, three words, locked)`, when there is a key or it was locked or unlocked."""
    refused = Signal(object)

    def __init__(self, home: Path, window: QWidget) -> None:
        super().__init__(window)
        self._home, self._window = home, window

    @property
    def exists(self) -> bool:
        """Whether this home has a key."""
        from provenance_desk.audit.identity import has_identity

        return has_identity(self._home)

    def is_there(self) -> bool:
        """Whether there is a key to work with, after asking for a name where there is none."""
        from provenance_desk.gui.dialogs.name import NameDialog

        made = self.exists or NameDialog.ask(self._window, self._home)
        self.show()
        return made

    def show(self) -> None:
        """Tell who works here, if anybody does yet."""
        from provenance_desk.audit.keys import short_words

        try:
            identity = self.identity() if self.exists else None
        except DeskError as problem:
            return self.refused.emit(problem)
        if identity is not None:
            words = short_words(identity.public)
            self.known.emit(identity.pseudonym, words, identity.locked)
        return None

    def identity(self) -> "Identity":
        """The key in use, from its file."""
        from provenance_desk.audit.identity import load_identity

        return load_identity(self._home)

    def unlock(
        self,
        session: Session,
        then: Callable[[], None] = lambda: None,
        problem: DeskError | None = None,
    ) -> None:
        """Ask for the passphrase until it fits or the person gives up; then seal."""
        from provenance_desk.gui.dialogs.passphrase import PassphraseDialog

        name = self.identity().pseudonym
        typed = PassphraseDialog.ask(self._window, name, problem)
        if typed is None:
            return

        def unlocked(_: object) -> None:
            self.known.emit(name, self._words(), False)
            session.seal()
            then()

        session.do(
            lambda project: _unlock(project, typed),
            unlocked,
            lambda refusal: self.unlock(session, then, refusal),
        )

    def _words(self) -> str:
        from provenance_desk.audit.keys import short_words

        return short_words(self.identity().public)


def _unlock(project: "Project", typed: str) -> None:
    project.identity.unlock(typed)
