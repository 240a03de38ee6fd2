"""Small pieces of the page that several parts use."""

from collections.abc import Iterable
from html import escape

from provenance_desk.domain.words import Confidence, Status
from provenance_desk.exchange.report_words import STATUS_WORDS

SHORT = {Status.CONFIRMED: "c", Status.ALLEGED: "a", Status.DISPUTED: "d"}
BARS = {Confidence.LOW: 1, Confidence.MODERATE: 2, Confidence.HIGH: 3}


def glyph(short: str) -> str:
    """The glyph of a status by its letter; n for none."""
    return f'<svg class="g" aria-hidden="true"><use href="#g-{short}"/></svg>'


def _pill(status: Status, words: str) -> str:
    return f'<span class="pill {SHORT[status]}">{glyph(SHORT[status])}{words}</span>'


PILLS = {status: _pill(status, STATUS_WORDS[status]) for status in Status}
SHORT_PILLS = {status: _pill(status, status.value.capitalize()) for status in Status}


def _bars(confidence: Confidence) -> str:
    boxes = "".join(
        '<i class="on"></i>' if n < BARS[confidence] else "<i></i>" for n in range(len(BARS))
    )
    return f'<span class="bars" aria-hidden="true">{boxes}</span>{confidence.value.capitalize()}'


CONFIDENCES = {confidence: _bars(confidence) for confidence in Confidence}


def letter_box(letter: str, *, spoken: bool = True) -> str:
    """A document's letter in its box, with the word for those who listen."""
    if spoken:
        return f'<span class="dk"><span class="sr">document </span>{letter}</span>'
    return f'<span class="dk" aria-hidden="true">{letter}</span>'


def own(text: str) -> str:
    """A text of the review: escaped, and kept from turning the line around it."""
    return f"<bdi>{escape(text)}</bdi>"


def pairs(facts: Iterable[tuple[str, str]]) -> str:
    """Definition list entries of names and already safe values."""
    return "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in facts)


def dashes(sentences: Iterable[str]) -> str:
    """List items of sentences of the report."""
    return "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
