"""The lines of a paragraph into running words: hyphens at line ends, spaces between lines."""

import re
from collections.abc import Iterable

from provenance_desk.intake.pdf_lines import Line, PrintedPage
from provenance_desk.intake.pdf_paragraphs import same_row

_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LAST = re.compile(r"[^\W_]+(?:-[^\W_]+)*$")
_FIRST = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"(?:://|www\.|@)\S*$")
_NO_SPACES = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


class Joiner:
    """Knows the words of a document, and so which hyphens belong to a word."""

    def __init__(self, pages: Iterable[PrintedPage]) -> None:
        self.rejoined = 0
        self._words = {
            word.lower()
            for page in pages
            for line in page.lines
            for word in _WORDS.findall(line.text)
        }

    def between(self, before: Line, text: str, line: Line) -> tuple[str, str]:
        """The line so far, as it stands before the next one, and what goes between them."""
        if before.hyphen or (text.endswith(("-", "\u2010")) and _LAST.search(text[:-1])):
            return self._hyphen(text if before.hyphen else text[:-1], line.text)
        if same_row(before, line) and line.left - before.right > 2 * line.letter:
            return text, "\t"
        if text.endswith("—") and not text.endswith(" —"):
            return text, ""
        unspaced = _NO_SPACES.match(text[-1]) and _NO_SPACES.match(line.text)
        return text, "" if unspaced else " "

    def _hyphen(self, text: str, following: str) -> tuple[str, str]:
        before, after = _LAST.search(text), _FIRST.match(following)
        if not before or not after or _ADDRESS.search(text):
            return text, "-"
        one, other = before[0].lower(), after[0].lower()
        known = f"{one}-{other}" in self._words
        if known or not (one + other in self._words or after[0][0].islower()):
            return text, "-"
        self.rejoined += 1
        return text, ""
