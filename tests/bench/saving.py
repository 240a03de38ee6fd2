"""Saving links in the window of a large project: from the key to what is painted."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from provenance_desk.gui.app import make_window
from provenance_desk.gui.main_window import MainWindow
from provenance_desk.gui.review.workspace import ReviewWorkspace
from tests.bench.figures import Figure
from tests.bench.screen import Paints, application, settled, until
from tests.bench.timing import p95
from tests.bench.workshop import Workshop

_ROUNDS, _SAVES, _WARM_UP = 5, 40, 4
_TARGET = 50.0


def measure(workshop: Workshop) -> Iterator[Figure]:
    """The p95 of many saves in a row, each from Ctrl+Enter to the next sentence painted."""
    application()
    path = workshop.copy(workshop.project(), "saving")
    window = make_window(workshop.home)
    window.resize(1440, 900)
    window.open_project(path)
    window.show()
    review = _opened(window)
    # The last ones: the first documents of the workload have links on nearly every sentence.
    documents = [document.id for document in review.reader.documents()[-_ROUNDS:]]
    rounds = [list(_saves(window, review, document))[_WARM_UP:] for document in documents]
    window.close()
    plain = _commits(workshop.folder / "plain.sqlite")
    what = f"save a link among {len(workshop.workload.links):,}: from key to painted"
    words = "one row committed by sqlite3 (the disk alone)"
    # The median of all rounds: another program's second of work is not ours.
    high, half = median(map(p95, rounds)), median(chain(*rounds))
    yield Figure(f"{what}, p95", high, "ms", _TARGET, plain=p95(plain), plain_words=words)
    yield Figure(f"{what}, median", half, "ms", None, plain=median(plain), plain_words=words)


def _opened(window: MainWindow) -> ReviewWorkspace:
    project = window.project
    assert project is not None
    session = project.desk.session
    until(lambda: session.can_write and session.state is not None and not session.is_saving)
    review = project.workspace("review")
    assert isinstance(review, ReviewWorkspace)
    return review


def _saves(window: MainWindow, review: ReviewWorkspace, document: str) -> Iterator[float]:
    """Judges one sentence of a document after the other and saves it by key; each in ms."""
    review.deck.show_document(review.reader, document)
    pane = review.deck.current
    assert pane is not None
    assert pane.view.choose_waiting()
    painted = Paints(pane.view.viewport())
    rows = review.claims.rows
    for number in range(_WARM_UP + _SAVES):
        review.linking.show_passage(review.deck.passage())
        review.linking.choose_claim(rows[number % len(rows)].id)
        for command in ("status.alleged", "confidence.moderate"):
            window.commands.trigger(command)
        review.card.setFocus()
        settled()
        yield _save(review, painted)


def _save(review: ReviewWorkspace, painted: Paints) -> float:
    session, before, paints = review.desk.session, review.desk.session.state, painted.count
    start = time.perf_counter()
    QTest.keyClick(review.card, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until(lambda: session.state is not before and not session.is_saving and painted.count > paints)
    settled()
    return (time.perf_counter() - start) * 1000


def _commits(path: Path) -> list[float]:
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("PRAGMA journal_mode = WAL")
        file.execute("PRAGMA synchronous = FULL")
        file.execute("CREATE TABLE row (data BLOB)")
        taken = []
        for _ in range(_SAVES):
            start = time.perf_counter()
            file.execute("INSERT INTO row VALUES (?)", (b"x" * 1024,))
            taken.append((time.perf_counter() - start) * 1000)
    return taken
