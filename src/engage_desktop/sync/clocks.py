"""What this laptop learns about its own clock: it never waits for it, never refuses because of it, and corrects itself.

The offset to the agency's clock goes into the logical time of every change. Changes made before a wrong clock was
noticed, and not sent yet, are moved by as much, so that they stand where they were made.
"""

from __future__ import annotations

from functools import partial
from statistics import median

from sqlalchemy import Connection

from engage_desktop.store import outbox, state
from engage_desktop.sync.ports import Store
from engage_wire.clock import Clock, Hlc, to_ms

STEP_MS = 60_000
KEPT = 5
WORTH_KEEPING_MS = 250  # each write waits for the disk


class Offsets:
    """The last few measurements of how far the agency's clock is from this laptop's."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._kept: list[int] = []

    def wall_ms(self) -> int:
        """Return what this laptop's clock says."""
        return to_ms(self._clock.now())

    def corrected_ms(self) -> int:
        """Return the time as the logical clock sees it."""
        return max(self.wall_ms() + self._store.read(partial(state.number, key=state.CLOCK_OFFSET)), 0)

    def measure(self, sent_ms: int, said: object) -> None:
        """Learn from an answer that names the agency's time; `sent_ms` is when it was asked for."""
        if not isinstance(said, int):
            return
        middle = (sent_ms + self.wall_ms()) // 2
        self._kept = [*self._kept, said - middle][-KEPT:]
        offset = int(median(self._kept))
        if abs(offset - self._store.read(partial(state.number, key=state.CLOCK_OFFSET))) >= WORTH_KEEPING_MS:
            self._store.write(partial(observe, server_ms=said, offset_ms=offset))


def observe(conn: Connection, server_ms: int, offset_ms: int) -> None:
    """Take over what was measured: the agency's time, and how far it is from this laptop's."""
    moved = offset_ms - state.number(conn, state.CLOCK_OFFSET)
    state.put(conn, state.CLOCK_OFFSET, offset_ms)
    seen = Hlc(server_ms, 0).text()
    if abs(moved) >= STEP_MS:
        outbox.move_unsealed(conn, moved)
        state.put(conn, state.HLC, max(seen, outbox.latest_unsealed(conn)))
    elif seen > state.get(conn, state.HLC):
        state.put(conn, state.HLC, seen)
