"""Works in a project until it is killed: one fork per round, since starting Python is slow.

Reads a seed per line; answers with the process that works in that round, then with the id of the
last entry of each step once it was shown as saved.
"""

import os
import sys
from pathlib import Path

from tests import reviewing
from tests.reviewing import ACTIONS, Dice, create, open_again


def say(text: str) -> None:
    """Write a line at once."""
    os.write(1, f"{text}\n".encode())


def work(path: Path, home: Path, seed: int) -> None:
    """Do whatever a reviewer may do, for ever."""
    dice = Dice(seed)
    say(f"process {os.getpid()}")
    project = (open_again if path.exists() else create)(path, home)
    project.observe(lambda changes: say(f"saved {changes.events[-1]}"))
    while True:
        for _ in range(dice.number(1, 40)):
            reviewing.act(project, dice, dice.pick(sorted(ACTIONS)))
        project.close()
        project = open_again(path, home)
        project.observe(lambda changes: say(f"saved {changes.events[-1]}"))


if __name__ == "__main__":
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            work(Path(sys.argv[1]), Path(sys.argv[2]), int(line))
        os.waitpid(child, 0)
        say("killed")
