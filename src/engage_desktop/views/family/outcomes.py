"""What became of a step or a promise: said with one press, in a few words where it needs them, and undone with another."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from engage_desktop.errors import EngageError
from engage_desktop.views.family.answers import FewWordsSheet, kept_by
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.trouble import Trouble
from engage_domain.workspace import Kept, StepStatus
from engage_wire.changed import Changed

ASKED_WHY = frozenset({StepStatus.STUCK, StepStatus.CHANGED, StepStatus.DROPPED})


class Outcomes(QObject):
    """Writes what became of steps and promises."""

    def __init__(self, owner: QWidget, ground: Ground) -> None:
        super().__init__(owner)
        self._owner, self._ground = owner, ground

    def say(self, step_id: str, what: str, before: Kept, status: StepStatus) -> None:
        """Write it; ask first for a few words when something stands in the way, changed, or was let go."""
        say = partial(self._ground.services.say_promise, step_id, status)
        said = partial(self._on_said, step_id, before)
        if status not in ASKED_WHY:
            self._ground.lanes.write(self, say, partial(self._publish, said), self._on_failed)
            return
        sheet = FewWordsSheet(self._owner, self._title(status), what)
        sheet.takes(kept_by(self, self._ground, lambda: partial(say, sheet.words()), said))
        sheet.open()

    def _title(self, status: StepStatus) -> str:
        return {
            StepStatus.STUCK: self.tr("What stands in the way?"),
            StepStatus.CHANGED: self.tr("What is it now?"),
            StepStatus.DROPPED: self.tr("Why did you let it go?"),
        }[status]

    def _publish(self, then: partial[None], changed: Changed) -> None:
        self._ground.bus.publish(changed)
        then(changed)

    def _on_said(self, step_id: str, before: Kept, _changed: Changed) -> None:
        self._ground.say(self.tr("Kept."), self.tr("Undo"), partial(self._undo, step_id, before))

    def _undo(self, step_id: str, before: Kept) -> None:
        job = partial(self._ground.services.put_promise_back, step_id, before)
        self._ground.lanes.write(self, job, self._ground.bus.publish, self._on_failed)

    def _on_failed(self, error: EngageError) -> None:
        self._ground.say(Trouble(self).of(error), "", None)
