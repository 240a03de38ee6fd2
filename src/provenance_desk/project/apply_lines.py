"""Which event types a bulk file may hold, and one line of it done."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from provenance_desk.audit.text_rules import shown
from provenance_desk.domain.errors import InvalidValue
from provenance_desk.domain.event_types import EVENT_TYPES
from provenance_desk.domain.events import Body
from provenance_desk.domain.judgements import warnings_for
from provenance_desk.domain.review_events import ClaimAdded, LinkMade, LinkRevised, OriginAdded
from provenance_desk.project import apply_documents as d
from provenance_desk.project import apply_review as r
from provenance_desk.project.actions.work import Work
from provenance_desk.project.apply_body import Fields, said_in
from provenance_desk.project.apply_names import Names
from provenance_desk.project.apply_places import place_quote
from provenance_desk.project.errors import ActionRefused

ACTIONS: Mapping[str, Callable[[Work, Any, Any], str]] = {
    "origin.added": r.origin_added,
    "origins.related": r.origins_related,
    "claim.added": r.claim_added,
    "claim.reworded": r.claim_reworded,
    "claim.retired": r.claim_retired,
    "claim.restored": r.claim_restored,
    "claims.joined": r.claims_joined,
    "claims.separated": r.claims_separated,
    "claims.related": r.claims_related,
    "link.made": r.link_made,
    "link.revised": r.link_revised,
    "link.retracted": r.link_retracted,
    "contradiction.answered": r.contradiction_answered,
    "standing.overridden": r.standing_overridden,
    "disagreement.settled": r.disagreement_settled,
    "document.described": d.document_described,
    "document.marked": d.document_marked,
    "document.withdrawn": d.document_withdrawn,
    "documents.related": d.documents_related,
    "passage.zoned": d.passage_zoned,
    "passage.same_as": d.passage_same_as,
    "passage.skipped": d.passage_skipped,
    "sentence.split": d.sentence_split,
    "sentences.joined": d.sentences_joined,
    "rules.chosen": d.rules_chosen,
    "profile.set": d.profile_set,
    "note.added": d.note_added,
    "person.flagged": d.person_flagged,
    "suggestion.recorded": d.suggestion_recorded,
    "cues.changed": d.cues_changed,
    "event.undone": d.event_undone,
}


class Applier:
    """Does lines one after another in one step; what a line named is known to the next ones."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._names = Names(work.find.queries)
        self.given: dict[str, str] = {}
        self.doubts: tuple[str, ...] = ()
        """What METHOD.md warns of in the line last done; it never blocks."""

    def apply(self, line: Mapping[str, object]) -> str:
        """Do what a line says; the id of the event, or of what was there already."""
        fields: Fields = {key: value for key, value in line.items() if value is not None}
        name = _type_of(fields)
        given = self._name_of(fields)
        if "origin_kind" in fields or "actor_kind" in fields:
            self._add_origin(fields)
        if name == "link.made":
            place_quote(self._work, self._names, fields)
        said = said_in(name, fields, self._names)
        made = ACTIONS[name](self._work, said.body, said)
        self.doubts = _doubts(said.body)
        self._remember(said.body, given, made)
        return made

    def _remember(self, body: Body, given: str, made: str) -> None:
        match body:
            case ClaimAdded():
                self._names.add_claim(made, body.wording)
            case OriginAdded():
                self._names.add_origin(made, body.name)
            case _:
                pass
        if given:
            self.given[given] = made
            self._names.give(given, body.type, made)

    def _add_origin(self, fields: Fields) -> None:
        """Where a line says of what kind its origin is, it is added unless it is there already."""
        for key in ("origin", "actor"):
            kind = fields.pop(f"{key}_kind", None)
            if kind is not None:
                line = {"name": fields.get(key), "kind": kind}
                origin = said_in("origin.added", line, self._names)
                fields[key] = ACTIONS["origin.added"](self._work, origin.body, origin)

    def _name_of(self, fields: Fields) -> str:
        given = fields.pop("as", "")
        if not isinstance(given, str) or len(given) > 200:
            raise InvalidValue("as is not a short text.")
        if given and self._names.is_given(given):
            raise InvalidValue(f"“{shown(given)}” is the name of an earlier line already.")
        return given


def _doubts(body: Body) -> tuple[str, ...]:
    return warnings_for(body.judgement) if isinstance(body, LinkMade | LinkRevised) else ()


def _type_of(fields: Fields) -> str:
    name = fields.pop("type", None)
    if not isinstance(name, str):
        raise InvalidValue("type is missing: the line must say what it does, such as link.made.")
    if name in ACTIONS:
        return name
    if name == "document.added":
        raise ActionRefused("Documents come in as files: provenance-desk add PROJECT FILE….")
    if name in EVENT_TYPES:
        raise ActionRefused(f"{name} is written by the program itself, never by a bulk file.")
    near = get_close_matches(name, ACTIONS, 1)
    hint = f" Did you mean {near[0]}?" if near else ""
    raise InvalidValue(f"There is no event type “{shown(name, 60)}”.{hint}")
