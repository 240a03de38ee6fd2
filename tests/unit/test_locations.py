"""Packaged files are found, and are what was packaged."""

import hashlib
import re
from pathlib import Path
from typing import Literal

import pytest

from provenance_desk.locations import packaged


@pytest.mark.parametrize("folder", ["resources", "seeds"])
def test_a_packaged_folder_is_found(folder: Literal["resources", "seeds"]) -> None:
    assert packaged(folder).is_dir()


def test_the_seeds_are_byte_for_byte_what_their_readme_says() -> None:
    readme = (packaged("seeds") / "README.md").read_text("utf-8")
    written = dict(re.findall(r"\| (\S+\.txt) \|.*`([0-9a-f]{64})`", readme))
    assert written == {path.name: sha256(path) for path in packaged("seeds").glob("*.txt")}
    assert len(written) == 3


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
