"""Stand-ins for what a test must hold still: the clock and chance."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

AGENCY_ZONE = ZoneInfo("America/New_York")
MONDAY_MORNING = datetime(2026, 11, 23, 8, 41, 7, tzinfo=AGENCY_ZONE).astimezone(UTC)


class FrozenClock:
    """A clock that stands still until it is told to move."""

    def __init__(self, at: datetime = MONDAY_MORNING) -> None:
        self._now = at.astimezone(UTC)
        self._monotonic = 1000.0

    def now(self) -> datetime:
        """Return the moment it stands at."""
        return self._now

    def monotonic(self) -> float:
        """Return seconds that only `advance` moves."""
        return self._monotonic

    def advance(self, seconds: float = 0, **more: float) -> datetime:
        """Move on by seconds, `minutes=`, `hours=` or `days=`; return the new moment."""
        step = timedelta(seconds=seconds, **more)
        self._now += step
        self._monotonic += step.total_seconds()
        return self._now

    def set(self, moment: datetime) -> None:
        """Stand at another wall time, earlier ones included, as a corrected clock would."""
        self._now = moment.astimezone(UTC)


class SeededBits:
    """Random bits that are the same in every run, for `engage_wire.ids.new_id`."""

    def __init__(self, seed: int = 7) -> None:
        self._random = random.Random(seed)

    def __call__(self, bits: int) -> int:
        """Return that many random bits."""
        return self._random.getrandbits(bits)
