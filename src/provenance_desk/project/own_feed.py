"""The reviewer's own feed in a project: where it goes on, what it has seen, what is sealed."""

import secrets

from provenance_desk import __version__
from provenance_desk.audit.high_water import HighWater, Mark
from provenance_desk.domain.events import FIRST_PREV
from provenance_desk.domain.project_events import (
    FeedBefore,
    FeedOpened,
    Head,
    HeadsSeen,
    ProfileSet,
)
from provenance_desk.project.step import Pen, Step
from provenance_desk.store.log import FeedState
from provenance_desk.store.reader import Queries

APP = f"provenance-desk {__version__}"
MOST_HEADS = 400


class OwnFeed:
    """The feed this installation writes; a pen at seq 0 begins a new one with the next step."""

    def __init__(self, queries: Queries, author: str, marks: HighWater) -> None:
        self._queries = queries
        self._author = author
        self._marks = marks
        self._project = queries.project_id()
        self._seen: dict[str, int] = {}
        self.sealed = 0
        self.pen = self._choose()

    def begin(self, time: str, name: str) -> Step:
        """What comes before a user's step: opening the feed if it is new, heads of other feeds."""
        if self._is_behind():
            self.pen = self._choose()
        step = Step(self.pen, time)
        if step.pen.seq == 0:
            step.add(FeedOpened(APP, self._before()))
            self._see_heads(step)
            step.add(ProfileSet(step.keep_text(name)))
        else:
            self._see_heads(step)
        return step

    def committed(self, step: Step) -> None:
        """Go on after a step that is in the file now."""
        self.pen = step.pen
        for line in step.lines:
            if isinstance(line.event.body, HeadsSeen):
                self._note(line.event.body)
        self._marks.raise_mark(self._project, self.pen.feed, self.pen.seq, self.pen.prev)

    def _choose(self) -> Pen:
        """The newest own feed that was written here, unless the file is another copy of it."""
        own = [s for s in self._queries.feeds() if s.author == self._author]
        for state in reversed(own):
            mark = self._marks.mark(self._project, state.feed)
            if mark is not None:
                if not self._holds(state, mark):
                    break
                return self._go_on(state)
        self._seen, self.sealed = {}, 0
        feed = secrets.token_hex(16)
        return Pen(self._project, self._author, feed, 0, FIRST_PREV, 0)

    def _holds(self, state: FeedState, mark: Mark) -> bool:
        """Whether the file has the very entry that the mark remembers, not another history."""
        if mark.size > state.size:
            return False
        lines = self._queries.named_lines(state.feed, mark.size - 1)
        return next((name for name, _ in lines), "") == mark.head

    def _go_on(self, state: FeedState) -> Pen:
        self._seen, self.sealed = {}, state.sealed
        for event in self._queries.events_of_types([HeadsSeen.type]):
            if event.feed == state.feed and isinstance(event.body, HeadsSeen):
                self._note(event.body)
        return Pen(self._project, self._author, state.feed, state.size, state.head, state.clock)

    def _is_behind(self) -> bool:
        """Whether another copy of this file was written on this computer meanwhile."""
        mark = self._marks.mark(self._project, self.pen.feed)
        return mark is not None and mark.size > self.pen.seq

    def _before(self) -> FeedBefore | None:
        """The own feed that a new one goes on from: the newest that was written here, or of all."""
        own = [s for s in self._queries.feeds() if s.author == self._author]
        for state in reversed(own):
            mark = self._marks.mark(self._project, state.feed)
            if mark is not None:
                return FeedBefore(state.feed, mark.head, "restored")
        return FeedBefore(own[-1].feed, own[-1].head, "another installation") if own else None

    def _see_heads(self, step: Step) -> None:
        others = [s for s in self._queries.feeds() if s.feed != step.pen.feed and s.size > 0]
        news = [s for s in others if self._seen.get(s.feed, 0) < s.size]
        for start in range(0, len(news), MOST_HEADS):
            part = news[start : start + MOST_HEADS]
            heads = tuple(Head(s.feed, s.size, s.head) for s in part)
            step.see(HeadsSeen(heads), max(s.clock for s in part))

    def _note(self, seen: HeadsSeen) -> None:
        for head in seen.heads:
            self._seen[head.feed] = max(head.size, self._seen.get(head.feed, 0))
