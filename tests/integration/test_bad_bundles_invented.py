"""Bundles full of invented events, each allowed by its schema: an outcome, never a crash."""

import random
from pathlib import Path
from typing import Any, assert_never

import pytest

from provenance_desk.audit.shapes import Listed, Record, Shape, Truth, Word, record_shape
from provenance_desk.audit.trust import TrustBook
from provenance_desk.audit.verify_refs import ATTACHED, ROWS, Want
from provenance_desk.domain.event_types import CANNOT_BE_UNDONE, EVENT_TYPES
from provenance_desk.domain.fields import Hexadecimal, Pattern, Text, Whole
from provenance_desk.exchange.renderer import RENDERER
from provenance_desk.exchange.verify import verify_bundle
from tests.integration.bundle_maker import ANNA, BEN, TEXT, Feed, Good, sha, zipped

TYPES = sorted(set(EVENT_TYPES) - CANNOT_BE_UNDONE)
TEXTS = ["", "x", "<script>alert(1)</script>", "=1+1", "a\u202eb", "Ω" * 40, "**bold** [a](b)", "'"]
DATES = ["2023", "2023-12", "0000-01-31", "2023-04-27T10:00Z", "9999-12-31T23:59:59Z"]


class Inventor:
    """Invents events for a feed that name what there is, in any way that is allowed."""

    def __init__(self, good: Good, feed: Feed, seed: int) -> None:
        self._pick = random.Random(seed)
        self._good, self._feed = good, feed
        self._ids: dict[str, list[str]] = {
            "claim.added": [good.claim],
            "origin.added": [good.origin],
            "link.made": [good.link] if feed is good.anna else [good.bens_link],
        }

        self._own = list(self._ids["link.made"])

    def write(self, number: int) -> None:
        """Append that many events."""
        for _ in range(number):
            name = self._pick.choice(TYPES)
            body = self._record(record_shape(EVENT_TYPES[name]), name)
            if name == "document.added":
                body = self._good.document.added()
            if name == "link.made":
                body |= self._passage()
            self._own.append(self._feed.add(name, body))
            self._ids.setdefault(name, []).append(self._own[-1])

    def _passage(self) -> dict[str, Any]:
        start = self._pick.randrange(len(TEXT) - 1)
        end = self._pick.randrange(start + 1, len(TEXT))
        quote = self._feed.quote(start, end)
        if self._pick.random() < 0.2:
            self._feed.attachments.pop()
        return {"start": start, "end": end, "quote": quote}

    def _record(self, shape: Record, name: str = "") -> dict[str, Any]:
        wants = dict(ROWS.get(name, ()))
        body = {}
        for field in shape.fields:
            if field.optional and self._pick.random() < 0.5:
                continue
            if field.key in ATTACHED.get(name, ()) and field.key != "quote":
                text = self._pick.choice(TEXTS) + str(self._pick.random())
                body[field.key] = self._feed.attach(text=text)
            else:
                body[field.key] = self._value(field.shape, wants.get(field.key))
        return body

    def _value(self, shape: Shape, want: Want | None) -> Any:
        pick = self._pick
        match shape:
            case Truth():
                return pick.random() < 0.5
            case Word(words):
                return pick.choice(list(words)).value
            case Hexadecimal():
                return self._name(shape, want)
            case Whole(least, most):
                return pick.choice([least, min(most, 7), min(most, 10**9)])
            case Text():
                return (pick.choice(TEXTS) + "x" * shape.shortest)[: shape.longest]
            case Pattern():
                return pick.choice(DATES)
            case Listed(items, each):
                number = pick.randint(items.least, min(items.most, items.least + 2))
                return [self._value(each, want) for _ in range(number)]
            case Record():
                return self._record(shape)
            case _:
                assert_never(shape)

    def _name(self, shape: Hexadecimal, want: Want | None) -> str:
        if shape.names == "text":
            return self._good.document.id
        if want is Want.OWN_EVENT:
            return self._pick.choice(self._own)
        if want in (Want.EVENT, Want.THING):
            return self._pick.choice([known for ids in self._ids.values() for known in ids])
        if want in (Want.VERSION, Want.JUDGEMENT, Want.OWN_LINK, Want.LINK):
            return self._pick.choice(self._choice(want))
        if shape.names == "event":
            return self._pick.choice(
                self._ids["claim.added" if want is Want.CLAIM else "origin.added"]
            )
        return sha(self._pick.randbytes(4))[: shape.digits]

    def _choice(self, want: Want) -> list[str]:
        if want is Want.VERSION:
            return self._ids["claim.added"] + self._ids.get("claim.reworded", [])
        revised = self._ids.get("link.revised", []) if want is Want.JUDGEMENT else []
        return self._ids["link.made"] + revised


def invented(seed: int) -> bytes:
    """A bundle of invented events by two reviewers, of whom the second has seen the first."""
    good = Good(renderer=RENDERER)
    Inventor(good, good.anna, seed).write(40)
    good.ben.see(good.anna)
    Inventor(good, good.ben, seed + 1).write(20)
    return zipped(good.files())


@pytest.mark.parametrize("seed", range(0, 16, 2))
def test_invented_events_are_judged_without_an_error(seed: int, tmp_path: Path, home: Path) -> None:
    trust = TrustBook(home)
    trust.mark_seen([ANNA.public, BEN.public])
    path = tmp_path / "bridge.audit.zip"
    path.write_bytes(invented(seed))
    result = verify_bundle(path, trust=trust)
    assert {finding.code for finding in result.findings} == {"R-DIFFERS"}
