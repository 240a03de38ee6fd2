"""The log as a stranger reads it by docs/audit-format.md: sections 1, 2, 4 and 8.

The schemas of section 4 are read out of that text's own tables, so that a wrong table fails here.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.integration.independent_notes import Refused, check_title, need, open_note, sha

Fields = dict[str, Any]
Files = dict[str, bytes]
DOCS = (Path(__file__).parents[2] / "docs" / "audit-format.md").read_text(encoding="utf-8")


def hexadecimal(value: object, digits: int) -> bool:
    return isinstance(value, str) and re.fullmatch(f"[0-9a-f]{{{digits}}}", value) is not None


# Section 1: lines

KEY = re.compile("[a-z][a-z0-9_]{0,31}")
ENDS = "".join(chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
FORBIDDEN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{ENDS}]")


def check_value(value: object, room: int = 8) -> None:
    if isinstance(value, str):
        need(not FORBIDDEN.search(value), "E-CONTROL")
    elif isinstance(value, dict | list):
        need(room, "E-DEPTH")
        for key in value if isinstance(value, dict) else ():
            need(KEY.fullmatch(key), "E-KEY")
        for item in value.values() if isinstance(value, dict) else value:
            check_value(item, room - 1)
    else:
        need(isinstance(value, int) and abs(value) < 2**53, "E-INT")


def parse(line: bytes, longest: int = 65_536) -> Fields:
    need(len(line) <= longest, "E-TOOLONG")
    try:
        value = json.loads(line.decode("utf-8"))
        check_value(value)
        again = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        need(isinstance(value, dict) and again.encode() == line, "E-NONCANON")
    except (ValueError, RecursionError):
        raise Refused("E-JSON") from None
    return dict(value)


def lines_of(data: bytes) -> list[bytes]:
    need(not data or data.endswith(b"\n"), "E-LINES")
    return data.split(b"\n")[:-1]


# Section 4: what each event says, as its tables have it


def rows(head: str) -> dict[str, list[str]]:
    """The cells of a table by its first one, without their backticks."""
    table = DOCS.partition(f"\n| {head} |")[2].partition("\n\n")[0].split("\n")[2:]
    cells = [[cell.strip() for cell in row.strip("| ").split(" | ")] for row in table]
    return {first.strip("`"): rest for first, *rest in cells}


def field_rules(cell: str) -> dict[str, tuple[bool, str]]:
    found = re.findall(r"`(\w+)`(\??) ([^;]+)", cell)
    return {name: (bool(mark), rule.strip()) for name, mark, rule in found}


TYPES = {name: field_rules(cells[-1]) for name, cells in rows("type | means | body").items()}
RECORDS = {name: field_rules(cells[-1]) for name, cells in rows("record | fields").items()}
WORDS = {n: re.findall("`([^`]+)`", cells[-1]) for n, cells in rows("vocabulary | words").items()}
ENVELOPE = {*rows("field | holds | must be")}
DATE = (
    r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])"
    r"(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?Z)?)?)?"
)
EXTENSION = re.compile(r"x\.[a-z0-9_-]{1,40}\.[a-z0-9_.-]{1,60}")
IDS = {"hash", "event", "event or document", "document", "attachment", "key"}
Named = list[tuple[str, str, str]]


def check_fields(rules: dict[str, tuple[bool, str]], value: object, named: Named) -> None:
    if not isinstance(value, dict):
        raise Refused("E-BODY")
    needed = {name for name, (optional, _) in rules.items() if not optional}
    need(needed <= value.keys() <= rules.keys(), "E-BODY")
    for name, item in value.items():
        check_field(name, rules[name][1], item, named)


def check_field(name: str, rule: str, value: Any, named: Named) -> None:
    """Check one value by the words of the table; ids go into `named` with field and kind."""
    kind, _, rest = rule.partition(" ")
    if rule in IDS or rule == "feed":
        need(hexadecimal(value, 32 if rule == "feed" else 64), "E-BODY")
        named.append((name, rule, value))
    elif kind == "list":
        amounts, _, inner = rest.removeprefix("of ").partition(": ")
        need(isinstance(value, list) and within(amounts, len(value)), "E-BODY")
        for item in value:
            check_field(name, inner, item, named)
    elif kind == "record:":
        check_fields(RECORDS[rest], value, named)
    else:
        check_plain(kind, rest, value)


def check_plain(kind: str, rest: str, value: Any) -> None:
    if kind == "true":
        need(type(value) is bool, "E-BODY")
    elif kind == "number":
        need(type(value) is int and within(rest or "0 to 9007199254740991", value), "E-VALUE")
    elif kind == "word:":
        need(isinstance(value, str) and value in WORDS[rest], "E-VALUE")
    elif kind == "date":
        need(isinstance(value, str) and re.fullmatch(DATE, value), "E-VALUE")
    else:
        amounts, _, verbatim = rest.partition(", ")
        need(kind == "text" and isinstance(value, str) and within(amounts, len(value)), "E-VALUE")
        need("\n" not in value and "\t" not in value, "E-VALUE")
        need(verbatim or unicodedata.is_normalized("NFC", value), "E-VALUE")


def within(amounts: str, number: int) -> bool:
    least, most = re.split("–| to ", amounts)
    return int(least) <= number <= int(most)


# Sections 2 and 6: feeds and their checkpoints


@dataclass
class History:
    """One feed, or one other history of it from the first event that differs."""

    feed: str
    folder: str
    head: str = ""
    first: int = 0
    events: list[Fields] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)
    clocks: list[int] = field(default_factory=list)
    seen: list[Fields] = field(default_factory=list)

    @property
    def folder_of_fork(self) -> bool:
        return self.folder.startswith("data/forks/")

    @property
    def size(self) -> int:
        return self.first + len(self.events)

    @property
    def author(self) -> str:
        return str(self.events[0]["author"])


Ids = dict[str, tuple[History, int]]


def read_history(history: History, files: Files, project: str, main: History | None) -> Ids:
    """Check the chain of a feed, or of a fork that goes on from `main`; where each id is."""
    ids: Ids = {}
    before: Fields = {"seq": -1, "step": -1, "clock": 0}
    prev = "0" * 64
    for line in lines_of(files.get(f"{history.folder}/events.jsonl", b"")):
        event = parse(line)
        if main and not history.events and event["seq"] > 0:
            need(event["seq"] <= main.size, "C-PREV")
            before, history.first = main.events[event["seq"] - 1], event["seq"]
            prev = sha(json_line(before))
        history.named.append(check_event(event))
        check_chain(event, before, prev, history, project)
        need(main is None or event["author"] == main.author, "C-AUTHOR")
        before, prev = event, sha(line)
        ids[prev] = (history, event["seq"])
        history.events.append(event)
    need(history.events, "E-LINES")
    need(history.head in ("", prev), "T-HEAD")
    history.head = prev
    check_checkpoint(history, files.get(f"{history.folder}/checkpoint.note"), project)
    return ids


def json_line(event: Fields) -> bytes:
    return json.dumps(event, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def check_event(event: Fields) -> Named:
    form = re.fullmatch("provdesk/([1-9][0-9]{0,3})", str(event.get("format")))
    need(not form or form[1] == "1", "V-NEWER")
    need(form, "E-FORMAT")
    need(event.keys() == ENVELOPE, "E-FIELDS")
    need(all(hexadecimal(event[name], 64) for name in ("author", "prev")), "E-FIELD")
    need(all(hexadecimal(event[name], 32) for name in ("feed", "project")), "E-FIELD")
    need(all(type(event[name]) is int for name in ("seq", "step", "clock")), "E-FIELD")
    need(isinstance(event["type"], str) and isinstance(event["body"], dict), "E-FIELD")
    time = str(event["time"])
    shape = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3])(:[0-5][0-9]){2}\.[0-9]{3}Z"
    need(event["time"] == time and re.fullmatch(shape, time), "E-TIME")
    try:
        datetime.fromisoformat(time)
    except ValueError:
        raise Refused("E-TIME") from None
    named: Named = []
    if event["type"].startswith("x."):
        need(EXTENSION.fullmatch(event["type"]), "E-FIELD")
    else:
        need(event["type"] in TYPES, "V-TYPE")
        check_fields(TYPES[event["type"]], event["body"], named)
    return named


def check_chain(event: Fields, before: Fields, prev: str, history: History, project: str) -> None:
    need(event["project"] == project, "C-PROJECT")
    need(event["feed"] == history.feed, "C-FEED")
    need(event["author"] == before.get("author", event["author"]), "C-AUTHOR")
    need((event["type"] == "feed.opened") == (before["seq"] == -1), "C-OPEN")
    need(event["seq"] == before["seq"] + 1, "C-SEQ")
    need(event["prev"] == prev, "C-PREV")
    need(event["step"] in (event["seq"], before["step"]), "C-STEP")
    follows = event["clock"] == before["clock"] + 1
    jumps = event["type"] == "heads.seen" and event["clock"] > before["clock"]
    need(follows or jumps, "C-CLOCK")
    need(before.get("type") != "key.retired", "K-RETIRED")
    history.clocks.append(before["clock"])


def check_checkpoint(history: History, note: bytes | None, project: str) -> None:
    need(note is not None, "C-MISSING")
    lines = open_note(note or b"", history.author).split("\n")
    check_title(lines[0], "checkpoint")
    need(len(lines) == 5 and lines[1] == f"{project}/{history.feed}", "T-ORIGIN")
    need(lines[2] == str(history.size), "T-SIZE")
    need(lines[3] == history.head, "T-HEAD")


# Sections 4 and 8: what feeds say of each other


@dataclass
class Log:
    """Every history of a project, every id, and the heads that somebody has seen."""

    histories: list[History]
    ids: Ids

    def main(self, feed: str) -> History | None:
        return next((h for h in self.histories if h.feed == feed), None)

    def check_head(self, feed: str, size: int, head: str) -> int:
        """The clock of a named head; a head that is not here is a conflict."""
        history, seq = self.ids.get(head, (None, -1))
        need(history is not None and history.feed == feed and seq == size - 1, "F-FORK")
        assert history is not None
        return int(history.events[seq - history.first]["clock"])

    def seen_before(self, history: History, seq: int) -> Iterator[Fields]:
        """The heads that a history had named before that seq; a fork has those of its feed too."""
        main = self.main(history.feed)
        for part, end in ((main, min(seq, history.first)), (history, seq)):
            for event in part.events if part else ():
                if event["type"] == "heads.seen" and event["seq"] < end:
                    yield from event["body"]["heads"]

    def may_name(self, history: History, seq: int, at: tuple[History, int]) -> bool:
        other, place = at
        if other is history:
            return place < seq
        if other.feed == history.feed:
            return place < history.first
        heads = self.seen_before(history, seq)
        return any(head["feed"] == other.feed and head["size"] > place for head in heads)


def check_log(log: Log) -> None:
    created = [e for h in log.histories for e in h.events if e["type"] == "project.created"]
    need(len(created) <= 1, "C-OPEN")
    need(all(event["body"]["format"] == "provdesk/1" for event in created), "V-NEWER")
    for history in log.histories:
        for event, named, clock in zip(history.events, history.named, history.clocks, strict=True):
            if event["type"] == "heads.seen":
                check_sight(log, history, event, clock)
            else:
                check_named(log, history, event, named)
    check_forks(log)


def check_sight(log: Log, history: History, event: Fields, clock: int) -> None:
    heads = [(head["feed"], head["size"], head["head"]) for head in event["body"]["heads"]]
    clocks = [log.check_head(*head) for head in heads]
    need(event["clock"] == 1 + max(clock, *clocks), "C-CLOCK")
    for feed, size, _ in heads:
        main = log.main(feed)
        ended = main and main.author == history.author and main.events[-1]["type"] == "key.retired"
        if main and ended and size >= main.size:
            need(event["seq"] == history.size - 1, "K-RETIRED")


LEADS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("claim", "claims"), frozenset({"claim.added"})),
    "claim_version": frozenset({"claim.added", "claim.reworded"}),
    "link": frozenset({"link.made"}),
    **dict.fromkeys(("judgement", "judgements"), frozenset({"link.made", "link.revised"})),
    **dict.fromkeys(("origin", "actor"), frozenset({"origin.added"})),
    "claims.related": frozenset({"claim.added"}),
    "origins.related": frozenset({"origin.added"}),
}
OWN = {"link.revised": "link", "link.retracted": "link", "event.undone": "events"}
FIXED = {
    "project.created", "feed.opened", "heads.seen", "bundle.exported", "bundle.merged",
    "fork.resolved", "key.retired",
}  # fmt: skip


def check_named(log: Log, history: History, event: Fields, named: Named) -> None:
    """Every id leads somewhere that was seen, to the right kind, of an author who may be named."""
    for name, kind, value in named:
        if kind == "event" or (kind == "event or document" and value in log.ids):
            check_id(log, history, event, name, value)
        elif "document" in kind and event["type"] != "document.added":
            check_document(log, history, event, value)


def check_id(log: Log, history: History, event: Fields, name: str, value: str) -> None:
    need(value in log.ids, "Q-DANGLING")
    holder, seq = log.ids[value]
    need(log.may_name(history, event["seq"], (holder, seq)), "C-CLOCK")
    target = holder.events[seq - holder.first]
    leads = LEADS.get(event["type"] if name in ("from", "to") else name)
    need(leads is None or target["type"] in leads, "Q-DANGLING")
    if OWN.get(event["type"]) == name:
        need(target["author"] == event["author"], "A-FOREIGN")
        need(event["type"] != "event.undone" or target["type"] not in FIXED, "A-UNDO")


def check_document(log: Log, history: History, event: Fields, document: str) -> None:
    added = [at for at in log.ids.values() if adds(at) == document]
    need(added, "Q-DANGLING")
    need(any(log.may_name(history, event["seq"], at) for at in added), "C-CLOCK")


def adds(at: tuple[History, int]) -> str:
    event = at[0].events[at[1] - at[0].first]
    return str(event["body"]["text"]) if event["type"] == "document.added" else ""


def check_forks(log: Log) -> None:
    """Every fork was resolved by others who knew of each history, and chose the same one."""
    for feed in {history.feed for history in log.histories if history.folder_of_fork}:
        histories = [history for history in log.histories if history.feed == feed]
        choices = list(resolutions(log, feed, histories))
        need(len({kept for kept, _ in choices}) == 1, "F-FORK")
        known = {choices[0][0]}.union(*(seen for _, seen in choices))
        need(known == {history.folder for history in histories}, "F-FORK")


def resolutions(log: Log, feed: str, histories: list[History]) -> Iterator[tuple[str, set[str]]]:
    """Which history each resolution keeps, and which ones its author had seen by then."""
    shared = min(history.first for history in histories[1:])

    def alone(event_id: str) -> str:
        history, seq = log.ids[event_id]
        return history.folder if history in histories and seq >= shared else ""

    for history in log.histories:
        for event in history.events:
            body = event["body"]
            if event["type"] != "fork.resolved" or body["feed"] != feed:
                continue
            if history.author != histories[0].author and alone(body["keep"]):
                heads = log.seen_before(history, event["seq"])
                seen = {alone(head["head"]) for head in heads if head["feed"] == feed}
                yield alone(body["keep"]), seen - {""}
