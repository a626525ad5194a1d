"""Three columns that stand side by side where there is room and below one another where there is not."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engage_desktop.views.kit.layout import row
from engage_desktop.views.kit.theme import look

LEFT, RIGHT, LEAST = 262, 296, 480


class Columns(QWidget):
    """Left and right have a width of their own, the middle takes the rest. A hidden one takes nothing."""

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget) -> None:
        super().__init__()
        self._left, self._middle, self._right = left, middle, right
        self._box = row(left, (middle, 1), right, gap=8)
        self.setLayout(self._box)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._stacked: bool | None = None
        self._settle(self.width())

    @property
    def stacked(self) -> bool:
        """Say whether the columns stand below one another."""
        return bool(self._stacked)

    def restyle(self) -> None:
        """Decide again whether all fit side by side."""
        self._stacked = None
        self._settle(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide again whether all fit side by side."""
        super().resizeEvent(event)
        self._settle(event.size().width())

    def minimumSizeHint(self) -> QSize:
        """Return the widest column: standing below one another is always possible."""
        pieces = [w.minimumSizeHint() for w in (self._left, self._middle, self._right) if not w.isHidden()]
        return QSize(max(p.width() for p in pieces), sum(p.height() for p in pieces))

    def _settle(self, width: int) -> None:
        px = look().px
        stacked = look().large or width < px(LEFT + RIGHT + LEAST)
        if stacked == self._stacked:
            return
        self._stacked = stacked
        for side, wide in ((self._left, LEFT), (self._right, RIGHT)):
            side.setMinimumWidth(0 if stacked else px(wide))
            side.setMaximumWidth(16_777_215 if stacked else px(wide))
        way = self._box.Direction
        self._box.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        self.updateGeometry()
