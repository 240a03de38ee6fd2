"""`links.csv`: one row for every current link, for spreadsheets (RFC 4180, UTF-8, CRLF).

A cell that a spreadsheet could take for a formula begins with an apostrophe; readers of the file
take that one apostrophe away again. The columns only ever grow at the end.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from provenance_desk.domain.judgements import Speaker
from provenance_desk.domain.records import Claim, Link
from provenance_desk.exchange.renderer import RENDERER
from provenance_desk.exchange.review import Review

COLUMNS = (
    "link", "entry", "claim", "claim_wording", "claim_kind", "claim_version", "earlier_wording",
    "document", "document_title", "document_name", "start", "end", "exact", "prefix", "suffix",
    "zone", "stance", "status", "confidence", "wording", "speakers", "origin", "origin_kind",
    "access", "rationale", "reviewer", "reviewer_key", "feed", "made", "judged", "judged_entry",
    "blind", "cue_offered", "cue_taken", "renderer",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")
NEEDS_QUOTES = re.compile('[",\r\n]')


def links_csv(review: Review) -> str:
    """The table of all links that are not retracted, in the order of their making."""
    links = (link for link in review.state.links.values() if not link.retracted)
    ordered = sorted(links, key=lambda link: review.entries[link.id])
    rows = (_line(_row(review, link)) for link in ordered)
    return "".join((_line(COLUMNS), *rows))


def formula_safe(text: str) -> str:
    """The text as a cell: with an apostrophe before it where it could be taken for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _line(cells: Iterable[str]) -> str:
    return ",".join(map(_cell, cells)) + "\r\n"


@lru_cache(maxsize=4096)
def _cell(text: str) -> str:
    """The text as it is written; titles, names and words come again in most rows."""
    safe = formula_safe(text)
    if NEEDS_QUOTES.search(safe) is None:
        return safe
    return '"' + safe.replace('"', '""') + '"'


def _row(review: Review, link: Link) -> Iterator[str]:
    state, judgement = review.state, link.judgement
    claim, document = state.claims.get(link.claim), state.documents.get(link.document)
    origin = state.origins.get(judgement.origin or "")
    quote = review.attachment(link.quote) or {}
    yield from (link.id, str(review.entries[link.id]), link.claim)
    yield from _claim_cells(claim, link)
    yield from (link.document, document.title if document else "")
    yield from (document.name if document else "", str(link.start), str(link.end))
    yield from (str(quote.get(part, "")) for part in ("exact", "prefix", "suffix"))
    yield from (link.zone, judgement.stance, judgement.status, judgement.confidence)
    yield from (judgement.wording or "", "; ".join(map(_speaker, judgement.speakers)))
    yield from (origin.name if origin else "", origin.kind if origin else "")
    yield from (judgement.access or "", review.words(link.rationale) or "")
    yield from (review.name(link.author), link.author, link.feed, link.time, link.judged_time)
    yield from (str(review.entries[link.judged]), _yes(link.blind))
    yield from (link.cue.offered if link.cue else "", _yes(link.cue.taken) if link.cue else "")
    yield RENDERER


def _claim_cells(claim: Claim | None, link: Link) -> Iterator[str]:
    yield from (claim.wording, claim.kind) if claim else ("", "")
    yield link.claim_version
    yield _yes(claim is not None and claim.version != link.claim_version)


def _speaker(hop: Speaker) -> str:
    return f"{hop.name} [{hop.naming}, {hop.mode}]"


def _yes(value: bool) -> str:
    return "yes" if value else "no"
