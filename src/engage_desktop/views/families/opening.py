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
from engage_desktop.views.kit.bus import Bus
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.notices import Toast
from engage_desktop.views.kit.words import Wordbook
from engage_domain.families import NewFamily


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
        self._lanes, self._bus, self._words, self._now = lanes, bus, words, now
        self._sheet: NewFamilySheet | None = None
        self._failed: NewFamily | None = None
        self._toast = Toast(owner)
        self._toast.acted.connect(self._on_again)

    def ask(self, typed: str = "") -> None:
        """Open the sheet, with what was typed before."""
        today = self._now().date()
        sheet = NewFamilySheet(self._owner, self._words, today, self._lanes, self._already_here)
        if typed:
            sheet.fill(typed)
        sheet.wanted.connect(self._on_wanted)
        sheet.known_wanted.connect(self.family_opened)
        sheet.finished.connect(self._on_closed)
        self._sheet = sheet
        sheet.open()

    def typed(self) -> str:
        """Return what stands in the sheet, nothing when it is not open."""
        return self._sheet.typed() if self._sheet is not None else ""

    def _on_closed(self, _result: int) -> None:
        self._sheet = None

    def _on_wanted(self, new: NewFamily) -> None:
        self._failed = new
        self._lanes.write(self, partial(self._open_family, new), self._on_made, self._could_not)

    def _on_made(self, made: Made) -> None:
        self._failed = None
        self._bus.publish(made)
        self.family_opened.emit(made.made_id)

    def _on_again(self) -> None:
        if self._failed is not None:
            self._on_wanted(self._failed)

    def _could_not(self, _error: EngageError) -> None:
        self._toast.say(self.tr("The family could not be kept."), self.tr("Try again"))
