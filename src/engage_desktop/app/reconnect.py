"""Reaching the agency once, before the desk may open again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from engage_desktop.services.lease import LeaseHolds
from engage_desktop.store.lane import WriteLane
from engage_desktop.store.vault import Vault
from engage_desktop.sync.runner import SyncRunner
from engage_desktop.sync.status import Session, SyncStatus
from engage_wire.changed import Changed
from engage_wire.clock import Clock

GIVEN_UP = frozenset({Session.BACKOFF, Session.NEED_AUTH, Session.SUSPENDED, Session.REVOKED})


class Reconnect(QObject):
    """Syncs while nothing is open. `reached` when the lease holds again, `failed` when nobody answered."""

    reached = Signal()
    failed = Signal()
    _told = Signal(object)

    def __init__(self, vault: Vault, clock: Clock, crashed: Callable[[BaseException], None]) -> None:
        super().__init__()
        self._holds = LeaseHolds(vault, clock)
        self._lane = WriteLane()
        self._runner = SyncRunner(vault, self._lane, clock, self._tell, crashed)
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self._begun = False

    def connect_now(self) -> None:
        """Call the agency."""
        if not self._begun:
            self._begun = True
            self._runner.start()
        self._runner.try_now()

    def stop(self) -> None:
        """End the thread and the lane."""
        self._runner.stop()
        self._lane.close()

    def _tell(self, status: SyncStatus, _changed: Changed) -> None:
        self._told.emit(status)

    def _on_told(self, status: SyncStatus) -> None:
        if self._holds():
            self.reached.emit()
        elif status.session in GIVEN_UP:
            self.failed.emit()
