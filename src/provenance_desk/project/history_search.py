"""Words to be found in the history: what every entry says, read in one pass and folded."""

from collections.abc import Iterator, Sequence

import orjson

from provenance_desk.domain.names import folded
from provenance_desk.project.history_words import GROUPS, Group
from provenance_desk.project.progress import Progress
from provenance_desk.store.reader import Queries

STRIDE = 500


def searched_texts(queries: Queries, progress: Progress) -> list[str]:
    """What can be found of each entry, in merged order: who, what kind, and all that it says.

    A change of a link is found by the link's quote and claim too, whichever wording it had.
    """
    texts, names = _attached(queries), queries.names()
    titles = {d.id: f"{d.title} {d.name}" for d in queries.documents()}
    about = dict(titles)
    found: list[str] = []
    total = queries.count_events()
    for event_id, author, kind, body in _bodies(queries):
        if len(found) % STRIDE == 0:
            progress.step(len(found), total)
        said = _said(body, texts)
        known = " ".join(about[name] for name in _named(body) if name in about)
        if kind in _LEADS_ON:
            about[event_id] = f"{said} {known}".strip()
        group = GROUPS.get(kind, Group.HOUSEKEEPING)
        whole = (
            f"{names.get(author, author)} {kind} {kind.replace('.', ' ')} {group} {said} {known}"
        )
        found.append(folded(whole))
    return found


def matching(texts: Sequence[str], words: str) -> list[int]:
    """The places of the entries that hold all the words, whatever their case."""
    wanted = folded(words).split()
    return [place for place, text in enumerate(texts) if all(word in text for word in wanted)]


_LEADS_ON = frozenset({"claim.added", "link.made", "origin.added", "note.added"})
"""What later entries name by its id."""


def _attached(queries: Queries) -> dict[str, str]:
    lines = (line for feed in queries.feeds() for line in queries.attachments(feed.feed))
    fields = ((name, orjson.loads(line)) for name, line in lines)
    return {name: kept.get("text") or kept.get("exact") or "" for name, kept in fields}


def _bodies(queries: Queries) -> Iterator[tuple[str, str, str, dict[str, object]]]:
    for event_id, line in queries.entry_lines():
        fields = orjson.loads(line)
        yield event_id, fields["author"], fields["type"], fields["body"]


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for inner in value.values():
                yield from _strings(inner)
        case list():
            for inner in value:
                yield from _strings(inner)
        case _:
            return


def _said(body: dict[str, object], texts: dict[str, str]) -> str:
    """The texts of a body, attachments looked up, ids left out."""
    strings = (texts.get(text, text) for text in _strings(body))
    return " ".join(text for text in strings if not _is_id(text))


def _named(body: dict[str, object]) -> Iterator[str]:
    return (text for text in _strings(body) if _is_id(text))


def _is_id(text: str) -> bool:
    return len(text) == 64 and text.isalnum()
