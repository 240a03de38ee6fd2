"""What reviewers record about the project and about each other's judgements."""

from provenance_desk.domain.project_events import (
    CuesChanged,
    NoteAdded,
    PersonFlagged,
    ProfileSet,
    RulesChosen,
    SuggestionRecorded,
)
from provenance_desk.domain.review_events import (
    ContradictionAnswered,
    DisagreementSettled,
    LinkMade,
    LinkRevised,
    StandingOverridden,
)
from provenance_desk.domain.words import (
    Access,
    Confidence,
    Outcome,
    PersonFlag,
    Standing,
    Status,
)
from provenance_desk.project.actions.passages import require_span
from provenance_desk.project.actions.work import Work
from provenance_desk.project.errors import ActionRefused
from provenance_desk.project.step import line_text, typed


def choose_rules(work: Work, rules: RulesChosen) -> str:
    """Choose the house rule, blind reading and suggestions."""
    return work.add(rules)


def set_name(work: Work, name: str) -> str:
    """Set the pseudonym the reviewer goes by in this project."""
    if not line_text(name):
        raise ActionRefused("A pseudonym can't be empty.")
    return work.add(ProfileSet(work.step.keep_text(line_text(name))))


def add_note(
    work: Work,
    text: str,
    *,
    about: str | None = None,
    document: str | None = None,
    span: tuple[int, int] | None = None,
) -> str:
    """Add a free note, about an entry or a passage if it says so."""
    if not typed(text):
        raise ActionRefused("The note is empty.")
    if about is not None:
        work.find.event(about)
    if document is not None:
        require_span(work, document, *(span or (0, work.find.document(document).length)))
    start, end = span if span is not None and document is not None else (None, None)
    return work.add(NoteAdded(work.step.keep_text(text), about, document, start, end))


def flag_person(work: Work, name: str, flag: PersonFlag) -> str:
    """Say how a person's name is treated in reports."""
    if not line_text(name):
        raise ActionRefused("Say whose name it is.")
    return work.add(PersonFlagged(work.step.keep_text(line_text(name)), flag))


def record_suggestion(work: Work, kind: str, about: str, offered: str, taken: str) -> str:
    """Record what was suggested about an entry or a document, and what was done with it."""
    if work.find.queries.document(about) is None:
        work.find.event(about)
    return work.add(SuggestionRecorded(kind, about, line_text(offered), line_text(taken)))


def change_cues(work: Work, cues: str) -> str:
    """Read the project with another list of cues, given as its JSON text."""
    return work.add(CuesChanged(work.step.keep_text(cues)))


def answer_contradiction(work: Work, judgement: str, reason: str) -> str:
    """Record why a contradicting judgement is outweighed."""
    require_judgement(work, judgement)
    why = work.reason(reason, "the contradiction is outweighed")
    return work.add(ContradictionAnswered(judgement, why))


def override_standing(work: Work, claim: str, standing: Standing, reason: str) -> str:
    """Put another standing beside the computed one; both are shown."""
    work.find.claim(claim)
    return work.add(
        StandingOverridden(claim, standing, work.reason(reason, "the standing is overridden"))
    )


def settle_disagreement(
    work: Work,
    judgements: tuple[str, ...],
    outcome: Outcome,
    reason: str,
    chosen: tuple[Status, Confidence, Access | None, str | None] | None = None,
) -> str:
    """Record how different judgements of one passage were settled; a stance never changes."""
    for judgement in judgements:
        require_judgement(work, judgement)
    why = work.reason(reason, "it is settled so")
    if outcome is not Outcome.CHOSEN:
        return work.add(DisagreementSettled(judgements, outcome, why))
    if chosen is None:
        raise ActionRefused("Say which status and confidence were chosen.")
    status, confidence, access, origin = chosen
    if origin is not None:
        work.find.origin(origin)
    return work.add(
        DisagreementSettled(judgements, outcome, why, status, confidence, access, origin)
    )


def require_judgement(work: Work, judgement: str) -> None:
    """Raise `ActionRefused` unless the entry made or changed the judgement of a link."""
    if not isinstance(work.find.event(judgement).body, LinkMade | LinkRevised):
        raise ActionRefused(f"Entry {judgement[:12]}… is not the judgement of a link.")
