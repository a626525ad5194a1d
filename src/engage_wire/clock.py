"""Time as an argument: the clock, instants as text, and the hybrid logical clock."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

COUNTER_BITS = 16
COUNTER_MASK = (1 << COUNTER_BITS) - 1


class Clock(Protocol):
    """Whatever can say what time it is."""

    def now(self) -> datetime:
        """Return the wall time, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Return seconds that never run backwards."""
        ...


class SystemClock:
    """The clock of this machine; the one place that reads it."""

    def now(self) -> datetime:
        """Return the wall time in UTC."""
        return datetime.now(UTC)  # ruff: ignore[banned-api] - the one place that may

    def monotonic(self) -> float:
        """Return seconds since some fixed moment."""
        return time.monotonic()


def to_ms(moment: datetime) -> int:
    """Return milliseconds since 1970 of an aware datetime."""
    return int(moment.timestamp() * 1000)


def from_ms(ms: int) -> datetime:
    """Return the UTC datetime of milliseconds since 1970."""
    return datetime.fromtimestamp(ms / 1000, UTC)


def instant(moment: datetime) -> str:
    """Write a moment as `2026-11-21T14:03:11.250Z`: UTC, milliseconds, sortable as text."""
    utc = moment.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"


def parse_instant(text: str) -> datetime:
    """Read what `instant` wrote; ValueError when it is no instant."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("an instant names its zone")
    return moment.astimezone(UTC)


@dataclass(frozen=True, slots=True, order=True)
class Hlc:
    """A hybrid logical clock reading: milliseconds and a counter, written as 16 hex digits."""

    ms: int
    counter: int

    def text(self) -> str:
        """Return the 16 hex digits that sort like the reading."""
        return f"{(self.ms << COUNTER_BITS) | self.counter:016x}"

    @classmethod
    def parse(cls, text: str) -> Hlc:
        """Read 16 hex digits."""
        value = int(text, 16)
        return cls(value >> COUNTER_BITS, value & COUNTER_MASK)

    def tick(self, now_ms: int) -> Hlc:
        """Return the reading after this one, at `now_ms` or later."""
        if now_ms > self.ms:
            return Hlc(now_ms, 0)
        if self.counter == COUNTER_MASK:
            return Hlc(self.ms + 1, 0)
        return Hlc(self.ms, self.counter + 1)


ZERO_HLC = Hlc(0, 0)
