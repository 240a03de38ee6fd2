"""Bad bundles whose container is at fault: what a plain zip of a bundle never does."""

import random
from dataclasses import replace
from typing import Any

from tests.integration.bad_case import Cases
from tests.integration.bundle_maker import NAME, Files, Good, zipped
from tests.integration.zip_maker import Entry, deflated, entries_of, with_entry, written

CASES = Cases()


def good_entries() -> list[Entry]:
    return entries_of(Good().files())


def with_member(**fields: Any) -> bytes:
    """A good zip with one member more."""
    entry = {"name": f"{NAME}/data/more.txt".encode(), "data": b"more"}
    return written([*good_entries(), Entry(**entry | fields)])


def first_changed(**fields: Any) -> bytes:
    """A good zip with its first member changed."""
    return written(with_entry(good_entries(), 0, **fields))


def named(name: str, member: bytes) -> None:
    CASES.case(name, "Z-NAME/6")(lambda: with_member(name=member))


named("zip-name-dotdot", f"{NAME}/../evil.txt".encode())
named("zip-name-absolute", b"/etc/evil.txt")
named("zip-name-backslash", f"{NAME}\\evil.txt".encode())
named("zip-name-drive", b"C:evil.txt")
named("zip-name-nul-device", f"{NAME}/nul.txt".encode())
named("zip-name-dotfile", f"{NAME}/.profile".encode())
named("zip-name-trailing-dot", f"{NAME}/evil.".encode())
named("zip-name-unicode", f"{NAME}/\u00e9.txt".encode())
named("zip-name-bidi", f"{NAME}/\u202egpj.exe".encode())
named("zip-name-space", f"{NAME}/a b.txt".encode())
named("zip-name-long", f"{NAME}/{'x' * 240}.txt".encode())
named("zip-name-dir-entry", f"{NAME}/data/".encode())
named("zip-name-empty", b"")
named("zip-name-nul-cut", f"{NAME}/bagit.txt\x00.exe".encode())


@CASES.case("zip-duplicate-name", "Z-DUPNAME/6", "bagit.txt")
def _() -> bytes:
    return with_member(name=f"{NAME}/bagit.txt".encode())


@CASES.case("zip-case-clash", "Z-DUPNAME/6", "BAGIT.TXT")
def _() -> bytes:
    return with_member(name=f"{NAME}/BAGIT.TXT".encode())


@CASES.case("zip-symlink", "Z-NOTFILE/6", "more.txt")
def _() -> bytes:
    return with_member(data=b"/etc/passwd", attributes=0o120777 << 16)


@CASES.case("zip-prefix-garbage", "Z-LAYOUT/6")
def _() -> bytes:
    return b"#!/bin/sh\n" + written(good_entries())


@CASES.case("zip-prefix-garbage-with-offsets-mended", "Z-LAYOUT/6")
def _() -> bytes:
    entries = good_entries()
    whole = written(entries)
    sizes, at = [], 10
    for entry in entries:
        sizes.append(at)
        at += 30 + len(entry.name) + len(entry.body)
    moved = [replace(entry, offset=place) for entry, place in zip(entries, sizes, strict=True)]
    directory = written(moved, start=at)
    return b"#!/bin/sh\n" + whole[: at - 10] + directory


@CASES.case("zip-suffix-garbage", "Z-NOTZIP/6")
def _() -> bytes:
    return written(good_entries()) + b"more"


@CASES.case("zip-two-concatenated", "Z-LAYOUT/6")
def _() -> bytes:
    return written(good_entries()) * 2


@CASES.case("zip-truncated", "Z-NOTZIP/6")
def _() -> bytes:
    return written(good_entries())[:-100]


@CASES.case("zip-empty-file", "Z-NOTZIP/6")
def _() -> bytes:
    return b""


@CASES.case("zip-is-text", "Z-NOTZIP/6")
def _() -> bytes:
    return b"This is no zip, only a text that was given its name.\n" * 20


@CASES.case("zip-no-entries", "B-TOP/1")
def _() -> bytes:
    return written([])


@CASES.case("zip-comment", "Z-NOTZIP/6")
def _() -> bytes:
    return written(good_entries(), comment=b"hello")


@CASES.case("zip-member-comment", "Z-FEATURE/6", "README.txt")
def _() -> bytes:
    return first_changed(comment=b"hello")


@CASES.case("zip-extra-field", "Z-FEATURE/6")
def _() -> bytes:
    return first_changed(extra=b"UT\x05\x00\x03abcd")


@CASES.case("zip-encrypted-flag", "Z-FEATURE/6")
def _() -> bytes:
    return first_changed(flags=1)


