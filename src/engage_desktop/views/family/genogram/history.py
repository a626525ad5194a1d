"""What was done in the drawing, to go back and forth in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from engage_desktop.errors import EngageError
from engage_desktop.services.steps import Step
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.trouble import Trouble
from engage_wire.changed import Changed

KEPT = 200


class History(QObject):
    """Steps done and undone. A new step ends what could be redone."""

    changed = Signal()

    def __init__(self, ground: Ground, parent: QObject) -> None:
        super().__init__(parent)
        self._ground = ground
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def can_undo(self) -> bool:
        """Say whether there is something to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Say whether there is something to do again."""
        return bool(self._undone)

    def keep(self, step: Step) -> None:
        """Take note of a step and tell everybody what changed."""
        if step:
            self._done = [*self._done[-KEPT:], step]
            self._undone.clear()
            self._ground.bus.publish(step)
        self.changed.emit()

    def undo(self) -> None:
        """Take the last step back."""
        if self._done:
            step = self._done.pop()
            self._undone.append(step)
            self._run(partial(self._ground.services.genogram.back, step))

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._undone:
            step = self._undone.pop()
            self._done.append(step)
            self._run(partial(self._ground.services.genogram.again, step))

    def _run(self, job: partial[Changed]) -> None:
        self._ground.lanes.write(self, job, self._ground.bus.publish, self._on_failed)
        self.changed.emit()

    def _on_failed(self, error: EngageError) -> None:
        self._ground.say(Trouble(self).of(error), "", None)
