"""A link before it is saved: what the card shows, what is missing, what it warns about."""

from dataclasses import dataclass, field, replace
from typing import Self

from provenance_desk.domain.judgements import (
    DateMention,
    Judgement,
    Speaker,
    rationale_required,
    warnings_for,
)
from provenance_desk.domain.records import Link
from provenance_desk.domain.words import (
    Access,
    ChangeReason,
    ClaimKind,
    Confidence,
    OriginKind,
    Stance,
    Status,
    Wording,
    Zone,
)
from provenance_desk.gui.linking.chain import chain_from


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of a document in code points, with its words and zone.

    `place` says where it is in words, `links` are the ids of the links that touch it.
    """

    document: str
    start: int
    end: int
    exact: str
    zone: Zone = Zone.BODY
    place: str = field(default="", compare=False)
    links: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class OriginChoice:
    """An origin by id, or by the name of one that is still to be added."""

    name: str
    id: str | None = None
    kind: OriginKind = OriginKind.PERSON


@dataclass(frozen=True, slots=True)
class Draft:
    """A judgement in the making; the status starts unset, and so does the confidence."""

    passage: Passage
    claim: str | None = None
    new_claim: str = ""
    new_kind: ClaimKind = ClaimKind.FACT
    stance: Stance = Stance.SUPPORTS
    status: Status | None = None
    confidence: Confidence | None = None
    wording: Wording | None = None
    speakers: tuple[Speaker, ...] = ()
    origin: OriginChoice | None = None
    access: Access | None = None
    dates: tuple[DateMention, ...] = ()
    rationale: str = ""
    link: Link | None = None
    reason: ChangeReason | None = None
    before: str = ""
    """For a change: the rationale that the link has now."""

    @classmethod
    def of_link(
        cls, link: Link, passage: Passage, before: str, origin: OriginChoice | None
    ) -> Self:
        """The draft of a change to a link that is already there; its rationale is to be said."""
        judgement = link.judgement
        return cls(
            passage=passage,
            claim=link.claim,
            stance=judgement.stance,
            status=judgement.status,
            confidence=judgement.confidence,
            wording=judgement.wording,
            speakers=judgement.speakers,
            origin=origin,
            access=judgement.access,
            dates=judgement.dates or (),
            link=link,
            reason=ChangeReason.REREADING,
            before=before,
        )

    def judged(self, status: Status) -> Self:
        """With this status; a contradicting passage is proposed for *disputed* (row 4)."""
        stance = self.stance
        if status is Status.DISPUTED and stance is Stance.SUPPORTS and self.status is None:
            stance = Stance.CONTRADICTS
        return replace(self, status=status, stance=stance)

    def said_by(self, chain: str) -> Self:
        """With the speakers that a line names, the nearest first; empty: nobody is named."""
        return replace(self, speakers=chain_from(chain, self.speakers))

    def judgement(self) -> Judgement | None:
        """The judgement as it stands; None while status or confidence is unset."""
        if self.status is None or self.confidence is None:
            return None
        return Judgement(
            stance=self.stance,
            status=self.status,
            confidence=self.confidence,
            wording=self.wording,
            speakers=self.speakers,
            origin=self.origin.id if self.origin else None,
            access=self.access,
            dates=self.dates or None,
        )

    @property
    def changes(self) -> bool:
        """Whether this changes a link that is already there."""
        return self.link is not None

    @property
    def is_begun(self) -> bool:
        """Whether anything was decided that would be a pity to lose."""
        return bool(self.claim or self.new_claim or self.status or self.rationale.strip())

    def missing(self) -> tuple[str, ...]:
        """What saving waits for, as short instructions; empty when it can be saved."""
        asked = []
        if self.claim is None and not self.new_claim.strip():
            asked.append("Choose a claim (Enter)")
        if self.status is None:
            asked.append("Choose a status (C A D)")
        if self.confidence is None:
            asked.append("How sure are you of it? (H M L)")
        if self.changes and self.reason is None:
            asked.append("Say what kind of change it is")
        if self.needs_rationale and not self.rationale.strip():
            asked.append("Say why (T): because …; what would change my mind")
        return tuple(asked)

    @property
    def needs_rationale(self) -> bool:
        """Whether METHOD.md section 2 asks for a rationale here."""
        judgement = self.judgement()
        return judgement is not None and rationale_required(judgement, change=self.changes)

    def warnings(self) -> tuple[str, ...]:
        """Sentences that explain doubts; they never block."""
        judgement = self.judgement()
        if judgement and self._origin_is_new:
            judgement = replace(judgement, origin="new")
        said = [*(warnings_for(judgement) if judgement else ()), *self._zone_warnings()]
        if self.status is Status.DISPUTED and self.stance is Stance.SUPPORTS:
            said.append("Disputed and supports: say what is disputed, the act, number or date.")
        return tuple(said)

    @property
    def _origin_is_new(self) -> bool:
        return self.origin is not None and self.origin.id is None

    def _zone_warnings(self) -> list[str]:
        zone = self.passage.zone
        if zone not in (Zone.HEADLINE, Zone.CAPTION, Zone.REFERENCE):
            return []
        said = [f"A {zone}: link it only if the body does not say it."]
        if self.confidence not in (None, Confidence.LOW):
            said.append(f"A {zone} is at most low: the text around it is missing.")
        if zone is Zone.REFERENCE and self.access not in (None, Access.RELAYED):
            said.append("A reference entry is relayed: the work it cites is not in hand.")
        return said


def before_words(draft: Draft) -> str:
    """What a change starts from: the judgement the link has now, and why; empty for a new link."""
    if draft.link is None:
        return ""
    judgement = draft.link.judgement
    said = f"Before: {judgement.status}, {judgement.confidence}, {judgement.stance}"
    return f"{said}: “{draft.before}”" if draft.before else f"{said}."
