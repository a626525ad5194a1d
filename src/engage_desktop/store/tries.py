"""The wait after wrong passphrases: it grows, survives a restart and does not believe the wall clock.

It only slows a person at the keyboard; who can copy the folder is slowed by the passphrase function alone.
"""

from __future__ import annotations

import math
from pathlib import Path

from engage_desktop.errors import TooSoon
from engage_desktop.store.place import place_errors, write_atomically
from engage_wire.clock import Clock

NAME = "vault.tries"
FREE_TRIES = 2
DELAYS = (5, 15, 30, 60, 120, 300)
DAMAGED_COUNT = FREE_TRIES + 3


def delay_after(count: int) -> int:
    """Return the seconds to wait after so many wrong passphrases in a row."""
    if count <= FREE_TRIES:
        return 0
    return DELAYS[min(count - FREE_TRIES, len(DELAYS)) - 1]


class Tries:
    """Counts wrong passphrases of one folder; the wait starts anew whenever the program starts."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._path = folder / NAME
        self._clock = clock
        self._since = clock.monotonic()

    def wait_seconds(self) -> int:
        """Return the whole seconds left before a passphrase may be tried."""
        left = self._since + delay_after(self._count()) - self._clock.monotonic()
        return max(0, math.ceil(left))

    def begin(self) -> None:
        """Count a try before it is judged, so that ending the program early does not undo it.

        Raises `TooSoon` while a wait is running.
        """
        if (left := self.wait_seconds()) > 0:
            raise TooSoon(left)
        write_atomically(self._path, str(self._count() + 1).encode())
        self._since = self._clock.monotonic()

    def forgive(self) -> None:
        """Forget every wrong try after a right one."""
        with place_errors():
            self._path.unlink(missing_ok=True)

    def _count(self) -> int:
        with place_errors():
            try:
                text = self._path.read_text(encoding="ascii", errors="replace")
            except FileNotFoundError:
                return 0
        return min(int(text), 999) if text.isdecimal() else DAMAGED_COUNT
