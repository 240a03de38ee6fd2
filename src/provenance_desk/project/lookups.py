"""What an action must know of the project, with the step's own unwritten events in it."""

from dataclasses import replace

from provenance_desk.domain import folds
from provenance_desk.domain.events import Event
from provenance_desk.domain.records import Claim, Document, Link, Origin
from provenance_desk.domain.replay import ThingKind, thing_of
from provenance_desk.domain.review_events import ClaimReworded
from provenance_desk.domain.sentences import SentenceTable
from provenance_desk.project.errors import NotFound
from provenance_desk.project.step import Step
from provenance_desk.store.reader import Queries


class Lookups:
    """Finds things in the file or in the step being made; what it read is kept for the step."""

    def __init__(self, queries: Queries, step: Step) -> None:
        self.queries = queries
        self._step = step
        self._texts: dict[str, str] = {}
        self._tables: dict[str, SentenceTable] = {}
        self._documents: dict[str, Document] = {}
        self._claims: dict[str, Claim] = {}
        self._origins: dict[str, Origin] = {}
        self._read = 0
        self._fresh: dict[tuple[ThingKind, str], list[Event]] = {}

    def document(self, document: str) -> Document:
        """A document of the project; raises `NotFound`."""
        if document not in self._documents:
            found = self.queries.document(document) or self._new_document(document)
            if found is None:
                raise NotFound(f"The project has no document {document[:12]}….")
            self._documents[document] = found
        return self._documents[document]

    def text(self, document: str) -> str:
        """A document's text; raises `NotFound` where it was left out of the file."""
        if document not in self._texts:
            text = self.queries.text(document)
            if text is None:
                text = self._new_text(document)
            self._texts[document] = text
        return self._texts[document]

    def sentences(self, document: str) -> SentenceTable:
        """A document's sentences as the reviewers left them before this step."""
        if document not in self._tables:
            self._tables[document] = self.queries.sentences(self.document(document))
        return self._tables[document]

    def claim(self, claim: str) -> Claim:
        """A claim as it stands, this step's own changes included; raises `NotFound`."""
        fresh = self._events(ThingKind.CLAIM, claim)
        if claim not in self._claims:
            known = self.queries.claim(claim)
            if known is not None:
                self._claims[claim] = known
        if fresh and claim in self._claims:
            return _with_rewordings(self._claims[claim], fresh)
        found = self._claims.get(claim) or folds.fold_claim(fresh, frozenset())
        if found is None:
            raise NotFound(f"The project has no claim {claim[:12]}….")
        return found

    def link(self, link: str) -> Link:
        """A link as it stands; raises `NotFound`."""
        found = self.queries.link(link)
        fresh = self._events(ThingKind.LINK, link)
        if found is None and fresh:
            found = folds.fold_link(fresh, frozenset())
        if found is None:
            raise NotFound(f"The project has no link {link[:12]}….")
        return found

    def origin(self, origin: str) -> Origin:
        """An origin of the project; raises `NotFound`."""
        if origin not in self._origins:
            found = {o.id: o for o in self.queries.origins()}
            self._origins.update(found)
        if origin in self._origins:
            return self._origins[origin]
        fresh = folds.fold_origin(self._events(ThingKind.ORIGIN, origin), frozenset())
        if fresh is None:
            raise NotFound(f"The project has no origin {origin[:12]}….")
        return fresh

    def origins(self) -> list[Origin]:
        """Every origin, this step's own included."""
        self._refresh()
        fresh = [
            folds.fold_origin(events, frozenset())
            for (kind, _), events in self._fresh.items()
            if kind is ThingKind.ORIGIN
        ]
        return [*self.queries.origins(), *(o for o in fresh if o is not None)]

    def _events(self, kind: ThingKind, name: str) -> list[Event]:
        self._refresh()
        return self._fresh.get((kind, name), [])

    def _refresh(self) -> None:
        for line in self._step.lines[self._read :]:
            thing = thing_of(line.event.body, line.event.id)
            if thing is not None:
                self._fresh.setdefault(thing, []).append(line.event)
        self._read = len(self._step.lines)

    def _new_document(self, document: str) -> Document | None:
        return folds.fold_document(self._events(ThingKind.DOCUMENT, document), frozenset())

    def _new_text(self, document: str) -> str:
        for _, name, data in self._step.blobs:
            if name == document:
                return data.decode("utf-8")
        raise NotFound(f"The text of document {document[:12]}… was left out of this project.")


def _with_rewordings(claim: Claim, fresh: list[Event]) -> Claim:
    for event in fresh:
        body = event.body
        if isinstance(body, ClaimReworded):
            claim = replace(
                claim,
                wording=body.wording,
                kind=body.kind,
                actor=body.actor,
                dates=body.dates or (),
                version=event.id,
                versions=claim.versions + 1,
            )
    return claim
