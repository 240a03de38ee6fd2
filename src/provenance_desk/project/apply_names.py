"""What people call things: the id, the beginning of it, a file name, a wording or a given name."""

import re
from collections.abc import Iterable
from functools import cached_property

from provenance_desk.audit.schemas import HEX
from provenance_desk.audit.text_rules import shown
from provenance_desk.audit.verify_refs import ALLOWED, KIND_OF_TYPE, NAMED, Kind, Want
from provenance_desk.domain.names import folded
from provenance_desk.project.errors import NotFound
from provenance_desk.project.step import line_text
from provenance_desk.store.reader import Queries

PREFIX = re.compile("[0-9a-f]{4,63}")


class Index:
    """Things by what they are called, and by the beginning of their id."""

    def __init__(self, things: Iterable[tuple[str, str]]) -> None:
        self._called: dict[str, list[str]] = {}
        self._ids: dict[str, None] = {}
        for thing, name in things:
            self.add(thing, name)

    def add(self, thing: str, name: str) -> None:
        """One more thing and its name."""
        if thing not in self._ids:
            self._ids[thing] = None
            self._called.setdefault(name, []).append(thing)

    def find(self, name: str, said: str) -> list[str]:
        """The ids of what is called `name`; where there is none, those that begin with `said`."""
        called = self._called.get(name)
        if called is not None:
            return called
        if not PREFIX.fullmatch(said):
            return []
        return [known for known in self._ids if known.startswith(said)]


class Names:
    """Finds the id of what a reviewer named; raises `NotFound` with a sentence."""

    def __init__(self, queries: Queries) -> None:
        self._queries = queries
        self._given: dict[str, tuple[Kind, str]] = {}

    def is_given(self, name: str) -> bool:
        """Whether a line gave this name to what it made."""
        return name in self._given

    def give(self, name: str, made_by: str, made: str) -> None:
        """Let later lines call the thing `made` by an event of type `made_by` so."""
        self._given[name] = (KIND_OF_TYPE.get(made_by, Kind.OTHER), made)

    def add_claim(self, claim: str, wording: str) -> None:
        """Let later lines name a claim that is not in the file yet by its wording."""
        self._claims.add(claim, line_text(wording))

    def add_origin(self, origin: str, name: str) -> None:
        """Let later lines name an origin that is not in the file yet by its name."""
        self._origins.add(origin, folded(line_text(name)))

    def id(self, want: Want, said: str) -> str:
        """The id of what `said` names, of the kind that is wanted."""
        if said in self._given:
            return self._given_id(want, said)
        if HEX[64].fullmatch(said):
            return said
        return _only(want, said, self._candidates(want, said))

    def _given_id(self, want: Want, said: str) -> str:
        kind, made = self._given[said]
        if kind not in ALLOWED[want]:
            raise NotFound(f"“{shown(said)}” names something else than {NAMED[want]}.")
        return made

    def _candidates(self, want: Want, said: str) -> list[str]:
        match want:
            case Want.DOCUMENT:
                return self._documents.find(said, said)
            case Want.CLAIM | Want.VERSION:
                return self._claims.find(line_text(said), said)
            case Want.ORIGIN:
                return self._origins.find(folded(line_text(said)), said)
            case Want.LINK | Want.OWN_LINK:
                return self._links.find("", said)
            case Want.THING:
                return [*self._documents.find(said, said), *self._entries(said)]
            case _:
                return self._entries(said)

    def _entries(self, said: str) -> list[str]:
        return self._queries.ids_beginning(said) if PREFIX.fullmatch(said) else []

    @cached_property
    def _documents(self) -> Index:
        return Index((d.id, d.name) for d in self._queries.documents() if not d.withdrawn)

    @cached_property
    def _claims(self) -> Index:
        return Index((c.id, c.wording) for c in self._queries.claims() if not c.withdrawn)

    @cached_property
    def _origins(self) -> Index:
        return Index((o.id, folded(o.name)) for o in self._queries.origins() if not o.withdrawn)

    @cached_property
    def _links(self) -> Index:
        return Index((link.id, link.id) for link in self._queries.links())


def _only(want: Want, said: str, found: list[str]) -> str:
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(known[:12] for known in found[:5])
        raise NotFound(
            f"“{shown(said)}” may be {len(found)} different things here: {ids}. Give the id."
        )
    raise NotFound(f"“{shown(said)}” is not the id or the name of {NAMED[want]} here.")
