"""Turns choices on the link card into one step of the project; imports no Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from provenance_desk.analysis.claim_wording import lint_claim
from provenance_desk.domain.errors import DeskError
from provenance_desk.domain.judgements import Speaker
from provenance_desk.domain.records import Claim, Link, Origin
from provenance_desk.domain.words import (
    Access,
    ChangeReason,
    ClaimKind,
    Confidence,
    Mode,
    OriginKind,
    Stance,
    Status,
    Wording,
)
from provenance_desk.gui.linking.draft import Draft, OriginChoice, Passage
from provenance_desk.gui.linking.saving import Saved, saving

if TYPE_CHECKING:
    from provenance_desk.project.project import Project


class Reading(Protocol):
    """What the presenter asks the project file."""

    def claim(self, claim: str) -> Claim | None:
        """A claim by id."""

    def link(self, link: str) -> Link | None:
        """A link by id."""

    def links(self, *, document: str | None = None, claim: str | None = None) -> list[Link]:
        """Links of a document or a claim."""

    def origins(self) -> list[Origin]:
        """Every origin."""

    def attachment(self, name: str) -> Any:
        """The attachment of that hash."""


class Writing(Protocol):
    """What the presenter asks the session."""

    author: str

    @property
    def reader(self) -> Reading:
        """Quick queries."""

    def do(
        self,
        action: "Callable[[Project], Any]",
        then: Callable[[Any], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
        by: object = None,
    ) -> None:
        """Run an action on the writer thread."""


class LinkCard(Protocol):
    """What the card shows."""

    def show_nothing(self) -> None:
        """No passage is chosen."""

    def show_passage(self, passage: Passage, own: Sequence[Link]) -> None:
        """A passage without a draft, and the own links on it."""

    def show_draft(self, draft: Draft, claim: str) -> None:
        """A draft and its claim's wording."""

    def show_problem(self, problem: DeskError) -> None:
        """Why something was not saved."""

    def show_missing(self, missing: Sequence[str], warnings: Sequence[str] = ()) -> None:
        """What saving waits for."""


@dataclass(frozen=True, slots=True)
class LastUsed:
    """What the next draft starts from: the claim chosen last."""

    claim: str | None = None


