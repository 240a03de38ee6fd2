"""The tree in sentences: how many sources, why, and what each card says; no Qt."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

from provenance_desk.domain.independence import pair
from provenance_desk.domain.passages import Judged, JudgedPassage
from provenance_desk.domain.standing import Assessment, Case
from provenance_desk.domain.standing_words import origin_words, place_words
from provenance_desk.domain.words import Stance
from provenance_desk.gui.matrix.rows import safe
from provenance_desk.gui.provenance.tree import (
    Card,
    ClaimCard,
    DocumentCard,
    JudgedLine,
    OriginCard,
    PassageCard,
    Reviewed,
    Tree,
    counted,
)

PAIRS: Final = 6
"""Of how many pairs of origins the reasons are spelled out."""
COLUMNS: Final = (
    "document",
    "family",
    "reference work",
    "sentence",
    "quote",
    "status",
    "confidence",
    "stance",
    "access",
    "origin",
    "claim",
    "standing",
    "rule",
)
NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def headline(found: Assessment, case: Case) -> tuple[str, str]:
    """`2 documents, 2 families, ` and `1 named origin`."""
    named = {one.origin for one in case.supporting if one.origin is not None}
    if not named and any(one.origin for one in case.contradicting):
        return f"{place_words(found)}, ", "no named origin in support"
    return f"{place_words(found)}, ", origin_words(found, len(named))


def explained(case: Case, review: Reviewed) -> str:
    """Who is named and who is not, in two sentences."""
    passages = [p for p in case.passages if list(counted_in(p.members))]
    if not passages:
        return "No passage supports or contradicts it yet."
    named = [p for p in passages if any(one.origin for one in counted_in(p.members))]
    said = [_named_words(named, review)] if named else []
    silent = len(passages) - len(named)
    if silent:
        verb = "names" if silent == 1 else "name"
        counts = "counts as none" if silent == 1 else "together count as none"
        said.append(f"{_number(silent).capitalize()} {verb} nobody and {counts}.")
    pointers = {p.document for p in passages} & case.families.reference
    if pointers:
        said.append("A reference work points to others; it is no origin.")
    return " ".join(said)


def counted_in(members: Iterable[Judged]) -> Iterable[Judged]:
    """Those that support or contradict."""
    return (one for one in members if one.stance is not Stance.CONTEXT)


def _named_words(named: Sequence[JudgedPassage], review: Reviewed) -> str:
    origins = {one.origin for p in named for one in counted_in(p.members) if one.origin}
    if len(named) == 1:
        return f"One passage names {_names(origins, review)}."
    if len(origins) == 1:
        return f"{_number(len(named)).capitalize()} passages name {_names(origins, review)}."
    number = _number(len(origins))
    return f"{_number(len(named)).capitalize()} passages name {number} origins."


def _names(origins: Iterable[str], review: Reviewed) -> str:
    return " and ".join(sorted(review.name(origin) for origin in origins))


def why_counted(case: Case, review: Reviewed) -> tuple[str, ...]:
    """Why the origins count as they do, pair by pair."""
    documents: dict[str, set[str]] = {}
    for one in counted(case):
        if one.origin is not None:
            documents.setdefault(one.origin, set()).add(one.document)
    said = [
        f"{_number(len(where)).capitalize()} documents rest on {review.name(origin)}: one origin."
        for origin, where in sorted(documents.items())
        if len(where) > 1
    ]
    said += [
        f"The chain of {review.name(origin)} leads back to where it began: circular."
        for origin in sorted(documents)
        if case.origins.circular([origin])
    ]
    pairs = list(combinations(sorted(documents), 2))
    said += [_pair_words(case, review, *two) for two in pairs[:PAIRS]]
    if len(pairs) > PAIRS:
        said.append(f"And {len(pairs) - PAIRS} more pairs.")
    return tuple(said) or (_few_named(case, review, documents),)


def _few_named(case: Case, review: Reviewed, named: Iterable[str]) -> str:
    if not any(one.origin for one in case.supporting):
        return "No origin is named in support; all unnamed ones together count as none."
    return f"One origin is named: {_names(named, review)}."


def _pair_words(case: Case, review: Reviewed, first: str, second: str) -> str:
    both = f"{review.name(first)} and {review.name(second)}"
    if pair(first, second) in case.origins.independent:
        return f"{both}: recorded as independent."
    if {(first, second), (second, first)} & case.origins.derived:
        return f"{both}: one is derived from the other."
    return f"{both}: nobody recorded that they are independent, so they count as one."


def card_words(card: Card) -> str:
    """A card in one sentence."""
    match card:
        case DocumentCard():
            return f"Document: {card.title}. {card.details}. {card.family}".replace("\n", ", ")
        case PassageCard():
            judged = f"{card.status}, {card.confidence} confidence, {card.stance}"
            return f"Passage, sentence {card.sentence}: “{card.quote}” {judged}"
        case OriginCard():
            return _origin_sentence(card)
        case ClaimCard():
            found = card.standing
            return f"Claim: {card.wording}. {found.standing.capitalize()}, rule {found.rule}"


def _origin_sentence(card: OriginCard) -> str:
    if not card.is_named:
        return f"No one named: {_count(card.passages, 'passage')}, counts as none"
    marks = ["shared origin"] * card.is_shared + ["circular"] * card.is_circular
    return ", ".join([f"Origin: {card.name}", *marks, origin_counts(card)])


def origin_counts(card: OriginCard) -> str:
    """`3 passages, 2 documents`."""
    return f"{_count(card.passages, 'passage')}, {_count(card.documents, 'document')}"


def tree_summary(tree: Tree) -> str:
    """What is in the picture: `4 passages, 2 documents, 1 named origin, 1 unnamed`."""
    kinds = Counter(card.is_named for card in tree.origins)
    circles = sum(card.is_circular for card in tree.origins)
    return ", ".join(
        (
            _count(len(tree.passages), "passage"),
            _count(len(tree.documents), "document"),
            _count(kinds[True], "named origin"),
            f"{kinds[False] or 'none'} unnamed",
            _count(circles, "circle"),
        )
    )


def tree_csv(tree: Tree) -> str:
    """A row for each line from a passage to its origin, as a spreadsheet reads it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in _rows(tree):
        writer.writerow([safe(cell) for cell in row])
    return out.getvalue()


def _rows(tree: Tree) -> Iterable[list[str]]:
    documents = {card.document: card for card in tree.documents}
    origins = {card.id: card.name or "no one named" for card in tree.origins}
    claims = {card.claim: card for card in tree.claims}
    for passage in tree.passages:
        for line in passage.lines:
            told = _told(documents[passage.document], passage)
            yield [*told, *_judged(line), origins[line.far], *_stands(claims[line.claim])]


def _told(document: DocumentCard, passage: PassageCard) -> list[str]:
    family = document.family.removeprefix("family: ")
    pointer = "yes" if document.is_pointer else "no"
    return [document.title, family, pointer, str(passage.sentence), passage.quote]


def _judged(line: JudgedLine) -> list[str]:
    one = line.judged
    return [one.status, one.confidence, one.stance, line.access]


def _stands(claim: ClaimCard) -> list[str]:
    return [claim.wording, claim.standing.standing, claim.standing.rule]


def _number(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def _count(number: int, one: str) -> str:
    return f"{number or 'no'} {one if number == 1 else f'{one}s'}"
