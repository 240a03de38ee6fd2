"""What the system itself must hold: installed with apt when root, named exactly when not."""

import os
import shutil
import subprocess


class SetupProblem(Exception):
    """Why the environment could not be made, and what to do: sentences for the reader."""


def install_with_apt(packages: list[str], reason: str) -> None:
    """Install Debian packages as root; anybody else is told the command."""
    if shutil.which("apt-get") is None:
        raise SetupProblem(f"{reason}\nInstall what your system calls: {' '.join(packages)}")
    if os.geteuid() != 0:
        raise SetupProblem(f"{reason}\nRun: sudo apt-get install -y {' '.join(packages)}")
    print(f"{reason} Installing {' '.join(packages)}.", flush=True)
    install = ["install", "-y", "--no-install-recommends", *packages]
    if _apt_get("update") or _apt_get(*install):
        raise SetupProblem(f"apt-get could not install {' '.join(packages)}; its words are above.")


def _apt_get(*arguments: str) -> int:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.call(["apt-get", "-qq", *arguments], env=quiet)
