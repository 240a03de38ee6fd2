"""The list of ten thousand claims: shown and filtered, beside Qt's own filtered list."""

from collections.abc import Callable, Iterator
from functools import partial
from statistics import median

from PySide6.QtCore import QSortFilterProxyModel, QStringListModel, Qt
from PySide6.QtWidgets import QListView

from provenance_desk.gui.claims.panel import ClaimsPanel
from provenance_desk.store.reader import Reader
from tests.bench.figures import Figure
from tests.bench.reading import placed
from tests.bench.screen import Paints, application, remove
from tests.bench.timing import seconds
from tests.bench.workload import Workload
from tests.bench.workshop import Workshop

_CLAIMS, _RUNS = 10_000, 7
_SOUGHT = ("41", "412", "", "9")
_SUBJECTS = ("The minister", "A spokesman", "The brigade", "Nobody", "The prosecutor")
_PLAIN = "QListView over QSortFilterProxyModel, one line each"


def measure(workshop: Workshop) -> Iterator[Figure]:
    """From the project file to the painted list; from a typed letter to the painted list."""
    application()
    path = workshop.folder / "claims.provdesk"
    if not path.exists():
        workshop.make(path, ())
        workshop.apply(path, Workload({}, [_wording(n) for n in range(_CLAIMS)], []))
    with Reader(path) as reader:
        panel = placed(ClaimsPanel())
        painted = Paints(panel.view.viewport())
        shown = seconds(lambda: painted.after(lambda: panel.show_source(reader, "", []))) * 1000
        typed = _typed_ms(painted, panel.filter.setText)
        remove(panel)
    plain = _plain_ms([_wording(n) for n in range(_CLAIMS)])
    yield Figure(f"{_CLAIMS:,} claims: read from the file and listed", shown, "ms")
    what = f"{_CLAIMS:,} claims: filtered by what is typed"
    yield Figure(what, typed, "ms", plain=plain, plain_words=_PLAIN)


def _wording(number: int) -> str:
    return f"{_SUBJECTS[number % 5]} ordered the transfer of convoy {number} near the border."


def _typed_ms(painted: Paints, type_words: Callable[[str], object]) -> float:
    taken = [
        seconds(partial(painted.after, partial(type_words, words)))
        for _ in range(_RUNS)
        for words in _SOUGHT
    ]
    return median(taken) * 1000


def _plain_ms(wordings: list[str]) -> float:
    view, model, proxy = QListView(), QStringListModel(wordings), QSortFilterProxyModel()
    proxy.setSourceModel(model)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    view.setModel(proxy)
    placed(view)
    taken = _typed_ms(Paints(view.viewport()), proxy.setFilterFixedString)
    remove(view)
    return taken
