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
from provenance_desk.domain.errors import DeskError
from provenance_desk.domain.events import FORMAT
from provenance_desk.domain.project_events import (
    MOST_UNDONE,
    EventUndone,
    ProjectCreated,
    RulesChosen,
)
from provenance_desk.domain.words import HouseRule
from provenance_desk.project.actions.work import Work
from provenance_desk.project.changes import Changes
from provenance_desk.project.claim_actions import ClaimActions
from provenance_desk.project.clock import now
from provenance_desk.project.document_actions import DocumentActions
from provenance_desk.project.errors import NothingToUndo
from provenance_desk.project.link_actions import LinkActions
from provenance_desk.project.lookups import Lookups
from provenance_desk.project.own_feed import OwnFeed
from provenance_desk.project.sealing import DamagedLog, head_on_disk
from provenance_desk.project.shelf import Shelf
from provenance_desk.project.step import Step, line_text
from provenance_desk.project.team_actions import TeamActions
from provenance_desk.project.undo import OwnStep, UndoStacks, read_stacks
from provenance_desk.store.errors import ProjectFileError
from provenance_desk.store.log import entry_of
from provenance_desk.store.new_file import new_file
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
        self.id = writer.project_id()
        self._feed = OwnFeed(writer, identity.public, HighWater(home))
        self._observers: list[Observer] = []
        self._stacks: tuple[str, UndoStacks] | None = None
        self._blind = writer.rules().blind
        self._shelf = Shelf(writer)
        self.seal_problem: DeskError | None = None
        """Why sealing after a step failed; told again where sealing is asked for."""

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
        with (
            new_file(path, secrets.token_hex(16)) as unfinished,
            cls.open(unfinished, identity, home) as project,
        ):
            step = project._feed.begin(now(), identity.pseudonym)
            step.add(ProjectCreated(line_text(title), FORMAT))
            step.add(RulesChosen(house_rule, blind=False, suggestions=True))
            project._commit(step)
        return cls.open(path, identity, home)

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
        return self._feed.pen.seq - self._feed.sealed

    def observe(self, observer: Observer) -> None:
        """Tell `observer` of every committed step from now on."""
        self._observers.append(observer)

    @contextmanager
    def step(self) -> Iterator[Work]:
        """One user step: everything done inside is committed together, or not at all."""
        step = self._begin()
        before = len(step.lines)
        yield Work(step, Lookups(self.store, step, self._shelf), self._blind)
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
        pen, sealed = self._feed.pen, self._feed.sealed
        if pen.seq == 0 or self.identity.locked or (pen.seq == sealed and not whole):
            return False
        head = head_on_disk(self.path, pen, 0 if whole else sealed)
        if pen.seq > sealed:
            checkpoint = Checkpoint(self.id, pen.feed, pen.seq, head)
            self.store.seal(pen.feed, pen.seq, sign_checkpoint(checkpoint, self.identity.key))
            self._feed.sealed = pen.seq
        self.seal_problem = None
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

    def _begin(self) -> Step:
        step = self._feed.begin(now(), self.identity.pseudonym)
        step.alone()
        return step

    def _take_back(self, step: OwnStep) -> Changes:
        made = self._begin()
        for start in range(0, len(step.events), MOST_UNDONE):
            made.add(EventUndone(step.events[start : start + MOST_UNDONE]))
        return self._commit(made)

    def _commit(self, step: Step) -> Changes:
        if step.began != self._feed.pen:
            raise RuntimeError("A step was committed inside another one, which can't follow it.")
        batch = Batch(step.pen.feed, step.pen.author, step.lines, step.attachments, step.blobs)
        touched = self.store.append(batch)
        self._feed.committed(step)
        self._remember(step)
        rules = any(isinstance(line.event.body, RulesChosen | EventUndone) for line in step.lines)
        if rules:
            self._blind = self.store.rules().blind
        changes = Changes(
            documents=frozenset(touched.documents),
            passages=frozenset(touched.passages),
            claims=frozenset(touched.claims),
            links=frozenset(touched.links),
            origins=frozenset(touched.origins),
            linked_claims=frozenset(touched.linked_claims),
            linked_documents=frozenset(touched.linked_documents),
            joins=touched.joins,
            rules=rules,
            events=tuple(line.event.id for line in step.lines),
        )
        self._shelf.forget(changes.documents | changes.passages)
        self._tell(changes)
        self._seal_if_due(len(step.lines))
        return changes

    def _remember(self, step: Step) -> None:
        """Keep the undo stacks up with the log; a feed that was just opened begins new ones."""
        if self._stacks is not None:
            feed, stacks = self._stacks
            if feed == step.pen.feed:
                stacks.extend(entry_of(line.event) for line in step.lines)

    def _seal_if_due(self, added: int) -> None:
        """Seal after every 256 events; the step is saved whatever comes of it."""
        if self.unsealed // SEAL_AFTER == (self.unsealed - added) // SEAL_AFTER:
            return
        try:
            self.seal()
        except (DamagedLog, ProjectFileError) as problem:
            self.seal_problem = problem

    def _tell(self, changes: Changes) -> Changes:
        for observer in self._observers:
            observer(changes)
        return changes

    def _undo_stacks(self) -> UndoStacks:
        feed = self._feed.pen.feed
        if self._stacks is None or self._stacks[0] != feed:
            known = any(state.feed == feed for state in self.store.feeds())
            self._stacks = (feed, read_stacks(self.store, feed) if known else UndoStacks(()))
        elif not (self._stacks[1].done or self._stacks[1].complete):
            self._stacks = (feed, UndoStacks(self.store.feed_entries(feed)))
        return self._stacks[1]
