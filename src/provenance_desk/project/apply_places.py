"""Where a quote stands in its document: exactly, or not at all."""

from provenance_desk.audit.text_rules import shown
from provenance_desk.audit.verify_refs import Want
from provenance_desk.domain.errors import InvalidValue
from provenance_desk.project.actions.work import Work
from provenance_desk.project.apply_body import QUOTE, Fields
from provenance_desk.project.apply_names import Names
from provenance_desk.project.errors import ActionRefused, NotFound

MOST_PLACES = 5


def place_quote(work: Work, names: Names, line: Fields) -> None:
    """Give a link's line the start and end of its quote where they are not both given."""
    quote = next((line[key] for key in QUOTE if key in line), None)
    if "start" in line and "end" in line:
        return
    if not isinstance(quote, str) or not quote:
        raise InvalidValue("Give start and end, or the quote itself.")
    document = line.get("document")
    if not isinstance(document, str):
        raise InvalidValue("document is missing.")
    line["document"] = names.id(Want.DOCUMENT, document)
    start = _start_of(work.find.text(line["document"]), quote, line.get("start"))
    line["start"], line["end"] = start, line.get("end", start + len(quote))


def _start_of(text: str, quote: str, start: object) -> int:
    if isinstance(start, int):
        return _checked(text, quote, start)
    places = _places(text, quote)
    if not places:
        raise NotFound(
            f"The document does not hold this quote, letter by letter: “{shown(quote)}”."
        )
    if len(places) > 1:
        more = " and later" if len(places) == MOST_PLACES else ""
        offsets = ", ".join(map(str, places[:-1])) + f" and {places[-1]}"
        raise ActionRefused(
            f"The quote stands more than once, at {offsets}{more}: give the start you mean."
        )
    return places[0]


def _checked(text: str, quote: str, start: int) -> int:
    if start < 0 or not text.startswith(quote, start):
        raise NotFound(f"The quote does not stand at {start}: “{shown(quote)}”.")
    return start


def _places(text: str, quote: str) -> list[int]:
    places: list[int] = []
    found = text.find(quote)
    while found >= 0 and len(places) < MOST_PLACES:
        places.append(found)
        found = text.find(quote, found + 1)
    return places
