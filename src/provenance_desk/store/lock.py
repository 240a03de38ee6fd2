"""One writer per project: an operating system lock beside the file, and who holds it."""

import contextlib
import os
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from provenance_desk.store.errors import ProjectBusy, ProjectReadOnly


class WriterLock:
    """Held while a project is open for writing; `release` gives it back."""

    def __init__(self, project: Path, *, wait: float) -> None:
        real = project.resolve()  # two names of one file share one lock
        self._path = real.with_name(real.name + ".lock")
        self._holder = real.with_name(real.name + ".holder")
        self._lock = FileLock(self._path)
        try:
            self._lock.acquire(timeout=wait)
        except Timeout:
            raise ProjectBusy(
                f"{project.name} is being written by another program{self._holder_words()}."
                " Close it there, or try again later; reading it is possible meanwhile."
            ) from None
        except OSError as problem:
            raise ProjectReadOnly(
                f"The folder of {project.name} can't be written ({problem.strerror}). Copy the"
                " project to a folder of your own."
            ) from problem
        self._say_who()

    def release(self) -> None:
        """Let others write, and leave no file behind."""
        _remove(self._holder)
        if os.name != "nt":
            # While it is held: whoever waits on this very file sees that it has lost its name.
            _remove(self._path)
        self._lock.release()
        if os.name == "nt":
            _remove(self._path)

    def _say_who(self) -> None:
        since = datetime.now(UTC).strftime("%H:%M")
        with contextlib.suppress(OSError):
            self._holder.write_text(f"process {os.getpid()}, since {since} UTC", encoding="utf-8")

    def _holder_words(self) -> str:
        try:
            said = self._holder.read_text(encoding="utf-8")[:80]
        except (OSError, UnicodeDecodeError):
            return ""
        return f" ({said})" if said.isprintable() and said else ""


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
