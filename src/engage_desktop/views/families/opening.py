"""Opening a family from Families: the sheet, what came of it, and what was half written when the program locked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.contact_writing import Made
from engage_desktop.services.families import AlreadyHere, OpenFamily
from engage_desktop.views.families.new_family import NewFamilySheet
from engage_desktop.views.kit.answers import Answers
from engage_desktop.views.kit.bus import Bus
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.notices import Toast
from engage_desktop.views.kit.words import Wordbook


class Opening(QObject):
    """Asks for a new family and keeps it. `family_opened` carries the new one, or the one that was here already."""

    family_opened = Signal(str)

    def __init__(
        self,
        owner: QWidget,
        open_family: OpenFamily,
        already_here: AlreadyHere,
        lanes: Lanes,
        bus: Bus,
        words: Wordbook,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(owner)
        self._owner, self._open_family, self._already_here = owner, open_family, already_here
        self._lanes, self._words, self._now = lanes, words, now
        self._sheet: NewFamilySheet | None = None
        self._answers = Answers(lanes, bus.publish, self._why, Toast(owner).say)

    def ask(self, typed: str = "") -> None:
        """Open the sheet, with what was typed before."""
        today = self._now().date()
        sheet = NewFamilySheet(self._owner, self._words, today, self._lanes, self._already_here)
        if typed:
            sheet.fill(typed)
        sheet.takes(self._answers.kept(self, partial(self._job, sheet), self._on_made))
        sheet.known_wanted.connect(self.family_opened)
        sheet.finished.connect(self._on_closed)
        self._sheet = sheet
        sheet.open()

    def typed(self) -> str:
        """Return what stands in the sheet, nothing when it is not open."""
        return self._sheet.typed() if self._sheet is not None else ""

    def _on_closed(self, _result: int) -> None:
        self._sheet = None

    def _job(self, sheet: NewFamilySheet) -> Callable[[], Made] | None:
        new = sheet.given()
        return partial(self._open_family, new) if new is not None else None

    def _on_made(self, made: Made) -> None:
        self.family_opened.emit(made.made_id)

    def _why(self, _error: EngageError) -> str:
        return self.tr("The family could not be kept. What you wrote stays here; please try again.")
