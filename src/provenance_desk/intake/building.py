"""Puts a text together from paragraphs, and keeps where pages and headings came to lie."""

from provenance_desk.intake.cleaning import clean
from provenance_desk.intake.marks import Mark, MarkKind

PARAGRAPH = "\n\n"
LINE = "\n"


class TextBuilder:
    """Clean paragraphs, joined by an empty line or a line end; offsets are final when returned."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self.replaced = 0
        self._parts: list[str] = []
        self.length = 0

    def add(self, text: str, *, apart: str = PARAGRAPH) -> tuple[int, int] | None:
        """Append one paragraph after `apart`; its span, or none where it is only white space."""
        cleaned, replaced = clean(text.strip())
        if not cleaned or cleaned.isspace():
            return None
        self.replaced += replaced
        if self._parts:
            self._append(apart)
        start = self.length
        self._append(cleaned)
        return start, self.length

    def add_heading(self, text: str, level: int) -> None:
        """Append a heading as a paragraph of its own, and mark it."""
        span = self.add(" ".join(text.split()))
        if span:
            self.marks.append(Mark(MarkKind.HEADING, *span, level=max(1, min(level, 9))))

    def mark_page(self, start: int, label: str) -> None:
        """Mark a page from `start` to the end of what has been added."""
        self.marks.append(Mark(MarkKind.PAGE, start, self.length, label=label))

    def text(self) -> str:
        """The whole text."""
        return "".join(self._parts)

    def sorted_marks(self) -> tuple[Mark, ...]:
        """The marks in the order of the text, the wider first."""
        return tuple(sorted(self.marks, key=lambda mark: (mark.start, -mark.end, mark.kind)))

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)


def one_paragraph(text: str) -> str:
    """The words with one space where any white space but a line end stood; no empty lines."""
    return LINE.join(line for line in (" ".join(row.split()) for row in text.split("\n")) if line)
