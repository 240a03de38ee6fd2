"""Keeps requirements.lock true to pyproject.toml: `lockfile.py check` and `lockfile.py write`."""

import hashlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
PYPROJECT = ROOT / "pyproject.toml"
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
_DIGEST = re.compile(r"^# made from (sha256:[0-9a-f]{64})$", re.MULTILINE)


def declared(pyproject: str) -> list[str]:
    """Every requirement pyproject names: to run, to develop, to build."""
    table = tomllib.loads(pyproject)
    named = [*table["project"]["dependencies"], *table["dependency-groups"]["dev"]]
    return sorted({*named, *table["build-system"]["requires"]})


def digest(pyproject: str) -> str:
    """A fingerprint of the declared requirements and the oldest Python they are resolved for."""
    oldest = tomllib.loads(pyproject)["project"]["requires-python"]
    lines = "\n".join([oldest, *declared(pyproject)])
    return "sha256:" + hashlib.sha256(lines.encode()).hexdigest()


def disagreements(pyproject: str, lock: str) -> list[str]:
    """What keeps the lock from being what pyproject asks for, a sentence each; empty when it is."""
    found = _DIGEST.search(lock)
    wrong = []
    if found is None or found[1] != digest(pyproject):
        wrong.append("The requirements in pyproject.toml changed after the lock was written.")
    pins = {canonicalize_name(name): version for name, version in _PIN.findall(lock)}
    wrong += [line for text in declared(pyproject) for line in _unmet(Requirement(text), pins)]
    wrong += [f"{entry} has no hash." for entry in _without_hash(lock)]
    if "://" in lock or re.search(r"^\s*-(i|-\S*url|-find-links)\b", lock, re.MULTILINE):
        wrong.append("The lock names an address; it must work with anybody's package index.")
    return wrong


def write() -> int:
    """Resolve again for every system and Python we support; needs uv in this environment."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal"]
    command += ["--generate-hashes", "--no-emit-index-url", "--no-annotate", "--no-header"]
    command += ["--only-binary", ":all:", "--no-emit-build-options"]
    command += ["--python-version", "3.11", "--group", "dev", "--output-file", LOCK.name]
    code = subprocess.call([*command, *sys.argv[2:], PYPROJECT.name], cwd=ROOT)
    if code:
        print(f"Nothing was locked. Is uv there? {sys.executable} -m pip install uv")
        return code
    header = (
        f"# Written by `make lock`; do not edit.\n# made from {digest(PYPROJECT.read_text())}\n"
    )
    LOCK.write_text(header + LOCK.read_text(), newline="\n")
    return 0


def check() -> int:
    """Print what disagrees; 0 when nothing does."""
    wrong = disagreements(PYPROJECT.read_text("utf-8"), LOCK.read_text("utf-8"))
    for line in wrong:
        print(line)
    if wrong:
        print("Run `make lock` and commit requirements.lock with the change.")
    return min(len(wrong), 1)


def _unmet(wanted: Requirement, pins: dict[NormalizedName, str]) -> list[str]:
    pin = pins.get(canonicalize_name(wanted.name))
    if pin is None:
        return [f"{wanted.name} is not in the lock."]
    if not wanted.specifier.contains(pin, prereleases=True):
        return [f"{wanted.name} is locked at {pin}, but pyproject.toml asks for {wanted}."]
    return []


def _without_hash(lock: str) -> list[str]:
    entries = re.split(r"^(?=[A-Za-z0-9])", lock, flags=re.MULTILINE)[1:]
    return [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry]


if __name__ == "__main__":
    sys.exit(write() if sys.argv[1:2] == ["write"] else check())
