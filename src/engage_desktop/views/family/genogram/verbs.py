"""What is done in the drawing: adding, connecting, changing ties, moving, tidying up. Every step can be undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.genogram import Drawn
from engage_desktop.services.steps import Step
from engage_desktop.views.family.answers import kept_by
from engage_desktop.views.family.genogram.add_sheet import AddKinSheet
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.history import History
from engage_desktop.views.family.removal import RemovalSheet
from engage_desktop.views.family.tie_sheet import Between, TieSheet
from engage_desktop.views.family.trouble import Trouble


class Verbs(QObject):
    """Asks, writes, and keeps each step in the history. `added` carries a new person, `failed` tells to look again."""

    added = Signal(str)
    failed = Signal()

    def __init__(self, owner: QWidget, ground: Ground, history: History) -> None:
        super().__init__(owner)
        self._owner, self._ground, self._history = owner, ground, history
        self._drawn: Drawn | None = None
        self._names: dict[str, str] = {}

    def know(self, drawn: Drawn, names: Mapping[str, str]) -> None:
        """Know who is drawn."""
        self._drawn, self._names = drawn, dict(names)

    def add(self, anchor: str = "") -> AddKinSheet | None:
        """Ask who is added, to whom."""
        if self._drawn is None:
            return None
        sheet = AddKinSheet(
            self._owner, self._ground, self._drawn, self._names, anchor if anchor in self._names else ""
        )
        sheet.takes(kept_by(self, self._ground, partial(self._adding, sheet), self._on_added))
        sheet.open()
        return sheet

    def connect_people(self, anchor: str = "") -> TieSheet:
        """Ask who is connected with whom, and how."""
        here = anchor if anchor in self._names else ""
        sheet = TieSheet(self._owner, self._ground, tuple(self._names.items()), here)
        sheet.takes(kept_by(self, self._ground, partial(self._connecting, sheet), self._history.note))
        sheet.open()
        return sheet

    def change_tie(self, tie_id: str) -> TieSheet | None:
        """Show a tie that is drawn, to change or remove."""
        ties = self._drawn.chart.family.ties if self._drawn else ()
        tie = next((tie for tie in ties if tie.id == tie_id), None)
        if tie is None:
            return None
        between = Between(tie.a, tie.b, tie.type, tie.quality, tie.from_on, tie.to_on)
        sheet = TieSheet(self._owner, self._ground, tuple(self._names.items()), tie=between)
        sheet.takes(kept_by(self, self._ground, partial(self._changing, tie_id, sheet), self._history.note))
        if sheet.remove is not None:
            sheet.remove.clicked.connect(partial(self._ask_removal, tie_id))
        sheet.open()
        return sheet

    def move(self, spots: Mapping[str, tuple[int, int]]) -> None:
        """Keep where people were put."""
        self._write(partial(self._ground.services.genogram.move, self._ground.family_id, dict(spots)))

    def tidy(self) -> None:
        """Forget where people were put."""
        job = partial(self._ground.services.genogram.tidy, self._ground.family_id)
        self._write(job, self._on_tidied)

    def _adding(self, sheet: AddKinSheet) -> Callable[[], Step]:
        return partial(self._ground.services.genogram.add, sheet.person())

    def _on_added(self, step: Step) -> None:
        self._history.note(step)
        self.added.emit(step.about)

    def _connecting(self, sheet: TieSheet) -> Callable[[], Step]:
        services = self._ground.services.genogram
        return partial(services.connect, self._ground.family_id, *sheet.ends(), sheet.bond())

    def _changing(self, tie_id: str, sheet: TieSheet) -> Callable[[], Step]:
        return partial(self._ground.services.genogram.change_bond, tie_id, sheet.bond())

    def _ask_removal(self, tie_id: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        sheet = RemovalSheet(self._owner, self.tr("Remove this tie?"), "")
        remove = partial(self._ground.services.remove, "relationship", tie_id)
        sheet.takes(kept_by(self, self._ground, lambda: partial(remove, sheet.reason()), self._on_removed))
        sheet.open()

    def _on_removed(self, step: Step) -> None:
        self._history.note(step)
        undo = partial(self._history.take_back, step)
        self._ground.say(self.tr("Removed; the history keeps it."), self.tr("Undo"), undo)

    def _on_tidied(self, step: Step) -> None:
        self._history.keep(step)
        undo = partial(self._history.take_back, step)
        self._ground.say(self.tr("Laid out again."), self.tr("Undo"), undo)

    def _write(self, job: Callable[[], Step], done: Callable[[Step], object] | None = None) -> None:
        self._ground.lanes.write(self, job, done or self._history.keep, self._on_failed)

    def _on_failed(self, error: EngageError) -> None:
        self._ground.say(Trouble(self).of(error), "", None)
        self.failed.emit()
