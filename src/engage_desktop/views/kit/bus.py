"""One path by which screens learn that something changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from engage_wire.changed import Changed


class Bus(QObject):
    """Carries every `Changed` to whoever shows what changed. `changed` has the `Changed` itself."""

    changed = Signal(object)

    def publish(self, changed: Changed) -> None:
        """Tell everybody; in the window's thread only."""
        if changed:
            self.changed.emit(changed)


class Refresh(QObject):
    """Reloads a screen when what it shows has changed: once for a burst, and not before it is looked at.

    `interest` are names of entities; nothing means everything. `buckets` narrows it to some families.
    """

    def __init__(
        self,
        bus: Bus,
        owner: QWidget,
        interest: Iterable[str],
        reload: Callable[[], object],
        buckets: Iterable[str] = (),
    ) -> None:
        super().__init__(owner)
        self._owner, self._reload = owner, reload
        self._interest, self._buckets = frozenset(interest), frozenset(buckets)
        self._stale = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._run)
        bus.changed.connect(self._on_changed)
        owner.installEventFilter(self)

    def watch(self, buckets: Iterable[str]) -> None:
        """Care for other families from now on."""
        self._buckets = frozenset(buckets)

    def now(self) -> None:
        """Reload in this turn of the program, once."""
        self._soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Catch up when the screen is looked at again."""
        if event.type() is QEvent.Type.Show and self._stale:
            self.now()
        return super().eventFilter(watched, event)

    def _on_changed(self, changed: Changed) -> None:
        if not changed.concerns(self._interest, self._buckets):
            return
        self._stale = True
        if self._owner.isVisible():
            self.now()

    def _run(self) -> None:
        self._stale = False
        self._reload()
