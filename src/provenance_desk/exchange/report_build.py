"""A review becomes a report: one model that the page, the Markdown and the PDF are made from."""

from collections import Counter
from collections.abc import Iterable, Sequence

from provenance_desk.domain.records import Link
from provenance_desk.domain.words import HouseRule, Stance
from provenance_desk.exchange.report_claims import ClaimSet, claim_block, claim_sets, status_counts
from provenance_desk.exchange.report_context import Context, context_of
from provenance_desk.exchange.report_documents import document_cards
from provenance_desk.exchange.report_model import ClaimBlock, DocumentCard, Report, Reviewer
from provenance_desk.exchange.report_words import count, date
from provenance_desk.exchange.review import Review
from provenance_desk.exchange.scope import known_documents, original_files

JUDGEMENTS_ONLY = (
    "A status is one reviewer’s judgement of one passage; what the passages on a claim add up "
    "to is left to the reader."
)


def report_of(review: Review) -> Report:
    """Everything that the report on a review says."""
    context = context_of(review)
    sets = claim_sets(context)
    links = [link for claims in sets for link in claims.links]
    claims = tuple(claim_block(context, claims) for claims in sets)
    documents = document_cards(context)
    reviewers = _reviewers(context, sets)
    readable = [d for d in known_documents(review) if review.text(d.id) is not None]
    return Report(
        title=context.veil(review.title),
        scope=_scope(documents),
        basis=_basis(review, claims, links, reviewers),
        notices=tuple(_notices(context, claims, links)),
        counts=status_counts(links),
        context=sum(link.judgement.stance is Stance.CONTEXT for link in links),
        house_rule=(review.rules.house_rule if review.rules else HouseRule.NEWSROOM).value,
        documents=documents,
        claims=claims,
        reviewers=reviewers,
        heads=review.heads,
        names={head.author: review.name(head.author) for head in review.heads},
        files=original_files(review, readable),
    )


def _scope(documents: Sequence[DocumentCard]) -> str:
    number = sum(not document.withdrawn for document in documents)
    return f"Reviewed from {count(number, 'document')}; nothing outside them was checked."


def _basis(
    review: Review,
    claims: Sequence[ClaimBlock],
    links: Sequence[Link],
    reviewers: Sequence[Reviewer],
) -> str:
    said = [
        count(len(claims), "claim"),
        f"{count(len(links), 'judgement')} of passages",
        count(len(reviewers), "reviewer"),
    ]
    last = max((event.time for event in review.events), default="")
    when = f"; last entry {date(last)}" if last else ""
    return f"{', '.join(said)}{when}. {JUDGEMENTS_ONLY}"


def _notices(
    context: Context, claims: Iterable[ClaimBlock], links: Sequence[Link]
) -> Iterable[str]:
    names = context.veil.names
    if names:
        said = "1 name is" if len(names) == 1 else f"{len(names)} names are"
        yield f"{said} withheld here (flagged private, victim or minor)."
    else:
        yield "No names are withheld here."
    passages = [p for claim in claims for group in claim.groups.values() for p in group]
    gone = sum(passage.quote is None for passage in passages)
    if gone:
        yield f"{count(gone, 'quote')} {'is' if gone == 1 else 'are'} not shown."
    waiting = sum(not link.retracted for link in context.review.state.links.values()) - len(links)
    if waiting:
        yield f"{count(waiting, 'link')} not shown: the claim or the document is not here."
    retracted = sum(link.retracted for link in context.review.state.links.values())
    if retracted:
        yield f"{count(retracted, 'link')} taken back by the reviewer; the history keeps them."


def _reviewers(context: Context, sets: Iterable[ClaimSet]) -> tuple[Reviewer, ...]:
    """Everybody who wrote an entry, in the order of their first."""
    judged: Counter[str] = Counter()
    on: Counter[str] = Counter()
    for claims in sets:
        judged.update(link.author for link in claims.links)
        on.update({link.author for link in claims.links})
    entries = Counter(event.author for event in context.review.events)
    feeds = Counter(head.author for head in context.review.heads)
    alone = len(judged) == 1
    return tuple(
        Reviewer(
            name=context.name(author),
            key=author,
            work=f"{count(judged[author], 'judgement')} on {count(on[author], 'claim')}; "
            f"{count(entries[author], 'entry', 'entries')} in {count(feeds[author], 'feed')}."
            + (" No second reviewer has judged any passage." if alone and judged[author] else ""),
        )
        for author in entries
    )
