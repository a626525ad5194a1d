"""Reads the code of the desk while the passphrase is typed, so that the desk opens at once.

What knows no window is read in another thread. Screens are read in the window's own, one module between two events:
reading a screen makes classes of Qt's kind, and those are for the window's thread alone.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from itertools import chain

from PySide6.QtCore import QObject, QTimer

from engage_desktop.views.kit.lanes import Lanes

BELOW = ("engage_desktop.store", "engage_desktop.services", "engage_desktop.sync")
SCREENS = "engage_desktop.views"
DESK = ("engage_desktop.app.compose", "engage_desktop.app.joining")


class Warming(QObject):
    """Reads everything, from the cellar up."""

    def __init__(self, lanes: Lanes, parent: QObject) -> None:
        super().__init__(parent)
        self._is_done = False
        self._waiting: list[Callable[[], object]] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._read_one)
        self._left = chain(_modules(SCREENS), DESK)
        self._lanes = lanes

    def begin(self) -> None:
        """Begin with what knows no window."""
        self._lanes.read(self, _read_below, lambda _done: self._timer.start(0))

    def then(self, job: Callable[[], object]) -> None:
        """Do something as soon as everything is read; the window stays awake until then."""
        if self._is_done:
            job()
        else:
            self._waiting.append(job)

    def _read_one(self) -> None:
        name = next(self._left, "")
        if name:
            importlib.import_module(name)
            return
        self._timer.stop()
        self._is_done = True
        for job in self._waiting:
            job()
        self._waiting.clear()


def _read_below() -> None:
    for room in BELOW:
        for name in _modules(room):
            importlib.import_module(name)


def _modules(room: str) -> Iterator[str]:
    package = importlib.import_module(room)
    return (found.name for found in pkgutil.walk_packages(package.__path__, room + "."))
