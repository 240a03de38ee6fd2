"""A new project: its question, its file, its house rule, and a name where there is none yet."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from provenance_desk.domain.errors import InvalidValue
from provenance_desk.domain.words import HouseRule
from provenance_desk.gui.dialogs.form import Form
from provenance_desk.gui.dialogs.name import NameFields
from provenance_desk.gui.dialogs.rules import rule_choice
from provenance_desk.gui.frame.openings import SUFFIX
from provenance_desk.gui.shared.widgets_labels import CutLabel

_NOT_IN_NAMES: Final = re.compile(r"[^\w\- ]+")


@dataclass(frozen=True, slots=True)
class NewProject:
    """What was asked for."""

    path: Path
    title: str
    rule: HouseRule


class NewProjectDialog(Form):
    """One question, one file."""

    def __init__(self, parent: QWidget | None, home: Path, *, needs_name: bool) -> None:
        super().__init__(
            parent,
            self.tr("New project"),
            self.tr("One question under review, in one file. Every step is saved as you take it."),
            self.tr("Create"),
        )
        self._home = home
        self._path: Path | None = None
        self.title = QLineEdit()
        self.title.setMaxLength(200)
        self.title.setPlaceholderText(self.tr("Did he resign, or was he dismissed?"))
        self.title.textChanged.connect(self._show_path)
        self.add_field(self.tr("Title"), self.title)
        self._add_place()
        self._rule = rule_choice()
        hint = self.tr("How a claim’s standing is counted. It can be changed at any time.")
        self.add_field(self.tr("House rule"), self._rule, hint)
        self._name = NameFields() if needs_name else None
        if self._name is not None:
            hint = self.tr("A pseudonym. Your steps are signed with a key that is made now.")
            self.add_field(self.tr("Your name in the project"), self._name, hint)
        self._show_path()
        self.title.setFocus()

    def _add_place(self) -> None:
        self._place = CutLabel("", "mute")
        change = QPushButton(self.tr("Other place…"))
        change.setAutoDefault(False)
        change.clicked.connect(self._choose_place)
        self.add_row(self._place, change)

    @classmethod
    def ask(cls, parent: QWidget | None, home: Path, *, needs_name: bool) -> NewProject | None:
        """Ask; what to create, or None. Where a name was needed, the key is there now."""
        dialog = cls(parent, home, needs_name=needs_name)
        return dialog.result_of() if dialog.exec() else None

    def result_of(self) -> NewProject:
        """What the fields say."""
        return NewProject(self._file(), self._title(), HouseRule(self._rule.currentData()))

    def try_accept(self) -> None:
        """Check the title and the place; make the key where there is none."""
        if self._file().exists():
            raise InvalidValue(
                self.tr("{name} is already there. Choose another title or another place.").format(
                    name=self._file().name
                )
            )
        if self._name is not None:
            self._name.make_key(self._home)

    def _title(self) -> str:
        return self.title.text().strip() or self.tr("Untitled review")

    def _file(self) -> Path:
        return self._path or free_path(_documents(), self._title())

    def _show_path(self) -> None:
        self._place.setText(str(self._file()))

    def _choose_place(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("New project"), str(self._file()), f"Provenance Desk (*{SUFFIX})"
        )
        if chosen:
            path = Path(chosen)
            self._path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
            self._show_path()


def free_path(folder: Path, title: str) -> Path:
    """A file name made from a title, with a number where that name is taken."""
    name = " ".join(_NOT_IN_NAMES.sub(" ", title).split())[:60] or "project"
    path, number = folder / f"{name}{SUFFIX}", 2
    while path.exists():
        path, number = folder / f"{name} {number}{SUFFIX}", number + 1
    return path


def _documents() -> Path:
    kind = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(kind) or Path.home())
    return folder if folder.is_dir() else Path.home()
