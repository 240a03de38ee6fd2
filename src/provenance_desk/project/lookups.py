"""What an action must know of the project, with the step's own unwritten events in it."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeVar

import orjson

from provenance_desk.domain import folds
from provenance_desk.domain.document_events import DocumentAdded
from provenance_desk.domain.events import Event
from provenance_desk.domain.names import folded
from provenance_desk.domain.records import Claim, Document, Link, Origin
from provenance_desk.domain.replay import Thing, ThingKind, thing_of
from provenance_desk.domain.sentences import SentenceTable, apply_passages, table_from
from provenance_desk.domain.words import OriginKind
from provenance_desk.intake.stored_table import from_json
from provenance_desk.project.errors import NotFound
from provenance_desk.project.shelf import Shelf
from provenance_desk.project.step import Step
from provenance_desk.store.blobs import BlobKind
from provenance_desk.store.reader import Queries

Found = TypeVar("Found", Claim, Document, Link, Origin)
Fold = Callable[[Sequence[Event], frozenset[str]], Found | None]


class Lookups:
    """Finds things in the file or in the step being made; what it read is kept for the step."""

    def __init__(self, queries: Queries, step: Step, shelf: Shelf) -> None:
        self.queries = queries
        self._step = step
        self._shelf = shelf
        self._texts: dict[str, str] = {}
        self._tables: dict[str, tuple[int, SentenceTable]] = {}
        self._known: dict[Thing, object] = {}
        self._read = 0
        self._events: dict[str, Event] = {}
        self._fresh: dict[Thing, list[Event]] = {}
        self._originals: dict[str, str] = {}
        self._origin_names: dict[tuple[OriginKind, str], str] = {}

    def document(self, document: str) -> Document:
        """A document of the project; raises `NotFound`."""
        query, fold = self.queries.document, folds.fold_document
        return self._found(ThingKind.DOCUMENT, document, query, fold)

    def documents_of(self, original: str, text: str) -> list[Document]:
        """The documents that have these original bytes or this text."""
        self._refresh()
        known = self.queries.document_of_original(original)
        taken = known.id if known else self._originals.get(original)
        names = dict.fromkeys(name for name in (taken, text) if name)
        return [self.document(name) for name in names if self._has_document(name)]

    def documents_named(self, name: str) -> list[str]:
        """The ids of the documents whose file is called so, withdrawn ones left out."""
        self._refresh()
        return self._document_names.get(name, [])

    def is_undone(self, event_id: str) -> bool:
        """Whether an entry was undone before this step."""
        return self.queries.is_undone(event_id)

    def text(self, document: str) -> str:
        """A document's text; raises `NotFound` where it was left out of the file."""
        if document not in self._texts:
            text = self._shelf.text(document)
            self._texts[document] = self._new_text(document) if text is None else text
        return self._texts[document]

    def sentences(self, document: str) -> SentenceTable:
        """A document's sentences as the reviewers left them, this step's changes included."""
        fresh = self._about(ThingKind.PASSAGES, document)
        known = self._tables.get(document)
        if known is None:
            known = (0, self._base(document))
        done, table = known
        if done < len(fresh):
            changes = (event.body for event in fresh[done:])
            table = apply_passages(table, self.text(document), changes)
        self._tables[document] = (len(fresh), table)
        return table

    def claim(self, claim: str) -> Claim:
        """A claim as it stands, this step's own changes included; raises `NotFound`."""
        return self._found(ThingKind.CLAIM, claim, self.queries.claim, folds.fold_claim)

    def link(self, link: str) -> Link:
        """A link as it stands, this step's own changes included; raises `NotFound`."""
        return self._found(ThingKind.LINK, link, self.queries.link, folds.fold_link)

    def origin(self, origin: str) -> Origin:
        """An origin of the project; raises `NotFound`."""
        return self._found(ThingKind.ORIGIN, origin, self.queries.origin, folds.fold_origin)

    def origin_named(self, kind: OriginKind, name: str) -> str | None:
        """The id of the origin of that kind and name, where there is one."""
        self._refresh()
        fresh = self._origin_names.get((kind, folded(name)))
        return fresh or next((o.id for o in self.queries.origins_named(kind, name)), None)

    def event(self, event_id: str) -> Event:
        """An entry of the project or of this step; raises `NotFound`."""
        self._refresh()
        found = self._events.get(event_id) or self.queries.event(event_id)
        if found is None:
            raise NotFound(f"The project has no entry {event_id[:12]}….")
        return found

    def is_fresh(self, event_id: str) -> bool:
        """Whether the entry is of this very step."""
        self._refresh()
        return event_id in self._events

    def _found(
        self, kind: ThingKind, name: str, query: Callable[[str], Found | None], fold: Fold[Found]
    ) -> Found:
        """A thing as the file has it, or folded anew where this step changed it."""
        self._refresh()
        known = self._known.get((kind, name))
        if known is not None:
            return known  # type: ignore[return-value]  # kept under its own kind
        found = query(name)
        fresh: list[Event] = self._fresh.get((kind, name), [])
        if fresh:
            before: list[Event] = self.queries.events_about(kind, name)
            found = fold([*before, *fresh], self._undone)
        if found is None:
            raise NotFound(f"The project has no {kind} {name[:12]}….")
        self._known[kind, name] = found
        return found

    def _has_document(self, document: str) -> bool:
        fresh = self._about(ThingKind.DOCUMENT, document)
        return bool(fresh) or self.queries.document(document) is not None

    def _about(self, kind: ThingKind, name: str) -> list[Event]:
        self._refresh()
        return self._fresh.get((kind, name), [])

    def _refresh(self) -> None:
        if self._read == len(self._step.lines):
            return
        for line in self._step.lines[self._read :]:
            self._note(line.event)
        self._read = len(self._step.lines)

    def _note(self, event: Event) -> None:
        self._events[event.id] = event
        thing = thing_of(event.body, event.id)
        if thing is not None:
            self._fresh.setdefault(thing, []).append(event)
            self._known.pop(thing, None)
        if isinstance(event.body, DocumentAdded):
            self._originals[event.body.original] = event.body.text
            self._document_names.setdefault(event.body.name, []).append(event.body.text)
        elif thing is not None and thing[0] is ThingKind.ORIGIN:
            origin = folds.fold_origin([event], frozenset())
            if origin is not None:
                self._origin_names.setdefault((origin.kind, folded(origin.name)), origin.id)

    @cached_property
    def _undone(self) -> frozenset[str]:
        return self.queries.undone()

    @cached_property
    def _document_names(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = {}
        for document in self.queries.documents():
            if not document.withdrawn:
                names.setdefault(document.name, []).append(document.id)
        return names

    def _base(self, document: str) -> SentenceTable:
        """The sentences before this step; of a document that this step brings, its own table."""
        found = self.document(document)
        for kind, name, data in self._step.blobs:
            if kind is BlobKind.TABLE and name == found.table:
                base = from_json(orjson.loads(data))
                return table_from(base.sentences, base.same_as)
        return self._shelf.sentences(found)

    def _new_text(self, document: str) -> str:
        for _, name, data in self._step.blobs:
            if name == document:
                return data.decode("utf-8")
        raise NotFound(f"The text of document {document[:12]}… was left out of this project.")