class LinkingPresenter:
    """Holds the draft; every choice shows it anew, saving takes it to the project."""

    def __init__(self, card: LinkCard, session: Writing, saved: Callable[[Saved], None]) -> None:
        self._card = card
        self._session = session
        self._saved = saved
        self._passage: Passage | None = None
        self._last = LastUsed()
        self._new_kind = ClaimKind.FACT
        self.draft: Draft | None = None

    @property
    def passage(self) -> Passage | None:
        """The passage that the next draft is about."""
        return self._passage

    def show_passage(self, passage: Passage | None) -> None:
        """Another passage was chosen; an unsaved draft of another passage is left."""
        if passage == self._passage and self.draft is not None:
            return
        self._passage, self.draft = passage, None
        if passage is None:
            self._card.show_nothing()
        else:
            self._card.show_passage(passage, self.own_links(passage))

    def own_links(self, passage: Passage) -> list[Link]:
        """The reviewer's own links that touch the passage, retracted ones left out."""
        links = self._session.reader.links(document=passage.document)
        return [
            link
            for link in links
            if link.author == self._session.author
            and not link.retracted
            and link.start < passage.end
            and passage.start < link.end
        ]

    def choose_claim(self, claim: str) -> None:
        """Link the passage to this claim; an own link there on that claim is changed instead."""
        if self._passage is None:
            return
        for link in self.own_links(self._passage):
            same = (link.start, link.end) == (self._passage.start, self._passage.end)
            if same and link.claim == claim:
                self.change_link(link.id)
                return
        draft = self.draft or Draft(self._passage)
        self._show(replace(draft, claim=claim, new_claim="", link=None))

    def choose_new_claim(self, wording: str, kind: ClaimKind = ClaimKind.FACT) -> None:
        """Link the passage to a claim that is added with the link."""
        if self._passage is not None:
            self._new_kind = kind
            draft = self.draft or Draft(self._passage)
            self._show(replace(draft, claim=None, new_claim=wording, link=None))

    def choose_last_claim(self) -> bool:
        """Link the passage to the claim used last; False where there is none."""
        if self._last.claim is None or self._passage is None:
            return False
        self.choose_claim(self._last.claim)
        return True

    def change_link(self, link: str) -> None:
        """Take an own link into the card, to judge it anew."""
        found = self._session.reader.link(link)
        if found is None or self._passage is None:
            return
        quote = self._session.reader.attachment(found.quote)
        exact = quote["exact"] if quote else self._passage.exact
        passage = Passage(found.document, found.start, found.end, exact, found.zone)
        self._passage = passage
        self._show(Draft.of_link(found, passage, "", self._origin(found.judgement.origin)))

    def set_status(self, status: Status) -> None:
        """Choose a status; opens a draft where there is none."""
        draft = self._opened()
        if draft is not None:
            self._show(draft.judged(status))

    def set_confidence(self, confidence: Confidence) -> None:
        """Choose how sure the reviewer is of the status."""
        self._change(confidence=confidence)

    def set_stance(self, stance: Stance) -> None:
        """Choose what the passage would mean for the claim."""
        self._change(stance=stance)

    def set_wording(self, wording: Wording | None) -> None:
        """Choose what the words do."""
        self._change(wording=wording)

    def set_access(self, access: Access | None) -> None:
        """Choose how near the reviewer came to the origin."""
        self._change(access=access)

    def set_speakers(self, speakers: Sequence[Speaker]) -> None:
        """Set the chain of who says so, the nearest first."""
        self._change(speakers=tuple(speakers))

    def set_speaker(self, name: str) -> None:
        """Set the nearest speaker's name; empty: nobody is named."""
        draft = self._opened()
        if draft is not None:
            self._show(draft.said_by(name))

    def set_mode(self, mode: Mode) -> None:
        """Choose how the nearest speaker's words are given."""
        draft = self._opened()
        if draft is not None and draft.speakers:
            first = replace(draft.speakers[0], mode=mode)
            self._show(replace(draft, speakers=(first, *draft.speakers[1:])))

    def set_origin_kind(self, kind: OriginKind) -> None:
        """Choose what a new origin is."""
        draft = self._opened()
        if draft is not None and draft.origin is not None and draft.origin.id is None:
            self._show(replace(draft, origin=replace(draft.origin, kind=kind)))

    def set_new_claim(self, wording: str) -> None:
        """Word the new claim; the card keeps its cursor."""
        draft = self._opened()
        if draft is not None and draft.claim is None:
            self.draft = replace(draft, new_claim=wording)
            self._card.show_missing(self.draft.missing(), self._doubts(self.draft))

    def set_origin(self, name: str, kind: OriginKind = OriginKind.PERSON) -> None:
        """Set the origin by name, an existing one where the name is known; empty: not named."""
        wanted = " ".join(name.split())
        if not wanted:
            self._change(origin=None)
            return
        known = {o.name.casefold(): o for o in self._session.reader.origins() if not o.withdrawn}
        found = known.get(wanted.casefold())
        choice = OriginChoice(found.name, found.id, found.kind) if found else None
        self._change(origin=choice or OriginChoice(wanted, None, kind))

    def set_rationale(self, text: str) -> None:
        """Set why; the card keeps its cursor, so only what is missing is shown anew."""
        draft = self._opened()
        if draft is not None:
            self.draft = replace(draft, rationale=text)
            self._card.show_missing(self.draft.missing(), self._doubts(self.draft))

    def set_reason(self, reason: ChangeReason) -> None:
        """Say what kind of change to a link it is."""
        self._change(reason=reason)

    def set_kind(self, kind: ClaimKind) -> None:
        """Choose the kind of the new claim."""
        self._new_kind = kind
        if self.draft is not None:
            self._card.show_missing(self.draft.missing(), self._doubts(self.draft))

    def save(self) -> bool:
        """Save the draft if it lacks nothing; False, and what is missing is shown, otherwise."""
        draft = self.draft
        if draft is None:
            return False
        if draft.missing():
            self._card.show_missing(draft.missing(), self._doubts(draft))
            return False
        self.draft = None
        self._session.do(
            saving(draft, self._new_kind),
            then=self._take_saved,
            failed=lambda problem: self._give_back(draft, problem),
            by=self,
        )
        return True

    def leave(self) -> None:
        """Leave the draft unsaved and show the passage again."""
        self.draft = None
        if self._passage is not None:
            self._card.show_passage(self._passage, self.own_links(self._passage))

    def retract(self, link: str, reason: ChangeReason, rationale: str = "") -> None:
        """Take an own link back."""
        self._session.do(
            lambda project: project.retract_link(link, reason, rationale),
            then=lambda _: self.leave(),
            failed=self._card.show_problem,
            by=self,
        )

    def refresh(self) -> None:
        """The project changed: show the passage's links anew, a draft stays as it is."""
        if self.draft is None and self._passage is not None:
            self._card.show_passage(self._passage, self.own_links(self._passage))

    def _take_saved(self, saved: Saved) -> None:
        self._last = LastUsed(saved.claim)
        self._new_kind = ClaimKind.FACT
        self._saved(saved)

    def _give_back(self, draft: Draft, problem: DeskError) -> None:
        if self.draft is None:
            self._passage = draft.passage
            self._show(draft)
        self._card.show_problem(problem)

    def _opened(self) -> Draft | None:
        if self.draft is None and self._passage is not None:
            self.draft = Draft(self._passage)
        return self.draft

    def _change(self, **values: Any) -> None:
        draft = self._opened()
        if draft is not None:
            self._show(replace(draft, **values))

    def _show(self, draft: Draft) -> None:
        self.draft = draft
        self._card.show_draft(draft, self._claim_words(draft))
        self._card.show_missing(draft.missing(), self._doubts(draft))

    def _doubts(self, draft: Draft) -> tuple[str, ...]:
        said = draft.warnings()
        if draft.claim is None and draft.new_claim.strip():
            found = lint_claim(draft.new_claim, self._new_kind)
            return (*(warning.sentence for warning in found), *said)
        return said

    def _claim_words(self, draft: Draft) -> str:
        if draft.claim is None:
            return draft.new_claim
        found = self._session.reader.claim(draft.claim)
        return found.wording if found else ""

    def _origin(self, origin: str | None) -> OriginChoice | None:
        for known in self._session.reader.origins() if origin else ():
            if known.id == origin:
                return OriginChoice(known.name, known.id, known.kind)
        return None
