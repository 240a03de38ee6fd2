"""The sentences of a text: our own segmenter, pure and deterministic."""

from collections.abc import Iterator

from provenance_desk.intake.segmentation.blocks import Span, blocks
from provenance_desk.intake.segmentation.candidates import candidates, marks_of
from provenance_desk.intake.segmentation.items import inline_items
from provenance_desk.intake.segmentation.place import Place
from provenance_desk.intake.segmentation.rules import ends_sentence
from provenance_desk.intake.segmentation.surroundings import surroundings_of

SEGMENTER = "provdesk-seg/1"


def segment(text: str, language: str = "") -> list[Span]:
    """Return `[start, end)` of every sentence: in order, trimmed, no other character outside."""
    around = surroundings_of(text, language)
    marks = marks_of(text)
    found: list[Span] = []
    for start, end in _runs(text):
        for mark in candidates(text, marks, start, end):
            if ends_sentence(Place(around, start, end, mark)):
                found.append((start, mark.stop))
                start = mark.next
        found.append((start, end))
    return [span for span in (_trimmed(text, *span) for span in found) if span[0] < span[1]]


def _runs(text: str) -> Iterator[Span]:
    for start, end in blocks(text):
        yield from inline_items(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    kept = piece.rstrip()
    return start + len(kept) - len(kept.lstrip()), start + len(kept)
