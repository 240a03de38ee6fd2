"""Dates as texts write them, for comparing; no decision about what they date."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_MONTHS = (
    "january jan januar janvier enero января январь січня",
    "february feb februar février febrero февраля февраль лютого",
    "march mar märz mars marzo марта март березня",
    "april apr avril abril апреля апрель квітня",
    "may mai mayo мая май травня",
    "june jun juni juin junio июня июнь червня",
    "july jul juli juillet julio июля июль липня",
    "august aug août agosto августа август серпня",
    "september sept sep septembre septiembre сентября сентябрь вересня",
    "october oct oktober octobre octubre октября октябрь жовтня",
    "november nov novembre noviembre ноября ноябрь листопада",
    "december dec dezember décembre diciembre декабря декабрь грудня",
)
MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
MONTH_NAMES = {number: names.split()[0] for number, names in enumerate(_MONTHS, 1)}
_NAMES = "|".join(sorted(MONTH, key=len, reverse=True))
_YEAR = r"(?P<year>[12]\d{3})"
_FORMS = tuple(
    re.compile(rf"(?<!\w)(?:{form})(?!\w)", re.IGNORECASE)
    for form in (
        (
            rf"(?P<day>[0-3]?\d)(?:st|nd|rd|th|\.)?(?: of| de)? (?P<name>{_NAMES})\.?"
            rf"(?:,? (?:de )?{_YEAR})?"
        ),
        rf"(?P<name>{_NAMES})\.? (?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)(?:,? {_YEAR})?",
        rf"(?P<name>{_NAMES})\.?,? (?:de )?{_YEAR}",
        r"(?P<year>[12]\d{3})-(?P<month>[01]\d)-(?P<day>[0-3]\d)",
        r"(?P<day>[0-3]?\d)[./](?P<month>[01]?\d)[./](?P<year>[12]\d{3})",
    )
)
_ANY = re.compile(rf"(?<!\w)(?:{_NAMES})(?!\w)|\d-\d\d-\d|\d[./]\d", re.IGNORECASE)
_BARE = re.compile(rf"(?<!\w)(?P<name>{_NAMES})(?!\w)", re.IGNORECASE)


class DateFound(NamedTuple):
    """A date or a part of one, `None` where it is not said; offsets are of the text given."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None


def dates_in(text: str) -> Iterator[DateFound]:
    """The dates of a text; none lies within another."""
    taken: list[tuple[int, int]] = []
    if _ANY.search(text) is None:
        return
    for form in (*_FORMS, _BARE):
        for hit in form.finditer(text):
            inside = any(start < hit.end() and hit.start() < end for start, end in taken)
            if not inside and (form is not _BARE or _is_month(hit[0])):
                taken.append(hit.span())
                yield _found(hit)


def _is_month(word: str) -> bool:
    """A month alone is capitalised and unlike `march`, `mar` and `may` in other uses."""
    return word[0].isupper() and word not in {"Mar", "Mars", "Mai", "Dec", "Sep", "Jan"}


def _found(hit: re.Match[str]) -> DateFound:
    parts = hit.groupdict()
    month = parts.get("month") or MONTH.get((parts.get("name") or "").lower())
    year, day = parts.get("year"), parts.get("day")
    return DateFound(
        *hit.span(),
        int(year) if year else None,
        int(month) if month else None,
        int(day) if day else None,
    )
