"""The same renderer makes the same bytes: a change of any derived file must count it up."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from provenance_desk.exchange.derived import derived_files
from provenance_desk.exchange.renderer import RENDERER, REPORT
from provenance_desk.exchange.scope import BundleFacts, Scope
from tests.trail import Trail

GOLDEN = Path(__file__).parent.parent / "data" / "derived" / "digests.json"
HINT = (
    "A derived file of the golden review has other bytes than before. Once a release has gone "
    "out, count REPORT in exchange/renderer.py up. Then write these digests to {path}:\n{made}"
)


def golden_trail() -> Trail:
    """A review that touches every part of the derived files."""
    trail = Trail("A golden review")
    text = "A minister resigned, the ministry said.\n\nHe denies it.\n"
    document = trail.document("news.txt", text, title="News", publisher="A paper")
    ministry = trail.origin("The ministry")
    claim = trail.claim("The minister resigned")
    trail.link(claim, document, 0, 39, origin=ministry, access="relayed", wording="attributed")
    trail.link(claim, document, 41, 54, stance="contradicts", status="disputed", wording="denied",
               rationale="because **he** says so:\n\n- once\n- twice")  # fmt: skip
    trail.link(claim, document, 0, 10, stance="context")
    return trail


def golden_digests() -> dict[str, object]:
    """The number of the report and the SHA-256 of each derived file."""
    trail = golden_trail()
    facts = BundleFacts("golden", Scope.WHOLE, trail.key.public)
    made = {
        path: hashlib.sha256(data.replace(RENDERER.encode(), b"RENDERER")).hexdigest()
        for path, data in derived_files(trail.review(), facts)
    }
    return {"report": REPORT, **made}


def test_the_derived_files_have_the_bytes_that_this_renderer_is_known_for() -> None:
    digests = golden_digests()
    written = json.dumps(digests, indent=1)
    known = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert digests == known, HINT.format(path=GOLDEN, made=written)


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "1"},
        {"TZ": "America/St_Johns", "LC_ALL": "C", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0"},
    ],
)
def test_neither_clock_nor_locale_nor_chance_is_in_the_bytes(surroundings: dict[str, str]) -> None:
    program = "from tests.unit.test_renderer import *; print(json.dumps(golden_digests()))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=GOLDEN.parents[3], env={**os.environ, **surroundings},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(done.stdout) == golden_digests()


def test_the_renderer_names_its_report_and_what_else_decides_the_bytes() -> None:
    assert RENDERER.startswith(f"provenance-desk/1 (report {REPORT}, markdown-it-py ")
