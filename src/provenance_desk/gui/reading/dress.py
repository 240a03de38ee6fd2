"""What follows from the links for the look of a whole document: bar marks, muted sentences."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QTextCharFormat

from provenance_desk.gui.reading.blocks import Block
from provenance_desk.gui.reading.flow import Formats
from provenance_desk.gui.reading.model import SentenceModel
from provenance_desk.gui.reading.painting import colour
from provenance_desk.gui.reading.text import DocumentText, LinkMark
from provenance_desk.gui.shared.theme import current_tokens

_STEPS = 2000


def bar_marks(
    document: DocumentText, links: Mapping[int, Sequence[LinkMark]]
) -> set[tuple[float, str]]:
    """Where links are in the whole document, as parts of its length."""
    starts, length = document.starts, max(1, len(document.text))
    return {
        (starts[number] * _STEPS // length / _STEPS, mark.status)
        for number, marks in links.items()
        for mark in marks
        if not mark.is_context
    }


def muted_parts(model: SentenceModel, block: Block) -> Formats:
    """The sentences of a row that were reviewed or only repeat another passage, muted."""
    document, skipped = model.document, model.skipped
    if not skipped and not document.same_as:
        return ()
    look = QTextCharFormat()
    look.setForeground(colour(current_tokens().mute))
    return [
        (max(0, document.starts[n] - block.start), document.ends[n] - block.start, look)
        for n in document.sentences_in(block.start, block.end)
        if n not in model.links and (n in skipped or document.repeated(n))
    ]
