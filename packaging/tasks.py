"""What each command of bootstrap.py does once the environment stands."""

import os
import subprocess
import sys
from pathlib import Path

from environment import Environment
from qt_libraries import ensure_qt_starts, has_screen
from system_packages import SetupProblem, find_tools_of_tests

ROOT = Path(__file__).resolve().parent.parent
_WORKERS = ["-n", "auto", "--maxprocesses", "4", "--dist", "worksteal"]
_SOAK = ["pytest", "-m", "soak", "-o", "faulthandler_timeout=7200", *_WORKERS]
"""Some of the long tests flip every bit of a bundle: they take many minutes, and hang nowhere."""
_NO_SCREEN = (
    "There is no screen here: the demo project was made, but no window was opened.\n"
    "On a desktop, the same command opens it."
)


def perform(command: str, arguments: list[str]) -> int:
    """Set up what is missing, then do the command; a problem is told in a sentence, as code 1."""
    environment = Environment(ROOT)
    try:
        environment.prepare()
        return _do(environment, command, arguments)
    except SetupProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def surroundings(root: Path, variables: dict[str, str]) -> dict[str, str]:
    """The variables for tests and benches: no window, and the shared data where it lies beside."""
    shared = root.parent / "shared"
    found = {"PROVDESK_SHARED": shared, "PROVDESK_VECTORS": shared / "vectors"}
    beside = {name: str(folder) for name, folder in found.items() if folder.is_dir()}
    return {**beside, **variables, "QT_QPA_PLATFORM": "offscreen"}


def _do(environment: Environment, command: str, arguments: list[str]) -> int:
    python = environment.python
    if command == "setup":
        return 0
    if command == "lock":
        return _call([python, "packaging/lockfile.py", "write", *arguments])
    if command == "run":
        return _run(environment, arguments)
    variables = surroundings(ROOT, dict(os.environ))
    ensure_qt_starts(environment, variables)
    if command == "test":
        return _test(environment, arguments, variables)
    words = {"soak": _SOAK, "bench": ["tests.bench"], "shots": ["tests.shots"]}
    return _call([python, "-m", *words[command], *arguments], variables)


def _run(environment: Environment, arguments: list[str]) -> int:
    demo = [environment.python, "-m", "provenance_desk", "demo", *arguments]
    if has_screen(os.environ):
        ensure_qt_starts(environment, os.environ)
        return _call(demo)
    code = _call([*demo, "--no-window"])
    if code == 0:
        print(_NO_SCREEN, file=sys.stderr)
    return code or 1


def _test(environment: Environment, arguments: list[str], variables: dict[str, str]) -> int:
    find_tools_of_tests()
    ruff, python = environment.tool("ruff"), environment.python
    checks = {
        "lock": [python, "packaging/lockfile.py", "check"],
        "format": [ruff, "format", "--check"],
        "lint": [ruff, "check"],
        "imports": [environment.tool("lint-imports")],
        "types": [environment.tool("mypy")],
        "tests": [python, "-m", "pytest", *_WORKERS, *arguments],
    }
    failed = [name for name, check in checks.items() if _call(check, variables)]
    if failed:
        print(f"Failed: {', '.join(failed)}.", file=sys.stderr)
    return min(len(failed), 1)


def _call(command: list[str], variables: dict[str, str] | None = None) -> int:
    return subprocess.call(command, cwd=ROOT, env=variables)
