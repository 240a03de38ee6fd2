"""Windows on real projects: the demo, and one that somebody just began."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from provenance_desk.audit.identity import create_identity
from provenance_desk.project.demo import make_demo
from provenance_desk.project.project import Project
from tests.gui.whole_desk import WholeDesk


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo to copy; made once, for it takes a while."""
    folder = tmp_path_factory.mktemp("demo")
    return make_demo(folder, folder / "home")


@pytest.fixture
def demo(demo_file: Path, tmp_path: Path, home: Path, qtbot: QtBot) -> Iterator[WholeDesk]:
    """The demo in a window, opened by a reviewer who is not the one who made it."""
    create_identity(home, "Reviewer A")
    path = Path(shutil.copy(demo_file, tmp_path))
    desk = WholeDesk(home, qtbot)
    desk.open(path)
    yield desk
    desk.window.close()


@pytest.fixture
def begun(tmp_path: Path, home: Path, qtbot: QtBot) -> Iterator[WholeDesk]:
    """A project without a document in a window."""
    path = tmp_path / "begun.provdesk"
    Project.create(path, "Begun", create_identity(home, "Reviewer A"), home).close()
    desk = WholeDesk(home, qtbot)
    desk.open(path)
    yield desk
    desk.window.close()
