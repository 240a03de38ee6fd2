"""What the card of an entry shows beside its words: the passage in context, the effect; no Qt."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from provenance_desk.domain.events import Event
from provenance_desk.domain.review_events import LinkMade, LinkRetracted, LinkRevised
from provenance_desk.domain.sentences import SentenceTable

if TYPE_CHECKING:
    from provenance_desk.domain.judgements import Judgement
    from provenance_desk.project.history import Told
    from provenance_desk.store.reader import Reader

MOST_LINKS: Final = 120
"""On claims with more links it is not worked out what one entry did to them."""
AROUND: Final = 320
"""Code points of a neighbouring sentence that are shown at the most."""


@dataclass(frozen=True, slots=True)
class Context:
    """A passage with its neighbours; `found` is whether the quote stands there word for word."""

    document: str
    title: str
    start: int
    end: int
    sentence: int
    before: str
    quote: str
    after: str
    found: bool | None


@dataclass(frozen=True, slots=True)
class Effect:
    """The links of a claim by status, before and after an entry."""

    claim: str
    wording: str
    before: Mapping[str, int]
    after: Mapping[str, int]


def context_of(told: "Told", reader: "Reader") -> Context | None:
    """The passage an entry is about, in its document; None where it is about none."""
    words = told.words
    document = reader.document(words.document) if words.document else None
    if document is None or words.span is None:
        return None
    start, end = words.span
    text = reader.text(document.id)
    if text is None:
        return Context(document.id, document.title, start, end, 0, "", words.quote, "", None)
    rows, first, last = _around(reader.sentences(document), start, end, len(text))
    return Context(
        document=document.id,
        title=document.title,
        start=start,
        end=end,
        sentence=rows[0] + 1 if rows else 0,
        before=_end(text[first:start]),
        quote=text[start:end],
        after=_beginning(text[end:last]),
        found=text[start:end] == words.quote if told.type.startswith("link.") else None,
    )


def _around(table: SentenceTable, start: int, end: int, length: int) -> tuple[range, int, int]:
    """The sentences of a passage, and where the ones before and after begin and end."""
    rows = table.rows_of(start, end)
    if not rows:
        return rows, max(0, start - AROUND), min(length, end + AROUND)
    first, last = max(0, rows[0] - 1), min(len(table) - 1, rows[-1] + 1)
    return rows, min(start, table.starts[first]), max(end, table.ends[last])


def _end(text: str) -> str:
    return text if len(text) <= AROUND else "…" + text[-AROUND:]


def _beginning(text: str) -> str:
    return text if len(text) <= AROUND else text[:AROUND] + "…"


def unchanged(told: "Told") -> list[str]:
    """The fields of a judgement that a change left as they were."""
    before, after = told.words.before, told.words.judgement
    if before is None or after is None:
        return []
    changed = {change.field for change in told.words.changes}
    named = {
        "status": after.status.value,
        "stance": after.stance.value,
        "confidence": after.confidence.value,
        "wording": after.wording.value if after.wording else "",
        "access": after.access.value if after.access else "",
    }
    return [f"{name} {value}" for name, value in named.items() if value and name not in changed]


def effect_of(event: Event, reader: "Reader") -> Effect | None:
    """What an entry about a link did to its claim, as far as entries count today."""
    from provenance_desk.domain.replay import ThingKind

    link = _link_of(event)
    found = reader.link(link) if link else None
    claim = reader.claim(found.claim) if found else None
    if claim is None or reader.is_undone(event.id):
        return None
    links = reader.link_ids(claim.id)
    if len(links) > MOST_LINKS:
        return None
    undone = reader.undone()
    histories = [reader.events_about(ThingKind.LINK, name) for name in links]
    live = [[e for e in history if e.id not in undone] for history in histories]
    before = Counter(filter(None, (_status(h, event, inclusive=False) for h in live)))
    after = Counter(filter(None, (_status(h, event, inclusive=True) for h in live)))
    return Effect(claim.id, claim.wording, before, after)


def _link_of(event: Event) -> str:
    body = event.body
    if isinstance(body, LinkMade):
        return event.id
    return body.link if isinstance(body, LinkRevised | LinkRetracted) else ""


def _status(history: Sequence[Event], until: Event, *, inclusive: bool) -> str:
    """The status of a link after the entries up to one; empty where it was none then."""
    judged: Judgement | None = None
    for event in history:
        if event.order > until.order or (event.id == until.id and not inclusive):
            break
        if isinstance(event.body, LinkRetracted):
            judged = None
        elif isinstance(event.body, LinkMade | LinkRevised):
            judged = event.body.judgement
    return judged.status.value if judged else ""
