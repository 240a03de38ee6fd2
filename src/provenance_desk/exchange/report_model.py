"""What a report says, before it is a page, Markdown or paper: plain values, names withheld."""

from collections.abc import Mapping
from dataclasses import dataclass

from provenance_desk.domain.words import Confidence, Stance, Status
from provenance_desk.exchange.review import ReviewHead


@dataclass(frozen=True, slots=True)
class Quote:
    """The exact words with up to 40 characters on both sides; `veiled` if a name was withheld."""

    exact: str
    prefix: str
    suffix: str
    from_start: bool
    to_end: bool
    veiled: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """One reviewer's judgement of a passage; `remarks` are sentences about its history."""

    status: Status
    confidence: Confidence
    who: str
    wording: str
    by: str
    time: str
    entry: int
    rationale: str | None
    rationale_withheld: bool
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage under a claim, with everybody's judgement of the same stance."""

    number: str
    stance: Stance
    letter: str
    title: str
    published: str
    zone: str
    start: int
    end: int
    language: str
    quote: Quote | None
    why_no_quote: str
    judged: tuple[Judged, ...]

    @property
    def anchor(self) -> str:
        """The passage's name inside the page: `p4-1`."""
        return f"p{self.number.replace('.', '-')}"

    @property
    def status(self) -> Status:
        """The most cautious status that any reviewer gave."""
        return max((j.status for j in self.judged), key=CAUTION.__getitem__)


CAUTION = {Status.CONFIRMED: 0, Status.ALLEGED: 1, Status.DISPUTED: 2}


@dataclass(frozen=True, slots=True)
class Denial:
    """A passage that denies, contradicts or disputes the claim, and who answered it."""

    said: str
    letter: str
    passage: str
    anchor: str
    detail: str
    answers: tuple[str, ...]
    answered_by: int


@dataclass(frozen=True, slots=True)
class ClaimBlock:
    """A claim with all that was linked to it."""

    number: int
    wording: str
    also: tuple[str, ...]
    kind: str
    versions: int
    entry: int
    notice: str
    counts: Mapping[Status, int]
    letters: tuple[str, ...]
    origins: int
    gist: str
    denials: tuple[Denial, ...]
    facts: tuple[tuple[str, str], ...]
    groups: Mapping[Stance, tuple[Passage, ...]]
    missing: tuple[str, ...]

    @property
    def passages(self) -> int:
        """How many passages there are, context among them."""
        return sum(map(len, self.groups.values()))

    @property
    def contested(self) -> bool:
        """Whether any current passage contradicts the claim or was judged disputed."""
        return bool(self.denials)


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """What is known about a document and how it may travel."""

    letter: str
    id: str
    title: str
    published: str
    original: str
    original_name: str
    bytes: int
    facts: tuple[tuple[str, str], ...]
    zones: tuple[tuple[str, int], ...]
    notices: tuple[str, ...]
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A reviewer's pseudonym, key and share of the work."""

    name: str
    key: str
    work: str


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report."""

    title: str
    scope: str
    basis: str
    notices: tuple[str, ...]
    counts: Mapping[Status, int]
    context: int
    house_rule: str
    documents: tuple[DocumentCard, ...]
    claims: tuple[ClaimBlock, ...]
    reviewers: tuple[Reviewer, ...]
    heads: tuple[ReviewHead, ...]
    names: Mapping[str, str]
    files: Mapping[str, str]
