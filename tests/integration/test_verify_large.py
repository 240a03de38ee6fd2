"""100,000 events are verified in a few seconds and little memory."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.integration.large_bundle import write_large_bundle

linux = pytest.mark.skipif(sys.platform != "linux", reason="peak memory is read from /proc")
VERIFY = """
import json, re, sys, time
from pathlib import Path
from provenance_desk.audit.trust import TrustBook
from provenance_desk.exchange.verify import verify_bundle
start = time.process_time()
result = verify_bundle(Path(sys.argv[1]), trust=TrustBook(Path(sys.argv[2])), render=False)
print(json.dumps({
    "exit": int(result.exit),
    "counts": dict(result.counts),
    "seconds": time.process_time() - start,
    "peak": int(re.search(r"VmHWM:\\s+([0-9]+)", Path("/proc/self/status").read_text())[1]),
}))
"""


def verified(folder: Path, events: int) -> dict[str, float]:
    """What a process of its own says of a large bundle; its peak memory in KiB."""
    path = folder / "large.audit.zip"
    write_large_bundle(path, events)
    command = [sys.executable, "-c", VERIFY, str(path), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    said: dict[str, float] = json.loads(done.stdout)
    return said


@linux
def test_memory_hardly_grows_with_the_events(tmp_path: Path) -> None:
    said = verified(tmp_path, 2_000)
    assert said["exit"] == 3
    assert said["peak"] < 100 * 1024


@pytest.mark.soak
@linux
def test_100_000_events_are_verified_in_time(tmp_path: Path) -> None:
    said = verified(tmp_path, 100_000)
    assert said["exit"] == 3
    assert said["seconds"] < 5
    assert said["peak"] < 300 * 1024
