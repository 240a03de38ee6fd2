"""Widgets on a screen that need not exist, and when they were painted."""

import gc
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from provenance_desk.gui.app import SELDOM, make_app
from provenance_desk.gui.shared.theme import apply_theme

SIZE = (560, 860)
_LONGEST, _PULSE_MS = 120.0, 20


def application() -> QApplication:
    """The application as the desk starts it, in the light theme."""
    app = make_app()
    gc.set_threshold(*SELDOM)
    apply_theme(app, "light")
    return app


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        self._widget = widget
        widget.installEventFilter(self)

    def after(self, action: Callable[[], object]) -> None:
        """Do something and wait until the widget was painted since."""
        before = self.count
        action()
        until(lambda: self.count > before)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees every paint event; the painting itself is done when `until` looks next."""
        if watched is self._widget and event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


def until(reached: Callable[[], bool]) -> None:
    """Let the event loop run, as a window does, until something is so."""
    end = time.monotonic() + _LONGEST
    pulse = QTimer(interval=_PULSE_MS)  # wakes the loop where nothing else does
    pulse.start()
    while True:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        if reached():
            return
        assert time.monotonic() < end, "waited for what never came"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if reached():
            return


def settled() -> None:
    """Let the event loop run until nothing is left to do."""
    for _ in range(5):
        QCoreApplication.processEvents()


def remove(widget: QWidget) -> None:
    """Take a widget away at once; outside a running event loop nothing else would."""
    widget.hide()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete.value)
