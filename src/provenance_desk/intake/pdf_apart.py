"""A PDF is read by a child process that may use so much memory and time and no more."""

import contextlib
import json
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from typing import IO, Any

from provenance_desk.intake import errors
from provenance_desk.intake.errors import DamagedFile, IntakeError
from provenance_desk.intake.extracted import NO_ENCODING, Extracted, Step
from provenance_desk.intake.marks import Mark, MarkKind
from provenance_desk.intake.media_types import MediaType
from provenance_desk.intake.proposals import Proposals

MOST_SILENT_SECONDS = 120
"""How long the child may work on one page."""

_CHILD = "provenance_desk.intake.pdf_child"


def read_pdf_apart(
    data: bytes, name: str, step: Step, *, silence: float = MOST_SILENT_SECONDS
) -> Extracted:
    """What `read_pdf` reads, or its error; `DamagedFile` where the child gave no answer."""
    if getattr(sys, "frozen", False) or not sys.executable:
        from provenance_desk.intake.reader_pdf import read_pdf

        return read_pdf(data, name, step)
    answer = _answer(data, name, step, silence)
    if answer is None:
        raise DamagedFile(
            name,
            "asks for more memory or time than a document should. Print it as a new PDF, and add"
            " that.",
        )
    if "error" in answer:
        kind = getattr(errors, answer["error"], IntakeError)
        raise kind(name, answer["what"])
    return _unpacked(answer)


def _answer(data: bytes, name: str, step: Step, silence: float) -> Mapping[str, Any] | None:
    child = subprocess.Popen(
        [sys.executable, "-m", _CHILD, name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    watch = _Watch(child.kill, silence)
    feeder = threading.Thread(target=_feed, args=(child.stdin, data), daemon=True)
    feeder.start()
    try:
        return _told(child.stdout, step, watch)
    finally:
        watch.stop()
        child.kill()
        child.wait()
        feeder.join()
        child.stdout.close()


def _told(lines: IO[bytes], step: Step, watch: "_Watch") -> Mapping[str, Any] | None:
    """What the child ends with, its pages passed on; None where it ended without a word."""
    for line in lines:
        watch.again()
        if not line.startswith(b"page "):
            answer: Mapping[str, Any] = json.loads(line)
            return answer
        done, total = line.split()[1:3]
        step(int(done), int(total))
    return None


def _feed(stream: IO[bytes], data: bytes) -> None:
    # Where the child went first, its answer tells, or its silence.
    with contextlib.suppress(OSError):
        stream.write(data)
    with contextlib.suppress(OSError):
        stream.close()


def _unpacked(answer: Mapping[str, Any]) -> Extracted:
    return Extracted(
        text=answer["text"],
        media_type=MediaType.PDF,
        reader=answer["reader"],
        encoding=NO_ENCODING,
        replaced=answer["replaced"],
        marks=tuple(Mark(MarkKind(kind), *rest) for kind, *rest in answer["marks"]),
        proposals=Proposals(**answer["proposals"]),
        notes=tuple(answer["notes"]),
    )


class _Watch:
    """Ends the child when it says nothing for too long."""

    def __init__(self, end: Callable[[], None], seconds: float) -> None:
        self._end, self._seconds = end, seconds
        self._timer = self._started()

    def again(self) -> None:
        """The child spoke."""
        self._timer.cancel()
        self._timer = self._started()

    def stop(self) -> None:
        """Nothing more is expected."""
        self._timer.cancel()

    def _started(self) -> threading.Timer:
        timer = threading.Timer(self._seconds, self._end)
        timer.daemon = True
        timer.start()
        return timer
