"""The table that `make bench` prints, and the JSON that it keeps."""

import json
import os
import platform
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.figures import Figure

_HEADS = ("what", "measured", "must reach", "", "plain", "ratio", "the plain alternative")
_WIDTHS = (76, 14, 24, 4, 14, 8, 0)

Results = Mapping[str, Sequence[Figure]]


def head() -> str:
    """The names of the columns."""
    return f"{_row(_HEADS)}\n{'-' * 170}"


def row(figure: Figure) -> str:
    """One figure as a line of the table."""
    measured, target, plain, ratio = _cells(figure)
    verdict = {True: "yes", False: "NO", None: ""}[figure.reached]
    return _row((figure.what, measured, target, verdict, plain, ratio, figure.plain_words))


def write_json(path: Path, results: Results) -> None:
    """Keep a run: figures by topic, and the machine they were measured on."""
    path.parent.mkdir(exist_ok=True)
    topics = {name: [f.to_json() for f in figures] for name, figures in results.items()}
    kept = {"machine": machine(), "topics": topics}
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", "utf-8")


def markdown(results: Results) -> str:
    """The table as docs/benchmarks.md shows it."""
    lines = ["| what | measured | must reach | plain alternative | ratio |", "| --- " * 5 + "|"]
    for figures in results.values():
        for figure in figures:
            measured, target, plain, ratio = _cells(figure)
            words = f"{plain}, {figure.plain_words}" if plain else ""
            lines.append(f"| {figure.what} | {measured} | {target} | {words} | {ratio} |")
    return "\n".join(lines) + "\n"


def machine() -> dict[str, object]:
    """What a reader must know to compare the figures with their own."""
    return {
        "cores": os.cpu_count(),
        "load": os.getloadavg() if hasattr(os, "getloadavg") else None,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "qt": _qt_version(),
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "interpreter": sys.implementation.name,
    }


def _qt_version() -> str:
    from PySide6.QtCore import qVersion

    return qVersion()


def _row(cells: Sequence[str]) -> str:
    first, *others = zip(cells, _WIDTHS, strict=True)
    right = "  ".join(cell.rjust(width) for cell, width in others[:-1])
    return f"{first[0].ljust(first[1])}{right}  {cells[-1]}".rstrip()


def _cells(figure: Figure) -> tuple[str, str, str, str]:
    """Measured, target, plain and ratio in words; empty where there is none."""
    sign = "at least" if figure.at_least else "under"
    target = "" if figure.target is None else f"{sign} {_number(figure.target, figure.unit)}"
    plain = "" if figure.plain is None else _number(figure.plain, figure.unit)
    ratio = "" if figure.ratio is None else _factor(figure.ratio)
    return _number(figure.value, figure.unit), target, plain, ratio


def _factor(ratio: float) -> str:
    """A ratio with as many digits as say something."""
    digits = 3 if ratio < 0.1 else 2 if ratio < 10 else 0
    return f"{ratio:,.{digits}f} x"


def _number(value: float, unit: str) -> str:
    digits = 3 if abs(value) < 1 else 2 if abs(value) < 10 else 1 if abs(value) < 100 else 0
    return f"{value:,.{digits}f} {unit}"
