"""Runs the gallery per scale and theme, each in a process of its own: a scale is for good."""

import os
import subprocess
import sys
from itertools import product
from pathlib import Path

OUT = Path(__file__).resolve().parents[2] / "shots"
SCALES = ("1", "2")
THEMES = ("light", "dark")


def main() -> int:
    """Take every screenshot; the first exit code that is not 0."""
    OUT.mkdir(exist_ok=True)
    for scale, theme in product(SCALES, THEMES):
        environment = {**os.environ, "QT_SCALE_FACTOR": scale}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        command = [sys.executable, "-m", "tests.shots.gallery", str(OUT), scale, theme]
        code = subprocess.run(command, env=environment, check=False).returncode
        if code:
            return code
    print(f"{len(list(OUT.glob('*.png')))} pictures in {OUT.name}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
