"""What became of a step or a promise: said with one press, in a few words where it needs them, and undone with another."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.workspace import Said
from engage_desktop.views.family.answers import FewWordsSheet, kept_by
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.trouble import Trouble
from engage_domain.workspace import StepStatus

ASKED_WHY = frozenset({StepStatus.STUCK, StepStatus.CHANGED, StepStatus.DROPPED})


class Outcomes(QObject):
    """Writes what became of steps and promises."""

    def __init__(self, owner: QWidget, ground: Ground) -> None:
        super().__init__(owner)
        self._owner, self._ground = owner, ground

    def say(self, step_id: str, what: str, status: StepStatus) -> None:
        """Write it; ask first for a few words when something stands in the way, changed, or was let go."""
        say = partial(self._ground.services.say_promise, step_id, status)
        if status not in ASKED_WHY:
            self._ground.lanes.write(self, say, self._on_written, self._on_failed)
            return
        sheet = FewWordsSheet(self._owner, self._title(status), what)
        sheet.takes(kept_by(self, self._ground, lambda: partial(say, sheet.words()), self._on_said))
        sheet.open()

    def _title(self, status: StepStatus) -> str:
        return {
            StepStatus.STUCK: self.tr("What stands in the way?"),
            StepStatus.CHANGED: self.tr("What is it now?"),
            StepStatus.DROPPED: self.tr("Why did you let it go?"),
        }[status]

    def _on_written(self, said: Said) -> None:
        self._ground.bus.publish(said)
        self._on_said(said)

    def _on_said(self, said: Said) -> None:
        self._ground.say(self.tr("Kept."), self.tr("Undo"), partial(self._undo, said))

    def _undo(self, said: Said) -> None:
        job = partial(self._ground.services.put_promise_back, said)
        self._ground.lanes.write(self, job, self._ground.bus.publish, self._on_failed)

    def _on_failed(self, error: EngageError) -> None:
        self._ground.say(Trouble(self).of(error), "", None)
