"""What comes after the passphrase is read while it is typed, each kind of code in the thread it belongs to."""

from __future__ import annotations

import json
import subprocess
import sys

READING = """
import json, sys, threading
from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication
from engage_desktop.app.start import Engage
from engage_desktop.app.warming import DESK, Warming
from engage_desktop.views.kit.lanes import Lanes

read = {}
sys.addaudithook(lambda event, said: event == "import" and read.setdefault(said[0], threading.current_thread().name))
app = QApplication([])
lanes = Lanes()
warming = Warming(lanes, app)
warming.begin()
while not all(name in sys.modules for name in DESK):
    app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
lanes.close()
print(json.dumps({name: thread == "MainThread" for name, thread in read.items()}))
"""


def test_screens_are_read_in_the_windows_thread_and_the_store_beside_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", READING], capture_output=True, text=True, timeout=100, check=True
    )
    in_main = json.loads(done.stdout.splitlines()[-1])
    screens = {name: here for name, here in in_main.items() if name.startswith("engage_desktop.views.")}
    assert len(screens) > 100
    assert all(screens.values())
    assert not in_main["engage_desktop.store.vault"]
    assert not any(here is False and name.startswith("PySide6") for name, here in in_main.items())
