"""Lines and choices that keep themselves: typing at once, the record as one leaves the field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLineEdit

from engage_desktop.errors import EngageError
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.inputs import Field, Leaving
from engage_wire.changed import Changed

KEEP_MS = 500
Write = Callable[[str], Callable[[], Changed]]


@dataclass(frozen=True, slots=True)
class Spot:
    """Which column of which record a line belongs to."""

    entity: str
    row_id: str
    column: str


class FieldKeeper(QObject):
    """Keeps one line: a draft twice a second while somebody types, the record when they leave the line.

    `write` makes the job that writes a text into the record. What cannot be taken stays, with one sentence below.
    """

    def __init__(
        self, ground: Ground, field: Field, line: QLineEdit, spot: Spot | None, write: Write
    ) -> None:
        super().__init__(field)
        self._ground, self._field, self._line, self._spot, self._write = ground, field, line, spot, write
        self._stored = ""
        self._drafted: str | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(KEEP_MS)
        self._soon.timeout.connect(self._keep_draft)
        line.textEdited.connect(self._on_edited)
        line.returnPressed.connect(self.settle)
        Leaving(line).left.connect(self.settle)

    def show(self, text: str, draft: str | None = None) -> None:
        """Show what is stored, or what was being typed when the program ended."""
        is_typing = self._line.hasFocus() and self._line.text() != self._stored
        self._stored = text
        if not is_typing:
            self._drafted = draft
            self._line.setText(text if draft is None else draft)

    def settle(self) -> None:
        """Write the line into the record, if it says something else."""
        self._soon.stop()
        text = self._line.text()
        if text == self._stored:
            if self._drafted is not None:
                self._forget_draft()
            return
        self._ground.lanes.write(self, self._write(text), partial(self._on_kept, text), self._on_failed)

    def _on_edited(self, _text: str) -> None:
        self._field.set_wrong()
        if self._spot is not None and not self._soon.isActive():
            self._soon.start()

    def _keep_draft(self) -> None:
        text, spot = self._line.text(), self._spot
        if spot is None:
            return
        self._drafted = text
        services, family_id = self._ground.services, self._ground.family_id
        job = partial(
            services.keep_draft, spot.entity, spot.row_id, spot.column, family_id, text, self._stored
        )
        self._ground.lanes.write(self, job, _nothing, self._on_failed)

    def _on_kept(self, text: str, changed: Changed) -> None:
        self._stored = text
        self._field.set_wrong()
        if self._drafted is not None:
            self._forget_draft()
        self._ground.bus.publish(changed)

    def _forget_draft(self) -> None:
        spot, self._drafted = self._spot, None
        if spot is None:
            return
        job = partial(self._ground.services.discard_draft, spot.entity, spot.row_id, spot.column)
        self._ground.lanes.write(self, job, _nothing)

    def _on_failed(self, error: EngageError) -> None:
        self._field.set_wrong(Trouble(self).of(error))


def _nothing(_result: object) -> None:
    """Take note of nothing: the line shows it already."""
