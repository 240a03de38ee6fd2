"""The entry point of the command line: finds the command, runs it, turns errors into sentences."""

import os
import sys
from collections.abc import Sequence

from provenance_desk.cli.catalogue import MODULES, command_named
from provenance_desk.cli.command import parser_of
from provenance_desk.domain.errors import DeskError

USAGE = 2
STOPPED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, or 2 with a sentence on the standard error."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    try:
        return _run(words)
    except SystemExit as stop:  # argparse, after help or a wrong usage
        return stop.code if isinstance(stop.code, int) else USAGE
    except DeskError as problem:
        print(problem, file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        return _reader_left()
    except OSError as problem:
        print(_words_of(problem), file=sys.stderr)
        return USAGE


def _run(words: list[str]) -> int:
    if words and words[0] in MODULES:
        args = parser_of(command_named(words[0])).parse_args(words[1:])
        code: int = args.run(args)
        sys.stdout.flush()
        return code
    # Imported here: the desk's window must not wait for what commands need, nor they for it.
    from provenance_desk.cli.desk import open_desk

    return open_desk(words)


def _words_of(problem: OSError) -> str:
    """What the system refused, such as a name that is too long or a disk that is full."""
    from provenance_desk.audit.text_rules import shown

    about = f"“{shown(str(problem.filename), 100)}” " if problem.filename else "This "
    return f"{about}can't be done: {problem.strerror}. Check the name and the disk."


def _speak_utf8() -> None:
    """Results are UTF-8 wherever they go; what a terminal can't show is escaped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _reader_left() -> int:
    """Whoever read our output closed it, such as `head`; nothing more is to be said."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
