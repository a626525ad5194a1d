"""Where the worker's own work is, piece by piece, with the agency's receipts."""

from __future__ import annotations

from dataclasses import dataclass

from engage_desktop.services.desk import Desk
from engage_desktop.store import sync_lists
from engage_domain.sync_lists import Item, Place, SyncLists

SHOWN = 3


@dataclass(frozen=True, slots=True)
class MyWork:
    """Reads the three lists that add up to all the work of this laptop."""

    desk: Desk

    def __call__(self, *, sending: bool = False) -> SyncLists:
        """Return the counts and the newest pieces; `sending` while a batch is on its way to the agency."""
        me = self.desk.me.user_id
        with self.desk.read() as conn:
            here, sent, agency = (
                sync_lists.items(conn, me, place, pushing=sending, most=SHOWN) for place in Place
            )
            return SyncLists(sync_lists.counts(conn, me, pushing=sending), here, sent, agency)


@dataclass(frozen=True, slots=True)
class AllMyWork:
    """Reads every piece, or those in one place, with its receipt."""

    desk: Desk

    def __call__(self, place: Place | None = None, *, sending: bool = False) -> tuple[Item, ...]:
        """Return them, the newest first."""
        with self.desk.read() as conn:
            return sync_lists.items(conn, self.desk.me.user_id, place, pushing=sending)
