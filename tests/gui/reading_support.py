"""Documents and views for the tests of the reading view."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from provenance_desk.domain.words import Status
from provenance_desk.gui.reading.model import SentenceModel
from provenance_desk.gui.reading.text import DocumentText, LinkMark
from provenance_desk.gui.reading.view import ReadingView
from provenance_desk.gui.shared.fonts import load_fonts
from provenance_desk.gui.shared.theme import apply_theme
from provenance_desk.locations import packaged

Paragraph = Sequence[str]


def document_of(
    *paragraphs: Paragraph,
    zones: Mapping[int, str] | None = None,
    between: str = "\n\n",
    **table: Any,
) -> DocumentText:
    """A document of paragraphs of sentences; zones by sentence number, body if not named."""
    rows: list[list[Any]] = []
    text = ""
    for paragraph in paragraphs:
        text += between if text else ""
        for place, sentence in enumerate(paragraph):
            text += " " if place else ""
            rows.append(
                [len(text), len(text) + len(sentence), (zones or {}).get(len(rows), "body")]
            )
            text += sentence
    direction = table.pop("direction", "auto")
    return DocumentText.of_table("d", text, {"sentences": rows, **table}, direction=direction)


def long_document(paragraphs: int) -> DocumentText:
    """Paragraphs of one to four sentences of different lengths."""
    return document_of(
        *(
            [
                f"Sentence {n}.{k} "
                + "says something of no weight " * (1 + (n * 7 + k) % 9)
                + "here."
                for k in range(1 + n % 4)
            ]
            for n in range(paragraphs)
        )
    )


def marked(
    document: DocumentText, numbers: Iterable[int], claim: str = "c1", status: str = "alleged"
) -> dict[int, Sequence[LinkMark]]:
    """One link on each of these sentences."""
    return {
        n: (LinkMark(claim, Status(status), document.starts[n], document.ends[n]),) for n in numbers
    }


def shown(
    qtbot: QtBot,
    document: DocumentText,
    links: Mapping[int, Sequence[LinkMark]] | None = None,
    *,
    size: tuple[int, int] = (420, 500),
) -> ReadingView:
    """A view on the screen that shows a document in the light theme."""
    look_up()
    model = SentenceModel()
    view = ReadingView(model)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(*size)
    model.show_document(document, links)
    with qtbot.waitExposed(view):
        view.show()
    return view


def look_up(theme: str = "light") -> QApplication:
    """The application with the bundled typefaces and a theme."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    load_fonts(packaged("resources") / "fonts")
    apply_theme(app, theme)
    return app
