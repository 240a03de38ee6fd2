"""What a long document takes in memory, in a process that did nothing else before."""

from collections.abc import Iterator

from PySide6.QtWidgets import QTextBrowser

from provenance_desk.gui.reading.pane import ReadingPane
from provenance_desk.store.reader import Reader
from tests.bench.figures import Figure
from tests.bench.reading import contents_of, placed, project_of_length
from tests.bench.screen import Paints, application, settled
from tests.bench.timing import resident_mb
from tests.bench.workshop import Workshop

_SENTENCES, _TARGET = 100_000, 80.0


def measure(workshop: Workshop) -> Iterator[Figure]:
    """How much memory grows by, from an empty pane to a long document read and scrolled."""
    application()
    path = project_of_length(workshop, _SENTENCES)
    with Reader(path) as reader:
        document = reader.documents()[0]
        grown = _grown(reader)
        plain = _browser_grown(reader.text(document.id) or "")
    what = f"a document of {_SENTENCES:,} sentences, a tenth linked: memory it takes"
    yield Figure(what, grown, "MB", _TARGET, plain=plain, plain_words="QTextBrowser, no marks")


def _grown(reader: Reader) -> float:
    pane = placed(ReadingPane())
    before = resident_mb()
    contents = contents_of(reader)
    Paints(pane.view.viewport()).after(
        lambda: pane.show_document(contents.text, contents.links, contents.skipped)
    )
    bar = pane.view.verticalScrollBar()
    for part in range(10):
        bar.setValue(bar.maximum() * part // 10)
        settled()
    return resident_mb() - before


def _browser_grown(text: str) -> float:
    browser = placed(QTextBrowser())
    before = resident_mb()
    Paints(browser.viewport()).after(lambda: browser.setPlainText(text))
    return resident_mb() - before
