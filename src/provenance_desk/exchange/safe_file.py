"""Writing a file whole or not at all: beside its place, then moved there."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from provenance_desk.audit.home import sync_folder
from provenance_desk.exchange.errors import ExportError

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextlib.contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes stand at `path` once the block ends well; else nothing is left."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
        sync_folder(path.parent)
    except OSError as problem:
        raise ExportError(_sentence(path, problem)) from problem
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def _sentence(path: Path, problem: OSError) -> str:
    if problem.errno in FULL:
        why = "there is no room left on the disk. Free some space, or choose another folder"
    elif problem.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        why = "the folder does not allow it. Choose another folder"
    elif problem.errno in (errno.ENOENT, errno.ENOTDIR):
        why = "its folder is not there. Choose another folder"
    else:
        why = (problem.strerror or "the system refused").lower()
    return f"“{path.name}” was not written: {why}."
