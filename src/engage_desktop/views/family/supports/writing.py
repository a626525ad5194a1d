"""What is written from the Supports part, and how each of it is taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from engage_desktop.errors import EngageError
from engage_desktop.services.contact_writing import Made
from engage_desktop.services.supports import Amended, Given, Place
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.supports.history import History
from engage_desktop.views.family.trouble import Trouble
from engage_domain.supports import Support
from engage_wire.changed import Changed


class SupportWriting(QObject):
    """Writes, and remembers how to undo. `made` carries a new support; `failed` says that the drawing shows too much."""

    made = Signal(str)
    failed = Signal()

    def __init__(self, ground: Ground, parent: QObject) -> None:
        super().__init__(parent)
        self._ground = ground
        self.history = History(ground, self)
        ground.bus.changed.connect(self._on_changed)

    def add(self, name: str, given: Mapping[str, Given]) -> None:
        """Write a support down."""
        job = partial(self._ground.services.supports.add, self._ground.family_id, name, given)
        self._ground.lanes.write(self, job, self._on_added, self._on_failed)

    def edit(self, support_id: str, given: Mapping[str, Given]) -> None:
        """Amend a support."""
        job = partial(self._ground.services.supports.edit, support_id, given)
        self._ground.lanes.write(self, job, self._ground.bus.publish, self._on_failed)

    def place(self, support: Support, place: tuple[int, int]) -> None:
        """Remember where a support was put down."""
        self._place({support.support_id: support.place}, {support.support_id: place})

    def place_anew(self, supports: Iterable[Support]) -> None:
        """Let everything stand where it belongs again."""
        before = {s.support_id: s.place for s in supports if s.place is not None}
        if before:
            self._place(before, dict.fromkeys(before))

    def note_removal(self, support_id: str) -> None:
        """Remember that a support was taken back."""
        services = self._ground.services
        self.history.note(
            partial(services.bring_back, "support", support_id),
            partial(services.remove, "support", support_id, "redone"),
        )

    def _place(self, before: Mapping[str, Place], after: Mapping[str, Place]) -> None:
        put = partial(self._ground.services.supports.place, self._ground.family_id)
        self._ground.lanes.write(self, partial(put, after), self._ground.bus.publish, self._on_failed)
        self.history.note(partial(put, before), partial(put, after))

    def _on_added(self, made: Made) -> None:
        services = self._ground.services
        self.history.note(
            partial(services.remove, "support", made.made_id, "undone"),
            partial(services.bring_back, "support", made.made_id),
        )
        self._ground.bus.publish(made)
        self.made.emit(made.made_id)

    def _on_changed(self, changed: Changed) -> None:
        """Remember every change made here, from whichever field it came."""
        if isinstance(changed, Amended) and f"f:{self._ground.family_id}" in changed.buckets:
            put = partial(self._ground.services.supports.put_back, changed.support_id)
            self.history.note(partial(put, changed.before), partial(put, changed.after))

    def _on_failed(self, error: EngageError) -> None:
        self._ground.say(Trouble(self).of(error), "", None)
        self.failed.emit()
