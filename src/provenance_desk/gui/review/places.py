"""Where a reviewer is in a pane, and where a claim is."""

from provenance_desk.gui.linking.draft import Passage
from provenance_desk.gui.reading.pane import ReadingPane
from provenance_desk.gui.review.contents import place_words


def passage_of(pane: ReadingPane) -> Passage | None:
    """What a link would quote in a pane, and the links that touch it."""
    start, end = pane.view.passage()
    if start >= end:
        return None
    text = pane.document
    marks = (m for row in text.sentences_in(start, end) for m in pane.model.links.get(row, ()))
    return Passage(
        document=text.id,
        start=start,
        end=end,
        exact=text.text[start:end],
        zone=text.zone(text.sentence_at(start)),
        place=place_words(text, pane.view.source_words, start, end),
        links=tuple(dict.fromkeys(m.link for m in marks if m.start < end and start < m.end)),
    )


def first_row_of(pane: ReadingPane, claim: str) -> int | None:
    """The sentence of a pane to go to for a claim: the current one if it is linked, else a first.

    Links that count come before context.
    """
    rows = {
        row: any(mark.claim == claim and not mark.is_context for mark in marks)
        for row, marks in pane.model.links.items()
        if any(mark.claim == claim for mark in marks)
    }
    if pane.view.current in rows:
        return pane.view.current
    counted = [row for row, counts in rows.items() if counts]
    return min(counted or rows, default=None)
