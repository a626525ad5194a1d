"""Start-up beside a minimal PySide6 window: process start to a window that answers, and unlock to Today."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from bench.measure import Row, median
from engage_desktop.app.tour.stage import Laptop, wait_until

MINIMAL = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
window = QLabel("Engage")
window.resize(1366, 768)
window.show()
QTimer.singleShot(0, lambda: (print("there", flush=True), app.quit()))
app.exec()
"""
TIMES = 7
PASSPHRASE = "lantern orchard quiet maple seven"
FROZEN = Path("dist/engage/engage")


def minimal(env: dict[str, str]) -> float:
    """Return the seconds from spawning Python to a minimal window that answers."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", MINIMAL], env=env, stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    taken = time.perf_counter() - start
    process.wait()
    process.stdout.close()
    return taken


def started(laptop: Laptop) -> float:
    """Return the seconds from spawning the application to a window that answers."""
    start = time.perf_counter()
    laptop.start()
    return time.perf_counter() - start


def run() -> list[Row]:
    """Measure the application from source, and frozen when it was built."""
    with tempfile.TemporaryDirectory(prefix="bench-start-") as folder:
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": folder}
        rows = _measure("from source", Path(folder) / "dev", env)
        if FROZEN.exists():
            rows += _measure(
                "frozen", Path(folder) / "frozen", {**env, "ENGAGE_PROGRAM": str(FROZEN.resolve())}
            )
    return rows


def _measure(kind: str, folder: Path, env: dict[str, str]) -> list[Row]:
    _make_vault(folder)
    opened, today, bare = [], [], []
    for _ in range(TIMES):
        bare.append(minimal(env))
        laptop = Laptop("bench", folder, env)
        opened.append(started(laptop))
        time.sleep(1.0)  # what a person needs to begin typing; the imports run meanwhile
        laptop.write("Passphrase", PASSPHRASE)
        start = time.perf_counter()
        laptop.key("Return")
        wait_until("Today", partial(_shows_today, laptop), 30)
        today.append(time.perf_counter() - start)
        laptop.quit()
    return [
        Row(
            f"start to the unlock window, {kind}", median(opened), median(bare), "s", "minimal PySide6 window"
        ),
        Row(f"unlock to Today incl. key derivation, {kind}", median(today), 1.0, "s", "limit of 1 s"),
    ]


def _shows_today(laptop: Laptop) -> bool:
    return bool(laptop.say("state")["place"] == "today")


def _make_vault(folder: Path) -> None:
    from engage_desktop.app.profile import Profile
    from engage_desktop.services.identity import WorkAlone
    from engage_desktop.store.crypto import Kdf
    from engage_desktop.store.vault import Vault
    from engage_wire.clock import SystemClock

    clock = SystemClock()
    vault = Vault.create(Profile(folder).vault, PASSPHRASE, clock, Kdf())
    WorkAlone(vault, clock)("Dana Osei")
    vault.close()
