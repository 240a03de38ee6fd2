"""Clocks and memory: medians of several runs, because the machine does other work too."""

import gc
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from typing import Any

_STATUS = Path("/proc/self/status")
_CLEAR = Path("/proc/self/clear_refs")
_RESET_PEAK = "5"


def seconds(job: Callable[[], Any]) -> float:
    """How long the job takes, once."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def median_seconds(
    job: Callable[[], Any], runs: int = 5, before: Callable[[], Any] | None = None
) -> float:
    """The median of several runs; `before` is done ahead of each and not counted."""
    taken = []
    for _ in range(runs):
        if before is not None:
            before()
        gc.collect()
        taken.append(seconds(job))
    return median(taken)


def p95(values: Iterable[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * 95 // 100) - 1)]


def resident_mb() -> float:
    """How much memory the process holds now."""
    gc.collect()
    return _status("VmRSS")


def peak_mb() -> float:
    """The most memory the process held since it began, or since `forget_peak`."""
    return _status("VmHWM")


def forget_peak() -> None:
    """Count the most memory anew, where the system can."""
    gc.collect()
    if _CLEAR.exists():
        _CLEAR.write_text(_RESET_PEAK, "ascii")


def _status(key: str) -> float:
    if not _STATUS.exists():
        return _resource_peak()
    for line in _STATUS.read_text("ascii").splitlines():
        if line.startswith(f"{key}:"):
            return int(line.split()[1]) / 1024
    raise AssertionError(f"the system does not tell {key}")


def _resource_peak() -> float:
    """Away from Linux only the peak is told: a bound for both."""
    import resource

    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return largest / (1024 * 1024 if sys.platform == "darwin" else 1024)
