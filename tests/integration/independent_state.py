"""The state id as a stranger computes it from lines, by section 12 of the format's text alone."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

Fields = dict[str, Any]
RECORDS = {
    "relations": ("documents.related", "claims.related", "origins.related"),
    "answers": ("contradiction.answered",),
    "settlements": ("disagreement.settled",),
    "overrides": ("standing.overridden",),
}
STRICT = ("share", "conditions", "private")


class Log:
    """Events in order, and which of them are effective."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        events = [{**json.loads(line), "id": hashlib.sha256(line).hexdigest()} for line in lines]
        order = ("clock", "author", "feed", "seq", "id")
        self.events: list[Fields] = sorted(events, key=lambda e: tuple(e[key] for key in order))
        authors = {event["id"]: event["author"] for event in self.events}
        self.undone: set[str] = set()
        for event in reversed(self.events):  # whoever undoes an undo comes after it
            if event["type"] == "event.undone" and event["id"] not in self.undone:
                named = event["body"]["events"]
                self.undone |= {name for name in named if authors.get(name) == event["author"]}

    def of(self, *types: str, undone: bool = False, **body: str) -> list[Fields]:
        """Effective events of these types whose bodies have these values; or all of them."""
        return [
            event
            for event in self.events
            if event["type"] in types and (undone or event["id"] not in self.undone)
            and all(event["body"].get(key) == value for key, value in body.items())
        ]  # fmt: skip


def state_id(lines: Iterable[bytes]) -> str:
    log = Log(lines)
    links = sorted(filter(None, (link(log, made) for made in log.of("link.made"))), key=by_id)
    joined = joins(log)
    claims = sorted((claim(log, e) for e in log.of("claim.added", undone=True)), key=by_id)
    built_on = {one["claim"] for one in links} | joined.keys()
    named = {one["judgement"].get("origin") for one in links} | {c.get("actor") for c in claims}
    origins = [origin(log, event) for event in log.of("origin.added", undone=True)]
    quoted = {one["document"] for one in links}
    texts = {event["body"]["text"] for event in log.of("document.added", undone=True)}
    documents = [document(log, text, text in quoted) for text in sorted(texts)]
    rules = log.of("rules.chosen")
    review: Fields = {
        "format": "provdesk-state/1",
        "documents": [one for one in documents if one],
        "passages": passages(log),
        "claims": [c for c in claims if stays(c, built_on) or c["version"] != c["id"]],
        "joined": joined,
        "links": links,
        "origins": sorted((one for one in origins if stays(one, named)), key=by_id),
        "rules": rules[-1]["body"] if rules else {},
    }
    keys = ("id", "author", "type", "body")
    for name, types in RECORDS.items():
        review[name] = [{key: event[key] for key in keys} for event in log.of(*types)]
    line = json.dumps(review, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(line.encode()).hexdigest()


def by_id(thing: Fields) -> str:
    return str(thing["id"])


def stays(thing: Fields, built_on: set[Any]) -> bool:
    return not thing["withdrawn"] or thing["id"] in built_on


def document(log: Log, text: str, quoted: bool) -> Fields | None:
    adding = log.of("document.added", text=text)
    if not adding and not quoted:
        return None
    chosen = min(adding or log.of("document.added", undone=True, text=text), key=by_id)
    marks = {e["author"]: e["body"]["handling"] for e in log.of("document.marked", document=text)}
    cards = [e["body"] for e in log.of("document.described", document=text)]
    found = {
        "id": text,
        "added": chosen["id"],
        "original": chosen["body"]["original"],
        "table": chosen["body"]["table"],
        "handling": max(marks.values(), key=STRICT.index, default="share"),
        "withdrawn": not adding or bool(log.of("document.withdrawn", document=text)),
    }
    card = {key: value for key, value in cards[-1].items() if key != "document"} if cards else None
    return found | ({"card": card} if card else {})


def passages(log: Log) -> Fields:
    types = (
        "passage.zoned", "passage.same_as", "passage.skipped", "sentence.split", "sentences.joined",
    )  # fmt: skip
    found: dict[str, list[Fields]] = {}
    for event in log.of(*types):
        said = {key: event[key] for key in ("author", "type", "body")}
        found.setdefault(event["body"]["document"], []).append(said)
    return found


def claim(log: Log, added: Fields) -> Fields:
    worded = [added, *log.of("claim.reworded", claim=added["id"])][-1]
    said = log.of("claim.retired", "claim.restored", claim=added["id"])
    body = worded["body"]
    found = {
        "id": added["id"],
        "version": worded["id"],
        "wording": body["wording"],
        "kind": body["kind"],
        "dates": body.get("dates", []),
        "retired": bool(said) and said[-1]["type"] == "claim.retired",
        "withdrawn": added["id"] in log.undone,
    }
    return found | ({"actor": body["actor"]} if "actor" in body else {})


def joins(log: Log) -> dict[str, str]:
    last: dict[tuple[str, str], bool] = {}
    for event in log.of("claims.joined", "claims.separated"):
        first, second = sorted(event["body"]["claims"])
        last[first, second] = event["type"] == "claims.joined"
    sets: list[set[str]] = []
    for two in (set(two) for two, together in last.items() if together):
        touching = [one for one in sets if one & two]
        sets = [one for one in sets if not one & two] + [two.union(*touching)]
    return {name: min(one) for one in sets for name in one}


def link(log: Log, made: Fields) -> Fields | None:
    own = [
        event
        for event in log.of("link.revised", "link.retracted", link=made["id"])
        if event["author"] == made["author"]
    ]
    judged = [made, *(event for event in own if event["type"] == "link.revised")][-1]
    keys = ("claim", "document", "start", "end", "zone", "quote")
    found = {key: made["body"][key] for key in keys} | {
        "id": made["id"],
        "author": made["author"],
        "judged": judged["id"],
        "retracted": any(event["type"] == "link.retracted" for event in own),
    }
    later = ("claim_version", "judgement", "rationale")
    return found | {key: judged["body"][key] for key in later if key in judged["body"]}


def origin(log: Log, added: Fields) -> Fields:
    body = {key: added["body"][key] for key in ("name", "kind")}
    return body | {"id": added["id"], "withdrawn": added["id"] in log.undone}
