"""A large good bundle: two reviewers, 200 documents, 100 claims, and links for all the rest."""

import random
from pathlib import Path

from tests.integration.bundle_maker import ANNA, BEN, DERIVED, Document, Feed, Files, Good, zipped

DOCUMENTS, CLAIMS, ORIGINS = 200, 100, 20


class LongDocument(Document):
    """A document of 4,000 invented words."""

    @property
    def table(self) -> bytes:
        rows = f'[[0,{len(self.text)},"body"]]'.encode()
        return b'{"marks":[],"same_as":[],"segmenter":"test/1","sentences":' + rows + b"}"


class Writers:
    """Two feeds that link random passages of random documents to random claims."""

    def __init__(self, seed: int) -> None:
        self._pick = random.Random(seed)
        self.documents = [self._document(number) for number in range(DOCUMENTS)]
        self.anna, self.ben = Feed(ANNA, "a" * 32), Feed(BEN, "b" * 32)
        self.anna.add("feed.opened", {"app": "test"})
        self.anna.add("project.created", {"title": "Large", "format": "provdesk/1"})
        for document in self.documents:
            self.anna.add("document.added", document.added())
        self._claims = [self._claim(number) for number in range(CLAIMS)]
        self._origins = [self._origin(number) for number in range(ORIGINS)]
        self.ben.add("feed.opened", {"app": "test"})
        self.ben.see(self.anna)

    def _document(self, number: int) -> LongDocument:
        letters = "abcdefghijklmnopqrstuvwxyzé"
        pick = self._pick
        words = ["".join(pick.choices(letters, k=pick.randint(2, 9))) for _ in range(400)]
        return LongDocument(f"{number} " + " ".join(pick.choices(words, k=4000)))

    def _claim(self, number: int) -> str:
        return self.anna.add("claim.added", {"wording": f"Claim {number}.", "kind": "fact"})

    def _origin(self, number: int) -> str:
        return self.anna.add("origin.added", {"name": f"Origin {number}", "kind": "body"})

    def link(self, feed: Feed) -> None:
        """Append one link with its quote and rationale."""
        pick = self._pick
        document, claim = pick.choice(self.documents), pick.choice(self._claims)
        start = pick.randrange(len(document.text) - 200)
        end = start + pick.randint(20, 150)
        judgement = {
            "stance": "supports",
            "status": "alleged",
            "confidence": "high",
            "wording": "flat",
            "access": "relayed",
            "origin": pick.choice(self._origins),
            "speakers": [{"name": "somebody", "naming": "role", "mode": "quoted"}],
        }
        body = {
            "claim": claim,
            "claim_version": claim,
            "document": document.id,
            "start": start,
            "end": end,
            "quote": feed.quote(start, end, document.text),
            "zone": "body",
            "judgement": judgement,
            "rationale": feed.attach(text=f"Because of what stands there, number {feed.size}."),
            "blind": False,
        }
        feed.add("link.made", body)


def write_large_bundle(path: Path, events: int) -> None:
    """Write a bundle of that many events, half of them by each reviewer."""
    writers = Writers(seed=1)
    good = Good()
    good.anna, good.ben = writers.anna, writers.ben
    for number in range(events - good.anna.size - good.ben.size):
        writers.link(good.ben if number % 2 else good.anna)
    payload: Files = {f"data/{name}": b"test\n" for name in DERIVED}
    for feed in good.feeds:
        payload |= feed.files()
    for document in writers.documents:
        payload |= document.files()
    path.write_bytes(zipped(good.signed(payload)))
