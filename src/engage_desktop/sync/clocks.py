"""What this laptop learns about its own clock: it never waits for it, never refuses because of it, and corrects itself.

The offset to the agency's clock goes into the logical time of every change. Changes made before a wrong clock was
noticed, and not sent yet, are moved by as much, so that they stand where they were made.
"""

from __future__ import annotations

from sqlalchemy import Connection

from engage_desktop.store import outbox, state
from engage_wire.clock import Hlc

STEP_MS = 60_000


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
