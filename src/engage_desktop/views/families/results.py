"""Cards and hits: side by side where there is room, one at a time where there is not."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engage_desktop.views.kit.inputs import Segmented
from engage_desktop.views.kit.layout import Box, column, group, row
from engage_desktop.views.kit.theme import look

SIDE, ROOM_FOR_BOTH = 392, 1000
CARDS, NOTES = "cards", "notes"


class Results(QWidget):
    """A main part, and a side part that comes and goes."""

    def __init__(self, main: QWidget, side: QWidget) -> None:
        super().__init__()
        self._main, self._side = main, side
        self._wanted = False
        options = ((CARDS, self.tr("Families")), (NOTES, self.tr("In your notes")))
        self._which = Segmented(self.tr("What to show"), options, CARDS)
        self._which.chosen.connect(self._arrange)
        self._head = group(row(self._which, None))
        both: Box = row((main, 1), side, gap=12)
        self.setLayout(column(self._head, (both, 1), gap=6))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._arrange()

    @property
    def one_at_a_time(self) -> bool:
        """Say whether there is room for one part only."""
        return look().large or self.width() < look().px(ROOM_FOR_BOTH)

    def want_side(self, wanted: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let the side part come or go."""
        self._wanted = wanted
        if not wanted:
            self._which.choose(CARDS)
        self._arrange()

    def restyle(self) -> None:
        """Decide again whether both fit."""
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide again whether both fit."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        alone = self.one_at_a_time
        notes = self._wanted and (not alone or self._which.here() == NOTES)
        self._head.setVisible(self._wanted and alone)
        self._side.setVisible(notes)
        self._main.setVisible(not (alone and notes))
        self._side.setMinimumWidth(0 if alone else look().px(SIDE))
        self._side.setMaximumWidth(16_777_215 if alone else look().px(SIDE))
