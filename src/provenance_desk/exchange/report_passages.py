"""Passages under a claim: the quote once, and every judgement of it."""

from collections.abc import Iterable, Sequence

from provenance_desk.domain.records import Document, Link
from provenance_desk.domain.review_events import LinkRevised
from provenance_desk.domain.words import Handling, Stance
from provenance_desk.exchange.report_context import Context
from provenance_desk.exchange.report_model import Judged, Passage, Quote
from provenance_desk.exchange.report_words import (
    first_upper,
    language_tag,
    published,
    who_says_so,
)

ORDER = {Stance.SUPPORTS: 0, Stance.CONTRADICTS: 1, Stance.CONTEXT: 2}
NOT_SHARED = "The quote is not shown: its document is marked “do not share”."
NOT_HERE = "The quote was withheld from this bundle."
Spot = tuple[int, int, int, int]


def passages_of(
    context: Context, number: int, versions: frozenset[str], links: Iterable[Link]
) -> list[Passage]:
    """The passages of a claim, supporting ones first, then by document and place."""
    place = {document: n for n, document in enumerate(context.letters)}
    spots: dict[Spot, list[Link]] = {}
    for link in links:
        spot = (ORDER[link.judgement.stance], place[link.document], link.start, link.end)
        spots.setdefault(spot, []).append(link)
    found = sorted(spots.items(), key=lambda item: item[0])
    return [
        _passage(context, f"{number}.{n}", its, versions) for n, (_, its) in enumerate(found, 1)
    ]


def _passage(
    context: Context, number: str, links: Sequence[Link], versions: frozenset[str]
) -> Passage:
    first = links[0]
    document = context.documents[first.document]
    quote = None
    if document.handling is not Handling.PRIVATE:
        quotes = (quote_of(context, link, document) for link in links)
        quote = next((found for found in quotes if found), None)
    private = document.handling is Handling.PRIVATE
    return Passage(
        number=number,
        stance=first.judgement.stance,
        letter=context.letters[first.document],
        title=context.titles[first.document],
        published=published(document.card.published) if document.card else "",
        zone=first.zone.value,
        start=first.start,
        end=first.end,
        language=language_tag(document.card.language) if document.card else "",
        quote=quote,
        why_no_quote="" if quote else NOT_SHARED if private else NOT_HERE,
        judged=tuple(_judged(context, link, versions) for link in links),
    )


def quote_of(context: Context, link: Link, document: Document) -> Quote | None:
    """The quote of a link with flagged names withheld, None where it is not here."""
    stored = context.review.attachment(link.quote) or {}
    exact, prefix, suffix = (stored.get(key) for key in ("exact", "prefix", "suffix"))
    if not (isinstance(exact, str) and isinstance(prefix, str) and isinstance(suffix, str)):
        return None
    veil = context.veil
    shown = (veil(exact), veil(prefix), veil(suffix))
    return Quote(
        *shown,
        from_start=link.start == len(prefix),
        to_end=link.end + len(suffix) == document.length,
        veiled=shown != (exact, prefix, suffix),
    )


def _judged(context: Context, link: Link, versions: frozenset[str]) -> Judged:
    judgement = link.judgement
    rationale = context.review.words(link.rationale)
    return Judged(
        status=judgement.status,
        confidence=judgement.confidence,
        who=context.veil(who_says_so(judgement, context.origin(judgement.origin))),
        wording=first_upper(judgement.wording.value) if judgement.wording else "Not recorded",
        by=context.name(link.author),
        time=link.judged_time,
        entry=context.entries[link.judged],
        rationale=context.veil(rationale) if rationale else None,
        rationale_withheld=link.rationale is not None and rationale is None,
        remarks=tuple(_remarks(context, link, versions)),
    )


def _remarks(context: Context, link: Link, versions: frozenset[str]) -> Iterable[str]:
    if link.judged != link.id:
        event = context.review.events[context.entries[link.judged] - 1]
        assert isinstance(event.body, LinkRevised)
        reason = event.body.reason.value.replace("_", " ")
        yield f"Judged anew ({reason}); first judged in entry {context.entries[link.id]}."
    if link.claim_version not in versions:
        yield "Judged against an earlier wording of the claim."
    if context.documents[link.document].withdrawn:
        yield "The document was withdrawn from the review."
    if link.blind:
        yield "Judged blind: without sight of other reviewers."
