"""Moving through sentences, panes and finds."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from provenance_desk.gui.reading.pane import ReadingPane
from provenance_desk.gui.review.pane_deck import FEWEST, MOST

if TYPE_CHECKING:
    from provenance_desk.gui.review.workspace import ReviewWorkspace

ZOOM_STEP = 0.1
Action = Callable[[], object]
PaneAction = Callable[[ReadingPane], object]


class ReadingCommands:
    """Connects the keys that walk."""

    def __init__(self, review: "ReviewWorkspace") -> None:
        self._review = review
        for name, action in {**self._walking(), **self._panes(), **self._text()}.items():
            review.desk.commands.connect(name, action, owner=review.widget)
        review.deck.zoom_to(review.desk.preferences.zoom)

    def _walking(self) -> dict[str, Action]:
        return {
            "sentence.next": lambda: self._in_pane(lambda pane: pane.view.choose_next()),
            "sentence.previous": lambda: self._in_pane(lambda pane: pane.view.choose_previous()),
            "untouched.next": lambda: self._walk("waiting", 1),
            "untouched.previous": lambda: self._walk("waiting", -1),
            "linked.next": lambda: self._walk("linked", 1),
            "linked.previous": lambda: self._walk("linked", -1),
        }

    def _panes(self) -> dict[str, Action]:
        deck = self._review.deck
        return {
            "pane.next": lambda: deck.step_pane(1),
            "pane.previous": lambda: deck.step_pane(-1),
            "pane.right": lambda: deck.move_current(self._review.reader, 1),
            "pane.left": lambda: deck.move_current(self._review.reader, -1),
            "pane.follow": self._follow,
            "panes.more": lambda: self._change_count(1),
            "panes.fewer": lambda: self._change_count(-1),
            "documents.go": self._review.documents.take_focus,
        }

    def _text(self) -> dict[str, Action]:
        return {
            "zoom.in": lambda: self._zoom(ZOOM_STEP),
            "zoom.out": lambda: self._zoom(-ZOOM_STEP),
            "zoom.reset": lambda: self._zoom(0.0),
            "find.open": lambda: self._in_pane(lambda pane: pane.open_find()),
            "find.next": lambda: self._in_pane(lambda pane: pane.find_step(1)),
            "find.previous": lambda: self._in_pane(lambda pane: pane.find_step(-1)),
            "edit.copy": lambda: self._in_pane(lambda pane: pane.view.copy()),
        }

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

    def _change_count(self, step: int) -> None:
        if not self._review.deck.change_count(self._review.reader, step):
            self._review.desk.say(f"There are {FEWEST} to {MOST} panes.")

    def _follow(self) -> None:
        """Let the current pane and its right neighbour follow a claim together, or not."""
        deck = self._review.deck
        gaps = deck.splitter.gaps
        if not gaps:
            self._review.desk.say("There is one pane only: nothing to follow.")
            return
        place = min(deck.place, len(gaps) - 1)
        gaps[place].sync.toggle()
        panes = f"Panes {place + 1} and {place + 2}"
        does = "follow" if gaps[place].sync.isChecked() else "no longer follow"
        self._review.desk.say(f"{panes} {does} the chosen claim together.")

    def _zoom(self, step: float) -> None:
        """Larger or smaller by a step, kept for the next time; no step: as it was."""
        pane = self._review.deck.current
        if pane is not None:
            zoom = round(min(2.5, max(0.7, pane.view.zoom + step)), 2) if step else 1.0
            self._review.deck.zoom_to(zoom)
            self._review.desk.preferences.zoom = zoom
