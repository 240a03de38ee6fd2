"""The installed Qt is one that lives: PySide6 6.12.0 aborts after some 550 emissions."""

import subprocess
import sys

EMIT_5000 = """
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Sender(QObject):
    chosen = Signal(bool)
    named = Signal(object)

application = QCoreApplication([])
heard = []
sender = Sender()
sender.chosen.connect(heard.append)
sender.named.connect(heard.append)
for number in range(2500):
    sender.chosen.emit(number % 2 == 0)
    sender.named.emit(None)
assert len(heard) == 5000
"""


def test_qt_survives_5000_signals_with_booleans_and_none() -> None:
    done = subprocess.run([sys.executable, "-c", EMIT_5000], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
