"""The entry point of the command line."""

import argparse
from collections.abc import Sequence

from provenance_desk import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    parser = argparse.ArgumentParser(prog="provenance-desk")
    parser.add_argument("--version", action="version", version=f"provenance-desk {__version__}")
    parser.parse_args(arguments)
    return 0
