"""Taking in ten megabytes of plain text, beside decoding them."""

from collections.abc import Iterator

from provenance_desk.intake.readers import read_document
from provenance_desk.project.actions.documents import prepare_document
from tests.bench.figures import Figure
from tests.bench.timing import forget_peak, median_seconds, peak_mb
from tests.bench.workload import long_text
from tests.bench.workshop import Workshop

_BYTES = 10_000_000


def measure(_: Workshop) -> Iterator[Figure]:
    """Encoding, cleaning, sentences, zones, repeats: all that a file goes through."""
    data = long_text(_BYTES // 100).encode()[:_BYTES]
    forget_peak()
    before = peak_mb()
    taken = median_seconds(lambda: _taken_in(data), runs=3)
    plain = median_seconds(lambda: data.decode())
    what = f"take in {len(data) / 1e6:.0f} MB of text"
    yield Figure(what, taken, "s", plain=plain, plain_words="decoding it as UTF-8")
    grown = peak_mb() - before
    yield Figure(
        f"{what}: memory on the way", grown, "MB", None, False, len(data) / 1e6, "its size"
    )


def _taken_in(data: bytes) -> None:
    prepare_document("long.txt", data, read_document(data, "long.txt"))
