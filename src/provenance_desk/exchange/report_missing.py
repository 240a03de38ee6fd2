"""What is missing under a claim: computed from what was recorded, never an opinion."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from provenance_desk.domain.passages import judged, passages_of
from provenance_desk.domain.records import Link
from provenance_desk.domain.words import Access, ClaimKind, Stance
from provenance_desk.exchange.report_context import Context
from provenance_desk.exchange.report_model import Denial, Passage
from provenance_desk.exchange.report_words import NEARNESS, in_documents, listed

WHO_COULD_KNOW = {
    ClaimKind.FIGURE: "Who counted, when and what: no passage names an origin for the number.",
    ClaimKind.RESPONSIBILITY: "Who could know first-hand of the decision: no passage names an "
    "origin, so no chain can be followed.",
}
WHO_AT_ALL = "Who could know first-hand: no passage names an origin, so no chain can be followed."
NOT_HERE = "the original is not a document of this project."


def missing_of(
    context: Context,
    kind: ClaimKind,
    actor: str | None,
    links: Sequence[Link],
    passages: Sequence[Passage],
    denials: Iterable[Denial],
) -> tuple[str, ...]:
    """Sentences that say what would have to be found, answered or settled."""
    supports = [link for link in links if link.judgement.stance is Stance.SUPPORTS]
    counting = [link for link in links if link.judgement.stance is not Stance.CONTEXT]
    if not counting:
        return ("A passage that supports or contradicts the claim.",)
    missing = _origins(context, kind, supports)
    if kind is ClaimKind.ACT and actor not in {link.judgement.origin for link in supports}:
        missing.append("The record of the body whose act it is.")
    if _only_reference_works(context, counting):
        missing.append("A document other than a reference work, which is never an origin.")
    missing += [said for denial in denials if (said := _answer(kind, denial))]
    missing += _differing(links, passages, context)
    return tuple(missing)


def _origins(context: Context, kind: ClaimKind, supports: Sequence[Link]) -> list[str]:
    by_origin: dict[str, list[Link]] = defaultdict(list)
    for link in supports:
        if link.judgement.origin:
            by_origin[context.far_end(link.judgement.origin)].append(link)
    if supports and not by_origin:
        return [WHO_COULD_KNOW.get(kind, WHO_AT_ALL)]
    return [said for origin, its in by_origin.items() if (said := _record(context, origin, its))]


def _record(context: Context, origin: str, links: Sequence[Link]) -> str:
    nearest = context.nearest(links)
    if nearest is Access.SEEN:
        return ""
    near = [link for link in links if (link.judgement.access or Access.NONE_NAMED) is nearest]
    found = {link.document for link in near}
    where = in_documents([letter for doc, letter in context.letters.items() if doc in found])
    if nearest is Access.QUOTED:
        return f"Record of {context.origin(origin)}: quoted {where}; {NOT_HERE}"
    how = "relayed" if NEARNESS.index(nearest) else "named"
    return f"Words or record of {context.origin(origin)}: {how} {where}; {NOT_HERE}"


def _only_reference_works(context: Context, links: Iterable[Link]) -> bool:
    cards = [context.documents[link.document].card for link in links]
    return all(card is not None and card.reference_work for card in cards)


def _answer(kind: ClaimKind, denial: Denial) -> str:
    """The answer that is still asked for; empty where enough reviewers gave one."""
    what = f"to the {_kind_of(denial)} in {denial.passage}"
    if kind is ClaimKind.RESPONSIBILITY and denial.answered_by < 2:
        which = "A second reviewer’s answer" if denial.answered_by else "An answer"
        return f"{which} {what}: for a claim of responsibility two reviewers must record one."
    return "" if denial.answered_by else f"An answer {what}, or a document that settles it."


def _kind_of(denial: Denial) -> str:
    if denial.said.startswith("Denied"):
        return "denial"
    return "dispute" if denial.said.startswith("Judged") else "contradiction"


def _differing(links: Iterable[Link], passages: Iterable[Passage], context: Context) -> list[str]:
    """The passages that reviewers judge differently, by the rules of the standing: R3x."""
    known = {link.id: link for link in links}
    named = context.origins.named
    merged = passages_of((judged(k, named) for k in known.values()), context.settlements, named)
    apart = [known[one.link] for passage in merged if passage.differs for one in passage.members]
    spots = {(context.letters[link.document], link.start, link.end) for link in apart}
    numbers = [p.number for p in passages if (p.letter, p.start, p.end) in spots]
    if not numbers:
        return []
    return [f"A settled judgement where reviewers differ: {listed(numbers)}."]
