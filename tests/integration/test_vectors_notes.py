"""Signed notes and words against public vectors: C2SP, Go's sumdb, the word list of BIP-39."""

import json
from pathlib import Path
from typing import Any

import pytest

from provenance_desk.audit.bip39 import word_list
from provenance_desk.audit.errors import BadNote
from provenance_desk.audit.notes import open_note, parse_verifier_key
from provenance_desk.domain.errors import InvalidValue


def notes(vectors: Path, *, valid: bool) -> list[dict[str, Any]]:
    """The published notes, or the published keys that are wrong."""
    cases = json.loads((vectors / "signed-note" / "notes.json").read_text())
    return [case for case in cases if case["valid"] is valid]


def test_published_notes_are_opened_with_their_keys(vectors: Path) -> None:
    cases = notes(vectors, valid=True)
    assert len(cases) == 3
    for case in cases:
        name, public = parse_verifier_key(case["vkey"])
        text = open_note(case["note"].encode(), public, name)
        assert case["note"].startswith(f"{text}\n— {name} ")


def test_published_notes_are_refused_once_changed(vectors: Path) -> None:
    for case in notes(vectors, valid=True):
        name, public = parse_verifier_key(case["vkey"])
        with pytest.raises(BadNote):
            open_note(b"x" + case["note"].encode(), public, name)


def test_published_wrong_keys_are_refused(vectors: Path) -> None:
    cases = notes(vectors, valid=False)
    assert len(cases) == 2
    for case in cases:
        with pytest.raises(InvalidValue):
            parse_verifier_key(case["vkey"])


def test_our_word_list_is_the_one_of_bip_39(vectors: Path) -> None:
    published = (vectors / "bip39" / "english.txt").read_text("ascii")
    assert list(word_list()) == published.split()
    assert len(set(word_list())) == 2048
