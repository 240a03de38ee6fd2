"""Reference lists: each bibliography entry is one unit, however many full stops it has."""

import re
from collections.abc import Iterable, Iterator, Sequence

from provenance_desk.intake.paragraphs import Paragraph
from provenance_desk.intake.segmentation.blocks import Span

_LONGEST_ENTRY = 8
_LONGEST_LISTED = 700
_LONGEST_OPENING = 1200
_NAME = r"[^\W\d_a-z][\w.’'-]{0,40}"
_AUTHOR = re.compile(
    rf"{_NAME}(?: {_NAME}){{0,2}}, {_NAME}(?: {_NAME}){{0,3}}(?:[;&,] [^()]{{1,200}}|et al\.)?"
    r"(?: ?\([^()]{0,30}\d{4}[^()]{0,4}\))?\.?"
)
_TITLE = re.compile(
    r"[\"“«‘„'].{3,400}[\"”»’“']\.?(?: ?[\[(].{1,400}[\])])?\.?",
    re.DOTALL,
)
_TAIL = re.compile(
    r"(?:Archived|Retrieved|Accessed|Available|Consulted|Last accessed|Viewed|Архивировано|Архивная"
    r"|Дата обращения|Архів|Архівовано|Процитовано|Abgerufen|Archiviert|Consulté|Archivé"
    r"|Consultado|Archivado)\b.{0,160}",
    re.DOTALL,
)
_DATE = re.compile(r"(?:\d{1,2} )?[^\W\d_]{3,12} (?:\d{1,2}, )?\d{4}\.?")
_HEADING = re.compile(
    r"(?:references?|bibliography|works cited|sources|footnotes|endnotes|notes and references"
    r"|notes|citations|literatur|einzelnachweise|quellen|literaturverzeichnis|références|sources"
    r"|bibliographie|notes et références|referencias|bibliografía|примечания|литература"
    r"|источники|библиография|список литературы|примітки|джерела|література|المراجع|مصادر)\s*:?",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    r"(?:\^|\[?\d{1,3}[\].)]|[•*·-])? ?"
    r".{0,700}(?:\b(?:1[5-9]|20)\d\d\b|https?://|www\.|doi[: ]|ISBN)",
    re.DOTALL,
)


def reference_entries(
    text: str, sentences: Sequence[Span], held: Sequence[Paragraph]
) -> list[tuple[int, int]]:
    """Return the entries as numbers of sentences `[first, last)`, in order."""
    listed = list(_listed(held))
    within = {number for first, last in listed for number in range(first, last)}
    for paragraph in held:
        if paragraph.first not in within:
            listed.extend(_entries_in(text, sentences, paragraph))
    return sorted(listed)


def joined(sentences: Sequence[Span], entries: Iterable[tuple[int, int]]) -> list[Span]:
    """Return the sentences with each entry made one."""
    whole: list[Span] = []
    done = 0
    for first, last in entries:
        whole.extend(sentences[done:first])
        whole.append((sentences[first][0], sentences[last - 1][1]))
        done = last
    return [*whole, *sentences[done:]]


def _listed(held: Sequence[Paragraph]) -> Iterator[tuple[int, int]]:
    """Paragraphs under a heading like References, as long as they read like entries."""
    inside = False
    for paragraph in held:
        if _HEADING.fullmatch(paragraph.text):
            inside = True
        elif inside and len(paragraph.text) < _LONGEST_LISTED and _ENTRY.match(paragraph.text):
            yield paragraph.first, paragraph.last
        else:
            inside = False


def _entries_in(
    text: str, sentences: Sequence[Span], paragraph: Paragraph
) -> Iterator[tuple[int, int]]:
    """Entries that run on in one paragraph: author or title, a few fields, then the tail."""
    number = paragraph.first
    while number < paragraph.last:
        start, end = sentences[number]
        stop = 0
        if end - start <= _LONGEST_OPENING and _opens_entry(text[start:end]):
            last = min(number + _LONGEST_ENTRY, paragraph.last)
            stop = _entry_end([text[start:end] for start, end in sentences[number:last]])
        if stop:
            yield number, number + stop
        number += stop or 1


def _opens_entry(piece: str) -> bool:
    return bool(_AUTHOR.fullmatch(piece) or _TITLE.fullmatch(piece))


def _entry_end(fields: Sequence[str]) -> int:
    """Count the sentences of the entry that begins with the first; 0 where no tail follows."""
    tail = 1
    while tail < len(fields) and not _TAIL.fullmatch(fields[tail]):
        if not _field(fields[tail]):
            return 0
        tail += 1
    if tail == len(fields):
        return 0
    while tail < len(fields) and _TAIL.fullmatch(fields[tail]):
        tail += 1
    return tail


def _field(piece: str) -> bool:
    """A title, a date, or a short name of a paper or publisher."""
    if _TITLE.fullmatch(piece) or _DATE.fullmatch(piece) or _AUTHOR.fullmatch(piece):
        return True
    return len(piece) <= 80 and len(piece.split()) <= 8 and not piece.endswith(("!", "?"))
