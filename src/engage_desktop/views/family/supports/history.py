"""Back and forth in what was done to the supports while this part is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from engage_desktop.errors import EngageError
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.trouble import Trouble
from engage_wire.changed import Changed

Job = Callable[[], Changed]
MOST = 100


@dataclass(frozen=True, slots=True)
class Done:
    """One thing that was done: how it is taken back, and how it is done again."""

    back: Job
    again: Job


class History(QObject):
    """What was done and may be undone, and what was undone and may be done again. `turned` rings when either changes."""

    turned = Signal()

    def __init__(self, ground: Ground, parent: QObject) -> None:
        super().__init__(parent)
        self._ground = ground
        self._done: list[Done] = []
        self._undone: list[Done] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return bool(self._undone)

    def note(self, back: Job, again: Job) -> None:
        """Remember what was just done."""
        self._done = [*self._done, Done(back, again)][-MOST:]
        self._undone.clear()
        self.turned.emit()

    def undo(self) -> None:
        """Take the last thing back."""
        if self._done:
            one = self._done.pop()
            self._undone.append(one)
            self._run(one.back)

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._undone:
            one = self._undone.pop()
            self._done.append(one)
            self._run(one.again)

    def _run(self, job: Job) -> None:
        self._ground.lanes.write(self, job, self._ground.bus.publish, self._on_failed)
        self.turned.emit()

    def _on_failed(self, error: EngageError) -> None:
        self._ground.say(Trouble(self).of(error), "", None)
