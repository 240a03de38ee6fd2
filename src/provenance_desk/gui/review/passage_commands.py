"""What is marked in the text: zones, same text, nothing to link, split and join."""

from functools import partial
from typing import TYPE_CHECKING, Any

from provenance_desk.domain.words import Zone
from provenance_desk.gui.linking.draft import Passage

if TYPE_CHECKING:
    from collections.abc import Callable

    from provenance_desk.gui.review.workspace import ReviewWorkspace


class PassageCommands:
    """Connects the keys that mark passages."""

    def __init__(self, review: "ReviewWorkspace") -> None:
        self._review = review
        self._waiting: Passage | None = None
        connect = partial(review.desk.commands.connect, owner=review.widget)
        connect("passage.nothing", self._skip)
        connect("passage.same_text", self._same_text)
        connect("sentence.split", self._split)
        connect("sentence.join", self._join)
        for zone in Zone:
            connect(f"zone.{zone}", partial(self._zone, zone))

    def _do(self, action: "Callable[[Any], Any]", *, advance: bool = False) -> None:
        then = (lambda _: self._advance()) if advance else None
        self._review.desk.session.do(action, then=then, by=self)

    def _advance(self) -> None:
        pane = self._review.deck.current
        if pane is not None and not pane.view.choose_waiting(1):
            pane.view.choose_next()

    def _skip(self) -> None:
        at = self._review.deck.passage()
        if at is not None:
            self._do(lambda p: p.skip_passage(at.document, at.start, at.end), advance=True)

    def _zone(self, zone: Zone) -> None:
        at = self._review.deck.passage()
        if at is not None:
            self._do(lambda p: p.zone_passage(at.document, at.start, at.end, zone))

    def _same_text(self) -> None:
        at = self._review.deck.passage()
        if at is None:
            return
        first = self._waiting
        if first is None or first.document != at.document or first == at:
            self._waiting = at
            self._review.desk.say(
                "Same text as: go to the passage that says it first or in full, and press = again."
            )
            return
        self._waiting = None
        span, other = (first.start, first.end), (at.start, at.end)
        self._do(lambda p: p.mark_same_as(first.document, span, other))

    def _split(self) -> None:
        from provenance_desk.gui.review.dialogs import SplitDialog

        at = self._review.deck.passage()
        pane = self._review.deck.current
        if at is None or pane is None:
            return
        row = pane.document.sentence_at(at.start)
        start, end = pane.document.starts[row], pane.document.ends[row]
        if start < at.start:
            offset: int | None = at.start
        else:
            offset = SplitDialog.ask(self._review.desk.window, pane.document.text[start:end])
            offset = None if offset is None else start + offset
        if offset is not None:
            place = offset
            self._do(lambda p: p.split_sentence(at.document, place))

    def _join(self) -> None:
        at, pane = self._review.deck.passage(), self._review.deck.current
        if at is None or pane is None:
            return
        row = pane.document.sentence_at(at.end - 1)
        first = pane.document.sentence_at(at.start)
        last = row + 1 if row == first and row + 1 < len(pane.document) else row
        start, end = pane.document.starts[first], pane.document.ends[last]
        self._do(lambda p: p.join_sentences(at.document, start, end))
