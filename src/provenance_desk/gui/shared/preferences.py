"""What the desk remembers about itself, in one file; nothing about the evidence goes there."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings

_FILE: Final = "desk.ini"
_MOST_RECENT: Final = 12


class Preferences:
    """Typed access to the settings file in a folder, usually PROVDESK_HOME."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / _FILE), QSettings.Format.IniFormat)

    @property
    def theme(self) -> str:
        """`light`, `dark`, or empty until the person chooses."""
        name = self._text("theme")
        return name if name in ("light", "dark") else ""

    @theme.setter
    def theme(self, name: str) -> None:
        self._settings.setValue("theme", name)

    @property
    def zoom(self) -> float:
        """The size of document text; 1 is usual."""
        try:
            return min(2.5, max(0.7, float(self._text("zoom") or 1)))
        except ValueError:
            return 1.0

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._settings.setValue("zoom", str(zoom))

    @property
    def shows_cues(self) -> bool:
        """Whether cue words are underlined."""
        return self._text("shows_cues") != "no"

    @shows_cues.setter
    def shows_cues(self, on: bool) -> None:
        self._settings.setValue("shows_cues", "yes" if on else "no")

    @property
    def single_letters(self) -> bool:
        """Whether single letters are commands."""
        return self._text("single_letters") != "no"

    @single_letters.setter
    def single_letters(self, on: bool) -> None:
        self._settings.setValue("single_letters", "yes" if on else "no")

    @property
    def recent_projects(self) -> list[Path]:
        """The projects opened last, the newest first."""
        lines = self._text("recent_projects").split("\n")
        return [Path(line) for line in lines if line]

    def add_recent_project(self, path: Path) -> None:
        """Puts a project at the head of the recent ones."""
        others = [known for known in self.recent_projects if known != path]
        kept = [path, *others][:_MOST_RECENT]
        self._settings.setValue("recent_projects", "\n".join(map(str, kept)))

    def forget_recent_project(self, path: Path) -> None:
        """Takes a project off the recent ones."""
        kept = [known for known in self.recent_projects if known != path]
        self._settings.setValue("recent_projects", "\n".join(map(str, kept)))

    def layout(self, name: str) -> QByteArray:
        """How a window or a splitter was left; empty at first."""
        stored = self._settings.value(f"layout/{name}")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    def keep_layout(self, name: str, state: QByteArray) -> None:
        """Remembers how a window or a splitter was left."""
        self._settings.setValue(f"layout/{name}", state)

    def sync(self) -> None:
        """Writes everything to the file now."""
        self._settings.sync()

    def _text(self, name: str) -> str:
        value = self._settings.value(name)
        return value if isinstance(value, str) else ""
