"""When the window hides and when it locks.

Hide covers everything at once and keeps the process; Lock replaces the process. Idle time first hides, then locks.
Times are the defaults of decision 31; policy may only shorten them.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from engage_wire.clock import Clock

TICK_MS = 1000
SLEEP_GAP = 20.0
PIN_TRIES = 5
ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.Wheel,
        QEvent.Type.InputMethod,
    }
)


@dataclass(frozen=True, slots=True)
class LockTimes:
    """Seconds until an idle window hides, and until a hidden one locks."""

    hide_after: float = 60.0
    lock_after_hide: float = 180.0
    lock_after_hide_in_visit: float = 600.0


class Session(QObject):
    """Watches for idleness and sleep. `hide_wanted` and `lock_wanted` are the only things it says."""

    hide_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, app: QApplication, clock: Clock, times: LockTimes) -> None:
        super().__init__()
        self._clock = clock
        self._times = times
        self._last_touch = clock.monotonic()
        self._last_wall = clock.now()
        self._hidden_since: float | None = None
        self._in_visit = False
        self._wrong_pins = 0
        self._app = app
        app.focusWindowChanged.connect(self._watch)
        app.focusObjectChanged.connect(self._watch)
        self._watch(app.focusObject())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look_at_the_clock)
        self._timer.start(TICK_MS)

    def set_in_visit(self, in_visit: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Allow more time before a hidden window locks while a visit is going on."""
        self._in_visit = in_visit

    def hidden(self) -> None:
        """Take note that the window is covered now."""
        if self._hidden_since is None:
            self._hidden_since = self._clock.monotonic()

    def returned(self) -> None:
        """Take note that the right person is back."""
        self._hidden_since = None
        self._wrong_pins = 0
        self._last_touch = self._clock.monotonic()

    def wrong_pin(self) -> int:
        """Count a wrong PIN and return how many tries are left; none left means locking."""
        self._wrong_pins += 1
        left = PIN_TRIES - self._wrong_pins
        if left <= 0:
            self.lock_wanted.emit()
        return max(0, left)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Remember when the laptop was last touched."""
        if event.type() in ACTIVITY:
            self._last_touch = self._clock.monotonic()
        return False

    def _watch(self, focus: QObject | None) -> None:
        """Listen where hands arrive: at the windows, and at what has the focus, because input methods write there.

        A filter of the whole program would hear this too, and every other event of every widget: a third more work
        for each page that is drawn.
        """
        for place in (*self._app.topLevelWindows(), focus):
            if place is not None:
                place.installEventFilter(self)

    def look_at_the_clock(self) -> None:
        """Hide, lock, or do nothing, by what the clock says."""
        now, wall = self._clock.monotonic(), self._clock.now()
        slept = (wall - self._last_wall).total_seconds() > TICK_MS / 1000 + SLEEP_GAP
        self._last_wall = wall
        if slept:
            self.lock_wanted.emit()
        elif self._hidden_since is not None:
            patience = self._times.lock_after_hide_in_visit if self._in_visit else self._times.lock_after_hide
            if now - self._hidden_since >= patience:
                self.lock_wanted.emit()
        elif now - self._last_touch >= self._times.hide_after:
            self.hide_wanted.emit()
