"""Notes: what a reader should know of a log that is no finding and changes no exit."""

from collections.abc import Iterable, Mapping
from typing import Final

from provenance_desk.audit.text_rules import shown

# What is counted, then the note for one and for several of it.
_NOTES: Final = (
    (
        "quotes unchecked",
        "1 quote could not be compared: the text of its document was left out.",
        "{} quotes could not be compared: the texts of their documents were left out.",
    ),
    (
        "attachments withheld",
        "1 attachment was left out; the entry that names it is here.",
        "{} attachments were left out; the entries that name them are here.",
    ),
    (
        "extensions",
        "1 entry is of a kind that this program does not know: kept, not judged.",
        "{} entries are of kinds that this program does not know: kept, not judged.",
    ),
    (
        "times backwards",
        "1 entry names an earlier time than the entry before it; times are only claimed.",
        "{} entries name an earlier time than the entry before them; times are only claimed.",
    ),
    (
        "waiting",
        "1 id waits for a feed that is not here.",
        "{} ids wait for a feed that is not here.",
    ),
    (
        "forks resolved",
        "1 fork was resolved by somebody other than its author.",
        "{} forks were resolved by somebody other than their author.",
    ),
)


def notes_on(counts: Mapping[str, int], continued: Iterable[tuple[str, str, str]]) -> list[str]:
    """The notes that the counts of a verification call for."""
    notes = [
        one if counts[name] == 1 else several.format(counts[name])
        for name, one, several in _NOTES
        if counts[name]
    ]
    return notes + [
        f"Feed {feed} says that it goes on from feed {before} ({shown(reason)})."
        for feed, before, reason in continued
    ]
