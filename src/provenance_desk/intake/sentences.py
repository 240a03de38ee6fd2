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
    return found


def _runs(text: str) -> Iterator[Span]:
    """Yield the blocks and list items, trimmed, as far as anything shows in them."""
    for block in blocks(text):
        for start, end in inline_items(text, *block):
            piece = text[start:end].rstrip()
            if shown := len(piece.lstrip()):
                yield start + len(piece) - shown, start + len(piece)
