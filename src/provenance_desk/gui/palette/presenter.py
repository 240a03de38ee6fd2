"""What the palette finds for the words typed; imports no Qt."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Final, Literal, Protocol

from provenance_desk.domain.records import Claim, Document

Kind = Literal["command", "claim", "document", "sentence"]
_MOST: Final[dict[Kind, int]] = {"command": 8, "claim": 8, "document": 6, "sentence": 12}
_LEAST_LETTERS: Final = 2
"""Fewer letters are in every sentence."""
_SEEN: Final = 60
_BEFORE: Final = 30


@dataclass(frozen=True, slots=True)
class Row:
    """Something found: what it says, what stands at its right, and what choosing it does."""

    kind: Kind
    text: str
    detail: str
    key: str
    choose: Callable[[], object]


@dataclass(frozen=True, slots=True)
class CommandChoice:
    """A command as the palette lists it."""

    text: str
    menu: str
    key: str
    run: Callable[[], object]


class Place(Protocol):
    """A sentence that holds the words; offsets of its document."""

    @property
    def document(self) -> str:
        """The document's id."""

    @property
    def start(self) -> int:
        """Where the sentence begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


class Searched(Protocol):
    """The queries of a project file that the palette asks."""

    def claims(self) -> list[Claim]:
        """Every claim."""

    def documents(self) -> list[Document]:
        """Every document."""

    def text(self, document: str, /) -> str | None:
        """A document's text."""

    def search(self, words: str, limit: int, /) -> Sequence[Place]:
        """Sentences that hold all the words."""


class PalettePresenter:
    """Looks through one project; made anew each time the palette is opened."""

    def __init__(
        self,
        commands: Sequence[CommandChoice],
        project: Searched | None,
        show_place: Callable[[str, int, int], object],
        show_claim: Callable[[str], object],
    ) -> None:
        self._commands = commands
        self._project = project
        self._show_place, self._show_claim = show_place, show_claim
        self._claims = cache(lambda: self._project.claims() if self._project else [])
        self._documents = cache(lambda: self._project.documents() if self._project else [])
        self._text = cache(lambda document: self._project and self._project.text(document))

    def rows(self, typed: str) -> list[Row]:
        """What is found, commands first, then claims, documents and sentences."""
        words = typed.casefold().split()
        parts = (
            self._found("command", words, self._command_rows()),
            self._found("claim", words, self._claim_rows()) if words else (),
            self._found("document", words, self._document_rows()) if words else (),
            self._sentence_rows(typed),
        )
        return [row for part in parts for row in part]

    def _found(self, kind: Kind, words: list[str], rows: Iterator[Row]) -> Iterator[Row]:
        fitting = (row for row in rows if _fits(words, f"{row.text} {row.detail}"))
        if not words:
            return fitting
        # Where a word begins as typed is what was meant; the order is otherwise kept.
        best = sorted(fitting, key=lambda row: not _begins(words, row.text))
        return islice(best, _MOST[kind])

    def _command_rows(self) -> Iterator[Row]:
        for c in self._commands:
            yield Row("command", c.text, c.menu, c.key, c.run)

    def _claim_rows(self) -> Iterator[Row]:
        for claim in self._claims():
            if not claim.withdrawn:
                detail = "retired" if claim.retired else str(claim.kind)
                yield Row("claim", claim.wording, detail, "", _call(self._show_claim, claim.id))

    def _document_rows(self) -> Iterator[Row]:
        for document in self._documents():
            if not document.withdrawn:
                choose = _call(self._show_place, document.id, 0, 0)
                publisher = document.card.publisher if document.card else ""
                yield Row("document", document.title, publisher, "", choose)

    def _sentence_rows(self, typed: str) -> Iterator[Row]:
        if self._project is None or len(typed.strip()) < _LEAST_LETTERS:
            return
        titles = {document.id: document.title for document in self._documents()}
        for hit in self._project.search(typed, _MOST["sentence"]):
            text = self._text(hit.document) or ""
            choose = _call(self._show_place, hit.document, hit.start, hit.end)
            sentence = around(" ".join(text[hit.start : hit.end].split()), typed)
            yield Row("sentence", sentence, titles.get(hit.document, ""), "", choose)


def around(sentence: str, typed: str) -> str:
    """The sentence, its beginning cut where the first word sought stands far behind it."""
    folded = sentence.casefold()
    places = [place for word in typed.casefold().split() if (place := folded.find(word)) >= 0]
    first = min(places, default=0)
    if first < _SEEN:
        return sentence
    cut = sentence.rfind(" ", 0, first - _BEFORE) + 1
    return f"…{sentence[cut:]}"


def _call(function: Callable[..., object], *values: object) -> Callable[[], object]:
    return lambda: function(*values)


def _fits(words: list[str], text: str) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)


def _begins(words: list[str], text: str) -> bool:
    return any(part.startswith(words[0]) for part in text.casefold().split())
