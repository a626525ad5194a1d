"""When to try again: exponential with full jitter, from two seconds to a quarter of an hour."""

from __future__ import annotations

from dataclasses import dataclass

from engage_desktop.sync.ports import Chance

FIRST, LONGEST = 2.0, 900.0


@dataclass(slots=True)
class Backoff:
    """Counts failures in a row and says how long to wait after each."""

    chance: Chance
    failures: int = 0

    def wait(self) -> float:
        """Return the seconds to wait after one more failure."""
        ceiling = min(LONGEST, FIRST * float(1 << min(self.failures, 16)))
        self.failures += 1
        return 0.2 + self.chance.random() * ceiling

    def clear(self) -> None:
        """Start anew after a success."""
        self.failures = 0
