"""When the stored work is damaged in places: a proved copy or a salvage can take its place, and nothing is deleted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.errors import Damaged, DiskFull, EngageError
from engage_desktop.views.kit.dialogs import confirm
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.layout import column, flow
from engage_desktop.views.kit.marks import Card
from engage_desktop.views.kit.notices import ProgressPanel
from engage_desktop.views.kit.text import Text
from engage_desktop.views.unlock.setup import SetupPage


class Salvage(Protocol):
    """What a salvage brought."""

    @property
    def kept(self) -> int:
        """How many rows were read."""
        ...

    @property
    def complete(self) -> bool:
        """Whether nothing is known to be lost."""
        ...


class Cares(Protocol):
    """Looks after a damaged vault."""

    def copies(self, words: str) -> tuple[date, ...]:
        """Return the days of which there is a copy."""
        ...

    def restore(self, words: str, day: date) -> None:
        """Put a copy in place."""
        ...

    def salvage(self, words: str) -> Salvage:
        """Put what can be read in place."""
        ...


class CarePage(SetupPage):
    """Offers the copies and the salvage. `mended` when the vault can be unlocked again."""

    mended = Signal()

    def __init__(self, cares: Cares, words: str, lanes: Lanes, written: Callable[[date], str]) -> None:
        super().__init__(
            self.tr("The stored work is damaged in places"),
            self.tr(
                "Your passphrase is right, and nothing was deleted. Choose what shall take its place; the damaged file is set aside and kept."
            ),
        )
        self._cares, self._words, self._lanes, self._written = cares, words, lanes, written
        self._copies = column(gap=8)
        self._no_copies = Text(self.tr("There is no backup on this laptop."), lines=0, ink="muted")
        self._no_copies.hide()
        salvage = Button(self.tr("Salvage what can be read"), "life-buoy", "primary", high=48)
        salvage.clicked.connect(self._on_salvage)
        self._busy = ProgressPanel(self.tr("Reading page by page"), cancel=False)
        self._busy.hide()
        self.add(
            _card(
                Text(self.tr("Salvage"), size=18, weight=700, lines=0),
                Text(
                    self.tr(
                        "Everything readable is copied into a fresh place. What was sent comes back from the agency."
                    ),
                    lines=0,
                ),
                flow(salvage),
            ),
            _card(
                Text(self.tr("Backups of this laptop"), size=18, weight=700, lines=0),
                self._no_copies,
                self._copy_list(),
            ),
            self._busy,
        )
        self._lanes.read(self, partial(cares.copies, words), self._show_copies, self._on_failed)

    def _copy_list(self) -> QWidget:
        holder = QWidget()
        holder.setLayout(self._copies)
        return holder

    def _show_copies(self, days: tuple[date, ...]) -> None:
        self._no_copies.setVisible(not days)
        for day in days:
            button = Button(self.tr("Use the backup of {0}").format(self._written(day)), "hard-drive")
            button.clicked.connect(partial(self._ask_restore, day))
            self._copies.addWidget(button)

    def _ask_restore(self, day: date) -> None:
        confirm(
            self,
            self.tr("Use this backup?"),
            self.tr("What was written after it and never sent stays in the file that is set aside."),
            self.tr("Use it"),
            partial(self._restore, day),
        )

    def _restore(self, day: date) -> None:
        self._begin()
        self._lanes.read(
            self, partial(self._cares.restore, self._words, day), self._on_restored, self._on_failed
        )

    def _on_salvage(self) -> None:
        self._begin()
        self._lanes.read(self, partial(self._cares.salvage, self._words), self._on_salvaged, self._on_failed)

    def _begin(self) -> None:
        self.content()
        self._busy.show()
        self._busy.show_progress(0, 0, self.tr("Please leave the laptop open."))

    def _on_restored(self, _nothing: None) -> None:
        self.mended.emit()

    def _on_salvaged(self, found: Salvage) -> None:
        self._busy.hide()
        words = (
            self.tr("Nothing is known to be lost.")
            if found.complete
            else self.tr("Some places could not be read; the agency's copy fills them at the next sync.")
        )
        confirm(
            self,
            self.tr("{0} entries were read and are in place").format(found.kept),
            words,
            self.tr("Unlock"),
            self.mended.emit,
            no=self.tr("Stay here"),
            icon="lock",
        )

    def _on_failed(self, error: EngageError) -> None:
        self._busy.hide()
        kept = self.tr("The damaged file is unchanged and kept.")
        if isinstance(error, DiskFull):
            self.complain(self.tr("The disk is full. Free some space, then try again."), kept)
        elif isinstance(error, Damaged):
            self.complain(
                self.tr("The first page is damaged, so nothing can be read. A backup is the way."), kept
            )
        else:
            self.complain(self.tr("That did not work."), kept)


def _card(*parts: QWidget) -> QWidget:
    return Card(column(*parts, gap=10, pad=(20, 16, 20, 18)))
