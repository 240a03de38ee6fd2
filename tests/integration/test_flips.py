"""One bit flips, anywhere: the bundle is refused, or nothing that is content has changed.

A sample in the suite, every bit in `-m soak`.
"""

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from provenance_desk.audit.text_rules import shown
from provenance_desk.audit.trust import TrustBook
from provenance_desk.exchange.bundle_out import export_bundle
from provenance_desk.exchange.verification_result import Verification
from provenance_desk.exchange.verify import verify_bundle
from provenance_desk.exchange.zip_reader import ZipReader
from tests.integration.bundle_maker import ANNA, BEN, MALLORY, Files, Good, rebagged, zipped
from tests.trail import Trail

SAMPLE = 400
MADE_ANEW = ("bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt")
CONTENT = ("data/feeds/", "data/originals/", "data/texts/", "data/tables/")


class Flips:
    """Verifies changed bundles in one folder, where nothing else may appear."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.path = folder / "bridge.audit.zip"
        self._folder = folder
        self._trust = TrustBook(home)
        # Mallory is known too: a known exporter may still not change what others wrote.
        self._trust.mark_seen([key.public for key in (ANNA, BEN, MALLORY, Trail().key)])

    def verify(self, data: bytes) -> Verification:
        self.path.write_bytes(data)
        result = verify_bundle(self.path, trust=self._trust)
        assert list(self._folder.iterdir()) == [self.path]
        assert shown(result.first_line, 10_000) == result.first_line
        return result

    def content(self) -> Files:
        with ZipReader(self.path) as reader:
            return {
                name: b"".join(reader.chunks(name)) for name in reader.members if "/data/" in name
            }


@pytest.fixture
def flips(tmp_path: Path, home: Path) -> Flips:
    return Flips(tmp_path, home)


def flipped(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit >> 3] ^= 1 << (bit & 7)
    return bytes(changed)


def sampled(bits: int, seed: str) -> Iterable[int]:
    return random.Random(seed).sample(range(bits), min(SAMPLE, bits))


def check_zip(flips: Flips, data: bytes, bits: Iterable[int]) -> None:
    """Flip bits of the zip itself."""
    assert flips.verify(data).exit == 0
    before = flips.content()
    for bit in bits:
        result = flips.verify(flipped(data, bit))
        if result.exit == 0:
            assert flips.content() == before, f"bit {bit}"


def good_zip() -> bytes:
    return zipped(Good().files())


def real_zip(folder: Path) -> bytes:
    """A bundle of the program's own exporter, whose derived files are rendered again."""
    trail = Trail("A dismissal")
    document = trail.document("news.txt", "A minister was dismissed.\n", title="A minister goes")
    trail.link(trail.claim("The minister was dismissed"), document, 0, 25)
    path = folder / "real.audit.zip"
    export_bundle(trail, path, key=trail.key)
    return path.read_bytes()


def test_a_flipped_bit_of_a_zip_changes_no_content(flips: Flips) -> None:
    data = good_zip()
    check_zip(flips, data, sampled(8 * len(data), "zip"))


def test_a_flipped_bit_of_a_real_bundle_changes_no_content(
    flips: Flips, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = real_zip(tmp_path_factory.mktemp("real"))
    check_zip(flips, data, sampled(8 * len(data), "real"))


@pytest.mark.soak
def test_no_flipped_bit_of_a_zip_changes_content(flips: Flips) -> None:
    data = good_zip()
    check_zip(flips, data, range(8 * len(data)))


def inner_flips(files: Files, paths: Iterable[str]) -> Iterator[tuple[str, Files, int]]:
    """Every flip inside these files: path, all files, and which bit it was."""
    for path in paths:
        for bit in range(8 * len(files[path])):
            yield path, files | {path: flipped(files[path], bit)}, bit


def chosen(files: Files, *, every: bool, seed: str) -> Iterator[tuple[str, Files, int]]:
    if every:
        yield from inner_flips(files, files)
        return
    pick = random.Random(seed)
    for path in sorted(files):
        for bit in pick.sample(range(8 * len(files[path])), 12):
            yield path, files | {path: flipped(files[path], bit)}, bit


def check_rebagged(flips: Flips, *, every: bool) -> None:
    """Flip inside files, then make every manifest anew; the signatures stay."""
    files = {path: data for path, data in Good().files().items() if path not in MADE_ANEW}
    for path, changed, bit in chosen(files, every=every, seed="rebag"):
        result = flips.verify(zipped(rebagged(changed)))
        assert result.exit != 0, f"{path} bit {bit}"


def check_resigned(flips: Flips, *, every: bool) -> None:
    """Flip inside files, then let a known key that wrote none of it sign the bundle anew."""
    good = Good(exporter=MALLORY)
    payload = good.payload()
    assert flips.verify(zipped(good.signed(payload))).exit == 0
    for path, changed, bit in chosen(payload, every=every, seed="resign"):
        result = flips.verify(zipped(good.signed(changed)))
        assert result.exit != 0 or not path.startswith(CONTENT), f"{path} bit {bit}"


def test_a_flip_with_every_manifest_made_anew_is_refused(flips: Flips) -> None:
    check_rebagged(flips, every=False)


def test_a_flip_signed_by_a_known_exporter_is_refused(flips: Flips) -> None:
    check_resigned(flips, every=False)


@pytest.mark.soak
def test_every_flip_with_every_manifest_made_anew_is_refused(flips: Flips) -> None:
    check_rebagged(flips, every=True)


@pytest.mark.soak
def test_every_flip_signed_by_a_known_exporter_is_refused(flips: Flips) -> None:
    check_resigned(flips, every=True)


def test_noise_and_cuts_are_refused(flips: Flips) -> None:
    data, pick = good_zip(), random.Random("noise")
    for _ in range(SAMPLE // 4):
        at, size = pick.randrange(len(data)), pick.randrange(1, 64)
        noise = pick.randbytes(size)
        assert flips.verify(data[:at]).exit == 6
        assert flips.verify(data[:at] + noise + data[at:]).exit != 0
        assert flips.verify(data[:at] + data[at + size :]).exit != 0
        assert flips.verify(noise).exit == 6
