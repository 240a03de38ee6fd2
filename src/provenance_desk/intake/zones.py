"""Zones: what kind of text each sentence is, proposed by rule; the reviewer may change it."""

import re
from collections.abc import Iterable, Sequence

from provenance_desk.domain.words import Zone
from provenance_desk.intake.captions import caption_sentences
from provenance_desk.intake.marks import Mark, MarkKind
from provenance_desk.intake.paragraphs import Paragraph
from provenance_desk.intake.repeats import Repeat
from provenance_desk.intake.segmentation.blocks import Span

_LONGEST_HEADLINE = 30
_SHORTEST_BODY = 8
_SHORTEST_QUOTE = 8
_QUOTED = re.compile(r"(?:“[^“”]+”|«[^«»]+»|„[^„“”]+[“”]|\"[^\"]+\")[.!?…]?")
_UNCLOSED = re.compile(r"(?:“[^“”]+|«[^«»]+|„[^„“”]+|\"[^\"]+)")
_BY_LINE = re.compile(r"(?:By|Von|Par|Por|Di)\s+[^\W\d_a-z]|\W|\d{1,2}[ ./:]")


def zones_of(
    sentences: Sequence[Span],
    held: Sequence[Paragraph],
    *,
    marks: Iterable[Mark],
    repeats: Sequence[Repeat],
    references: frozenset[int],
) -> list[Zone]:
    """Return the zone of each sentence, in order."""
    zones = [Zone.BODY] * len(sentences)
    for number in _quotes(held):
        zones[number] = Zone.QUOTE
    for number in (*_headline(held), *_headings(sentences, marks)):
        zones[number] = Zone.HEADLINE
    for number in caption_sentences(held, repeats):
        zones[number] = Zone.CAPTION
    for number in references:
        zones[number] = Zone.REFERENCE
    return zones


def _headline(held: Sequence[Paragraph]) -> range:
    """The first paragraph, if it is short, does not stop, and proper text follows."""
    if len(held) < 2 or not _like_headline(held[0]):
        return range(0)
    body = any(not other.open and other.words >= _SHORTEST_BODY for other in held[1:])
    return range(held[0].first, held[0].last) if body else range(0)


def _like_headline(paragraph: Paragraph) -> bool:
    short = paragraph.words <= _LONGEST_HEADLINE and "\n" not in paragraph.text
    asked = paragraph.text.rstrip("”’\"'»").endswith(("?", "!"))
    alone = paragraph.last - paragraph.first <= 2
    named = not _BY_LINE.match(paragraph.text) or paragraph.text[0] in "“‘\"'«„"
    return short and alone and named and (paragraph.open or asked)


def _headings(sentences: Sequence[Span], marks: Iterable[Mark]) -> list[int]:
    """Sentences that lie in a heading of the file they came from."""
    headings = sorted((m.start, m.end) for m in marks if m.kind is MarkKind.HEADING)
    found, at = [], 0
    for number, (start, end) in enumerate(sentences):
        while at < len(headings) and headings[at][1] <= start:
            at += 1
        if at < len(headings) and headings[at][0] <= start and end <= headings[at][1]:
            found.append(number)
    return found


def _quotes(held: Sequence[Paragraph]) -> list[int]:
    """Paragraphs that are a quotation and nothing else, or are marked with > before them."""
    found: list[int] = []
    run: list[int] = []
    for paragraph in held:
        numbers = range(paragraph.first, paragraph.last)
        if _UNCLOSED.fullmatch(paragraph.text):
            run.extend(numbers)
        elif _QUOTED.fullmatch(paragraph.text) and (run or paragraph.words >= _SHORTEST_QUOTE):
            found.extend((*run, *numbers))
            run = []
        else:
            found.extend(numbers if paragraph.text.startswith("> ") else ())
            run = []
    return found
