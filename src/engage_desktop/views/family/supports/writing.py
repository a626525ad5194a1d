"""What is written from the Supports part; every step of it can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from engage_desktop.errors import EngageError
from engage_desktop.services.steps import Step
from engage_desktop.services.supports import Given, Place
from engage_desktop.views.family.answers import kept_by
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.history import History
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.dialogs import Answered
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

    def adds(self, given: Callable[[], tuple[str, Mapping[str, Given]]]) -> Callable[[Answered], object]:
        """Return how a support that a sheet asks for is written down: `given` is its name and all else."""
        add = partial(self._ground.services.supports.add, self._ground.family_id)
        return kept_by(self, self._ground, lambda: partial(add, *given()), self._on_added)

    def edit(self, support_id: str, given: Mapping[str, Given]) -> None:
        """Amend a support."""
        job = partial(self._ground.services.supports.edit, support_id, given)
        self._ground.lanes.write(self, job, self._ground.bus.publish, self._on_failed)

    def place(self, support_id: str, place: tuple[int, int]) -> None:
        """Remember where a support was put down."""
        self._place({support_id: place})

    def place_anew(self, supports: Iterable[Support]) -> None:
        """Let everything stand where it belongs again."""
        self._place({s.support_id: None for s in supports if s.place is not None})

    def _place(self, places: Mapping[str, Place]) -> None:
        job = partial(self._ground.services.supports.place, self._ground.family_id, places)
        self._ground.lanes.write(self, job, self._ground.bus.publish, self._on_failed)

    def _on_added(self, step: Step) -> None:
        self.made.emit(step.about)

    def _on_changed(self, changed: Changed) -> None:
        """Remember every step made here, from whichever field it came."""
        here = changed.touches("support") and f"f:{self._ground.family_id}" in changed.buckets
        if here and isinstance(changed, Step):
            self.history.note(changed)

    def _on_failed(self, error: EngageError) -> None:
        self._ground.say(Trouble(self).of(error), "", None)
        self.failed.emit()
