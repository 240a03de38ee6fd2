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
        self._lock = FileLock(project.with_name(project.name + ".lock"))
        self._holder = project.with_name(project.name + ".holder")
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
        """Let others write."""
        with contextlib.suppress(OSError):
            self._holder.unlink(missing_ok=True)
        self._lock.release()
        with contextlib.suppress(OSError):
            Path(self._lock.lock_file).unlink(missing_ok=True)

    def _say_who(self) -> None:
        since = datetime.now(UTC).strftime("%H:%M")
        with contextlib.suppress(OSError):
            self._holder.write_text(f"process {os.getpid()}, since {since} UTC", encoding="utf-8")

    def _holder_words(self) -> str:
        try:
            said = self._holder.read_text(encoding="utf-8")[:80]
        except OSError:
            return ""
        return f" ({said})" if said.isprintable() else ""
