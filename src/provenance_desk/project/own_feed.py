"""The reviewer's own feed in a project: which one to go on with, and its bookkeeping events."""

import secrets

from provenance_desk import __version__
from provenance_desk.audit.high_water import HighWater
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


def own_pen(queries: Queries, project: str, author: str, marks: HighWater) -> Pen:
    """Where the author's next event goes; a pen at seq 0 begins a new feed."""
    current = _current(queries.feeds(), project, author, marks)
    if current is None:
        return Pen(project, author, secrets.token_hex(16), 0, FIRST_PREV, 0)
    return Pen(project, author, current.feed, current.size, current.head, current.clock)


def open_feed(step: Step, queries: Queries, name: str, marks: HighWater) -> None:
    """Write a new feed's first events: opened, the heads it has seen, the pseudonym."""
    pen = step.pen
    step.add(FeedOpened(APP, _before(queries.feeds(), pen, marks)))
    see_heads(step, queries)
    step.alone()
    step.add(ProfileSet(step.keep_text(name)))
    step.alone()


def see_heads(step: Step, queries: Queries) -> None:
    """Name the heads of other feeds that this feed has not named yet."""
    others = [s for s in queries.feeds() if s.feed != step.pen.feed and s.size > 0]
    seen = _seen(queries, step.pen)
    news = [s for s in others if seen.get(s.feed, 0) < s.size]
    for start in range(0, len(news), 400):
        part = news[start : start + 400]
        step.alone()
        heads = tuple(Head(s.feed, s.size, s.head) for s in part)
        step.see(HeadsSeen(heads), max(s.clock for s in part))
        step.alone()


def _seen(queries: Queries, pen: Pen) -> dict[str, int]:
    seen: dict[str, int] = {}
    for event in queries.events_of_types([HeadsSeen.type]):
        if event.feed == pen.feed and isinstance(event.body, HeadsSeen):
            for head in event.body.heads:
                seen[head.feed] = max(head.size, seen.get(head.feed, 0))
    return seen


def _current(
    feeds: list[FeedState], project: str, author: str, marks: HighWater
) -> FeedState | None:
    """The own feed this installation may go on with: the mark neither ahead of it nor missing."""
    for state in reversed([s for s in feeds if s.author == author]):
        mark = marks.mark(project, state.feed)
        if mark is not None and mark.size <= state.size:
            return state
    return None


def _before(feeds: list[FeedState], pen: Pen, marks: HighWater) -> FeedBefore | None:
    for state in reversed([s for s in feeds if s.author == pen.author and s.feed != pen.feed]):
        mark = marks.mark(pen.project, state.feed)
        if mark is not None and mark.size > state.size:
            return FeedBefore(state.feed, mark.head, "restored")
        return FeedBefore(state.feed, state.head, "another installation")
    return None
