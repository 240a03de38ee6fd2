"""Qt needs libraries of the system: found out by starting it, not by guessing."""

import subprocess
import sys
from collections.abc import Mapping

from environment import Environment
from system_packages import SetupProblem, install_with_apt

ALWAYS = [
    "libgl1",
    "libegl1",
    "libdbus-1-3",
    "libfontconfig1",
    "libglib2.0-0",
    "libxkbcommon0",
]
FOR_A_WINDOW = [
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-shape0",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libxcb-sync1",
    "libxkbcommon-x11-0",
    "libx11-xcb1",
]
_START = """
from PySide6 import QtPrintSupport, QtSvg
from PySide6.QtWidgets import QApplication
QApplication([])
"""


def has_screen(variables: Mapping[str, str]) -> bool:
    """Whether a window can be expected to open."""
    if sys.platform != "linux":
        return True
    return any(variables.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def ensure_qt_starts(environment: Environment, variables: Mapping[str, str]) -> None:
    """Return once Qt has started with these variables, installing what it lacked."""
    windowed = variables.get("QT_QPA_PLATFORM") != "offscreen"
    note = f"qt-{'window' if windowed else 'offscreen'}"
    if environment.holds(note):
        return
    if _complaint(environment, variables) and sys.platform == "linux":
        packages = ALWAYS + (FOR_A_WINDOW if windowed else [])
        install_with_apt(packages, "Qt lacks libraries of the system.")
    complaint = _complaint(environment, variables)
    if complaint:
        raise SetupProblem(f"Qt does not start on this system. It says:\n{complaint}")
    environment.remember(note)


def _complaint(environment: Environment, variables: Mapping[str, str]) -> str:
    start = [environment.python, "-c", _START]
    done = subprocess.run(start, env=dict(variables), capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return ""
    return done.stderr.strip() or f"exit code {done.returncode}"
