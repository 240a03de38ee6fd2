"""Verifying a bundle of 100,000 events, beside hashing the same bytes."""

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path

from provenance_desk.audit.findings import Exit
from provenance_desk.audit.trust import TrustBook
from provenance_desk.exchange.verify import verify_bundle
from tests.bench.bundles import big_bundle
from tests.bench.figures import Figure
from tests.bench.timing import median_seconds
from tests.bench.workshop import Workshop

EVENTS = 100_000
_TARGET = 5.0


def measure(workshop: Workshop) -> Iterator[Figure]:
    """The checks alone, without rendering the report again."""
    path = big_bundle(workshop.folder / f"events_{EVENTS}.audit.zip", EVENTS)
    taken = median_seconds(lambda: verify(path, workshop.home), runs=3)
    plain = median_seconds(lambda: _hashed(path), runs=3)
    what = f"verify {EVENTS:,} events, without rendering"
    yield Figure(what, taken, "s", _TARGET, plain=plain, plain_words="SHA-256 of the same bytes")


def verify(path: Path, home: Path) -> None:
    """Verify a bundle that is known to be good."""
    found = verify_bundle(path, trust=TrustBook(home), render=False)
    assert found.exit == Exit.NOT_TRUSTED, found.first_line  # its authors are not known here


def _hashed(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return [hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()]
