"""How the seven steps lie on their page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from engage_desktop.views.kit.layout import row
from engage_desktop.views.kit.theme import look

RAIL = 244
NOWHERE = Qt.AlignmentFlag(0)


class DebriefBody(QWidget):
    """The steps beside the question, or above it when there is little room. `turned` says that this has changed."""

    turned = Signal()

    def __init__(self, rail: QWidget, middle: QWidget) -> None:
        super().__init__()
        self._rail, self._was_narrow = rail, self.narrow
        self._box = row(rail, (middle, 1), gap=12)
        self.setLayout(self._box)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def narrow(self) -> bool:
        """Whether the steps stand above the question."""
        return look().large or self.width() < look().px(700)

    def restyle(self) -> None:
        """Decide again."""
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide again."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        narrow = self.narrow
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._box.setDirection(direction)
        self._box.setAlignment(self._rail, NOWHERE if narrow else Qt.AlignmentFlag.AlignTop)
        wide = max(1, self.width()) if narrow else look().px(RAIL)
        self._rail.setMinimumWidth(0 if narrow else wide)
        self._rail.setMaximumWidth(16_777_215 if narrow else wide)
        self._rail.setFixedHeight(max(self._rail.heightForWidth(wide), 1))
        if narrow is not self._was_narrow:
            self._was_narrow = narrow
            self.turned.emit()

    def rail_changed(self) -> None:
        """Measure the steps again."""
        self._settle()
