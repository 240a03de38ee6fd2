"""Sets everything up, then runs, tests, measures or pictures the desk: `bootstrap.py run`."""

# An older Python must still be able to read this file, so that it can say it is too old.
from __future__ import annotations

import shutil
import subprocess
import sys

OLDEST = (3, 11)
COMMANDS = ("run", "test", "bench", "soak", "shots", "setup", "lock")


def main(arguments: list[str]) -> int:
    """Do one of COMMANDS, passing further arguments on; the exit code is that of what was run."""
    if not arguments or arguments[0] not in COMMANDS:
        print(f"Usage: bootstrap.py {'|'.join(COMMANDS)} [ARGUMENTS]")
        return 2
    if sys.version_info < OLDEST:
        return _again_with_newer_python(arguments)
    from tasks import perform

    return perform(arguments[0], arguments[1:])


def _again_with_newer_python(arguments: list[str]) -> int:
    names = ("python3.13", "python3.12", "python3.11", "python3.14")
    newer = next((path for path in map(shutil.which, names) if path), None)
    if newer is None:
        print(f"Provenance Desk needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        print(f"Install one, then: make {arguments[0]} PYTHON=/path/to/python3")
        return 1
    return subprocess.call([newer, __file__, *arguments])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
