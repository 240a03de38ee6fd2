"""The most memory that verifying takes, in a process that did nothing else before."""

from collections.abc import Iterator

from tests.bench.bundles import big_bundle
from tests.bench.figures import Figure
from tests.bench.timing import forget_peak, peak_mb
from tests.bench.verifying import EVENTS, verify
from tests.bench.workshop import Workshop

_TARGET = 300.0


def measure(workshop: Workshop) -> Iterator[Figure]:
    """The whole process, interpreter and libraries included; the log is streamed."""
    path = big_bundle(workshop.folder / f"events_{EVENTS}.audit.zip", EVENTS)
    forget_peak()
    verify(path, workshop.home)
    plain = path.stat().st_size / 1e6
    what = f"verify {EVENTS:,} events: most memory of the process"
    yield Figure(what, peak_mb(), "MB", _TARGET, plain=plain, plain_words="the bundle's size")
