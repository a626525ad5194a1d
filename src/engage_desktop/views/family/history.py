"""What was done in a drawing, to go back and forth in."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
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

    def note(self, step: Step) -> None:
        """Take note of a step."""
        if step:
            self._done.append(step)
            del self._done[:-KEPT]
            self._undone.clear()
        self.changed.emit()

    def keep(self, step: Step) -> None:
        """Take note of a step and tell everybody what changed."""
        self.note(step)
        self._ground.bus.publish(step)

    def undo(self) -> None:
        """Take the last step back."""
        self._turn(self._done, self._undone, self._ground.services.take_back)

    def take_back(self, step: Step) -> None:
        """Take this one step back, whatever was done after it; nothing when it is taken back already."""
        if step in self._done:
            self._done.remove(step)
            self._done.append(step)
            self.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._turn(self._undone, self._done, self._ground.services.take_again)

    def _turn(self, out: list[Step], into: list[Step], verb: Callable[[Step], Changed]) -> None:
        if not out:
            return
        step = out.pop()
        into.append(step)
        failed = partial(self._on_failed, step, out, into)
        self._ground.lanes.write(self, partial(verb, step), self._ground.bus.publish, failed)
        self.changed.emit()

    def _on_failed(self, step: Step, out: list[Step], into: list[Step], error: EngageError) -> None:
        """Let a step that could not be turned stand where it stood."""
        with suppress(ValueError):
            into.remove(step)
        out.append(step)
        self.changed.emit()
        self._ground.say(Trouble(self).of(error), "", None)
