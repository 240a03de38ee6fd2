"""Moving through sentences, panes and finds."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from provenance_desk.gui.reading.pane import ReadingPane

if TYPE_CHECKING:
    from provenance_desk.gui.review.workspace import ReviewWorkspace

ZOOM_STEP = 0.1
PaneAction = Callable[[ReadingPane], object]


class ReadingCommands:
    """Connects the keys that walk."""

    def __init__(self, review: "ReviewWorkspace") -> None:
        self._review = review
        connect, owner = review.desk.commands.connect, review.widget
        deck = review.deck
        for name, action in (
            ("sentence.next", lambda: self._in_pane(lambda pane: pane.view.choose_next())),
            ("sentence.previous", lambda: self._in_pane(lambda pane: pane.view.choose_previous())),
            ("untouched.next", lambda: self._walk("waiting", 1)),
            ("untouched.previous", lambda: self._walk("waiting", -1)),
            ("linked.next", lambda: self._walk("linked", 1)),
            ("linked.previous", lambda: self._walk("linked", -1)),
            ("pane.next", lambda: deck.step_pane(1)),
            ("pane.previous", lambda: deck.step_pane(-1)),
            ("panes.more", lambda: deck.change_count(review.reader, 1)),
            ("panes.fewer", lambda: deck.change_count(review.reader, -1)),
            ("zoom.in", lambda: self._zoom(ZOOM_STEP)),
            ("zoom.out", lambda: self._zoom(-ZOOM_STEP)),
            ("zoom.reset", lambda: deck.zoom_to(1.0)),
            ("find.open", lambda: self._in_pane(lambda pane: pane.open_find())),
            ("find.next", lambda: self._in_pane(lambda pane: pane.find_step(1))),
            ("find.previous", lambda: self._in_pane(lambda pane: pane.find_step(-1))),
            ("edit.copy", lambda: self._in_pane(lambda pane: pane.view.copy())),
        ):
            connect(name, action, owner=owner)
        deck.zoom_to(review.desk.preferences.zoom)

    def _in_pane(self, action: PaneAction) -> None:
        pane = self._review.deck.current
        if pane is not None:
            action(pane)

    def _walk(self, kind: str, direction: int) -> None:
        pane = self._review.deck.current
        if pane is None:
            return
        view = pane.view
        found = (
            view.choose_waiting(direction) if kind == "waiting" else view.choose_linked(direction)
        )
        if not found:
            what = "untouched" if kind == "waiting" else "linked"
            where = "after" if direction > 0 else "before"
            self._review.desk.say(f"No {what} sentence {where} this one in this document.")

    def _zoom(self, step: float) -> None:
        pane = self._review.deck.current
        if pane is not None:
            zoom = round(min(2.5, max(0.6, pane.view.zoom + step)), 2)
            self._review.deck.zoom_to(zoom)
            self._review.desk.preferences.zoom = zoom
