"""What a step is called in the few words a menu has room for; imports no Qt."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, Protocol

from provenance_desk.domain.document_events import DocumentAdded
from provenance_desk.domain.events import Body, Event
from provenance_desk.domain.project_events import EventUndone
from provenance_desk.domain.records import Claim, Document, Link

if TYPE_CHECKING:
    from provenance_desk.project.undo import OwnStep

LONGEST: Final = 48
NAMES: Final = {
    "link.made": ("link to {claim}", "{n} links"),
    "link.revised": ("change of the link to {claim}", "{n} changes of judgement"),
    "link.retracted": ("retracting the link to {claim}", "retracting {n} links"),
    "claim.added": ("claim {claim}", "{n} claims"),
    "claim.reworded": ("rewording to {claim}", "rewording {n} claims"),
    "claim.retired": ("retiring {claim}", "retiring {n} claims"),
    "claim.restored": ("restoring {claim}", "restoring {n} claims"),
    "claims.joined": ("joining two claims", "joining {n} pairs of claims"),
    "claims.separated": ("separating two claims", "separating {n} pairs of claims"),
    "claims.related": ("relating two claims", "relating {n} pairs of claims"),
    "document.added": ("adding {document}", "adding {n} documents"),
    "document.described": ("card of {document}", "{n} document cards"),
    "document.marked": ("handling of {document}", "handling of {n} documents"),
    "document.withdrawn": ("withdrawing {document}", "withdrawing {n} documents"),
    "documents.related": ("relating two documents", "relating {n} pairs of documents"),
    "passage.zoned": ("zone in {document}", "{n} zones"),
    "passage.same_as": ("“same text as” in {document}", "{n} times “same text as”"),
    "passage.skipped": ("“nothing to link” in {document}", "{n} times “nothing to link”"),
    "sentence.split": ("splitting a sentence", "splitting {n} sentences"),
    "sentences.joined": ("joining sentences", "joining sentences {n} times"),
    "origin.added": ("origin {name}", "{n} origins"),
    "origins.related": ("relating two origins", "relating {n} pairs of origins"),
    "contradiction.answered": ("answer to a contradiction", "{n} answers"),
    "standing.overridden": ("standing of {claim}", "{n} standings"),
    "disagreement.settled": ("settling a disagreement", "settling {n} disagreements"),
    "note.added": ("note", "{n} notes"),
    "person.flagged": ("flag of a person", "{n} flags of persons"),
    "rules.chosen": ("choice of rules", "{n} choices of rules"),
}
_OTHER: Final = ("step", "{n} entries")
_ONLY_PREPARE: Final = frozenset({"origin.added", "claim.added", "document.described"})
"""Types that, beside others in one step, are not what the step is about."""


class Finder(Protocol):
    """The queries that names are made from; every project file answers them."""

    def event(self, event_id: str, /) -> Event | None:
        """An event by its id."""

    def claim(self, claim: str, /) -> Claim | None:
        """A claim by its id."""

    def link(self, link: str, /) -> Link | None:
        """A link by its id."""

    def document(self, document: str, /) -> Document | None:
        """A document by its id."""


def step_words(find: Finder, step: "OwnStep | None") -> str | None:
    """What a step of the reviewer's own is called: `link to “…”`; None where there is none."""
    if step is None:
        return None
    name, count = _main(step.types)
    one, several = NAMES.get(name, _OTHER)
    if count > 1:
        return several.format(n=count)
    event = find.event(_events(find, step)[step.types.index(name)])
    return one.format_map(_Gaps(find, event.body)) if event else _OTHER[0]


def shortened(text: str, longest: int = LONGEST) -> str:
    """The text in quotation marks, cut between words where it is too long."""
    if len(text) <= longest:
        return f"“{text}”"
    return f"“{text[: longest - 1].rsplit(' ', 1)[0].rstrip(' ,;:')}…”"


def _events(find: Finder, step: "OwnStep") -> tuple[str, ...]:
    """The step's events; of an undo, those that it took back."""
    first = find.event(step.events[0])
    if first is None or not isinstance(first.body, EventUndone):
        return step.events
    undos = (find.event(name) for name in step.events)
    bodies = (undo.body for undo in undos if undo is not None)
    return tuple(e for body in bodies if isinstance(body, EventUndone) for e in body.events)


def _main(types: Sequence[str]) -> tuple[str, int]:
    counts = Counter(types)
    weighty = [name for name in counts if name not in _ONLY_PREPARE] or list(counts)
    name = max(weighty, key=lambda name: counts[name])
    return name, counts[name]


class _Gaps(dict[str, str]):
    """Fills the gaps of a phrase, looking up only those that it has."""

    def __init__(self, find: Finder, body: Body) -> None:
        super().__init__()
        self._find, self._body = find, body

    def __missing__(self, gap: str) -> str:
        return _FILL[gap](self._find, self._body)


def _claim(find: Finder, body: Body) -> str:
    if isinstance(wording := getattr(body, "wording", None), str):
        return shortened(wording)
    link = find.link(getattr(body, "link", ""))
    found = find.claim(link.claim if link else getattr(body, "claim", ""))
    return shortened(found.wording) if found else "a claim"


def _document(find: Finder, body: Body) -> str:
    name = body.text if isinstance(body, DocumentAdded) else getattr(body, "document", "")
    found = find.document(name)
    return shortened(found.title) if found else "a document"


def _name(find: Finder, body: Body) -> str:
    return shortened(str(getattr(body, "name", "")))


_FILL: Final[dict[str, Callable[[Finder, Body], str]]] = {
    "claim": _claim,
    "document": _document,
    "name": _name,
}
