"""What a file says about itself: offered for the document card, taken by the reviewer only."""

import re
from dataclasses import dataclass, fields, replace

from provenance_desk.intake.cleaning import FORBIDDEN

MAX_PROPOSAL = 500
_DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Proposals:
    """Empty where the file says nothing; `published` is a year, a month or a day as ISO 8601."""

    title: str = ""
    author: str = ""
    published: str = ""
    site: str = ""
    url: str = ""
    language: str = ""

    def __post_init__(self) -> None:
        for field in fields(self):
            object.__setattr__(self, field.name, _one_line(getattr(self, field.name)))
        self._keep("published", _DATE)
        self._keep("language", _LANGUAGE)
        self._keep("url", _ADDRESS)

    def _keep(self, name: str, form: re.Pattern[str]) -> None:
        if not form.fullmatch(getattr(self, name)):
            object.__setattr__(self, name, "")

    def __bool__(self) -> bool:
        """Whether anything is proposed."""
        return any(getattr(self, field.name) for field in fields(self))

    def or_else(self, other: "Proposals") -> "Proposals":
        """These proposals, with those of the other where there are none here."""
        mine = {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name)}
        return replace(other, **mine)


def _one_line(value: str) -> str:
    shown = FORBIDDEN.sub(" ", value)
    return " ".join(shown.split())[:MAX_PROPOSAL].rstrip()


def day_of(stamp: str) -> str:
    """The day (or month, or year) that an ISO 8601 stamp begins with; empty if it is none."""
    match = re.match(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?(?![0-9])", stamp.strip())
    return match[0] if match and _DATE.fullmatch(match[0]) else ""


NOTHING_PROPOSED = Proposals()
