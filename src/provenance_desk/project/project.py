"""The open project: synchronous, free of Qt, one method per user action."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from provenance_desk.audit.checkpoints import Checkpoint, sign_checkpoint
from provenance_desk.audit.high_water import HighWater
from provenance_desk.audit.identity import Identity
from provenance_desk.domain.events import FORMAT
from provenance_desk.domain.project_events import (
    MOST_UNDONE,
    EventUndone,
    ProjectCreated,
    RulesChosen,
)
from provenance_desk.domain.words import HouseRule
from provenance_desk.project import own_feed
from provenance_desk.project.actions.work import Work
from provenance_desk.project.changes import Changes
from provenance_desk.project.claim_actions import ClaimActions
from provenance_desk.project.clock import now
from provenance_desk.project.document_actions import DocumentActions
from provenance_desk.project.errors import NothingToUndo
from provenance_desk.project.link_actions import LinkActions
from provenance_desk.project.lookups import Lookups
from provenance_desk.project.sealing import tail_head
from provenance_desk.project.step import Step, line_text
from provenance_desk.project.team_actions import TeamActions
from provenance_desk.project.undo import OwnStep, UndoStacks
from provenance_desk.store.reader import DEFAULT_RULES
from provenance_desk.store.writer import Batch, Writer

SEAL_AFTER = 256
"""Unsealed events after which a feed is sealed without being asked."""

Observer = Callable[[Changes], None]


class Project(DocumentActions, ClaimActions, LinkActions, TeamActions):
    """One project file, open for writing by one reviewer; close it, or use it as a context."""

    def __init__(self, writer: Writer, identity: Identity, home: Path) -> None:
        self.store = writer
        self.identity = identity
        self._marks = HighWater(home)
        self.id = writer.project_id()
        self._pen = own_feed.own_pen(writer, self.id, identity.public, self._marks)
        self._observers: list[Observer] = []
        self._stacks: UndoStacks | None = None
        self._blind = writer.rules().blind

    @classmethod
    def create(
        cls,
        path: Path,
        title: str,
        identity: Identity,
        home: Path,
        *,
        house_rule: HouseRule = DEFAULT_RULES.house_rule,
    ) -> Self:
        """A new project file with its first events; refuses an existing file."""
        project = secrets.token_hex(16)
        writer = Writer(path, create=project)
        try:
            found = cls(writer, identity, home)
            step = Step(found._pen, now())
            own_feed.open_feed(step, writer, identity.pseudonym, found._marks)
            step.add(ProjectCreated(line_text(title), FORMAT))
            step.alone()
            step.add(RulesChosen(house_rule, blind=False, suggestions=True))
            found._commit(step)
        except BaseException:
            writer.close()
            path.unlink(missing_ok=True)
            raise
        return found

    @classmethod
    def open(cls, path: Path, identity: Identity, home: Path, *, wait: float = 10.0) -> Self:
        """The project of an existing file; waits up to `wait` seconds for another writer."""
        writer = Writer(path, wait=wait)
        try:
            return cls(writer, identity, home)
        except BaseException:
            writer.close()
            raise

    @property
    def path(self) -> Path:
        """The project file."""
        return self.store.path

    @property
    def author(self) -> str:
        """The reviewer's public key."""
        return self.identity.public

    @property
    def unsealed(self) -> int:
        """How many events of the own feed no checkpoint covers yet."""
        return self._pen.seq - self._sealed()

    def observe(self, observer: Observer) -> None:
        """Tell `observer` of every committed step from now on."""
        self._observers.append(observer)

    @contextmanager
    def step(self) -> Iterator[Work]:
        """One user step: everything done inside is committed together, or not at all."""
        step = Step(self._pen, now())
        if step.pen.seq == 0:
            own_feed.open_feed(step, self.store, self.identity.pseudonym, self._marks)
        else:
            own_feed.see_heads(step, self.store)
        before = len(step.lines)
        yield Work(step, Lookups(self.store, step), self._blind)
        if len(step.lines) > before:
            self._commit(step)

    def undo(self) -> Changes:
        """Take back the reviewer's last step; raises `NothingToUndo`."""
        stacks = self._undo_stacks()
        if not stacks.done:
            raise NothingToUndo("There is nothing of yours to undo.")
        return self._take_back(stacks.done[-1])

    def redo(self) -> Changes:
        """Do the step again that was last taken back; raises `NothingToUndo`."""
        stacks = self._undo_stacks()
        if not stacks.undone:
            raise NothingToUndo("There is nothing to do again.")
        return self._take_back(stacks.undone[-1])

    def next_undo(self) -> OwnStep | None:
        """The step that `undo` would take back."""
        done = self._undo_stacks().done
        return done[-1] if done else None

    def next_redo(self) -> OwnStep | None:
        """The step that `redo` would do again."""
        undone = self._undo_stacks().undone
        return undone[-1] if undone else None

    def seal(self, *, whole: bool = False) -> bool:
        """Sign the own feed's head, after reading its tail (or the whole) again from disk.

        False where there was nothing to seal or the key is locked; raises `DamagedLog` where what
        the disk gives back is not what was written.
        """
        sealed = self._sealed()
        if self._pen.seq == 0 or self.identity.locked or (self._pen.seq == sealed and not whole):
            return False
        head = tail_head(self.store, self._pen, 0 if whole else sealed)
        if self._pen.seq > sealed:
            checkpoint = Checkpoint(self.id, self._pen.feed, self._pen.seq, head)
            note = sign_checkpoint(checkpoint, self.identity.key)
            self.store.seal(self._pen.feed, self._pen.seq, note)
        return True

    def close(self) -> None:
        """Seal what can be sealed and give the file back."""
        try:
            self.seal()
        finally:
            self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _take_back(self, step: OwnStep) -> Changes:
        made = Step(self._pen, now())
        for start in range(0, len(step.events), MOST_UNDONE):
            made.add(EventUndone(tuple(step.events[start : start + MOST_UNDONE])))
        return self._commit(made)

    def _commit(self, step: Step) -> Changes:
        batch = Batch(step.pen.feed, step.pen.author, step.lines, step.attachments, step.blobs)
        touched = self.store.append(batch)
        self._pen = step.pen
        self._marks.raise_mark(self.id, step.pen.feed, step.pen.seq, step.pen.prev)
        if self._stacks is not None:
            self._stacks.extend(line.event for line in step.lines)
        rules = any(isinstance(line.event.body, RulesChosen | EventUndone) for line in step.lines)
        if rules:
            self._blind = self.store.rules().blind
        if self.unsealed >= SEAL_AFTER:
            self.seal()
        return self._tell(
            Changes(
                documents=frozenset(touched.documents),
                passages=frozenset(touched.passages),
                claims=frozenset(touched.claims),
                links=frozenset(touched.links),
                origins=frozenset(touched.origins),
                joins=touched.joins,
                rules=rules,
                events=tuple(line.event.id for line in step.lines),
            )
        )

    def _tell(self, changes: Changes) -> Changes:
        for observer in self._observers:
            observer(changes)
        return changes

    def _sealed(self) -> int:
        states = (s for s in self.store.feeds() if s.feed == self._pen.feed)
        return next((state.sealed for state in states), 0)

    def _undo_stacks(self) -> UndoStacks:
        if self._stacks is None:
            known = any(s.feed == self._pen.feed for s in self.store.feeds())
            self._stacks = UndoStacks(self.store.feed_events(self._pen.feed) if known else ())
        return self._stacks
