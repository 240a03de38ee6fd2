"""Turns choices on the link card into one step of the project; imports no Qt."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from provenance_desk.analysis.claim_wording import lint_claim
from provenance_desk.domain.errors import DeskError
from provenance_desk.domain.records import Link
from provenance_desk.domain.words import ChangeReason, OriginKind
from provenance_desk.gui.linking.deciding import TYPED, decided
from provenance_desk.gui.linking.draft import Draft, OriginChoice, Passage
from provenance_desk.gui.linking.parts import Judged, LinkCard, Writing
from provenance_desk.gui.linking.saving import Saved, saving

NOT_YOURS: Final = (
    "Only the reviewer who made a link can change or retract it. Make one of your own on the same"
    " passage: Enter."
)


class LinkingPresenter:
    """Holds the draft; every choice shows it anew, saving takes it to the project."""

    def __init__(self, card: LinkCard, session: Writing, saved: Callable[[Saved], None]) -> None:
        self._card = card
        self._session = session
        self._saved = saved
        self._passage: Passage | None = None
        self._last_claim: str | None = None
        self._put_aside: dict[Passage, Draft] = {}
        self.draft: Draft | None = None

    @property
    def passage(self) -> Passage | None:
        """The passage that the next draft is about."""
        return self._passage

    def show_passage(self, passage: Passage | None) -> bool:
        """Another passage was chosen; whether a draft was put aside until its own is chosen."""
        if passage == self._passage and self.draft is not None:
            return False
        aside = self.draft is not None and self.draft.is_begun
        if self.draft is not None and aside:
            self._put_aside[self.draft.passage] = self.draft
        self._passage, self.draft = passage, None
        if passage is None:
            self._card.show_nothing()
        elif (draft := self._put_aside.pop(passage, None)) is not None:
            self._show(draft)
        else:
            self._card.show_passage(passage, self.judged(passage))
        return aside

    def judged(self, passage: Passage) -> Judged:
        """The links that touch the passage: the reviewer's own, and the names of the others."""
        found = [self._session.reader.link(link) for link in passage.links]
        links = [link for link in found if link is not None and not link.retracted]
        own = tuple(link for link in links if link.author == self._session.author)
        foreign = {link.author for link in links} - {self._session.author}
        names = self._session.reader.names() if foreign else {}
        return Judged(own, tuple(sorted(names.get(a, f"Reviewer {a[:8]}") for a in foreign)))

    def choose_claim(self, claim: str) -> None:
        """Link the passage to this claim; an own link there on that claim is changed instead."""
        if self._passage is None:
            return
        for link in self.judged(self._passage).own:
            same = (link.start, link.end) == (self._passage.start, self._passage.end)
            if same and link.claim == claim:
                self.change_link(link.id)
                return
        draft = self._new_draft()
        self._show(replace(draft, claim=claim, new_claim=""))

    def choose_new_claim(self, wording: str) -> None:
        """Link the passage to a claim that is added with the link."""
        if self._passage is not None:
            self._show(replace(self._new_draft(), claim=None, new_claim=wording))

    def choose_last_claim(self) -> bool:
        """Link the passage to the claim used last; False where there is none."""
        if self._last_claim is None or self._passage is None:
            return False
        self.choose_claim(self._last_claim)
        return True

    def change_link(self, link: str) -> bool:
        """Take an own link into the card, to judge it anew; False, with a sentence, if it's not."""
        found = self._session.reader.link(link)
        if found is None or self._passage is None:
            return False
        if found.author != self._session.author:
            self._card.show_problem(DeskError(NOT_YOURS))
            return False
        passage = self._passage_of(found, self._passage)
        self._passage = passage
        draft = Draft.of_link(
            found, passage, self._text(found.rationale), self._origin(found.judgement.origin)
        )
        self._show(replace(draft, reason=self._usual_reason(found)))
        return True

    def choose(self, field: str, value: Any) -> None:
        """Choose the value of a field; opens a draft where there is none."""
        draft = self._opened()
        if draft is None:
            return
        draft = decided(draft, field, value)
        if field in TYPED:
            self._keep(draft)
        else:
            self._show(draft)

    def name_origin(self, name: str) -> None:
        """Set the origin by name, an existing one where the name is known; empty: not named."""
        wanted = " ".join(name.split())
        known = {o.name.casefold(): o for o in self._session.reader.origins() if not o.withdrawn}
        found = known.get(wanted.casefold())
        choice = OriginChoice(wanted, None, self._kind_so_far()) if wanted else None
        if found is not None:
            choice = OriginChoice(found.name, found.id, found.kind)
        self.choose("origin", choice)

    def save(self) -> bool:
        """Save the draft if it lacks nothing; False, and what is missing is shown, otherwise."""
        draft = self.draft
        if draft is None:
            return False
        if draft.missing():
            self._keep(draft)
            return False
        self.draft = None
        self._session.do(
            saving(draft),
            then=self._take_saved,
            failed=lambda problem: self._give_back(draft, problem),
            by=self,
        )
        return True

    def leave(self) -> None:
        """Leave the draft unsaved and show the passage again."""
        self.draft = None
        if self._passage is not None:
            self._card.show_passage(self._passage, self.judged(self._passage))

    def retract(self, link: str, reason: ChangeReason, rationale: str = "") -> None:
        """Take an own link back."""
        self._session.do(
            lambda project: project.retract_link(link, reason, rationale),
            failed=self._card.show_problem,
        )
        self.draft = None

    def refresh(self, passage: Passage | None) -> None:
        """The project changed: show the passage's links anew, a draft stays as it is."""
        if self.draft is None:
            self.show_passage(passage)

    def _take_saved(self, saved: Saved) -> None:
        self._last_claim = saved.claim
        self._saved(saved)

    def _give_back(self, draft: Draft, problem: DeskError) -> None:
        if self.draft is None:
            self._passage = draft.passage
            self._show(draft)
        self._card.show_problem(problem)

    def _new_draft(self) -> Draft:
        """What was judged so far on the passage, as the draft of a new link."""
        assert self._passage is not None, "a draft is about a passage"
        if self.draft is None or self.draft.changes:
            return Draft(self._passage)
        return self.draft

    def _kind_so_far(self) -> OriginKind:
        before = self.draft.origin if self.draft else None
        return before.kind if before and before.id is None else OriginKind.PERSON

    def _opened(self) -> Draft | None:
        if self.draft is None and self._passage is not None:
            self.draft = Draft(self._passage)
        return self.draft

    def _show(self, draft: Draft) -> None:
        self._card.show_draft(draft, self._claim_words(draft))
        self._keep(draft)

    def _keep(self, draft: Draft) -> None:
        self.draft = draft
        self._card.show_missing(draft.missing(), self._doubts(draft))

    def _doubts(self, draft: Draft) -> tuple[str, ...]:
        said = draft.warnings()
        if draft.claim is None and draft.new_claim.strip():
            found = lint_claim(draft.new_claim, draft.new_kind)
            return (*(warning.sentence for warning in found), *said)
        return said

    def _claim_words(self, draft: Draft) -> str:
        if draft.claim is None:
            return draft.new_claim
        found = self._session.reader.claim(draft.claim)
        return found.wording if found else ""

    def _usual_reason(self, link: Link) -> ChangeReason:
        claim = self._session.reader.claim(link.claim)
        reworded = claim is not None and claim.version != link.claim_version
        return ChangeReason.CLAIM_REWORDED if reworded else ChangeReason.REREADING

    def _passage_of(self, link: Link, near: Passage) -> Passage:
        if (link.document, link.start, link.end) == (near.document, near.start, near.end):
            return near
        quote = self._session.reader.attachment(link.quote)
        exact = quote["exact"] if quote else ""
        return Passage(
            link.document, link.start, link.end, exact, link.zone, near.place, near.links
        )

    def _text(self, name: str | None) -> str:
        found = self._session.reader.attachment(name) if name else None
        return str(found["text"]) if found and "text" in found else ""

    def _origin(self, origin: str | None) -> OriginChoice | None:
        known = self._session.reader.origin(origin) if origin else None
        return OriginChoice(known.name, known.id, known.kind) if known else None
