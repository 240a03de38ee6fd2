"""Findings: what verification reports, the exit each one stands for, and which of them leads."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from provenance_desk.audit.errors import Refused


class Exit(IntEnum):
    """What a verification came to, as the exit of the command line."""

    VERIFIED = 0
    FAILED = 1
    USAGE = 2
    NOT_TRUSTED = 3
    CONFLICT = 4
    CANNOT_JUDGE = 5
    REFUSED = 6


PRECEDENCE: Final = (
    Exit.REFUSED,
    Exit.CANNOT_JUDGE,
    Exit.FAILED,
    Exit.CONFLICT,
    Exit.NOT_TRUSTED,
    Exit.VERIFIED,
)
"""Of several exits the first of these counts."""

WORDS: Final = {
    Exit.REFUSED: "REFUSED",
    Exit.CANNOT_JUDGE: "CANNOT JUDGE",
    Exit.FAILED: "FAILED",
    Exit.CONFLICT: "CONFLICT",
    Exit.NOT_TRUSTED: "INTACT BUT NOT TRUSTED",
}

_BY_FAMILY = {"Z": Exit.REFUSED, "V": Exit.CANNOT_JUDGE, "F": Exit.CONFLICT}
_BY_CODE = {"K-UNKNOWN": Exit.NOT_TRUSTED, "K-SIGNER": Exit.NOT_TRUSTED}
_KEPT = 20
"""Findings of one code that are kept; more are counted."""


def exit_of(code: str) -> Exit:
    """The exit that a finding of this code stands for."""
    return _BY_CODE.get(code) or _BY_FAMILY.get(code[0], Exit.FAILED)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be: its code, where it is, and what it is."""

    code: str
    sentence: str
    where: str = ""

    @property
    def exit(self) -> Exit:
        """The exit that this finding alone would lead to."""
        return exit_of(self.code)

    def __str__(self) -> str:
        return f"{self.code}: {self.where + ': ' if self.where else ''}{self.sentence}"


@dataclass(slots=True)
class Findings:
    """Findings in the order in which they were made, at most twenty of each code."""

    kept: list[Finding] = field(default_factory=list)
    _counts: Counter[str] = field(default_factory=Counter)

    def add(self, code: str, sentence: str, where: str = "") -> None:
        """Report something; `where` names the file and the line or the feed and the entry."""
        self._counts[code] += 1
        if self._counts[code] <= _KEPT:
            self.kept.append(Finding(code, sentence, where))

    def add_refused(self, problem: Refused, where: str = "") -> None:
        """Report what a reader refused."""
        self.add(problem.code, problem.sentence, where)

    def extend(self, others: "Findings") -> None:
        """Take over what was found elsewhere."""
        for finding in others:
            self.add(finding.code, finding.sentence, finding.where)
        self._counts.update(others.left_out)

    @property
    def left_out(self) -> dict[str, int]:
        """How many findings of a code were counted, but not kept."""
        return {code: n - _KEPT for code, n in self._counts.items() if n > _KEPT}

    @property
    def exit(self) -> Exit:
        """The exit that all findings together lead to."""
        exits = {exit_of(code) for code in self._counts}
        return next((known for known in PRECEDENCE if known in exits), Exit.VERIFIED)

    @property
    def first(self) -> Finding | None:
        """The first finding of those that decide the exit."""
        return next((known for known in self.kept if known.exit == self.exit), None)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.kept)

    def __len__(self) -> int:
        return len(self.kept)
