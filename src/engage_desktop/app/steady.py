"""Keeps the window awake beside other work: how soon threads hand over, and when garbage is looked for."""

from __future__ import annotations

import gc
import sys

# Seconds; fifty times as often as usual, because laying out a page asks for its turn a thousand times.
HAND_OVER = 0.0001
YOUNG, MIDDLE, OLD = 10_000, 10, 10


def steady() -> None:
    """Let the window's thread have its turn soon, and look for garbage after much work instead of after some."""
    sys.setswitchinterval(HAND_OVER)
    gc.set_threshold(YOUNG, MIDDLE, OLD)


def keep_for_good() -> None:
    """Leave what is here now out of every later search for garbage: the program's own half a million parts."""
    gc.freeze()
