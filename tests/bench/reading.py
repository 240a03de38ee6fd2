"""Opening and scrolling long documents, beside the plain text browser that Qt has."""

import gc
import time
from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from pathlib import Path
from statistics import median
from typing import TypeVar

from PySide6.QtWidgets import QTextBrowser, QWidget

from provenance_desk.gui.reading.pane import ReadingPane
from provenance_desk.gui.review.contents import PaneContents, pane_contents
from provenance_desk.store.reader import Reader
from tests.bench.figures import Figure
from tests.bench.screen import SIZE, Paints, application, remove, settled
from tests.bench.timing import p95, seconds
from tests.bench.workload import Passage, Workload, long_text, workload
from tests.bench.workshop import Workshop

Shown = TypeVar("Shown", bound=QWidget)

_LENGTHS = ((5_000, 30.0), (100_000, 150.0))
_BROWSER = "QTextBrowser with the same marks"
_RUNS, _TICK, _TICKS = 9, 96, 400
_FRAME_TARGET = 8.0
_HOT_LINKS, _HOT_TARGET = 1_600, 0.3


def measure(workshop: Workshop) -> Iterator[Figure]:
    """First paint and scrolling of long documents; a document full of links."""
    application()
    for sentences, target in _LENGTHS:
        yield from _long_document(workshop, sentences, target)
    yield _full_of_links(workshop)


def _long_document(workshop: Workshop, sentences: int, target: float) -> Iterator[Figure]:
    path = project_of_length(workshop, sentences)
    name = f"a document of {sentences:,} sentences, a tenth linked"
    with Reader(path) as reader:
        contents = contents_of(reader)
        browser = _browser_ms(contents)
        shown = _median_ms(lambda: contents)
    opened = _median_ms(lambda: _read(path))
    yield Figure(f"{name}: shown", shown, "ms", target, plain=browser, plain_words=_BROWSER)
    yield Figure(f"{name}: read from the file and shown", opened, "ms", target)
    yield Figure(f"{name}: scroll frame, p95", _scroll_ms(contents), "ms", _FRAME_TARGET)


def _full_of_links(workshop: Workshop) -> Figure:
    work = workload(workshop.folder / "hot", documents=1, links=_HOT_LINKS, hot=_HOT_LINKS)
    path = workshop.folder / "hot.provdesk"
    if not path.exists():
        workshop.make(path, workshop.files_of("hot_texts", work.texts))
        workshop.apply(path, work)
    taken = _median_ms(lambda: _read(path)) / 1000
    browser = _browser_ms(_read(path)) / 1000
    what = f"a document with {_HOT_LINKS:,} links: read from the file and shown"
    return Figure(what, taken, "s", _HOT_TARGET, plain=browser, plain_words=_BROWSER)


def project_of_length(workshop: Workshop, sentences: int) -> Path:
    path = workshop.folder / f"long_{sentences}.provdesk"
    if path.exists():
        return path
    texts = {"long.txt": long_text(sentences)}
    workshop.make(path, workshop.files_of(f"long_{sentences}", texts))
    with Reader(path) as reader:
        table = reader.sentences(reader.documents()[0])
    rows = range(0, len(table), 10)
    links = [Passage(0, table.starts[n], table.ends[n], n // 10 % 100, "") for n in rows]
    claims = [f"Statement {n} was made." for n in range(100)]
    workshop.apply(path, Workload(texts, claims, links))
    return path


def contents_of(reader: Reader) -> PaneContents:
    return pane_contents(reader, reader.documents()[0])


def _read(path: Path) -> PaneContents:
    """What a pane shows, read by a reader that read nothing before."""
    with Reader(path) as reader:
        return contents_of(reader)


def _median_ms(read: Callable[[], PaneContents]) -> float:
    """From an empty pane on the screen to the first paint of what was read."""
    taken = []
    for _ in range(_RUNS):
        pane = placed(ReadingPane())
        painted = Paints(pane.view.viewport())
        gc.collect()
        taken.append(seconds(partial(painted.after, partial(_show, pane, read))))
        remove(pane)
    return median(taken) * 1000


def _show(pane: ReadingPane, read: Callable[[], PaneContents]) -> None:
    contents = read()
    pane.show_document(contents.text, contents.links, contents.skipped)


def _scroll_ms(contents: PaneContents) -> float:
    pane = placed(ReadingPane())
    painted = Paints(pane.view.viewport())
    painted.after(lambda: pane.show_document(contents.text, contents.links, contents.skipped))
    settled()
    gc.collect()
    bar, taken = pane.view.verticalScrollBar(), []
    for _ in range(_TICKS):
        start = time.perf_counter()
        painted.after(lambda: bar.setValue(bar.value() + _TICK))
        taken.append((time.perf_counter() - start) * 1000)
    remove(pane)
    return p95(taken)


def _browser_ms(contents: PaneContents) -> float:
    browser, page = placed(QTextBrowser()), _html(contents)
    taken = seconds(lambda: Paints(browser.viewport()).after(lambda: browser.setHtml(page)))
    remove(browser)
    return taken * 1000


def _html(contents: PaneContents) -> str:
    """The document as a web page would mark its linked sentences."""
    text, links = contents.text, contents.links
    parts, place = [], 0
    for number, start in enumerate(text.starts):
        words = escape(text.sentence(number))
        parts.append("<p>" if "\n" in text.text[place:start] else " ")
        parts.append(
            f'<span style="background:#f4e3c1">{words}</span>' if number in links else words
        )
        place = text.ends[number]
    return "".join(parts)


def placed(widget: Shown) -> Shown:
    widget.resize(*SIZE)
    widget.show()
    settled()
    return widget
