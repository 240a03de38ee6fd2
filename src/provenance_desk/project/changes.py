"""What a step changed: ids only; every panel asks again for what it shows."""

from dataclasses import dataclass, field

Ids = frozenset[str]


@dataclass(frozen=True, slots=True)
class Changes:
    """The ids a committed step touched; `events` are its own, in order.

    `linked_claims` and `linked_documents` are those whose links were made, changed or undone.
    """

    documents: Ids = frozenset()
    passages: Ids = frozenset()
    claims: Ids = frozenset()
    links: Ids = frozenset()
    origins: Ids = frozenset()
    linked_claims: Ids = frozenset()
    linked_documents: Ids = frozenset()
    joins: bool = False
    rules: bool = False
    events: tuple[str, ...] = field(default=())
