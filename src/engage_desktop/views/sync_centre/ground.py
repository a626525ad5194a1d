"""What every part of the sync centre stands on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from engage_desktop.services.conflicts import (
    AllConflicts,
    ConflictOf,
    Decide,
    KeepCombining,
    Understood,
    UndoDecision,
)
from engage_desktop.services.sync_centre import Agree, AllMyWork, MyWork
from engage_desktop.views.kit.bus import Bus
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.words import Wordbook
from engage_wire.clock import Clock


@dataclass(frozen=True, slots=True)
class SyncServices:
    """Everything that can be done in the sync centre."""

    work: MyWork
    all_work: AllMyWork
    conflicts: AllConflicts
    conflict: ConflictOf
    decide: Decide
    undo: UndoDecision
    keep_combining: KeepCombining
    understood: Understood
    agree: Agree
    try_now: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Ground:
    """What can be done, and what time it is there."""

    services: SyncServices
    lanes: Lanes
    bus: Bus
    words: Wordbook
    clock: Clock
    zone: ZoneInfo

    def now(self) -> datetime:
        """Return the time in the agency's zone."""
        return self.clock.now().astimezone(self.zone)

    def today(self) -> date:
        """Return the agency's day."""
        return self.now().date()
