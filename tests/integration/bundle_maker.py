"""Builds good bundles line by line, without the exporter: what every bad bundle is made from.

Only the canonical encoder and the signatures are the program's own; feeds, bag and zip are written
here a second time, so that a mistake in the exporter can't hide behind the same one in the tests.
"""

import hashlib
import io
import zipfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from provenance_desk.audit.canonical import encode
from provenance_desk.audit.checkpoints import BundleNote, Checkpoint, FeedHead
from provenance_desk.audit.keys import SigningKey, key_name
from provenance_desk.audit.notes import sign_note
from provenance_desk.audit.sshsig import allowed_signers_line, sign_ssh

Files = dict[str, bytes]

NAME = "bridge"
PROJECT = "0123456789abcdef0123456789abcdef"
TEXT = (
    "Bridge closed after strike\n\n"
    "The cafe\u0301 by the river was full \U0001f600 when the alarm sounded. "
    "Officials said the bridge was hit at dawn. "
    "A spokesman said nobody was hurt.\n"
)
PASSAGE = "Officials said the bridge was hit at dawn."
TIME = "2026-11-21T21:13:52.123Z"


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def key_of(name: str) -> SigningKey:
    return SigningKey.from_seed(hashlib.sha256(name.encode()).digest())


ANNA, BEN, MALLORY = key_of("anna"), key_of("ben"), key_of("mallory")


@dataclass
class Feed:
    """A feed as its author writes it; every field of a line can be overridden."""

    key: SigningKey
    id: str
    project: str = PROJECT
    author: str = ""
    lines: list[bytes] = field(default_factory=list)
    attachments: list[bytes] = field(default_factory=list)
    clock: int = 0
    head: str = "0" * 64
    sealed: bytes | None = None

    def __post_init__(self) -> None:
        self.author = self.author or self.key.public

    @property
    def size(self) -> int:
        return len(self.lines)

    def fields(self, name: str, body: dict[str, Any], /, **changed: Any) -> dict[str, Any]:
        """The fields of the feed's next event."""
        fields = {
            "author": self.author,
            "body": body,
            "clock": self.clock + 1,
            "feed": self.id,
            "format": "provdesk/1",
            "prev": self.head,
            "project": self.project,
            "seq": self.size,
            "step": self.size,
            "time": TIME,
            "type": name,
        }
        return fields | changed

    def add(self, name: str, body: dict[str, Any], **changed: Any) -> str:
        """Append an event; its id."""
        fields = self.fields(name, body, **changed)
        self.clock = fields["clock"]
        return self.add_line(encode(fields))

    def add_line(self, line: bytes) -> str:
        """Append a line as it is; the next event will name its hash."""
        self.lines.append(line)
        self.head = sha(line)
        return self.head

    def attach(self, **fields: str) -> str:
        """Keep an attachment; its hash. The salt is made from the fields, to be repeatable."""
        line = encode({"salt": sha(repr((self.id, fields)).encode())[:32], **fields})
        self.attachments.append(line)
        return sha(line)

    def quote(self, start: int, end: int, text: str = TEXT) -> str:
        """Keep the quote of a passage; its hash."""
        prefix, suffix = text[max(0, start - 40) : start], text[end : end + 40]
        return self.attach(exact=text[start:end], prefix=prefix, suffix=suffix)

    def see(self, *others: "Feed", **changed: Any) -> str:
        """Append a `heads.seen` that names the heads of others as they are now."""
        heads = [{"feed": o.id, "size": o.size, "head": o.head} for o in others]
        clock = max(self.clock, *(other.clock for other in others)) + 1
        return self.add("heads.seen", {"heads": heads}, **{"clock": clock, **changed})

    def checkpoint(self, **changed: Any) -> Checkpoint:
        """The head as it is now."""
        return replace(Checkpoint(self.project, self.id, self.size, self.head), **changed)

    def seal(self, **changed: Any) -> bytes:
        """Sign the head as it is now."""
        self.sealed = sign_note(self.checkpoint(**changed).text, self.key)
        return self.sealed

    def files(self, folder: str = "") -> Files:
        """The files of the feed; sealed to its end, if it was not sealed otherwise."""
        folder = folder or f"data/feeds/{self.id}"
        sealed = self.sealed if self.sealed is not None else self.seal()
        return {
            f"{folder}/events.jsonl": b"".join(line + b"\n" for line in self.lines),
            f"{folder}/attachments.jsonl": b"".join(line + b"\n" for line in self.attachments),
            f"{folder}/checkpoint.note": sealed,
        }


@dataclass
class Document:
    """A document and its three files."""

    text: str = TEXT

    @property
    def id(self) -> str:
        return sha(self.text.encode())

    @property
    def original(self) -> bytes:
        return b"\xef\xbb\xbf" + self.text.encode()

    @property
    def table(self) -> bytes:
        rows = f'[[0,26,"headline"],[28,{len(self.text) - 1},"body"]]'
        return b'{"marks":[],"same_as":[],"segmenter":"test/1","sentences":' + rows.encode() + b"}"

    def added(self, **changed: Any) -> dict[str, Any]:
        fields = {
            "text": self.id,
            "original": sha(self.original),
            "name": "bridge.txt",
            "media_type": "text/plain",
            "bytes": len(self.original),
            "length": len(self.text),
            "reader": "text/1",
            "encoding": "utf-8",
            "replaced": 0,
            "table": sha(self.table),
            "segmenter": "test/1",
        }
        return fields | changed

    def files(self) -> Files:
        return {
            f"data/originals/{sha(self.original)}.txt": self.original,
            f"data/texts/{self.id}.txt": self.text.encode(),
            f"data/tables/{sha(self.table)}.json": self.table,
        }


