"""The lock is what pyproject asks for, or `make test` fails."""

import hashlib
from pathlib import Path

import pytest

from lockfile import digest, disagreements

ROOT = Path(__file__).parents[2]
PYPROJECT = """
[build-system]
requires = ["hatchling"]
[project]
requires-python = ">=3.11"
dependencies = ["PyNaCl>=1.5"]
[dependency-groups]
dev = ["pytest>=8"]
"""
HASH = f" \\\n    --hash=sha256:{hashlib.sha256(b'').hexdigest()}\n"


def lock_for(pyproject: str, *pins: str) -> str:
    return f"# made from {digest(pyproject)}\n" + "".join(pin + HASH for pin in pins)


def test_the_lock_of_this_repository_agrees() -> None:
    pyproject = (ROOT / "pyproject.toml").read_text("utf-8")
    assert disagreements(pyproject, (ROOT / "requirements.lock").read_text("utf-8")) == []


def test_a_lock_with_every_requirement_pinned_and_hashed_agrees() -> None:
    lock = lock_for(PYPROJECT, "hatchling==1.27", "pynacl==1.6.2 ; os_name == 'nt'", "pytest==9.2")
    assert disagreements(PYPROJECT, lock) == []


def test_any_change_of_the_requirements_is_noticed() -> None:
    lock = lock_for(PYPROJECT, "hatchling==1.27", "pynacl==1.6.2", "pytest==9.2")
    dropped = PYPROJECT.replace('"pytest>=8"', "")
    assert "changed after the lock" in disagreements(dropped, lock)[0]


@pytest.mark.parametrize(
    ("pins", "sentence"),
    [
        (["pynacl==1.6.2", "pytest==9.2"], "hatchling is not in the lock."),
        (["hatchling==1", "pynacl==1.4", "pytest==9.2"], "PyNaCl is locked at 1.4, but"),
    ],
)
def test_a_missing_or_outdated_pin_is_named(pins: list[str], sentence: str) -> None:
    assert disagreements(PYPROJECT, lock_for(PYPROJECT, *pins))[0].startswith(sentence)


def test_a_pin_without_a_hash_is_named() -> None:
    lock = lock_for(PYPROJECT, "hatchling==1", "pynacl==1.6.2") + "pytest==9.2\n"
    assert disagreements(PYPROJECT, lock) == ["pytest==9.2 has no hash."]


@pytest.mark.parametrize("line", ["--index-url https://example.org/simple", "-i somewhere"])
def test_an_address_in_the_lock_is_refused(line: str) -> None:
    lock = lock_for(PYPROJECT, "hatchling==1", "pynacl==1.6.2", "pytest==9.2")
    assert "names an address" in disagreements(PYPROJECT, f"{line}\n{lock}")[0]
