"""One place where a sentence could end, with all that the rules ask about it."""

from provenance_desk.intake.segmentation.candidates import Candidate
from provenance_desk.intake.segmentation.context import Left, Right, left_of, right_of
from provenance_desk.intake.segmentation.lexicon import Kind, Lexicon
from provenance_desk.intake.segmentation.surroundings import Surroundings

_STRONG = frozenset("!?‼⁇⁈⁉;")
_CLOSING = frozenset("\"'”’“»«›‹)]}")


class Place:
    """A mark in the sentence that began at `start`, in a block that goes to `end`."""

    # Some 10,000 are made for a megabyte of prose, and half a million for one of full stops:
    # slots and plain attributes, since functools.cached_property costs more than the rules.
    __slots__ = (
        "_kind",
        "_left",
        "around",
        "end",
        "mark",
        "right",
        "signs",
        "start",
        "tail",
        "text",
    )

    def __init__(self, around: Surroundings, start: int, end: int, mark: Candidate) -> None:
        self.around = around
        self.text = around.text
        self.start = start
        self.end = end
        self.mark = mark
        self.signs = around.text[mark.start : mark.end]
        self.tail = around.text[mark.end : mark.stop]
        self.right: Right = right_of(around.text, mark.next, end)
        self._left: Left | None = None
        self._kind: Kind | None = None

    @property
    def lexicon(self) -> Lexicon:
        """What is known of the language."""
        return self.around.lexicon

    @property
    def left(self) -> Left:
        """The words before the mark."""
        if self._left is None:
            self._left = left_of(self.text, self.start, self.mark.start)
        return self._left

    @property
    def kind(self) -> Kind:
        """What the word before the mark is."""
        if self._kind is None:
            self._kind = self.around.abbreviations.kind(self.left)
        return self._kind

    @property
    def strong(self) -> bool:
        """Whether the mark holds more than full stops."""
        return not _STRONG.isdisjoint(self.signs)

    @property
    def closed(self) -> bool:
        """Whether a quotation mark or bracket closes after the mark."""
        return not _CLOSING.isdisjoint(self.tail)

    @property
    def starter(self) -> bool:
        """Whether the next word opens sentences, and is no initial and no abbreviation."""
        right = self.right
        if right.word.lower() not in self.around.lexicon.starters:
            return False
        if not right.stopped:
            return True
        return len(right.word) > 1 and not self.around.abbreviations.knows(right.word)