@dataclass
class Good:
    """A good project of two reviewers on one document, before it is sealed and bagged."""

    project: str = PROJECT
    document: Document = field(default_factory=Document)
    exporter: SigningKey = ANNA
    scope: str = "whole"
    renderer: str = "another-program/1"
    with_ben: bool = True

    def __post_init__(self) -> None:
        self.anna = Feed(ANNA, "a" * 32, self.project)
        self.ben = Feed(BEN, "b" * 32, self.project)
        self.write_anna()
        if self.with_ben:
            self.write_ben()

    @property
    def feeds(self) -> list[Feed]:
        return [self.anna, self.ben] if self.with_ben else [self.anna]

    def write_anna(self) -> None:
        feed = self.anna
        feed.add("feed.opened", {"app": "test"})
        feed.add("project.created", {"title": "The bridge", "format": "provdesk/1"})
        feed.add("profile.set", {"name": feed.attach(text="Anna")})
        feed.add("document.added", self.document.added())
        self.claim = feed.add("claim.added", {"wording": "The bridge was hit.", "kind": "act"})
        self.origin = feed.add("origin.added", {"name": "The army", "kind": "body"})
        self.link = feed.add("link.made", self.link_body(feed))

    def write_ben(self) -> None:
        feed = self.ben
        feed.add("feed.opened", {"app": "test"})
        feed.add("profile.set", {"name": feed.attach(text="Ben")})
        feed.see(self.anna)
        self.bens_link = feed.add("link.made", self.link_body(feed, zone="quote"))

    def link_body(self, feed: Feed, **changed: Any) -> dict[str, Any]:
        """The body of a link of the passage to the claim, its quote kept in the feed."""
        start = self.document.text.index(PASSAGE)
        end = start + len(PASSAGE)
        judgement = {
            "stance": "supports",
            "status": "alleged",
            "confidence": "low",
            "speakers": [{"name": "officials", "naming": "role", "mode": "paraphrased"}],
            "origin": self.origin,
        }
        body = {
            "claim": self.claim,
            "claim_version": self.claim,
            "document": self.document.id,
            "start": start,
            "end": end,
            "quote": feed.quote(start, end, self.document.text),
            "zone": "body",
            "judgement": judgement,
            "rationale": feed.attach(text=f"A role only; entry {feed.size}."),
            "blind": False,
        }
        return body | changed

    def payload(self) -> Files:
        """Every file below `data/`."""
        files = {f"data/{name}": f"{name}\n".encode() for name in DERIVED}
        for feed in self.feeds:
            files |= feed.files()
        return files | self.document.files()

    def note(self, manifest: bytes, **changed: Any) -> BundleNote:
        """The exporter's note over that manifest."""
        heads = sorted((feed.id, feed.size, feed.head) for feed in self.feeds)
        note = BundleNote(
            project=self.project,
            scope=self.scope,
            exporter=self.exporter.public,
            manifest=sha(manifest),
            feeds=tuple(FeedHead(*head) for head in heads),
        )
        return replace(note, **changed)

    def signed(self, payload: Files, **changed: Any) -> Files:
        """The bag of that payload, every manifest right, signed by the exporter."""
        manifest = manifest_of(payload)
        note = self.note(manifest, **changed)
        signer = allowed_signers_line(self.exporter.public, key_name(self.exporter.public))
        tags = {
            "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
            "bag-info.txt": self.bag_info(payload),
            "manifest-sha256.txt": manifest,
            "export.note": sign_note(note.text, self.exporter),
            "export.sshsig": sign_ssh(manifest, self.exporter),
            "allowed_signers": signer.encode(),
        }
        return with_tag_manifest(payload | tags)

    def bag_info(self, payload: Files) -> bytes:
        octets = sum(map(len, payload.values()))
        lines = (
            "Bag-Software-Agent: test",
            f"Payload-Oxum: {octets}.{len(payload)}",
            f"Provenance-Desk-Renderer: {self.renderer}",
        )
        return "".join(f"{line}\n" for line in lines).encode()

    def files(self) -> Files:
        """The whole good bag."""
        return self.signed(self.payload())


DERIVED = (
    "README.txt", "METHOD.txt", "report.html", "links.csv", "annotations.jsonld", "prov.json",
)  # fmt: skip


def manifest_of(files: Files) -> bytes:
    return "".join(f"{sha(files[path])}  {path}\n" for path in sorted(files)).encode()


def with_tag_manifest(files: Files) -> Files:
    """The files with the list of their tag files made anew."""
    tags = {p: d for p, d in files.items() if not p.startswith(("data/", "tagmanifest"))}
    return files | {"tagmanifest-sha256.txt": manifest_of(tags)}


def rebagged(files: Files) -> Files:
    """The files with every manifest and count made anew, the signatures left as they are."""
    payload = {path: data for path, data in files.items() if path.startswith("data/")}
    info = Good().bag_info(payload)
    return with_tag_manifest(
        files | {"manifest-sha256.txt": manifest_of(payload), "bag-info.txt": info}
    )


def zipped(files: Files, top: str = NAME) -> bytes:
    """A plain zip of the files in one top folder."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(zipfile.ZipInfo(f"{top}/{path}"), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def unpacked(files: Files, folder: Path) -> Path:
    """The files in a folder."""
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return folder
