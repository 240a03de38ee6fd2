"""The .venv: made from requirements.lock, remade when the lock or the Python changed."""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from system_packages import SetupProblem, install_with_apt

_NO_NETWORK = (
    "The locked packages could not be installed; pip's words are above.\n"
    "Once the package index can be reached, run the same command again."
)


class Environment:
    """The virtual environment of one checkout."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.folder = root / ".venv"
        self._scripts = self.folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.tool("python")

    def tool(self, name: str) -> str:
        """The path of a command installed in the environment."""
        return str(self._scripts / (f"{name}.exe" if os.name == "nt" else name))

    def prepare(self) -> None:
        """Leave the locked packages and the project installed; quick when nothing changed."""
        self._once("packages", self._fingerprint_of_packages(), self._make)
        self._once("project", self._fingerprint("pyproject.toml"), self._install_project)

    def holds(self, note: str, text: str = "") -> bool:
        """Whether `remember` was told the same since the environment was made."""
        path = self._note(note)
        return path.is_file() and path.read_text("utf-8") == text

    def remember(self, note: str, text: str = "") -> None:
        """Keep a fact about the environment; it goes when the environment is remade."""
        self._note(note).write_text(text, "utf-8")

    def _once(self, note: str, wanted: str, step: Callable[[], None]) -> None:
        if not self.holds(note, wanted):
            step()
            self.remember(note, wanted)

    def _make(self) -> None:
        _need_ensurepip()
        print("Setting up .venv from requirements.lock: a few minutes, once.", flush=True)
        shutil.rmtree(self.folder, ignore_errors=True)
        _check([_base_python(), "-m", "venv", str(self.folder)], "Python could not make .venv.")
        locked = ["--require-hashes", "--only-binary=:all:", "-r", "requirements.lock"]
        self._pip_install(*locked)

    def _install_project(self) -> None:
        self._pip_install("--no-deps", "--no-build-isolation", "--editable", ".")

    def _pip_install(self, *arguments: str) -> None:
        pip = [self.python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        _check([*pip, *arguments], _NO_NETWORK, cwd=self._root)

    def _fingerprint_of_packages(self) -> str:
        python = os.path.realpath(_base_python())
        return "\n".join(
            [self._fingerprint("requirements.lock"), sys.version, python, str(self._root)]
        )

    def _fingerprint(self, name: str) -> str:
        return hashlib.sha256((self._root / name).read_bytes()).hexdigest()

    def _note(self, name: str) -> Path:
        return self.folder / f"desk-{name}.txt"


def _base_python() -> str:
    # `make` may be called with some virtual environment active, this very one included.
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def _need_ensurepip() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        version = ".".join(map(str, sys.version_info[:2]))
        install_with_apt([f"python{version}-venv"], "This Python cannot make environments yet.")


def _check(command: list[str], otherwise: str, cwd: Path | None = None) -> None:
    if subprocess.call(command, cwd=cwd):
        raise SetupProblem(otherwise)
