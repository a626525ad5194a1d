"""What every service works with: the open vault, the clock, who is writing, and the agency's time zone."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from engage_desktop.store.vault import Vault
from engage_domain.people import Me
from engage_wire.clock import Clock
from engage_wire.ids import new_id


@dataclass(frozen=True, slots=True)
class Desk:
    """One worker's desk. Frozen, shared by all services, safe to use in any thread."""

    vault: Vault
    clock: Clock
    me: Me
    zone: ZoneInfo

    @contextmanager
    def read(self) -> Generator[Connection]:
        """Look at one consistent state of the store; nothing can be written."""
        with self.vault.read() as conn:
            yield conn

    @contextmanager
    def write(self, cmd: str) -> Generator[Connection]:
        """Change the store in one transaction, captured for the agency under the name `cmd`."""
        with self.vault.write(self.me.user_id, cmd) as conn:
            yield conn

    def new_id(self) -> str:
        """Mint an identifier."""
        return new_id(self.clock)

    def now(self) -> datetime:
        """Return the wall time, UTC."""
        return self.clock.now()

    def today(self) -> date:
        """Return the date in the agency's zone: months and due dates are counted there."""
        return self.clock.now().astimezone(self.zone).date()
