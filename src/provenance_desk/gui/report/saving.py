"""Saving the report of the open project: a page, a PDF or Markdown, as a job beside the window."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from provenance_desk.domain.errors import InvalidValue
from provenance_desk.exchange.report_html import report_html
from provenance_desk.exchange.report_md import report_md
from provenance_desk.exchange.safe_file import written_whole
from provenance_desk.gui.exporting.contents import free_place

if TYPE_CHECKING:
    from provenance_desk.exchange.review import Review
    from provenance_desk.gui.desk.desk import Desk
    from provenance_desk.gui.desk.tasks import Task
    from provenance_desk.project.progress import Progress

FORMS: Final = {
    "A page, for any browser (*.html)": ".html",
    "A PDF, for paper (*.pdf)": ".pdf",
    "Markdown, for other programs (*.md)": ".md",
}


def ask_report(desk: "Desk") -> "Task | None":
    """Ask where to, then save; None where nobody wanted to."""
    proposed = free_place(desk.session.path.absolute().parent, desk.session.reader.title(), ".html")
    names = {_tr(words): suffix for words, suffix in FORMS.items()}
    title, filters = _tr("Save the report"), ";;".join(names)
    chosen, form = QFileDialog.getSaveFileName(desk.window, title, str(proposed), filters)
    return save_report(desk, with_suffix(Path(chosen), names.get(form, ""))) if chosen else None


def with_suffix(path: Path, suffix: str) -> Path:
    """The path with the ending of the chosen form, unless it has one of the three already."""
    if path.suffix.lower() in FORMS.values():
        return path
    return path.with_name(path.name + (suffix or ".html"))


def save_report(desk: "Desk", path: Path) -> "Task":
    """Save the report at a path, whose ending says in which form."""
    project = desk.session.path
    task = desk.run(lambda progress: _saved(project, path, progress))
    words = _tr("The report is saved: {path}").format(path=path)
    task.succeeded.connect(lambda _: desk.say(words))
    desk.follow(task, _tr("Writing {name}…").format(name=path.name))
    desk.runner.start(task)
    return task


def _saved(project: Path, path: Path, progress: "Progress") -> None:
    from provenance_desk.exchange.export_source import exported_review
    from provenance_desk.store.reader import Reader

    with Reader(project) as reader, reader.snapshot():
        _write(exported_review(reader, reader.feeds()), path, progress)


def _write(review: "Review", path: Path, progress: "Progress") -> None:
    match path.suffix.lower():
        case ".pdf":
            from provenance_desk.gui.report.pdf import write_report_pdf

            return write_report_pdf(review, path, progress)
        case ".html":
            text = report_html(review)
        case ".md":
            text = report_md(review)
        case _:
            raise InvalidValue(f"{path.name} must end in .html, .pdf or .md.")
    with written_whole(path) as stream:
        stream.write(text.encode("utf-8"))
    return None


def _tr(words: str) -> str:
    return QCoreApplication.translate("Report", words)
