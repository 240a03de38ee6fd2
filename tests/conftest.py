"""What every test stands on: no window on the screen, no key of the person running it."""

import os
import tempfile
from pathlib import Path

import pytest

# Set before anything imports Qt or asks where a person's files are, in every xdist worker too.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
_SESSION_HOME = tempfile.TemporaryDirectory(prefix="provenance-desk-tests-")
for _name in ("PROVDESK_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
    os.environ[_name] = str(Path(_SESSION_HOME.name) / _name.lower())


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty PROVDESK_HOME for this test alone: keys and settings of nobody."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("PROVDESK_HOME", str(folder))
    return folder


@pytest.fixture
def seeds() -> Path:
    """The folder of the three demo documents."""
    return Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="session")
def vectors() -> Path:
    """The public test vectors; skips where PROVDESK_VECTORS does not lead to them."""
    return _folder_named_by("PROVDESK_VECTORS")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared bench and design data; skips where PROVDESK_SHARED does not lead to them."""
    return _folder_named_by("PROVDESK_SHARED")


def _folder_named_by(variable: str) -> Path:
    folder = os.environ.get(variable)
    if not folder or not Path(folder).is_dir():
        pytest.skip(f"{variable} names no folder")
    return Path(folder)
