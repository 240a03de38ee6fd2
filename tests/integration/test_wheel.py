"""The wheel works in an empty folder, without the checkout."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
TELL_FOLDERS = """
from provenance_desk.locations import packaged
print(packaged("resources"), packaged("seeds"), sep="\\n")
"""


def run(*command: str | Path, cwd: Path) -> str:
    """What the command prints, with nothing of the checkout in its surroundings."""
    hidden = {"PYTHONPATH", "VIRTUAL_ENV", "PYTHONHOME"}
    surroundings = {name: text for name, text in os.environ.items() if name not in hidden}
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without network."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts folder of an environment that holds the wheel and borrows its dependencies."""
    folder = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    python = folder / SCRIPTS / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install"]
    run(*pip, "--no-deps", "--no-index", wheel, cwd=folder)
    # Folders named by a .pth have their own .pth files left alone: ours to the checkout too.
    paths = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder)
    borrowed = f"{sysconfig.get_path('purelib')}\n{sysconfig.get_path('platlib')}\n"
    (Path(paths.strip()) / "borrowed.pth").write_text(borrowed, "utf-8")
    return folder / SCRIPTS


def test_the_wheel_carries_resources_and_seeds(installed: Path, tmp_path: Path) -> None:
    folders = run(installed / "python", "-c", TELL_FOLDERS, cwd=tmp_path).splitlines()
    assert all(Path(folder).is_relative_to(installed.parent) for folder in folders)
    resources, seeds = map(Path, folders)
    assert files_below(resources) == files_below(ROOT / "resources")
    assert files_below(seeds) == files_below(ROOT / "seeds")


def files_below(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_installed_command_tells_its_version(installed: Path, tmp_path: Path) -> None:
    assert run(installed / "provenance-desk", "--version", cwd=tmp_path).startswith(
        "provenance-desk"
    )


def test_the_demo_is_made_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    desk = installed / "provenance-desk"
    if "demo" not in run(desk, "--help", cwd=tmp_path):
        pytest.skip("there is no command `demo` yet")
    run(desk, "demo", "--no-window", "--folder", ".", cwd=tmp_path)
    assert (tmp_path / "demo.provdesk").is_file()
    run(desk, "check", "demo.provdesk", cwd=tmp_path)
