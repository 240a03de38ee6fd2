"""Reads one feed line by line: the form of each line, the chain, and what its events say."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any, Final

from provenance_desk.audit.canonical import parse
from provenance_desk.audit.errors import Refused
from provenance_desk.audit.findings import Findings
from provenance_desk.audit.quick_schemas import body_fits
from provenance_desk.audit.schemas import Misfit
from provenance_desk.audit.verify_bodies import Bodies
from provenance_desk.audit.verify_chain import Chain
from provenance_desk.audit.verify_index import FeedRead, Index, place
from provenance_desk.audit.verify_lines import quick_line, read_event
from provenance_desk.audit.verify_refs import KIND_OF_TYPE, Kind

# Only what such a line says is not allowed; its envelope holds, so the chain goes on.
_ENVELOPE_HOLDS: Final = frozenset({"E-TIME", "E-BODY", "E-VALUE", "V-TYPE"})


class FeedReading:
    """Takes the lines of one feed in order; what it learns goes into the feed and the index."""

    def __init__(self, read: FeedRead, index: Index, findings: Findings) -> None:
        self._read = read
        self._index = index
        self._findings = findings
        self._bodies = Bodies(read, index, findings)
        self._chain = Chain(index.project, read.feed)
        self._time = ""

    def take_all(self, lines: Iterable[bytes]) -> None:
        """Read lines until the end, or until form or chain break, which is reported once."""
        try:
            for line in lines:
                self._take(line)
            if not self._read.clocks:
                raise Refused("E-LINES", "the feed has no entries.")
        except Misfit as problem:
            self._break(problem.code, str(problem))
        except Refused as problem:
            self._break(problem.code, problem.sentence)
        self._read.head = self._chain.prev

    def _break(self, code: str, sentence: str) -> None:
        self._report(code, sentence)
        self._read.broken = True

    def _report(self, code: str, sentence: str) -> None:
        self._findings.add(code, sentence, self._read.line(self._read.size))

    def _take(self, line: bytes) -> None:
        chain = self._chain
        fields, problem = self._next(line), None
        if fields is None:
            fields, problem = self._next_in_doubt(line)
        seq, before = chain.seq, chain.clock
        if self._read.retired is not None:
            self._report("K-RETIRED", "the entry was written with a key that was retired before.")
        if problem is None:
            self._look_into(fields, seq, before)
        else:
            self._report(problem.code, str(problem))
        event_id = sha256(line).hexdigest()
        chain.advance(fields, event_id)
        here = place(self._read.number, seq)
        if self._index.places.setdefault(event_id, here) != here:
            raise Refused("C-SEQ", f"entry {seq} of the fork is an entry of the feed too.")
        self._read.clocks.append(chain.clock)
        self._read.kinds.append(KIND_OF_TYPE.get(fields["type"], Kind.OTHER))

    def _next(self, line: bytes) -> dict[str, Any] | None:
        """The fields of a line that is certainly the next one, None in any doubt."""
        fields = quick_line(line)
        try:
            if fields and self._chain.goes_on(fields) and body_fits(fields):
                return fields
        except (KeyError, TypeError):
            pass
        return None

    def _next_in_doubt(self, line: bytes) -> tuple[dict[str, Any], Misfit | None]:
        fields, problem = _fields(line)
        if not self._read.clocks:
            self._begin(fields)
        self._chain.check(fields)
        return fields, problem

    def _look_into(self, fields: dict[str, Any], seq: int, before: int) -> None:
        if fields["time"] < self._time:
            self._index.backwards += 1
        self._time = fields["time"]
        name, body = fields["type"], fields["body"]
        if name == "heads.seen":
            self._bodies.see(body, seq, before, fields["clock"])
        self._bodies.take(name, body, seq)

    def _begin(self, fields: dict[str, Any]) -> None:
        """Learn from the first line whose feed this is; a fork's tail goes on from the feed."""
        self._index.project = self._chain.project = self._index.project or fields["project"]
        main = self._index.by_feed.get(self._read.feed) if self._read.tail else None
        self._read.author = self._chain.author = main.author if main else fields["author"]
        first = fields["seq"]
        if main is None or not 0 < first <= main.size:
            return
        self._read.first = self._chain.seq = first
        self._chain.clock = main.clock(first - 1)
        self._chain.step = fields["step"] if fields["step"] < first else 0
        if self._index.places.get(fields["prev"]) == place(main.number, first - 1):
            self._chain.prev = fields["prev"]


def _fields(line: bytes) -> tuple[dict[str, Any], Misfit | None]:
    """The fields of a line, and what is wrong with its body or time if only that is."""
    try:
        return read_event(line), None
    except Misfit as problem:
        if problem.code not in _ENVELOPE_HOLDS:
            raise
        return parse(line), problem
