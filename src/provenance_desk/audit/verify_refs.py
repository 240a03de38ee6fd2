"""What an event's fields name: which ids must be there, of what kind, and which attachments."""

from collections.abc import Iterator, Mapping
from enum import IntEnum
from typing import Any, Final


class Kind(IntEnum):
    """What an event is to those that name it."""

    OTHER = 0
    CLAIM = 1
    WORDING = 2
    LINK = 3
    REVISION = 4
    ORIGIN = 5
    FIXED = 6
    """An event that can't be undone."""


class Want(IntEnum):
    """What the id in a field must be the id of."""

    CLAIM = 0
    VERSION = 1
    LINK = 2
    OWN_LINK = 3
    JUDGEMENT = 4
    ORIGIN = 5
    EVENT = 6
    OWN_EVENT = 7
    DOCUMENT = 8
    THING = 9


KIND_OF_TYPE: Final[Mapping[str, Kind]] = {
    "claim.added": Kind.CLAIM,
    "claim.reworded": Kind.WORDING,
    "link.made": Kind.LINK,
    "link.revised": Kind.REVISION,
    "origin.added": Kind.ORIGIN,
    "project.created": Kind.FIXED,
    "feed.opened": Kind.FIXED,
    "heads.seen": Kind.FIXED,
    "bundle.exported": Kind.FIXED,
    "bundle.merged": Kind.FIXED,
    "fork.resolved": Kind.FIXED,
    "key.retired": Kind.FIXED,
}

ANY_KIND: Final = frozenset(Kind)
ALLOWED: Final[Mapping[Want, frozenset[Kind]]] = {
    Want.CLAIM: frozenset({Kind.CLAIM}),
    Want.VERSION: frozenset({Kind.CLAIM, Kind.WORDING}),
    Want.LINK: frozenset({Kind.LINK}),
    Want.OWN_LINK: frozenset({Kind.LINK}),
    Want.JUDGEMENT: frozenset({Kind.LINK, Kind.REVISION}),
    Want.ORIGIN: frozenset({Kind.ORIGIN}),
    Want.EVENT: ANY_KIND,
    Want.OWN_EVENT: ANY_KIND,
    Want.DOCUMENT: frozenset(),
    Want.THING: ANY_KIND,
}
NAMED: Final[Mapping[Want, str]] = {
    Want.CLAIM: "a claim",
    Want.VERSION: "a claim's wording",
    Want.LINK: "a link",
    Want.OWN_LINK: "a link",
    Want.JUDGEMENT: "a judgement",
    Want.ORIGIN: "an origin",
    Want.EVENT: "an entry",
    Want.OWN_EVENT: "an entry",
    Want.DOCUMENT: "a document",
    Want.THING: "an entry or a document",
}
OWN: Final = frozenset({Want.OWN_LINK, Want.OWN_EVENT})
DOCUMENTS: Final = frozenset({Want.DOCUMENT, Want.THING})

Row = tuple[tuple[str, Want], ...]
_DOCUMENT: Row = (("document", Want.DOCUMENT),)
_CLAIM: Row = (("claim", Want.CLAIM),)
_CLAIMS: Row = (("claims", Want.CLAIM),)

# The fields of a body that name events or documents; `judgement.origin` is added by `references`.
ROWS: Final[Mapping[str, Row]] = {
    "document.described": _DOCUMENT,
    "document.marked": _DOCUMENT,
    "document.withdrawn": _DOCUMENT,
    "documents.related": (("from", Want.DOCUMENT), ("to", Want.DOCUMENT)),
    "passage.zoned": _DOCUMENT,
    "passage.same_as": _DOCUMENT,
    "passage.skipped": _DOCUMENT,
    "sentence.split": _DOCUMENT,
    "sentences.joined": _DOCUMENT,
    "claim.added": (("actor", Want.ORIGIN),),
    "claim.reworded": (*_CLAIM, ("actor", Want.ORIGIN)),
    "claim.retired": _CLAIM,
    "claim.restored": _CLAIM,
    "claims.joined": _CLAIMS,
    "claims.separated": _CLAIMS,
    "claims.related": (("from", Want.CLAIM), ("to", Want.CLAIM)),
    "link.made": (*_CLAIM, ("claim_version", Want.VERSION), *_DOCUMENT),
    "link.revised": (("link", Want.OWN_LINK), ("claim_version", Want.VERSION)),
    "link.retracted": (("link", Want.OWN_LINK),),
    "origins.related": (("from", Want.ORIGIN), ("to", Want.ORIGIN)),
    "contradiction.answered": (("judgement", Want.JUDGEMENT),),
    "standing.overridden": _CLAIM,
    "disagreement.settled": (("judgements", Want.JUDGEMENT), ("origin", Want.ORIGIN)),
    "note.added": (("about", Want.EVENT), *_DOCUMENT),
    "suggestion.recorded": (("about", Want.THING),),
    "exercise.feedback_shown": (("link", Want.LINK),),
    "event.undone": (("events", Want.OWN_EVENT),),
    "fork.resolved": (("keep", Want.EVENT),),
}

ATTACHED: Final[Mapping[str, tuple[str, ...]]] = {
    "profile.set": ("name",),
    "document.described": ("how_obtained",),
    "document.marked": ("conditions",),
    "document.withdrawn": ("reason",),
    "claim.reworded": ("reason",),
    "claim.retired": ("reason",),
    "claim.restored": ("reason",),
    "claims.joined": ("reason",),
    "claims.separated": ("reason",),
    "link.made": ("quote", "rationale"),
    "link.revised": ("rationale",),
    "link.retracted": ("rationale",),
    "contradiction.answered": ("reason",),
    "standing.overridden": ("reason",),
    "disagreement.settled": ("reason",),
    "note.added": ("text",),
    "person.flagged": ("name",),
    "cues.changed": ("list",),
    "exercise.opened": ("content_note",),
    "exercise.key_changed": ("reason",),
}
"""The fields of a body that name attachments; `quote` is the only one that names a quote."""


def references(name: str, body: Mapping[str, Any]) -> Iterator[tuple[Want, str]]:
    """What the body of an event names, each id with what it must be."""
    for key, want in ROWS.get(name, ()):
        value = body.get(key)
        if type(value) is list:
            for item in value:
                yield want, item
        elif value is not None:
            yield want, value
    judgement = body.get("judgement")
    if type(judgement) is dict and "origin" in judgement:
        yield Want.ORIGIN, judgement["origin"]
