"""What the matrix shows: a row a claim, a cell a document, and how the claim stands; no Qt."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from provenance_desk.domain.judgements import DateMention
from provenance_desk.domain.records import Claim, Document, Link
from provenance_desk.domain.standing import Assessment
from provenance_desk.domain.standing_words import rule_words
from provenance_desk.domain.words import DateOf, Stance, Standing, Status
from provenance_desk.gui.claims.rows import matches
from provenance_desk.gui.review.contents import date_words

CAUTION = (Status.DISPUTED, Status.ALLEGED, Status.CONFIRMED)


class MatrixSource(Protocol):
    """What the matrix reads."""

    def documents(self) -> list[Document]:
        """Every document."""

    def claims(self) -> list[Claim]:
        """Every claim."""

    def joins(self) -> dict[str, str]:
        """Each joined claim's set."""

    def links(self) -> list[Link]:
        """Every link."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A claim or joined set; `cells` count its links by document and status."""

    claim: str
    wording: str
    cells: Mapping[str, Mapping[Status, int]]
    first: Mapping[str, tuple[int, int]]
    standing: Assessment
    when: str

    @property
    def links(self) -> int:
        """How many links the claim has."""
        return sum(sum(cell.values()) for cell in self.cells.values())


@dataclass(frozen=True, slots=True)
class Matrix:
    """The rows in the order of the claims, and the documents that are columns."""

    rows: tuple[MatrixRow, ...]
    documents: tuple[Document, ...]

    @property
    def links(self) -> int:
        """How many links all the cells count."""
        return sum(row.links for row in self.rows)


class MatrixFilter(StrEnum):
    """Which claims are shown."""

    DISPUTED = "Disputed"
    ONE_ORIGIN = "One origin only"
    UNTOUCHED = "Not yet linked"
    DIFFER = "Reviewers differ"


def matrix_of(source: MatrixSource, standings: Mapping[str, Assessment]) -> Matrix:
    """The matrix of a project; withdrawn documents and claims without links are left out."""
    joins = source.joins()
    links: dict[str, list[Link]] = {}
    for link in source.links():
        if not link.retracted:
            links.setdefault(joins.get(link.claim, link.claim), []).append(link)
    groups: dict[str, list[Claim]] = {}
    for claim in source.claims():
        groups.setdefault(joins.get(claim.id, claim.id), []).append(claim)
    rows = [
        _row(group, members, links.get(group, []), standings[group])
        for group, members in groups.items()
        if links.get(group) or not all(claim.withdrawn for claim in members)
    ]
    used = {link.document for its in links.values() for link in its}
    documents = [d for d in source.documents() if d.id in used or not d.withdrawn]
    return Matrix(tuple(rows), tuple(documents))


def _row(
    group: str, members: Sequence[Claim], links: Sequence[Link], standing: Assessment
) -> MatrixRow:
    cells: dict[str, Counter[Status]] = {}
    first: dict[str, tuple[int, int]] = {}
    for link in sorted(links, key=lambda link: (link.start, link.end)):
        cells.setdefault(link.document, Counter())[link.judgement.status] += 1
        first.setdefault(link.document, (link.start, link.end))
    lender = min(members, key=lambda claim: claim.id)
    mentions = [m for link in links for m in _event_dates(link)]
    return MatrixRow(
        group, lender.wording, cells, first, standing, when_words([*lender.dates, *mentions])
    )


def _event_dates(link: Link) -> Iterable[DateMention]:
    if link.judgement.stance is Stance.CONTEXT:
        return ()
    return (m for m in link.judgement.dates or () if m.of is DateOf.EVENT)


def when_words(mentions: Iterable[DateMention]) -> str:
    """The dates that are named, each once: `31 Mar 2022 / May 2022`."""
    known = sorted({(m.value, m.precision.value) for m in mentions})
    return " / ".join(date_words(value, precision) for value, precision in known[:3])


def most_cautious(cell: Mapping[Status, int]) -> Status | None:
    """The status that tints a cell."""
    return next((status for status in CAUTION if cell.get(status)), None)


def filtered(matrix: Matrix, wanted: MatrixFilter | None, words: str = "") -> tuple[MatrixRow, ...]:
    """The rows that a filter and typed words leave."""
    return tuple(row for row in matrix.rows if _fits(row, wanted) and matches(row.wording, words))


def _fits(row: MatrixRow, wanted: MatrixFilter | None) -> bool:
    match wanted:
        case MatrixFilter.DISPUTED:
            return row.standing.standing is Standing.DISPUTED
        case MatrixFilter.ONE_ORIGIN:
            return row.standing.origins == 1
        case MatrixFilter.UNTOUCHED:
            return row.links == 0
        case MatrixFilter.DIFFER:
            return row.standing.rule == "R3x"
        case None:
            return True


def origin_words(found: Assessment) -> str:
    """How many documents, and independent origins: `3 · 1 origin`."""
    if not found.documents:
        return "–"
    if not found.origins:
        return f"{found.documents} · no origin"
    return f"{found.documents} · {found.origins} {'origin' if found.origins == 1 else 'origins'}"


def cell_words(cell: Mapping[Status, int]) -> str:
    """A cell in words, for screen readers and tables."""
    said = [f"{cell[status]} {status}" for status in reversed(CAUTION) if cell.get(status)]
    return ", ".join(said)


def table_csv(matrix: Matrix, rows: Sequence[MatrixRow]) -> str:
    """The rows as a spreadsheet reads them."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    titles = [safe(document.title) for document in matrix.documents]
    writer.writerow(["claim", *titles, "standing", "rule", "documents", "origins", "when", "why"])
    for row in rows:
        found = row.standing
        cells = [cell_words(row.cells.get(d.id, {})) for d in matrix.documents]
        writer.writerow(
            [
                safe(row.wording),
                *cells,
                found.standing,
                found.rule,
                found.documents,
                found.origins,
                row.when,
                rule_words(found),
            ]
        )
    return out.getvalue()


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
