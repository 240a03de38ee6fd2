"""What the system itself must hold: installed with apt when root, named exactly when not."""

import os
import shutil
import subprocess

_TOOLS_OF_TESTS = {"ssh-keygen": "openssh-client", "unzip": "unzip"}


class SetupProblem(Exception):
    """Why the environment could not be made, and what to do: sentences for the reader."""


def install_with_apt(packages: list[str], reason: str) -> None:
    """Install Debian packages as root; anybody else is told the command."""
    if shutil.which("apt-get") is None:
        raise SetupProblem(f"{reason}\nInstall what your system calls: {' '.join(packages)}")
    if os.geteuid() != 0:
        raise SetupProblem(f"{reason}\nRun: sudo apt-get install -y {' '.join(packages)}")
    print(f"{reason} Installing {' '.join(packages)}.", flush=True)
    _apt_get("update")
    _apt_get("install", "-y", "--no-install-recommends", *packages)


def find_tools_of_tests() -> None:
    """Have what a stranger checks a bundle with; its tests are skipped where it can't be had."""
    missing = [package for tool, package in _TOOLS_OF_TESTS.items() if shutil.which(tool) is None]
    if not missing:
        return
    try:
        install_with_apt(missing, "The tests check bundles with tools that are not here.")
    except SetupProblem as problem:
        print(f"{problem}\nUntil then these tests are skipped.")


def _apt_get(*arguments: str) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "-qq", *arguments]
    done = subprocess.run(command, env=quiet, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetupProblem(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
