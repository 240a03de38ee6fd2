"""`python -m tests.bench [TOPIC…]`: every topic in a process of its own, one table, one JSON."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from tests.bench.figures import Figure, figure_from
from tests.bench.report import head, markdown, row, write_json
from tests.bench.workshop import Workshop

TOPICS = (
    "starting",
    "applying",
    "opening",
    "saving",
    "exporting",
    "verifying",
    "verifying_memory",
    "reading",
    "memory",
    "claims",
    "segmenting",
    "suggesting",
    "intake",
)
ROOT = Path(__file__).parent.parent.parent
RESULTS = ROOT / "bench-results"


def main(arguments: Sequence[str]) -> int:
    """Measure the topics named, or all; 1 where one could not be measured."""
    args = _parser().parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if args.into is not None:
        return _measure(args.topics[0], args.folder, args.into)
    if args.folder is not None:
        args.folder.mkdir(parents=True, exist_ok=True)
        return _run(args.topics or TOPICS, args.folder)
    with tempfile.TemporaryDirectory(prefix="provenance-desk-bench-") as folder:
        return _run(args.topics or TOPICS, Path(folder))


def _run(topics: Sequence[str], folder: Path) -> int:
    if not os.environ.get("PROVDESK_SHARED"):
        print("PROVDESK_SHARED names no folder: the workload is made here instead.\n")
    results: dict[str, list[Figure]] = {}
    print(head())
    for topic in topics:
        found = _apart(topic, folder)
        if found is not None:
            results[topic] = found
            print("\n".join(map(row, found)), flush=True)
    path = RESULTS / f"{datetime.now(UTC):%Y-%m-%dT%H-%M-%S}.json"
    write_json(path, results)
    (RESULTS / "last.md").write_text(markdown(results), "utf-8")
    figures = [figure for found in results.values() for figure in found]
    missed = sum(figure.reached is False for figure in figures)
    print(f"\n{len(figures)} figures, {missed} short of their mark; {path.relative_to(ROOT)}")
    return int(len(results) < len(topics))


def _apart(topic: str, folder: Path) -> list[Figure] | None:
    """A topic's figures from a process of its own; None, and its last words, where it failed."""
    into = folder / f"{topic}.json"
    command = [sys.executable, "-m", "tests.bench", topic, "--folder", str(folder)]
    done = subprocess.run(
        [*command, "--into", str(into)], cwd=ROOT, stderr=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        print(f"{topic}: failed\n{done.stderr}", file=sys.stderr)
        return None
    return [figure_from(data) for data in json.loads(into.read_text("utf-8"))]


def _measure(topic: str, folder: Path, into: Path) -> int:
    figures = import_module(f"tests.bench.{topic}").measure(Workshop(folder))
    into.write_text(json.dumps([figure.to_json() for figure in figures]), "utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("topics", nargs="*", choices=[[], *TOPICS], metavar="TOPIC")
    parser.add_argument("--folder", type=Path, help="keep what is made there, for the next run")
    parser.add_argument("--into", type=Path, help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
