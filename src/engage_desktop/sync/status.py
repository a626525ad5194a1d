"""What the rest of the program sees of the synchronisation: one frozen value, replaced whenever it changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from engage_desktop.store.buckets import Progress
from engage_desktop.store.standings import Counts


class Session(StrEnum):
    """What the synchronisation is doing."""

    SOLO = "solo"  # this laptop has not joined an agency
    IDLE = "idle"
    PUSHING = "pushing"
    PULLING = "pulling"
    BACKOFF = "backoff"
    NEED_AUTH = "need_auth"
    PUSH_ONLY = "push_only"
    REBUILDING = "rebuilding"
    FORKING = "forking"
    SUSPENDED = "suspended"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """Where the synchronisation stands; `error` is a reason code, empty when all is well.

    `asks_deletion` names buckets in which many rows would vanish, `asks_leaving` families that would leave; both wait
    for a person. `clock_wrong_ms` is how far this laptop's clock is off when that is worth telling.
    """

    session: Session = Session.SOLO
    last_ok: str = ""
    error: str = ""
    counts: Counts = field(default_factory=Counts)
    progress: Progress | None = None
    asks_deletion: tuple[tuple[str, int], ...] = ()
    asks_leaving: tuple[str, ...] = ()
    clock_wrong_ms: int = 0

    @property
    def is_complete(self) -> bool:
        """Whether a round has come to its end, nothing failed, and everything this worker has is here."""
        rested = self.session is Session.IDLE and bool(self.last_ok) and not self.error
        return rested and self.progress is None and not (self.asks_deletion or self.asks_leaving)
