"""Keeps the window awake and whole beside other work: how soon threads hand over, when and where garbage is looked for.

Python looks for garbage in whichever thread happens to allocate, and lets go of it there. A widget let go of outside
the window's thread ends the program, so nothing is looked for by itself: the window's own thread does it, between
events, when there is enough.
"""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject, QTimer

# Seconds; ten times as often as usual, because laying out a page asks for its turn a thousand times.
HAND_OVER = 0.0005
YOUNG, MIDDLE, OLD = 10_000, 10, 10
LOOK_EVERY_MS = 500


class Steady(QObject):
    """Lets the window's thread have its turn soon, and looks for garbage there alone, after much work."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        sys.setswitchinterval(HAND_OVER)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(look)
        self._timer.start(LOOK_EVERY_MS)


def look() -> None:
    """Look for garbage among what is young, and now and then among what is old."""
    young, middle, old = gc.get_count()
    if young > YOUNG:
        gc.collect(2 if old > OLD else 1 if middle > MIDDLE else 0)


def keep_for_good() -> None:
    """Leave what is here now out of every later search for garbage: the program's own half a million parts."""
    gc.freeze()
