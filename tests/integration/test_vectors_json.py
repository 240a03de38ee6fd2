"""Canonical lines against public vectors: RFC 8785 and JSONTestSuite."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from provenance_desk.audit.canonical import encode, parse
from provenance_desk.audit.errors import NotCanonical
from provenance_desk.domain.errors import InvalidValue


def code(line: bytes) -> str:
    """The code a line is refused with, or nothing."""
    try:
        assert encode(parse(line)) == line
    except NotCanonical as problem:
        return problem.code
    return ""


def scalars(value: object) -> Iterator[object]:
    """Every text, integer and boolean inside a value."""
    match value:
        case dict():
            for item in value.values():
                yield from scalars(item)
        case list():
            for item in value:
                yield from scalars(item)
        case str() | int():
            yield value
        case _:
            return


def test_every_value_of_rfc_8785_that_we_allow_is_written_as_there(vectors: Path) -> None:
    written = 0
    for path in sorted(vectors.glob("jcs-cyberphone/testdata/output/*.json")):
        data = path.read_bytes()
        hexadecimal = path.parent.parent / "outhex" / f"{path.stem}.txt"
        assert bytes.fromhex(hexadecimal.read_text()) == data
        for value in scalars(json.loads(data)):
            try:
                line = encode({"a": value})
            except InvalidValue:
                continue
            assert line.removeprefix(b'{"a":').removesuffix(b"}") in data
            written += 1
    assert written >= 20


def test_what_rfc_8785_allows_beyond_our_subset_is_refused_by_name(vectors: Path) -> None:
    found = {
        path.stem: code(path.read_bytes())
        for path in vectors.glob("jcs-cyberphone/testdata/output/*.json")
    }
    assert found == {
        "arrays": "E-JSON",
        "french": "E-KEY",
        "structures": "E-KEY",
        "unicode": "E-KEY",
        "values": "E-NULL",
        "weird": "E-KEY",
    }


def test_no_malformed_file_of_json_test_suite_is_read(vectors: Path) -> None:
    files = sorted(vectors.glob("jsontestsuite/test_parsing/n_*.json"))
    assert len(files) == 188
    for path in files:
        data = path.read_bytes()
        assert code(data), path.name
        assert code(b'{"a":' + data + b"}"), path.name


def test_well_formed_files_are_read_or_refused_for_what_we_do_not_allow(vectors: Path) -> None:
    files = sorted(vectors.glob("jsontestsuite/test_parsing/y_*.json"))
    found = Counter(code(b'{"a":' + path.read_bytes().strip() + b"}") for path in files)
    assert len(files) == 95
    assert found[""] >= 30
    assert not found["E-JSON"]
    assert not found["E-UTF8"]


def test_files_that_readers_differ_on_are_all_refused(vectors: Path) -> None:
    files = sorted(vectors.glob("jsontestsuite/test_parsing/i_*.json"))
    files += sorted(vectors.glob("jsontestsuite/test_transform/*.json"))
    assert len(files) == 35 + 22
    for path in files:
        assert code(b'{"a":' + path.read_bytes() + b"}"), path.name
