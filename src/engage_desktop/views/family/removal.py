"""Taking something back: a reason first, an undo afterwards. Nothing is ever erased here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from engage_desktop.errors import EngageError
from engage_desktop.views.family.answers import kept_by
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.inputs import Field, LineEdit, Segmented
from engage_wire.changed import Changed

MISTAKE, NO_LONGER = "mistake", "no_longer"


class RemovalSheet(Sheet):
    """Asks why something is taken back."""

    def __init__(self, owner: QWidget, title: str, what: str) -> None:
        super().__init__(owner.window(), title, what)
        reasons = ((MISTAKE, self.tr("It was a mistake")), (NO_LONGER, self.tr("It is no longer so")))
        self._reason = Segmented(self.tr("Why"), reasons)
        self._said = LineEdit(self.tr("Why, in your words"))
        self.add(Field(self.tr("Why"), self._reason))
        self.add(Field(self.tr("Or in your words"), self._said))
        self.add_answer(self.tr("Not now"))
        self._yes = self.add_answer(self.tr("Remove"), "trash-2", danger=True)
        self._reason.chosen.connect(self._judge)
        self._said.textChanged.connect(self._judge)
        self._judge()

    def reason(self) -> str:
        """Return why: the words, else the reason that was chosen."""
        return self._said.text().strip() or self._reason.here()

    def _judge(self, _text: str = "") -> None:
        self._yes.setEnabled(bool(self.reason()))


class Removal(QObject):
    """Removes one row after asking why, and offers to undo it."""

    def __init__(self, owner: QWidget, ground: Ground, then: Callable[[], object] | None = None) -> None:
        super().__init__(owner)
        self._owner, self._ground, self._then = owner, ground, then

    def ask(self, entity: str, row_id: str, title: str, what: str) -> RemovalSheet:
        """Ask why; remove only after the answer."""
        sheet = RemovalSheet(self._owner, title, what)
        remove = partial(self._ground.services.remove, entity, row_id)
        removed = partial(self._on_removed, entity, row_id)
        sheet.takes(kept_by(self, self._ground, lambda: partial(remove, sheet.reason()), removed))
        sheet.open()
        return sheet

    def _on_removed(self, entity: str, row_id: str, _changed: Changed) -> None:
        self._ground.say(
            self.tr("Removed; the history keeps it."), self.tr("Undo"), partial(self._undo, entity, row_id)
        )
        if self._then is not None:
            self._then()

    def _undo(self, entity: str, row_id: str) -> None:
        job = partial(self._ground.services.bring_back, entity, row_id)
        self._ground.lanes.write(self, job, self._ground.bus.publish, self._on_failed)

    def _on_failed(self, error: EngageError) -> None:
        self._ground.say(Trouble(self).of(error), "", None)