@CASES.case("zip-data-descriptor", "Z-FEATURE/6")
def _() -> bytes:
    return first_changed(flags=8)


@CASES.case("zip-method-99", "Z-FEATURE/6")
def _() -> bytes:
    return first_changed(method=99)


@CASES.case("zip-zip64-count", "Z-FEATURE/6")
def _() -> bytes:
    return written(good_entries(), count=0xFFFF)


@CASES.case("zip-zip64-version", "Z-FEATURE/6")
def _() -> bytes:
    return first_changed(needs=45)


@CASES.case("zip-zip64-size", "Z-LIMIT/6")
def _() -> bytes:
    return first_changed(size=0xFFFFFFFF)


@CASES.case("zip-central-local-diff", "Z-HEADERDIFF/6")
def _() -> bytes:
    return first_changed(local={"crc": 1})


@CASES.case("zip-local-name-differs", "Z-HEADERDIFF/6")
def _() -> bytes:
    name = good_entries()[0].name
    return first_changed(local={"name": name[:-1] + b"X"})


@CASES.case("zip-bomb-ratio", "Z-BOMB/6", "more.txt")
def _() -> bytes:
    return with_member(data=bytes(5_000_000))


@CASES.case("zip-overlap", "Z-OVERLAP/6")
def _() -> bytes:
    entries = good_entries()
    return written([*entries, replace(entries[0], name=f"{NAME}/again.txt".encode(), offset=0)])


@CASES.case("zip-overlap-inside", "Z-OVERLAP/6")
def _() -> bytes:
    """A stored member holds a second local entry in its bytes, and the directory names both."""
    inner = Entry(f"{NAME}/inner.txt".encode(), b"inner", method=0)
    outer = Entry(f"{NAME}/outer.txt".encode(), written([inner]), method=0)
    start = len(written(good_entries())) - len(_directory(good_entries()))
    at = start + 30 + len(outer.name)
    return written([*good_entries(), outer, replace(inner, offset=at)])


def _directory(entries: list[Entry]) -> bytes:
    whole = written(entries)
    start = int.from_bytes(whole[-6:-2], "little")
    return whole[start:]


@CASES.case("zip-quoted-overlap-bomb", "Z-BOMB/6")
def _() -> bytes:
    """One kernel that inflates to a megabyte, named by a hundred entries of the directory."""
    kernel = Entry(f"{NAME}/data/kernel".encode(), bytes(1_000_000))
    start = len(written(good_entries())) - len(_directory(good_entries()))
    again = [
        replace(kernel, name=f"{NAME}/data/kernel{n:03}".encode(), offset=start) for n in range(100)
    ]
    return written([*good_entries(), kernel, *again])


def _noise(size: int) -> bytes:
    return random.Random(7).randbytes(size)


@CASES.case("zip-declared-size-lie", "Z-SIZE/6", "more.txt")
def _() -> bytes:
    return with_member(data=_noise(9000), size=100)


@CASES.case("zip-declared-size-too-large", "Z-SIZE/6", "more.txt")
def _() -> bytes:
    return with_member(data=_noise(9000), size=9001)


@CASES.case("zip-bytes-after-deflated-end", "Z-SIZE/6", "more.txt")
def _() -> bytes:
    data = _noise(9000)
    return with_member(data=data, packed=deflated(data) + b"hidden")


@CASES.case("zip-deflated-cut", "B-CRC/1", "more.txt")
def _() -> bytes:
    data = _noise(9000)
    return with_member(data=data, packed=deflated(data)[:-50])


@CASES.case("zip-crc-lie", "B-CRC/1", "more.txt")
def _() -> bytes:
    return with_member(crc=1)


@CASES.case("zip-too-many-entries", "Z-LIMIT/6")
def _() -> bytes:
    more = [Entry(f"{NAME}/data/{n}".encode(), b"", method=0) for n in range(20_001)]
    return written(more)


@CASES.case("zip-two-top-folders", "B-TOP/1")
def _() -> bytes:
    return with_member(name=b"other/more.txt")


@CASES.case("zip-file-beside-the-folder", "B-TOP/1")
def _() -> bytes:
    return with_member(name=b"more.txt")


@CASES.case("zip-nested-zip", "B-UNEXPECTED/1", "data/inner.zip")
def _() -> Files:
    good = Good()
    return good.signed(good.payload() | {"data/inner.zip": zipped(good.files())})


@CASES.case("folder-zipped-again-by-another-tool", "Z-NAME/6")
def _() -> bytes:
    folders = [Entry(f"{NAME}/".encode(), b"", method=0, attributes=0o40755 << 16 | 0x10)]
    return written(folders + good_entries())
