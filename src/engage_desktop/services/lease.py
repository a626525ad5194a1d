"""The agency's lease: without any contact for two weeks, the program opens only the way back (decision 27)."""

from __future__ import annotations

from dataclasses import dataclass

from engage_desktop.store import state
from engage_desktop.store.vault import Vault
from engage_wire.clock import Clock, from_ms, instant, to_ms
from engage_wire.codec import Malformed, loads


@dataclass(frozen=True, slots=True)
class LeaseHolds:
    """Say whether the work may be opened: always when alone, and until the lease ends with an agency.

    A program rule, not cryptography. The laptop's own clock is corrected by what the agency's was seen to be.
    """

    vault: Vault
    clock: Clock

    def __call__(self) -> bool:
        """Return whether the lease holds now; an unreadable one does not."""
        with self.vault.read() as conn:
            standing = state.standing(conn)
            kept, offset = state.get(conn, state.LEASE), state.number(conn, state.CLOCK_OFFSET)
        if not standing.joined:
            return True
        try:
            until = str(loads(kept)["until"])
        except (Malformed, KeyError, TypeError):
            return False
        return instant(from_ms(to_ms(self.clock.now()) + offset)) < until
