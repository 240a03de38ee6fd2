"""Denials and contradictions: said in the same block as the claim, for ever, with any answer."""

from provenance_desk.domain.events import Event
from provenance_desk.domain.records import Link
from provenance_desk.domain.review_events import ContradictionAnswered
from provenance_desk.domain.words import Stance, Status, Wording
from provenance_desk.exchange.report_context import Context
from provenance_desk.exchange.report_model import Denial, Passage
from provenance_desk.exchange.report_words import ACCESS_WORDS


def denial_of(context: Context, link: Link, passage: Passage) -> Denial | None:
    """The denial that a link records, None where it neither contradicts nor disputes."""
    said = _said(context, link)
    if not said:
        return None
    answers = context.answers.get(link.judged, ())
    access = ACCESS_WORDS[link.judgement.access] if link.judgement.access else ""
    return Denial(
        said=said,
        letter=passage.letter,
        passage=passage.number,
        anchor=passage.anchor,
        detail=access if link.judgement.origin else "no origin named",
        answers=tuple(_answer(context, event) for event in answers),
        answered_by=len({event.author for event in answers}),
    )


def _said(context: Context, link: Link) -> str:
    judgement = link.judgement
    origin = context.origin(judgement.origin)
    by = f" by {origin}" if origin else ""
    if judgement.stance is Stance.CONTRADICTS:
        return f"{'Denied' if judgement.wording is Wording.DENIED else 'Contradicted'}{by}"
    if judgement.stance is Stance.SUPPORTS and judgement.status is Status.DISPUTED:
        return f"Judged disputed{f', origin {origin},' if origin else ''}"
    return ""


def _answer(context: Context, event: Event) -> str:
    assert isinstance(event.body, ContradictionAnswered)
    reason = context.review.words(event.body.reason)
    said = context.veil(reason) if reason else "the reason is withheld"
    return f"Answered by {context.name(event.author)}, entry {context.entries[event.id]}: {said}"
