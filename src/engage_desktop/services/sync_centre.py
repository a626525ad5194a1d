"""Where the worker's own work is, piece by piece, with the agency's receipts."""

from __future__ import annotations

from dataclasses import dataclass

from engage_desktop.services.desk import Desk
from engage_desktop.store import buckets, leaving, sync_lists
from engage_desktop.sync.status import Session, SyncStatus
from engage_domain.sync_lists import Counts, Item, Net, NetState, Place, SyncLists
from engage_wire.changed import Changed
from engage_wire.clock import parse_instant

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
class CountWork:
    """Counts the pieces of work in each place, for those who only glance."""

    desk: Desk

    def __call__(self) -> Counts:
        """Return the counts."""
        with self.desk.read() as conn:
            return sync_lists.counts(conn, self.desk.me.user_id)


@dataclass(frozen=True, slots=True)
class AllMyWork:
    """Reads every piece, or those in one place, with its receipt."""

    desk: Desk

    def __call__(self, place: Place | None = None, *, sending: bool = False) -> tuple[Item, ...]:
        """Return them, the newest first."""
        with self.desk.read() as conn:
            return sync_lists.items(conn, self.desk.me.user_id, place, pushing=sending)


@dataclass(frozen=True, slots=True)
class Agree:
    """Says yes when the agency lets much disappear, or several families leave this laptop."""

    desk: Desk

    def __call__(self, bucket: str) -> Changed:
        """Let the rows of one bucket disappear; with no bucket, let the waiting families leave."""
        with self.desk.vault.applying() as conn:
            if bucket:
                buckets.agree(conn, bucket)
            else:
                leaving.agree_to_leave(conn)
        return Changed.everything()


NETS = {
    Session.SOLO: Net.ALONE,
    Session.IDLE: Net.IDLE,
    Session.PUSHING: Net.SENDING,
    Session.PULLING: Net.FETCHING,
    Session.BACKOFF: Net.OFFLINE,
    Session.NEED_AUTH: Net.SIGN_IN,
    Session.PUSH_ONLY: Net.UPGRADE,
    Session.REBUILDING: Net.FETCHING,
    Session.FORKING: Net.FETCHING,
    Session.SUSPENDED: Net.LEASE,
    Session.REVOKED: Net.REVOKED,
}
NO_WAY_THERE = frozenset({"", "offline", "timeout", "slow_down"})


def net_state(status: SyncStatus) -> NetState:
    """Return how it stands with the agency, as the sync centre tells it."""
    net = NETS[status.session]
    progress = status.progress
    filling = progress is not None and progress.done < progress.families
    if net is Net.FETCHING and filling:
        net = Net.FIRST
    if net is Net.OFFLINE and status.error not in NO_WAY_THERE:
        net = Net.TROUBLE
    return NetState(
        net,
        parse_instant(status.last_ok) if status.last_ok else None,
        progress.done if progress else 0,
        progress.families if progress else 0,
        status.asks_deletion,
        status.asks_leaving,
        status.clock_wrong_ms,
    )
