"""From the start of the program to the demo's text on the screen, beside an empty window."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

from provenance_desk.project.demo import make_demo
from tests.bench.figures import Figure
from tests.bench.workshop import Workshop

_TARGET, _RUNS = 1.0, 7
_SCRIPTS = Path(__file__).parent / "windows"


def measure(workshop: Workshop) -> Iterator[Figure]:
    """Whole processes, one after the other, the disk warm."""
    variables = {**os.environ, "PROVDESK_HOME": str(workshop.home)}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled already
    demo, large = _demo(workshop), workshop.copy(workshop.project(), "starting")
    for path in (demo, large):
        _started("desk.py", path, variables)
    runs = range(_RUNS)
    empty = median(_started("empty.py", demo, variables) for _ in runs)
    small = median(_started("desk.py", demo, variables) for _ in runs)
    words = "an empty PySide6 window"
    what = "start: the demo project's text painted"
    yield Figure(what, small, "s", _TARGET, plain=empty, plain_words=words)
    taken = median(_started("desk.py", large, variables) for _ in runs)
    links = len(workshop.workload.links)
    yield Figure(f"start: the text of a project with {links:,} links painted", taken, "s")


def _demo(workshop: Workshop) -> Path:
    folder = workshop.folder / "demo"
    folder.mkdir(exist_ok=True)
    found = folder / "demo.provdesk"
    return found if found.exists() else make_demo(folder, workshop.home)


def _started(script: str, demo: Path, variables: Mapping[str, str]) -> float:
    """How long it took until the script saw its window painted; it writes when that was."""
    command = [sys.executable, str(_SCRIPTS / script), str(demo)]
    start = time.time()
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return float(done.stdout.split()[-1]) - start
