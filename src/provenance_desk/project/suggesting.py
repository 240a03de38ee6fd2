"""What the text suggests about a project: sentences for a claim, claims for a sentence, copies."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from provenance_desk.analysis.matching import (
    FURTHEST,
    Candidate,
    Match,
    Shown,
    Weights,
    claims_for,
    leans,
    said_before,
    sentences_for,
    wanted_of,
)
from provenance_desk.analysis.terms import terms_of
from provenance_desk.domain.records import Claim, Document
from provenance_desk.domain.sentences import SentenceTable
from provenance_desk.domain.words import Zone
from provenance_desk.store.reader import Queries
from provenance_desk.store.search import IndexedSentence

LEAST_TRUST = 0.85
"""What a score is worth in a list of references, which seldom states anything itself."""

MOST = 50
STAGES = 3

Step = Callable[[int, int], None]
"""Told which stage is done; raises to give the search up, as the next keystroke does."""


@dataclass(frozen=True, slots=True)
class SentenceSuggestion:
    """A sentence that may state a claim; `row` is its row in the document's table."""

    document: str
    row: int
    start: int
    end: int
    score: float
    shown: Shown


@dataclass(frozen=True, slots=True)
class ClaimSuggestion:
    """A claim that a sentence may state."""

    claim: Claim
    score: float
    shown: Shown


class Suggester:
    """Asks one connection; what it has read of texts it keeps, as texts never change."""

    def __init__(self, queries: Queries) -> None:
        self._queries = queries
        self._texts: dict[str, str] = {}

    def sentences_for(
        self, wording: str, limit: int = MOST, step: Step = lambda done, total: None
    ) -> list[SentenceSuggestion]:
        """The sentences of all documents that may state a claim of this wording, best first."""
        documents = {one.id: one for one in self._queries.documents() if not one.withdrawn}
        found, weights = self._found(wording)
        step(1, STAGES)
        found = [one for one in found if one.document in documents]
        matches = sentences_for(wording, self._candidates(found), weights, limit=2 * limit)
        step(2, STAGES)
        placed = self._placed(documents, [(found[match.place], match) for match in matches])
        best: dict[tuple[str, int], SentenceSuggestion] = {}
        for one in sorted(placed, key=lambda one: -one.score):
            best.setdefault((one.document, one.row), one)
        step(STAGES, STAGES)
        return list(best.values())[:limit]

    def claims_for(
        self, document: Document, table: SentenceTable, row: int, limit: int = MOST
    ) -> list[ClaimSuggestion]:
        """The claims pursued that the sentence in that row may state, best first."""
        claims = [one for one in self._queries.claims() if not (one.retired or one.withdrawn)]
        wordings = [claim.wording for claim in claims]
        often = Counter(term.key for wording in wordings for term in terms_of(wording).all)
        text = self._text(document.id)
        first = max(0, row - FURTHEST)
        said = [text[table.starts[n] : table.ends[n]] for n in range(first, row + 1)]
        candidate = Candidate(said[-1], said_before(said[:-1]), _trust(table.zone(row)))
        matches = claims_for(candidate, wordings, Weights(often, len(claims)), limit=limit)
        return [
            ClaimSuggestion(claims[match.place], match.score, match.shown)
            for match in matches
            if match.shown
        ]

    def _found(self, wording: str) -> tuple[list[IndexedSentence], Weights]:
        """The sentences that hold any of the words wanted, and how much each term weighs."""
        wanted = wanted_of(wording)
        words = [word for one in wanted for word in (*one.words, *one.near)]
        often = self._queries.word_frequencies(words)
        total = self._queries.indexed_number()
        held = {one.key: min(total, sum(often[word] for word in one.words)) for one in wanted}
        return self._queries.candidates(often), Weights(held, total)

    def _candidates(self, found: Sequence[IndexedSentence]) -> list[Candidate]:
        texts = [self._words(one) for one in found]
        leaning = [one for one, text in zip(found, texts, strict=True) if leans(text)]
        before = self._queries.sentences_before(leaning, FURTHEST)
        return [
            Candidate(text, said_before([self._words(b) for b in before.get(one.number, ())]))
            for one, text in zip(found, texts, strict=True)
        ]

    def _placed(
        self, documents: dict[str, Document], found: Sequence[tuple[IndexedSentence, Match]]
    ) -> Iterator[SentenceSuggestion]:
        """Each match as the reviewers left its sentence, worth what its zone is."""
        names = dict.fromkeys(one.document for one, _ in found)
        tables = {name: self._queries.sentences(documents[name]) for name in names}
        for one, match in found:
            table = tables[one.document]
            for row in table.rows_of(one.start, one.end)[:1]:
                score = round(match.score * _trust(table.zone(row)), 3)
                shown = Match(match.place, score).shown
                if shown:
                    place = (one.document, row, table.starts[row], table.ends[row])
                    yield SentenceSuggestion(*place, score, shown)

    def _words(self, one: IndexedSentence) -> str:
        return self._text(one.document)[one.start : one.end]

    def _text(self, document: str) -> str:
        if document not in self._texts:
            self._texts[document] = self._queries.text(document) or ""
        return self._texts[document]


def _trust(zone: Zone) -> float:
    return LEAST_TRUST if zone is Zone.REFERENCE else 1.0
