"""Where a piece of work is: on this laptop alone, on its way, or with the agency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from engage_domain.conflicts import Piece


class Place(IntEnum):
    """How far a piece of work has come."""

    HERE = 0
    SENT = 1
    AGENCY = 2


@dataclass(frozen=True, slots=True)
class Counts:
    """How many pieces of work are where."""

    here: int
    sent: int
    agency: int

    @property
    def whole(self) -> int:
        """All the work of this laptop."""
        return self.here + self.sent + self.agency


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of work, where it is, and the agency's receipt once it has one."""

    piece: Piece
    place: Place
    written_at: datetime | None
    acked_at: datetime | None
    receipt: int  # the number under which the agency keeps the newest change; 0 without one
    proof: str  # its hash there


@dataclass(frozen=True, slots=True)
class SyncLists:
    """The three lists with their newest pieces, and how many there are of each."""

    counts: Counts
    here: tuple[Item, ...]
    sent: tuple[Item, ...]
    agency: tuple[Item, ...]


class Net(StrEnum):
    """How it stands with the agency, in one word."""

    ALONE = "alone"  # this laptop has not joined an agency
    OFFLINE = "offline"
    IDLE = "idle"
    SENDING = "sending"
    FETCHING = "fetching"
    FIRST = "first"  # the first filling of this laptop
    SIGN_IN = "sign_in"
    LEASE = "lease"
    REVOKED = "revoked"
    UPGRADE = "upgrade"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class NetState:
    """How it stands with the agency, since when, and how far a first filling has come."""

    net: Net
    last_ok: datetime | None = None
    done: int = 0
    total: int = 0
    vanishing: tuple[tuple[str, int], ...] = ()  # buckets in which many rows would disappear, and how many
    leaving: tuple[str, ...] = ()  # buckets that would leave this laptop
    clock_wrong_ms: int = 0

    @property
    def is_busy(self) -> bool:
        """Whether something is on its way right now."""
        return self.net in {Net.SENDING, Net.FETCHING, Net.FIRST}

    @property
    def needs_you(self) -> bool:
        """Whether nothing goes on before a person has done something."""
        return self.net in {Net.SIGN_IN, Net.LEASE, Net.REVOKED, Net.UPGRADE, Net.TROUBLE}
