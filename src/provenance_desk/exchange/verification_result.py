"""What the verification of a bundle came to: one exit, one first line, and all that was found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from provenance_desk.audit.findings import WORDS, Exit, Finding, Findings
from provenance_desk.audit.keys import fingerprint, short_words
from provenance_desk.audit.text_rules import shown
from provenance_desk.audit.verify_lines import plural


@dataclass(frozen=True, slots=True)
class Person:
    """A key that wrote or signed: its own name for itself, ours for it, and what we know of it."""

    public: str
    pseudonym: str
    petname: str
    trust: str

    @property
    def fingerprint(self) -> str:
        """The fingerprint as OpenSSH prints it."""
        return fingerprint(self.public)

    def __str__(self) -> str:
        name = self.petname or shown(self.pseudonym) or short_words(self.public)
        return f"{name} ({self.fingerprint})"

    def to_json(self) -> dict[str, str]:
        """The fields that there are."""
        known = {
            "fingerprint": self.fingerprint,
            "key": self.public,
            "name": self.pseudonym,
            "petname": self.petname,
            "trust": self.trust,
            "words": short_words(self.public),
        }
        return {key: value for key, value in known.items() if value}


@dataclass(frozen=True, slots=True)
class Verification:
    """The result; nothing in it is trusted further than its exit says."""

    findings: Findings
    notes: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    project: str = ""
    scope: str = ""
    exporter: Person | None = None
    authors: tuple[Person, ...] = ()

    @property
    def exit(self) -> Exit:
        """The exit of the command line."""
        return self.findings.exit

    @property
    def first_line(self) -> str:
        """The outcome in one line, naming the first bad entry."""
        first: Finding | None = self.findings.first
        if first is None:
            return f"VERIFIED: {self._summary()}."
        if self.exit is Exit.NOT_TRUSTED:
            return f"{WORDS[self.exit]}: {self._summary()}. {first}"
        return f"{WORDS[self.exit]} {first}"

    def _summary(self) -> str:
        feeds = plural(self.counts.get("feeds", 0), "feed")
        events = plural(self.counts.get("events", 0), "event")
        return f"{feeds}, {events}, signed by {self.exporter}"

    def to_json(self) -> dict[str, Any]:
        """The result for programs."""
        return {
            "exit": int(self.exit),
            "first_line": self.first_line,
            "findings": [
                {
                    "code": known.code,
                    "exit": int(known.exit),
                    "where": known.where,
                    "sentence": known.sentence,
                }
                for known in self.findings
            ],
            "more_findings": self.findings.left_out,
            "notes": list(self.notes),
            "counts": dict(self.counts),
            "project": self.project,
            "scope": self.scope,
            "exporter": self.exporter.to_json() if self.exporter else None,
            "authors": [author.to_json() for author in self.authors],
        }
